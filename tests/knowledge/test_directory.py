"""Which embassy or consulate is asked for, and what may be told of it."""

import pytest

from knowledge.base import Knowledge
from knowledge.directory import Directory


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
