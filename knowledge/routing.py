"""The one rule for what a question is about, used by the action and by the degraded mode."""

from dataclasses import dataclass
from typing import Literal

from knowledge.base import Knowledge
from knowledge.facets import cued_facet
from knowledge.schema import Facet
from knowledge.search import Ranked
from knowledge.vocabulary import unknown_words

Kind = Literal["answer", "ambiguous", "unknown"]

_CONFIDENT_FACET = 0.5
_NAMED = 0.47  # from here on a topic is named well enough to answer
_WORTH_ASKING = 0.35  # below it a topic is not even offered
_TIE = 0.08
_MOST_CHOICES = 3
_FOLLOW_UP = 0.6  # the least a topic reached by a follow-up scores
_ASIDE = 2  # so many words of its own a follow-up may have: "et pour ma fille à Lyon ?"


@dataclass(frozen=True, slots=True)
class Routed:
    """What a question is about.

    kind "answer": `topic` is set and heads `ranked`; "ambiguous": `ranked` holds the two or three
    topics to ask about; "unknown": `ranked` holds what came nearest, maybe nothing.
    """

    topic: str | None
    facet: Facet
    ranked: list[Ranked]
    kind: Kind


def route(
    knowledge: Knowledge,
    text: str,
    *,
    on_table: str | None = None,
    facet: Facet | None = None,
    facet_confidence: float = 0.0,
) -> Routed:
    """The topic and facet of a question.

    A text that names a topic gets it, two or three near ties are ambiguous, and a follow-up
    without a topic of its own stays with the one on the table. A confident facet from Rasa
    overrides the cue words; without either it is the overview.
    """
    table = on_table if on_table in knowledge.topics else None
    cued = _facet(text, facet, facet_confidence)
    ranked = knowledge.search.find(text, on_table=table)
    best = ranked[0].score if ranked else 0.0
    if best < _NAMED and table and _follows(text, cued, best):
        return _stay(table, cued, ranked)
    ties = _near_ties(knowledge, ranked, table)
    if len(ties) > 1:
        return Routed(None, cued or "overview", ties, "ambiguous")
    if best < _NAMED:
        return Routed(None, cued or "overview", ranked, "unknown")
    return Routed(ties[0].topic, cued or "overview", _first(ties[0], ranked), "answer")


def _facet(text: str, facet: Facet | None, confidence: float) -> Facet | None:
    if facet is not None and confidence >= _CONFIDENT_FACET:
        return facet
    return cued_facet(text)


def _follows(text: str, cued: Facet | None, best: float) -> bool:
    """Whether a text that names no topic goes on about the one on the table."""
    if best >= _WORTH_ASKING and cued is None:
        return False
    return cued is not None or len(unknown_words(text)) <= _ASIDE


def _stay(table: str, cued: Facet | None, ranked: list[Ranked]) -> Routed:
    score = max([_FOLLOW_UP, *(r.score for r in ranked if r.topic == table)])
    return Routed(table, cued or "overview", _first(Ranked(table, score), ranked), "answer")


def _near_ties(knowledge: Knowledge, ranked: list[Ranked], table: str | None) -> list[Ranked]:
    """The topics that the text names about as well as the best one, best first."""
    if not ranked:
        return []
    floor = max(ranked[0].score - _TIE, _WORTH_ASKING)
    near = [r for r in ranked if r.score >= floor]
    for one in near:
        if one.topic == table:
            return [one]
    narrower = {a.id for r in near for a in knowledge.ancestors(r.topic)}
    specific = [r for r in near if r.topic not in narrower]
    return (specific or near)[:_MOST_CHOICES]


def _first(chosen: Ranked, ranked: list[Ranked]) -> list[Ranked]:
    return [chosen, *(r for r in ranked if r.topic != chosen.topic)]
