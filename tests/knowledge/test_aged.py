"""When a topic wants checking again, and which sources bear no date."""

from datetime import date

from knowledge.base import Knowledge
from tests.knowledge.conftest import TODAY

LAST_DAY = date(2027, 1, 31)


def test_the_day_of_review_is_the_last_fresh_day(knowledge: Knowledge) -> None:
    topic = knowledge.topic("culture")
    assert topic.review_by == LAST_DAY
    assert not topic.past_review(TODAY)
    assert not topic.past_review(LAST_DAY)
    assert topic.past_review(date(2027, 2, 1))


def test_without_a_day_of_review_it_is_past_it(knowledge: Knowledge) -> None:
    assert knowledge.topic("culture").model_copy(update={"review_by": None}).past_review(TODAY)


def test_a_page_without_a_date_is_undated_and_an_official_document_is_not(
    knowledge: Knowledge,
) -> None:
    document, page = knowledge.sources_for("culture", "overview")
    assert not document.undated
    assert not page.undated
    assert page.model_copy(update={"as_of": None}).undated
