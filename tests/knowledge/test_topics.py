"""The knowledge base as written: without faults, and every topic can be found."""

import pytest

from knowledge.base import Knowledge
from knowledge.loading import load
from knowledge.routing import route


@pytest.fixture(scope="module")
def written() -> Knowledge:
    return load()


def test_every_topic_is_found_by_its_titles(written: Knowledge) -> None:
    lost = [
        (topic.id, title)
        for topic in written.topics.values()
        for title in topic.title.values()
        if topic.id not in [found.topic for found in written.search(title).ranked[:3]]
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
        if topic not in [found.topic for found in written.search(alias).ranked[:3]]
    ]
    assert len(missed) <= len(aliases) * 0.05, missed


def test_a_bare_title_or_alias_means_its_topic(written: Knowledge) -> None:
    """Typed alone it wins before all topics of which it is only a part."""
    lost = [
        (topic.id, name)
        for topic in written.topics.values()
        for variety, name in topic.names()
        if written.search(name, variety).ranked[0].topic != topic.id
        and topic.id not in written.search(name, variety).senses
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
    assert written.search(text).ranked[0].topic == "culture"


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
    ],
)
def test_no_number_hijacks(written: Knowledge, text: str) -> None:
    ranked = route(written, text).ranked
    assert not {one.topic for one in ranked} & {"culture", "education", "governance"}


def test_the_list_of_programmes_is_a_topic(written: Knowledge) -> None:
    assert route(written, "les 8 programmes").topic == "strategy/programmes-list"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("investissement, combien ?", "investment/incentives"),
        ("l'investissement, quels papiers ?", "investment/investor-support"),
        ("programme investissement c'est quoi", "investment"),
    ],
)
def test_a_part_answers_what_its_programme_does_not_tell(
    written: Knowledge, text: str, topic: str
) -> None:
    assert route(written, text).topic == topic
