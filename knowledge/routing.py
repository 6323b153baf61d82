"""The one rule for what a question is about, used by the action and by the degraded mode."""

from dataclasses import dataclass
from typing import Literal

from knowledge.base import Knowledge
from knowledge.facets import cue_in
from knowledge.schema import Facet
from knowledge.search import Elsewhere, Found, Ranked
from knowledge.vocabulary import unknown_words

Kind = Literal["answer", "ambiguous", "unknown"]

_CONFIDENT_FACET = 0.5
_NAMED = 0.47  # from here on a topic is named well enough to answer
_SURE = 0.6  # ... and well enough to leave the table for it, whatever is said there
_WORTH_ASKING = 0.35  # below it a topic is not even offered
_WORTH_ASKING_ALONE = 0.4  # ... or, with no other beside it, below this
_TIE = 0.08
_MOST_CHOICES = 3
_FOLLOW_UP = 0.6  # the least a topic reached by a follow-up scores
_ASIDE = 2  # so many words of its own a follow-up may have: "et pour ma fille à Lyon ?"
_ASIDE_ASKED = 4  # ... and one that asks for a facet


@dataclass(frozen=True, slots=True)
class Routed:
    """What a question is about.

    kind "answer": `topic` is set and heads `ranked`; "ambiguous": `ranked` holds the one to three
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

    A text that names a topic gets it, near ties and what is half named are ambiguous, a
    follow-up without a topic of its own stays with the one on the table, and a text that names
    a topic without a file is unknown, or offers the programme that tells of it. A confident
    facet from Rasa overrides the cue words, unless they are more specific; without either it is
    the overview.
    """
    table = on_table if on_table in knowledge.topics else None
    asked = _facet(text, facet, facet_confidence)
    found = knowledge.search.read(text, on_table=table)
    ranked = found.ranked
    best = ranked[0].score if ranked else 0.0
    if found.elsewhere and _names_another(knowledge, found, found.elsewhere, table, asked):
        return _missing(knowledge, found.elsewhere, table, asked)
    if table and best < _SURE and _follows(knowledge, text, asked, found, table):
        return _stay(table, asked, ranked)
    ties = _near_ties(knowledge, ranked, table)
    if len(ties) > 1 or (ties and _WORTH_ASKING_ALONE <= best < _NAMED):
        return Routed(None, asked or "overview", ties, "ambiguous")
    if best < _NAMED:
        return Routed(None, asked or "overview", ranked, "unknown")
    chosen = _told_below(knowledge, ties[0], ranked, asked)
    return Routed(chosen.topic, asked or "overview", _first(chosen, ranked), "answer")


def _told_below(
    knowledge: Knowledge, best: Ranked, ranked: list[Ranked], asked: Facet | None
) -> Ranked:
    """A named part of the best topic that tells the facet asked for, where the whole does not.

    "How do I invest?" names the programme; how is told by its fund.
    """
    if asked is None or asked in knowledge.topic(best.topic).answers:
        return best
    for other in ranked:
        above = [topic.id for topic in knowledge.ancestors(other.topic)]
        telling = best.topic in above and asked in knowledge.topic(other.topic).answers
        if telling and other.score >= _WORTH_ASKING_ALONE:
            return other
    return best


def _facet(text: str, facet: Facet | None, confidence: float) -> Facet | None:
    cue = cue_in(text)
    if facet is None or confidence < _CONFIDENT_FACET:
        return cue.facet if cue else None
    if cue and cue.facet != "overview" and (facet == "overview" or cue.words > 1):
        return cue.facet
    return facet


def _names_another(
    knowledge: Knowledge,
    found: Found,
    other: Elsewhere,
    table: str | None,
    asked: Facet | None,
) -> bool:
    """Whether a text means a topic without a file, not one of those that have one."""
    if other.score < _NAMED:
        return False
    best = found.ranked[0] if found.ranked else None
    if best and best.score >= _NAMED:
        explained = found.explained[best.topic] <= other.words
        return explained and other.score > best.score + (_TIE if best.topic == table else 0.0)
    return not (table and _goes_on(knowledge, table, asked, other.topic, other.words))


def _goes_on(
    knowledge: Knowledge, table: str, asked: Facet | None, other: str, words: frozenset[str]
) -> bool:
    """Whether words that name another topic are words of what the topic on the table says.

    "Do I hand it in at the consulate?" goes on about grants; a part of the programme on the
    table is another topic, though its overview names it.
    """
    if table in [above.id for above in knowledge.ancestors(other)]:
        return False
    return all(knowledge.tells(table, asked, word) for word in words)


def _missing(
    knowledge: Knowledge, other: Elsewhere, table: str | None, asked: Facet | None
) -> Routed:
    """What is left to say about a topic without a file."""
    offered = knowledge.offered_for(other.topic)
    if offered and offered.id != table:
        choice = [Ranked(offered.id, min(other.score, _NAMED))]
        return Routed(None, "overview", choice, "ambiguous")
    above = [Ranked(topic.id, _WORTH_ASKING) for topic in knowledge.ancestors(other.topic)[:1]]
    return Routed(None, asked or "overview", above, "unknown")


def _follows(
    knowledge: Knowledge, text: str, asked: Facet | None, found: Found, table: str
) -> bool:
    """Whether a text that names no topic for sure goes on about the one on the table."""
    best = found.ranked[0] if found.ranked else None
    if best and best.topic == table:
        return True
    if best and best.score >= _WORTH_ASKING:
        words = found.explained[best.topic]
        if words and _goes_on(knowledge, table, asked, best.topic, words):
            return True
        if asked is None or best.score >= _NAMED:
            return False
    own = [word for word in unknown_words(text) if not knowledge.tells(table, None, word)]
    return len(own) <= (_ASIDE if asked is None else _ASIDE_ASKED)


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
