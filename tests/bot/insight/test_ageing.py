"""Which answers are to be looked at again, and what a confirmation changes. Pure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.insight.ageing import STAFF_NOTES, Reason, ageing, confirmed, shown_answers
from knowledge.base import Knowledge
from knowledge.schema import Source, Topic
from knowledge.verified import CONFIRMED_FOR, Verifications

TODAY = date(2026, 11, 26)
DATED = Source.model_construct(
    title="Page", url="https://example.org", as_of="2026-01-01", confidence="high"
)
UNDATED = DATED.model_copy(update={"as_of": None})
DOUBTFUL = DATED.model_copy(update={"confidence": "low"})


@pytest.fixture
def topic(knowledge: Knowledge) -> Topic:
    return knowledge.topic("culture")


def only(topic: Topic, source: Source, *, review_by: date | None = TODAY) -> Knowledge:
    """A knowledge base of that one topic, with one answer and one source."""
    answer = topic.answers["overview"].model_copy(update={"sources": ("page",)})
    changed = topic.model_copy(
        update={
            "answers": {"overview": answer},
            "sources": {"page": source},
            "review_by": review_by,
            "verified_on": None,
            "staff_notes": "Deux sources se contredisent.",
        }
    )
    return Knowledge({topic.id: changed}, {})


def reasons(knowledge: Knowledge, verifications: Verifications | None = None) -> list[list[Reason]]:
    found = ageing(knowledge, verifications or Verifications(), {}, TODAY)
    return [list(fact.reasons) for fact in found]


def test_a_dated_answer_within_its_time_is_not_to_be_looked_at(topic: Topic) -> None:
    assert reasons(only(topic, DATED)) == []


def test_stale_undated_and_doubtful(topic: Topic) -> None:
    yesterday = TODAY - timedelta(days=1)
    assert reasons(only(topic, DATED, review_by=yesterday)) == [[Reason.STALE]]
    assert reasons(only(topic, UNDATED)) == [[Reason.UNDATED]]
    assert reasons(only(topic, DATED, review_by=None)) == [[Reason.UNDATED]]


def test_what_is_of_low_confidence_is_told_to_staff_only(topic: Topic) -> None:
    knowledge = only(topic, DATED)
    with_doubt = knowledge.topic(topic.id).model_copy(
        update={"sources": {"page": DATED, "blog": DOUBTFUL}}
    )
    [fact] = ageing(Knowledge({topic.id: with_doubt}, {}), Verifications(), {}, TODAY)
    assert fact.facet == STAFF_NOTES
    assert not fact.for_citizens
    assert list(fact.texts.values()) == ["Deux sources se contredisent."]


def test_a_confirmation_holds_for_its_time(topic: Topic) -> None:
    knowledge, verifications = only(topic, UNDATED, review_by=date(2026, 1, 1)), Verifications()
    assert reasons(knowledge) == [[Reason.STALE, Reason.UNDATED]]
    verifications.replace({(topic.id, "overview"): TODAY - CONFIRMED_FOR})
    assert reasons(knowledge, verifications) == []
    [fact] = confirmed(knowledge, verifications, {}, TODAY)
    assert fact.verified_on == TODAY - CONFIRMED_FOR
    verifications.replace({(topic.id, "overview"): TODAY - CONFIRMED_FOR - timedelta(days=1)})
    assert reasons(knowledge, verifications) == [[Reason.STALE, Reason.UNDATED]]


def test_what_is_shown_most_comes_first(knowledge: Knowledge) -> None:
    plain = ageing(knowledge, Verifications(), {}, TODAY)
    last = plain[-1]
    counted = ageing(knowledge, Verifications(), {(last.topic.id, last.facet): 9}, TODAY)
    assert (counted[0].topic.id, counted[0].facet, counted[0].shown) == (
        last.topic.id,
        last.facet,
        9,
    )


def test_a_facet_without_an_answer_shows_the_overview(topic: Topic) -> None:
    counts = {(topic.id, "overview"): 2, (topic.id, "deadline"): 3, (topic.id, None): 1}
    assert shown_answers(only(topic, DATED), counts) == {(topic.id, "overview"): 6}
