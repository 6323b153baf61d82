"""A knowledge base is right, or all its faults are told at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.base import Knowledge, UnknownTopic
from knowledge.loading import KnowledgeError, load, load_registry
from knowledge.schema import CATEGORIES, FACETS
from tests.knowledge.conftest import FIXTURES, TODAY

Change = Callable[[str, str, str], Path]
FILE = "topics/social/scholarships.yaml"


def faults_of(home: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load(home, today=TODAY)
    return caught.value.faults


def test_the_topics_stand_in_the_order_of_the_registry(knowledge: Knowledge) -> None:
    assert list(knowledge.topics) == list(load_registry(FIXTURES))
    assert [topic.id for topic in knowledge.programmes()] == ["culture", "social"]


def test_a_topic_holds_what_its_file_says(knowledge: Knowledge) -> None:
    topic = knowledge.topic("social/scholarships")
    assert topic.title["fr"] == "Bourses d'études"
    assert list(topic.answers) == ["overview", "documents", "amount"]
    assert topic.status == "active"
    assert topic.verified_on is None


def test_what_stands_beside_the_topics_is_read(knowledge: Knowledge) -> None:
    assert len(knowledge.glossary) == 2
    assert len(knowledge.directory) == 4
    assert set(knowledge.competence.categories) == set(CATEGORIES)


def test_an_unknown_topic_is_an_error(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownTopic):
        knowledge.topic("social/nothing")


def test_the_sources_of_a_facet_are_told_in_order(knowledge: Knowledge) -> None:
    told = knowledge.sources_for("social/scholarships", "overview")
    assert [source.document for source in told] == ["001", None]
    assert told[1].as_of == "2018-06"


def test_a_facet_without_an_answer_has_no_sources(knowledge: Knowledge) -> None:
    assert knowledge.sources_for("social/scholarships", "deadline") == []


def test_the_topics_above_are_told_nearest_first(knowledge: Knowledge) -> None:
    assert [t.id for t in knowledge.ancestors("social/scholarships")] == ["social"]
    assert knowledge.ancestors("social") == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: social/scholarships", "id: social/stipends", "id: 'social/stipends': 'social/sti"),
        ("parent: social", "parent: culture", "parent: 'culture': is 'culture', registered as"),
        ("status: active", "status: alive", "status: 'alive': Input should be 'announced'"),
        ("  documents:", "  papers:", "answers.papers: 'papers': Input should be 'overview'"),
        ("  overview:", "  status:", "answers.overview: is missing"),
        ("sources: [S1, P1]", "sources: [S1, P9]", "answers.overview.sources: 'P9' is not among"),
        ("sources: [S1, P1]", "sources: []", "answers.overview.sources: "),
        ("    ary: نص باش نجربو.", "    ary: ''\n    ar2: نص.", "answers.overview.ary: '': has no"),
        ("    fr: Texte", "    en: Text\n    fr: Texte", "answers.overview.en: 'en': Input should"),
        ("    ar: نص", "    # ", "answers.overview.ar: is missing"),
        ("    fr: Texte", "    fr: '**Texte**'#", "has markup ('**')"),
        ("    fr: Texte", '    fr: "\\u2067T"#', "has invisible marks"),
        (
            "    fr: Texte",
            "    fr: Trop court. #",
            "overview.fr: has 2 words, not 40 to 90",
        ),
        ("    fr: Texte", f"    fr: {'mot ' * 91}#", "answers.overview.fr: has 91 words"),
        ("    fr: Texte", "    fr: 12 dirhams, Texte", "answers.overview.ar: lacks figures of ano"),
        ('  fr: "Bourses d\'études"\n', "", "title.fr: is missing"),
        ("  ar: [", "  en: [", "aliases.en: 'en': Input should be 'ar'"),
        ("  ar: [", "  ar: [12, ", "aliases.ar[0]: 12: Input should be a valid string"),
        ('as_of: "2018-06"', "as_of: 2018", "sources.P1.as_of: 2018: Input should be a valid str"),
        ('as_of: "2018-06"', 'as_of: "June"', "sources.P1.as_of: 'June': String should match"),
        ('as_of: "2018-06"', 'as_of: "2026-12"', "sources.P1.as_of: '2026-12': is in the future"),
        ("confidence: high", "confidence: low", "'P1' is of low confidence"),
        ("confidence: high", "confidence: sure", "sources.P1.confidence: 'sure'"),
        ("https://", "", "sources.P1.url: 'example.org/essai'"),
        (
            ', url: "https://example.org/essai"',
            "",
            "sources.P1: names neither a document nor a page",
        ),
        (', section: "Essai"', "", "sources.S1: names a document but no section of it"),
        (
            "verified_on: null",
            'verified_on: "2026-11-27"',
            "verified_on: '2026-11-27': 2026-11-27 is",
        ),
        ('review_by: "2027-01-31"', "review_by: soon", "review_by: 'soon'"),
        ("staff_notes: null", "staf_notes: null", "staf_notes: "),
        ("replaced_by: null", "replaced_by: autre", "replaced_by goes with the status 'replaced'"),
        ("status: active", "status: replaced", "replaced_by goes with the status 'replaced'"),
        ("replaced_by: null", "status: ended", "file: is not readable YAML"),
        ("status: active", "status: [active", "file: is not readable YAML"),
    ],
)
def test_a_fault_is_told_with_its_place(changed: Change, old: str, new: str, fault: str) -> None:
    home = changed(FILE, old, new)
    told = faults_of(home)
    assert any(line.startswith(f"{home / FILE}: ") and fault in line for line in told), told
    assert all(line.startswith(str(home)) for line in told)


def test_all_faults_of_all_files_are_told_at_once(changed: Change) -> None:
    changed(FILE, "status: active", "status: alive")
    changed(FILE, "parent: social", "parent: null")
    home = changed("topics/culture/index.yaml", "sources: [S1, P1]", "sources: [X]")
    changed("glossary.yaml", "topic: legal/complaints", "topic: legal/nothing")
    told = faults_of(home)
    assert len(told) == 4
    assert "culture" in told[0]
    assert "glossary.yaml: terms[0].topic: 'legal/nothing'" in told[-1]


def test_two_files_of_one_topic_are_a_fault(changed: Change) -> None:
    home = changed(FILE, "status: active", "status: active")
    index = home / "topics" / "social" / "scholarships" / "index.yaml"
    index.parent.mkdir()
    index.write_text((home / FILE).read_text(encoding="utf-8"), encoding="utf-8")
    assert any("stands in another file too" in line for line in faults_of(home))


def test_a_topic_in_the_wrong_file_is_a_fault(changed: Change) -> None:
    home = changed(FILE, "status: active", "status: active")
    (home / FILE).rename(home / "topics" / "culture" / "scholarships.yaml")
    told = faults_of(home)
    assert any("does not belong in this file" in line for line in told)


def test_a_missing_file_is_a_fault(changed: Change) -> None:
    home = changed(FILE, "status: active", "status: active")
    (home / FILE).unlink()
    (home / "ambiguous.yaml").unlink()
    assert faults_of(home) == [
        f"{home / FILE}: file: is missing",
        f"{home / 'ambiguous.yaml'}: file: is missing",
    ]


def test_a_name_of_two_topics_is_a_fault_unless_it_is_declared(changed: Change) -> None:
    home = changed("topics/culture/index.yaml", "fr: [culture", "fr: [la bourse, culture")
    assert faults_of(home) == [f"{home / FILE}: aliases.fr: 'bourse' is a name of culture too"]
    changed(
        "ambiguous.yaml",
        "- names:",
        "- names: {fr: [bourse], ar: [منحه], ary: [منحه], ary-Latn: [bourse]}\n"
        "  topics: [social/scholarships, culture]\n- names:",
    )
    assert load(home, today=TODAY).search("la bourse", "fr").senses == (
        "social/scholarships",
        "culture",
    )


def test_an_ambiguous_name_means_topics_that_exist(changed: Change) -> None:
    home = changed("ambiguous.yaml", "social/social-housing", "social/nothing")
    assert faults_of(home) == [
        f"{home / 'ambiguous.yaml'}: [0].topics: 'social/nothing' has no topic file"
    ]


def test_told_to_it_gives_what_is_valid_and_names_each_fault(changed: Change) -> None:
    home = changed(FILE, "status: active", "status: [active")
    (home / "consulates.yaml").unlink()
    knowledge = load(home, today=TODAY, strict=False)
    assert "social/scholarships" not in knowledge.topics
    assert knowledge.topic("social/holiday-camps").status == "active"
    assert knowledge.search("bourse").ranked == []
    assert knowledge.directory.find("consulat de Lyon") is None
    assert [fault.split(": ")[0] for fault in knowledge.faults] == [
        str(home / FILE),
        str(home / "consulates.yaml"),
    ]


@pytest.mark.parametrize("strict", [True, False])
def test_without_a_registry_there_is_nothing_to_give(tmp_path: Path, strict: bool) -> None:
    with pytest.raises(KnowledgeError, match=r"topics\.yaml: file: is missing"):
        load(tmp_path, strict=strict)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: culture,", "id: social,", "social: stands twice"),
        ("parent: culture,", "parent: social,", "parent 'social' does not stand before it"),
        ("kind: programme", "kind: dream", "culture[0].kind: 'dream'"),
    ],
)
def test_a_faulty_registry_is_refused(changed: Change, old: str, new: str, fault: str) -> None:
    home = changed("topics.yaml", old, new)
    with pytest.raises(KnowledgeError) as caught:
        load(home, strict=False)
    assert any(fault in line for line in caught.value.faults)


def test_the_registry_is_whole() -> None:
    registry = load_registry()
    assert len(registry) >= 98
    numbers = [entry.number for entry in registry.values() if entry.number]
    assert numbers == list(range(1, 9))


def test_there_are_eight_facets() -> None:
    assert len(FACETS) == len(set(FACETS)) == 8
