"""Topics that are registered but have no file: known by name, answered by nothing."""

from pathlib import Path

import pytest

from knowledge.base import Knowledge
from knowledge.loading import KnowledgeError, load, load_elsewhere, load_registry
from knowledge.routing import route
from tests.knowledge.conftest import FIXTURES

BOURSE = "social/scholarships"


@pytest.mark.parametrize("table", [None, BOURSE, "culture", "social/holiday-camps"])
@pytest.mark.parametrize(
    "text",
    [
        "et le passeport ça coûte combien",
        "dédouaner ma voiture",
        "l'avocat est gratuit ?",
        "والباسبور شحال كيسوا",
        "شنو كاين فديوانة الطوموبيل",
        "المحامي واش كاين فابور",
        "ما هو تعريف الجالية",
        "وجواز السفر كم ثمنه",
        "مؤسسة الحسن الثاني",
        "w lpasseport ch7al kayswa",
        "diwana dyal tomobil",
        "lmo7ami wach fabor",
    ],
)
def test_what_has_no_file_is_unknown_whatever_is_on_the_table(
    knowledge: Knowledge, text: str, table: str | None
) -> None:
    assert route(knowledge, text, on_table=table).kind == "unknown"


@pytest.mark.parametrize("table", [None, BOURSE])
@pytest.mark.parametrize(
    "text", ["dar al maghrib", "دار المغرب", "dar lmaghrib", "w dar lmaghrib ?"]
)
def test_the_programme_that_tells_of_it_is_offered(
    knowledge: Knowledge, text: str, table: str | None
) -> None:
    routed = route(knowledge, text, on_table=table)
    assert (routed.kind, [one.topic for one in routed.ranked]) == ("ambiguous", ["culture"])


def test_the_programme_on_the_table_is_not_offered_again(knowledge: Knowledge) -> None:
    routed = route(knowledge, "et dar al maghrib ?", on_table="culture")
    assert routed.kind == "unknown"
    assert [one.topic for one in routed.ranked] == ["culture"]


@pytest.mark.parametrize(
    "text",
    ["je dépose au consulat ?", "واش نحط الدوسي فالقنصلية", "n7et dossier f lconsulat ?"],
)
def test_words_the_table_tells_of_stay_with_it(text: str) -> None:
    written = load(Path(__file__).parents[2] / "knowledge" / "topics")
    assert route(written, text, on_table=BOURSE).topic == BOURSE


def test_a_topic_with_a_file_is_ignored_there(knowledge: Knowledge) -> None:
    assert "social/holiday-camps" in load_elsewhere()
    for table in (None, BOURSE):
        assert route(knowledge, "colonies de vacances", on_table=table).topic == (
            "social/holiday-camps"
        )


def test_the_search_finds_only_what_has_a_file(knowledge: Knowledge) -> None:
    for text in ("passeport", "douane", "الجواز", "diwana"):
        assert all(found.topic in knowledge.topics for found in knowledge.search.find(text))


def test_only_registered_ids_stand_there(tmp_path: Path) -> None:
    assert load_elsewhere().keys() <= load_registry().keys()
    wrong = tmp_path / "elsewhere.yaml"
    wrong.write_text("unanswered:\n  legal/nowhere: [nulle part]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'legal/nowhere' is not a registered topic id"):
        load(FIXTURES, elsewhere=wrong)
