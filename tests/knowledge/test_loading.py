"""A knowledge base is right, or all its faults are told at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.base import Knowledge, UnknownTopic
from knowledge.loading import KnowledgeError, load, load_registry
from knowledge.schema import FACETS

Change = Callable[[str, str, str], Path]
FILE = "social/scholarships.yaml"


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load(folder)
    return caught.value.faults


def test_the_topics_stand_in_the_order_of_the_registry(knowledge: Knowledge) -> None:
    registered = [name for name in load_registry() if name in knowledge.topics]
    assert list(knowledge.topics) == registered
    assert [topic.id for topic in knowledge.programmes()] == ["culture", "social"]


def test_a_topic_holds_what_its_file_says(knowledge: Knowledge) -> None:
    topic = knowledge.topic("social/scholarships")
    assert topic.title["fr"] == "Bourses d'études"
    assert list(topic.answers) == ["overview", "documents", "amount"]
    assert topic.status == "active"
    assert topic.kind == "action"
    assert topic.verified_on is None


def test_an_unknown_topic_is_an_error(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownTopic):
        knowledge.topic("social/nothing")


def test_the_sources_of_a_facet_are_told_in_order(knowledge: Knowledge) -> None:
    told = knowledge.sources_for("social/scholarships", "overview")
    assert [source.key for source in told] == ["S1", "P1"]
    assert told[0].document == "001"
    assert told[1].as_of == "2018-06"


def test_a_facet_without_an_answer_has_no_sources(knowledge: Knowledge) -> None:
    assert knowledge.sources_for("social/scholarships", "deadline") == []


def test_ancestors_skip_a_topic_without_a_file(knowledge: Knowledge) -> None:
    assert [t.id for t in knowledge.ancestors("social/scholarships")] == ["social"]


def test_topics_without_a_file_are_known(knowledge: Knowledge) -> None:
    assert "social/ramed" in knowledge.missing()
    assert "social/scholarships" not in knowledge.missing()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: social/scholarships", "id: social/stipends", "id: 'social/stipends' is not a reg"),
        ("parent: social/precarity", "parent: social", "parent: is 'social'"),
        ("status: active", "status: alive", "status: 'alive'"),
        ("  documents:", "  papers:", "answers.papers: is not a facet"),
        ("  overview:", "  status:", "answers.overview: is missing"),
        ("sources: [S1, P1]", "sources: [S1, P9]", "answers.overview.sources: 'P9'"),
        ("sources: [S1, P1]", "sources: []", "answers.overview.sources: names no source"),
        ("    ary: نص باش نجربو.", "    ary: ''", "answers.overview.ary: has no text"),
        ("    fr: Texte", "    en: Text\n    fr: Texte", "answers.overview.en: is not a known"),
        ("    fr: Texte", "    fr: '**Texte**'#", "answers.overview.fr: has markup"),
        ("    fr: Texte", '    fr: "\\u2067T"#', "answers.overview.fr: has invisible marks"),
        ('  fr: "Bourses d\'études"\n', "", "title.fr: has no text"),
        ("  ar: [", "  en: [", "aliases.ar: has no alias"),
        ("  ar: [", "  ar: [12, ", "aliases.ar[0]: 12 is not text"),
        ('as_of: "2018-06"', "as_of: 2018", "sources.P1.as_of: 2018 is not text"),
        ('as_of: "2018-06"', 'as_of: "June"', "sources.P1.as_of: 'June' is not"),
        ("confidence: high", "confidence: low", "'P1' is of low confidence"),
        ("confidence: high", "confidence: sure", "sources.P1.confidence: 'sure'"),
        ("https://", "", "sources.P1.url: 'example.org/essai'"),
        ('review_by: "2027-01-31"', "review_by: soon", "review_by: 'soon'"),
        ("staff_notes: null", "staf_notes: null", "staf_notes: is not a known field"),
        ("replaced_by: null", "status: ended", "file: is not readable YAML"),
        ("status: active", "status: [active", "file: is not readable YAML"),
    ],
)
def test_a_fault_is_told_with_its_place(changed: Change, old: str, new: str, fault: str) -> None:
    folder = changed(FILE, old, new)
    told = faults_of(folder)
    assert any(line.startswith(f"{folder / FILE}: ") and fault in line for line in told)
    assert all(line.startswith(str(folder)) for line in told)


def test_all_faults_of_all_files_are_told_at_once(changed: Change) -> None:
    changed(FILE, "status: active", "status: alive")
    changed(FILE, "parent: social/precarity", "parent: null")
    folder = changed("culture/index.yaml", "sources: [S1, P1]", "sources: [X]")
    told = faults_of(folder)
    assert len(told) == 3
    assert "culture" in told[0]


def test_two_files_of_one_topic_are_a_fault(changed: Change) -> None:
    folder = changed("social/holiday-camps.yaml", "id: social/holiday-camps", f"id: {FILE[:-5]}")
    assert any("stands in another file too" in line for line in faults_of(folder))


def test_a_topic_in_the_wrong_file_is_a_fault(changed: Change) -> None:
    folder = changed(FILE, "status: active", "status: active")
    (folder / FILE).rename(folder / "culture" / "scholarships.yaml")
    assert any("does not belong in this file" in line for line in faults_of(folder))


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [f"{tmp_path}: holds no topic file"]


def test_the_registry_is_whole() -> None:
    registered = load_registry()
    assert len(registered) >= 98
    assert all(entry.parent in registered for entry in registered.values() if entry.parent)
    assert all(entry.title["fr"] and entry.title["ar"] for entry in registered.values())


def test_there_are_eight_facets() -> None:
    assert len(FACETS) == len(set(FACETS)) == 8
