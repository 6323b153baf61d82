"""Which embassy or consulate is asked for, and what may be told of it."""

from pathlib import Path

import pytest
import yaml

from knowledge.answering import POSTS_TOPIC, answer_said
from knowledge.base import Knowledge
from knowledge.directory import Directory
from knowledge.loading import load

ASKED = Path(__file__).parent / "consulates_asked.yaml"


def asked(knowledge: Knowledge, text: str) -> list[str]:
    found = knowledge.directory.find(text)
    return [post.id for post in found.posts] if found else []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("lqonsoliya d utrecht", ["NL-utrecht"]),
        ("قنصلية ليون", ["FR-lyon"]),
        ("l'adresse du consulat de Lyonn svp", ["FR-lyon"]),
        ("الكونصيلا ديال اوتريخت", ["NL-utrecht"]),
        ("consulaat Utrecht", ["NL-utrecht"]),
        ("quel consulat pour Grenoble ?", ["FR-lyon"]),
        ("consulat en France", ["FR-paris", "FR-lyon"]),
        ("l9onsoliya f holanda", ["NL-utrecht"]),
    ],
)
def test_a_post_is_found_by_city_area_or_country(
    knowledge: Knowledge, text: str, posts: list[str]
) -> None:
    assert asked(knowledge, text) == posts


def test_an_embassy_is_meant_only_where_the_text_says_so(knowledge: Knowledge) -> None:
    assert asked(knowledge, "ambassade à Paris") == ["FR-paris-embassy"]
    assert asked(knowledge, "سفارة باريس") == ["FR-paris-embassy"]
    assert asked(knowledge, "consulat à Paris") == ["FR-paris"]


@pytest.mark.parametrize(
    "text", ["consulat", "Utrecht", "je vis à Lyon", "le consulat de Tokyo", ""]
)
def test_without_both_words_no_post_is_asked_for(knowledge: Knowledge, text: str) -> None:
    assert asked(knowledge, text) == []


def test_what_else_is_asked_is_noticed(knowledge: Knowledge) -> None:
    alone = knowledge.directory.find("où est le consulat de Lyon")
    beside = knowledge.directory.find("passeport au consulat de Lyon")
    assert alone is not None
    assert beside is not None
    assert (alone.alone, beside.alone) == (True, False)


def test_a_doubtful_contact_and_an_old_crisis_line_are_not_told(knowledge: Knowledge) -> None:
    directory = knowledge.directory
    assert list(directory.post("FR-paris-embassy").contacts()) == ["address", "phone", "hours"]
    assert directory.post("FR-paris").phone is not None
    assert directory.post("FR-paris").contacts() == {}
    assert directory.post("FR-lyon").contacts() == {}


def test_an_unknown_post_is_an_error(knowledge: Knowledge) -> None:
    with pytest.raises(KeyError):
        knowledge.directory.post("XX-nowhere")


def test_a_directory_without_a_file_finds_nothing_and_names_no_site() -> None:
    assert Directory().find("consulat de Lyon") is None
    with pytest.raises(LookupError):
        _ = Directory().official_site


@pytest.fixture(scope="module")
def written() -> Knowledge:
    return load()


def test_what_people_ask_reaches_the_posts_they_mean_and_no_others(written: Knowledge) -> None:
    wrong = []
    for row in yaml.safe_load(ASKED.read_text(encoding="utf-8")):
        text, _, posts = row.rpartition(" | ")
        meant = set() if posts == "none" else {post.strip() for post in posts.split(",")}
        if set(asked(written, text)) != meant:
            wrong.append((row, asked(written, text)))
    assert wrong == []


def test_a_post_is_told_unless_something_else_is_asked_of_it(written: Knowledge) -> None:
    key, said = answer_said(written, "lqonsoliya d utrecht", on_table=None)
    assert (key, said["posts"], said["topic"]) == ("posts", ["NL-utrecht"], POSTS_TOPIC)
    key, said = answer_said(
        written, "quels papiers pour le passeport au consulat de Lyon", on_table=None
    )
    assert (key, said["topic"], said["facet"]) == (
        "answer",
        "legal/consular-documents",
        "documents",
    )
    picked = {"posts": ["FR-lyon"]}
    assert answer_said(written, "", on_table=None, picked=picked)[1]["posts"] == ["FR-lyon"]


def test_every_post_of_the_facts_is_there(written: Knowledge) -> None:
    assert len(written.directory) == 80


def test_a_country_has_its_consulates_without_its_embassy(knowledge: Knowledge) -> None:
    in_country = knowledge.directory.consulates_in
    assert [post.id for post in in_country("FR")] == ["FR-paris", "FR-lyon"]
    assert [post.id for post in in_country("NL")] == ["NL-utrecht"]
    assert in_country("MR") == []
