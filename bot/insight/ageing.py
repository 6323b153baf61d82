"""Which answers of the knowledge base are to be looked at again, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.base import Knowledge
from knowledge.schema import Facet, Source, Topic
from knowledge.verified import Verifications
from nlu.text.variety import Variety

STAFF_NOTES = "staff_notes"
"""Stands for a facet where something is told to staff only."""


class Reason(StrEnum):
    """Why an answer is to be looked at."""

    STALE = "stale"  # the day by which it was to be looked at is over
    UNDATED = "undated"  # no such day, or a source without a date
    LOW = "low"  # a source of low confidence: told to staff only


@dataclass(frozen=True)
class Ageing:
    """One answer with its sources; `facet` is STAFF_NOTES where only staff are told."""

    topic: Topic
    facet: str
    reasons: Sequence[Reason]
    texts: Mapping[Variety, str]
    sources: Sequence[Source]
    verified_on: date | None
    shown: int = 0

    @property
    def for_citizens(self) -> bool:
        """Whether citizens are told it."""
        return self.facet != STAFF_NOTES


Showings = Mapping[tuple[str, str], int]


def ageing(
    knowledge: Knowledge, verifications: Verifications, showings: Showings, today: date
) -> list[Ageing]:
    """All that is to be looked at, what is shown most first."""
    found = (
        fact
        for topic in knowledge.topics.values()
        for fact in (*_answers(topic, verifications, today), *_notes(topic))
    )
    return by_showing(found, showings)


def confirmed(
    knowledge: Knowledge, verifications: Verifications, showings: Showings, today: date
) -> list[Ageing]:
    """All answers that staff confirmed, or the files say were, what is shown most first."""
    found = (
        _fact(topic, facet, verifications, today)
        for topic in knowledge.topics.values()
        for facet in topic.answers
        if verifications.day(topic, facet)
    )
    return by_showing(found, showings)


def by_showing(facts: Iterator[Ageing], showings: Showings) -> list[Ageing]:
    """The facts with how often each was shown; the most often shown first."""
    counted = [
        Ageing(
            fact.topic,
            fact.facet,
            fact.reasons,
            fact.texts,
            fact.sources,
            fact.verified_on,
            showings.get((fact.topic.id, fact.facet), 0),
        )
        for fact in facts
    ]
    return sorted(counted, key=lambda fact: -fact.shown)


def shown_answers(knowledge: Knowledge, counts: Mapping[tuple[str, str | None], int]) -> Showings:
    """How often each answer was shown, from how often each facet was asked for.

    A facet without an answer shows the overview.
    """
    showings: dict[tuple[str, str], int] = {}
    for (topic_id, facet), count in counts.items():
        topic = knowledge.topics.get(topic_id)
        told = facet if topic and facet in topic.answers else "overview"
        showings[topic_id, told] = showings.get((topic_id, told), 0) + count
    return showings


def _answers(topic: Topic, verifications: Verifications, today: date) -> Iterator[Ageing]:
    for facet in topic.answers:
        fact = _fact(topic, facet, verifications, today)
        if fact.reasons:
            yield fact


def _fact(topic: Topic, facet: Facet, verifications: Verifications, today: date) -> Ageing:
    answer = topic.answers[facet]
    sources = [topic.sources[name] for name in answer.sources]
    reasons = tuple(_reasons(topic, facet, sources, verifications, today))
    verified_on = verifications.day(topic, facet)
    return Ageing(topic, facet, reasons, answer.texts, sources, verified_on)


def _reasons(
    topic: Topic,
    facet: Facet,
    sources: Sequence[Source],
    verifications: Verifications,
    today: date,
) -> Iterator[Reason]:
    """Who confirmed an answer also answers for its undated sources, for as long as that holds."""
    overdue = verifications.overdue(topic, facet, today)
    if overdue and verifications.due(topic, facet):
        yield Reason.STALE
    held = verifications.day(topic, facet) is not None and not overdue
    if not held and (topic.review_by is None or any(source.undated for source in sources)):
        yield Reason.UNDATED
    if any(source.confidence == "low" for source in sources):
        yield Reason.LOW


def _notes(topic: Topic) -> Iterator[Ageing]:
    """Sources of low confidence never reach citizens: what they say stands in the notes."""
    doubtful = [source for source in topic.sources.values() if source.confidence == "low"]
    if doubtful and topic.staff_notes:
        notes: Mapping[Variety, str] = {"fr": topic.staff_notes}
        yield Ageing(topic, STAFF_NOTES, (Reason.LOW,), notes, doubtful, topic.verified_on)
