"""The knowledge base as written: without faults, and every topic can be found."""

from pathlib import Path

import pytest

from knowledge.base import Knowledge
from knowledge.loading import load
from knowledge.routing import route
from knowledge.vocabulary import without_links, words_of
from nlu.text.variety import VARIETIES

TOPICS = Path(__file__).parents[2] / "knowledge" / "topics"
LEAST_ALIASES = 6


@pytest.fixture(scope="module")
def written() -> Knowledge:
    return load(TOPICS)


def test_every_topic_has_enough_aliases_in_every_variety(written: Knowledge) -> None:
    few = [
        (topic.id, variety)
        for topic in written.topics.values()
        for variety in VARIETIES
        if len(topic.aliases[variety]) < LEAST_ALIASES
    ]
    assert few == []


def test_every_topic_is_found_by_its_titles(written: Knowledge) -> None:
    lost = [
        (topic.id, title)
        for topic in written.topics.values()
        for title in topic.title.values()
        if topic.id not in [found.topic for found in written.search.find(title)[:3]]
    ]
    assert lost == []


def test_most_aliases_name_their_topic(written: Knowledge) -> None:
    aliases = [
        (topic.id, alias)
        for topic in written.topics.values()
        for listed in topic.aliases.values()
        for alias in listed
    ]
    missed = [
        (topic, alias)
        for topic, alias in aliases
        if topic not in [found.topic for found in written.search.find(alias)[:3]]
    ]
    assert len(missed) <= len(aliases) * 0.05, missed


def test_a_bare_title_or_alias_means_its_topic(written: Knowledge) -> None:
    """Typed alone it wins before all topics of which it is only a part."""
    named: dict[tuple[str, ...], set[str]] = {}
    for topic in written.topics.values():
        for listed in (*topic.aliases.values(), topic.title.values()):
            for name in listed:
                named.setdefault(without_links(words_of(name)), set()).add(topic.id)
    lost = [
        (name, owners)
        for name, owners in named.items()
        if written.search.find(" ".join(name))
        and written.search.find(" ".join(name))[0].topic not in owners
    ]
    assert lost == []


@pytest.mark.parametrize("text", ["investissement", "الاستثمار", "listitmar", "لانفيستيسمون"])
@pytest.mark.parametrize("table", [None, "investment/mdm-fund"])
def test_a_bare_name_leaves_the_table(written: Knowledge, text: str, table: str | None) -> None:
    assert route(written, text, on_table=table).topic == "investment"


@pytest.mark.parametrize("text", ["w ch7al tman", "شحال التمن", "كم ثمنه", "c'est quel prix"])
def test_a_price_is_not_a_programme(written: Knowledge, text: str) -> None:
    assert route(written, text).kind == "unknown"
    assert route(written, text, on_table="skills").topic == "skills"


@pytest.mark.parametrize(
    "text",
    [
        "premier programme",
        "le programme numéro 1",
        "programme 1",
        "البرنامج الأول",
        "البرنامج رقم ١",
        "البرنامج اللول",
        "lbarnamaj lewwel",
        "w barnamaj 1",
    ],
)
def test_a_programme_is_found_by_its_number(written: Knowledge, text: str) -> None:
    assert written.search.find(text)[0].topic == "culture"


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        (2, ["deuxième programme", "البرنامج الثاني", "البروغرام 2", "lbarnamaj tani"]),
        (3, ["le 3ème programme", "البرنامج الثالث", "البرنامج التالت", "lbarnamaj talet"]),
        (8, ["programme n° 8", "البرنامج رقم 8", "البرنامج التامن", "lbarnamaj tamen"]),
    ],
)
def test_ordinals_number_the_programmes(written: Knowledge, number: int, texts: list[str]) -> None:
    programme = written.programmes()[number - 1].id
    found = {text: route(written, text).topic for text in texts}
    assert found == dict.fromkeys(texts, programme)


@pytest.mark.parametrize(
    "text",
    [
        "تأمين",
        "tman",
        "tamen",
        "لحسن الثاني",
        "الثامن من الشهر",
        "lewwel",
        "les 8 programmes",
    ],
)
def test_no_number_hijacks(written: Knowledge, text: str) -> None:
    routed = route(written, text)
    assert routed.topic is None
    assert not {one.topic for one in routed.ranked} & {"culture", "education", "governance"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("كيف أستثمر في المغرب وأنا مقيم في هولندا", "investment/mdm-fund"),
        ("combien pour investir au maroc", "investment/mdm-fund"),
        ("programme investissement c'est quoi", "investment"),
    ],
)
def test_a_part_answers_what_its_programme_does_not_tell(
    written: Knowledge, text: str, topic: str
) -> None:
    assert route(written, text).topic == topic
