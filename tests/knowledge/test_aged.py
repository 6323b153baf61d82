"""When a source or a topic wants checking again."""

from dataclasses import replace
from datetime import date

from knowledge.base import Knowledge
from knowledge.schema import Source, aged

TODAY = date(2026, 11, 21)
LATER = date(2027, 1, 31)


def test_a_dated_page_before_its_review_is_fresh() -> None:
    assert not aged(Source("P1", "Page", as_of="2018", review_by=LATER), TODAY)


def test_an_undated_page_counts_as_past_review() -> None:
    source = Source("P1", "Page", url="https://example.org", review_by=LATER)
    assert source.undated
    assert aged(source, TODAY)


def test_an_official_document_is_not_undated() -> None:
    assert not aged(Source("S1", "Plan", document="001", review_by=LATER), TODAY)


def test_the_day_of_review_is_the_last_fresh_day(knowledge: Knowledge) -> None:
    topic = knowledge.topic("culture")
    assert topic.review_by == LATER
    assert not aged(topic, LATER)
    assert aged(topic, date(2027, 2, 1))
    assert aged(topic.sources["P1"], date(2027, 2, 1))


def test_without_a_review_date_it_is_aged(knowledge: Knowledge) -> None:
    assert aged(replace(knowledge.topic("culture"), review_by=None), TODAY)
    assert aged(Source("P1", "Page", as_of="2018"), TODAY)
