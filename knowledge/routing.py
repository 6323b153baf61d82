"""The one rule for what a question is about, used by the action and by the degraded mode."""

from dataclasses import dataclass
from typing import Literal

from knowledge.base import Context, Knowledge
from knowledge.facets import cue_in
from knowledge.schema import Facet
from knowledge.search import Found, Ranked
from knowledge.vocabulary import unknown_words
from nlu.text.normalise import tokens
from nlu.text.variety import Variety

Kind = Literal["answer", "ambiguous", "unknown"]

_CONFIDENT_FACET = 0.5
# Read off the curve in docs/search.md.
_NAMED = 0.4  # from here on a topic is named well enough to answer
_HALF_NAMED = 0.38  # what is named less leaves no table, and tells nothing its programme does not
_SURE = 0.7  # ... and well enough to leave the table for it, whatever is said there
_WORTH_ASKING = 0.25  # below it a topic is not even offered
_NAMED_UNASKED, _WORTH_ASKING_UNASKED = 0.8, 0.65  # ... where it may be no question at all
_TIE = 0.97  # what has so much of the best topic's strength is as likely
_NAMED_TIE = 0.85  # ... or so much, where both are named
_TABLE_TIE = 0.75  # ... and so much is enough for what is talked about already
_BESIDE = 0.8  # ... and what has so much is told as a second reading
# "There", "to it", "in it": what is said is said of what is talked about.
_BACK = frozenset(
    [
        "y",
        "fih",
        "fiha",
        "liha",
        "lih",
        "biha",
        "bih",
        "mnha",
        "mnou",
        "فيه",
        "فيها",
        "ليها",
        "ليه",
        "بيها",
        "بيه",
        "منها",
        "منو",
    ]
)
_MOST_CHOICES = 3
_MOST_BESIDE = 2
_FOLLOW_UP = 0.6  # the least a topic reached by a follow-up scores
_ASIDE = 2  # so many words of its own a follow-up may have: "et pour ma fille à Lyon ?"
_ASIDE_ASKED = 4  # ... and one that asks for a facet


@dataclass(frozen=True, slots=True)
class Routed:
    """What a question is about.

    kind "answer": `topic` is set and heads `ranked`, `beside` holds what else may be meant;
    "ambiguous": `ranked` holds the one to three topics to ask about; "unknown": `ranked` holds what
    came nearest, maybe nothing.
    """

    topic: str | None
    facet: Facet
    ranked: list[Ranked]
    kind: Kind
    beside: tuple[str, ...] = ()


def route(
    knowledge: Knowledge,
    text: str,
    lang: Variety | None = None,
    *,
    on_table: str | None = None,
    facet: Facet | None = None,
    facet_confidence: float = 0.0,
    is_question: bool = False,
) -> Routed:
    """The topic and facet of a question.

    `is_question` says that Rasa took the text for a question about a programme; without that it may
    be about anything, and only a topic that is surely meant is answered.

    A bare name that means several topics asks which; a text that names one gets it; near ties and
    what is half named are ambiguous; a follow-up without a topic of its own stays with the one on
    the table. A confident facet from Rasa overrides a cue of one word; without either it is the
    overview.
    """
    table = on_table if on_table in knowledge.topics else None
    asked = _facet(text, facet, facet_confidence)
    found = knowledge.search(text, lang, Context(table))
    ranked = found.ranked
    best = ranked[0].score if ranked else 0.0
    if found.senses and table not in found.senses:
        choices = [Ranked(topic, _SURE) for topic in found.senses[:_MOST_CHOICES]]
        return Routed(None, asked or "overview", choices, "ambiguous")
    if table and _follows(knowledge, text, asked, found, table):
        return _stay(table, asked, ranked)
    ties = _near_ties(knowledge, ranked, table)
    if len(ties) > 1 and (is_question or best >= _NAMED_UNASKED or ties[0].named):
        return Routed(None, asked or "overview", ties, "ambiguous")
    goes_on = bool(ties) and ties[0].topic == table
    named = bool(ranked) and ranked[0].named
    if best < (_NAMED if is_question or goes_on or named else _NAMED_UNASKED):
        worth = _WORTH_ASKING if is_question else _WORTH_ASKING_UNASKED
        return _offered(asked or "overview", ranked, worth)
    chosen = _told_below(knowledge, ties[0], ranked, asked)
    beside = _beside(knowledge, chosen, ranked)
    return Routed(chosen.topic, asked or "overview", _first(chosen, ranked), "answer", beside)


def _beside(knowledge: Knowledge, chosen: Ranked, ranked: list[Ranked]) -> tuple[str, ...]:
    """What may be meant nearly as well as the topic chosen; not what stands above it."""
    above = [topic.id for topic in knowledge.ancestors(chosen.topic)]
    near = (
        r.topic
        for r in ranked
        if r.strength >= _BESIDE * chosen.strength and r.topic not in (chosen.topic, *above)
    )
    return tuple(near)[:_MOST_BESIDE]


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
        if telling and other.score >= _HALF_NAMED:
            return other
    return best


def _facet(text: str, facet: Facet | None, confidence: float) -> Facet | None:
    cue = cue_in(text)
    if cue is None or facet is None:
        return cue.facet if cue else facet
    phrased = cue.words > 1 and cue.facet != "overview"
    return cue.facet if phrased or confidence < _CONFIDENT_FACET else facet


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


def _follows(
    knowledge: Knowledge, text: str, asked: Facet | None, found: Found, table: str
) -> bool:
    """Whether a text goes on about the topic on the table, whatever else its words may mean."""
    if found.ranked:
        best = found.ranked[0]
        words = found.explained(best.topic)
        told = bool(words) and _goes_on(knowledge, table, asked, best.topic, words)
        points_back = not best.named or bool(_BACK & set(tokens(text)))
        if best.topic == table or (told and asked is not None and points_back):
            return True
        if best.score >= _SURE:
            return False
        if best.score >= _HALF_NAMED and (told or asked is None or best.named):
            return told
    own = [word for word in unknown_words(text) if not knowledge.tells(table, None, word)]
    return len(own) <= (_ASIDE if asked is None else _ASIDE_ASKED)


def _stay(table: str, cued: Facet | None, ranked: list[Ranked]) -> Routed:
    score = max([_FOLLOW_UP, *(r.score for r in ranked if r.topic == table)])
    return Routed(table, cued or "overview", _first(Ranked(table, score), ranked), "answer")


def _offered(facet: Facet, ranked: list[Ranked], worth_asking: float) -> Routed:
    """What to ask about where no topic is named well enough, if any is worth it."""
    offered = [r for r in ranked if r.score >= worth_asking][:_MOST_CHOICES]
    return Routed(None, facet, offered or ranked, "ambiguous" if offered else "unknown")


def _near_ties(knowledge: Knowledge, ranked: list[Ranked], table: str | None) -> list[Ranked]:
    """The topics that the text names about as well as the best one, best first."""
    if not ranked:
        return []
    best = ranked[0].strength
    for one in ranked:
        tied = one.strength >= (_TIE if ranked[0].named and not one.named else _TABLE_TIE) * best
        if one.topic == table and tied:
            return [one]
    near = [
        r
        for r in ranked
        if r.strength >= (_NAMED_TIE if r.named and ranked[0].named else _TIE) * best
        and r.score >= _WORTH_ASKING
    ]
    above = {topic.id for r in near for topic in knowledge.ancestors(r.topic)}
    if ranked[0].topic in above:
        return ranked[:1]
    return [r for r in near if r.topic not in above][:_MOST_CHOICES]


def _first(chosen: Ranked, ranked: list[Ranked]) -> list[Ranked]:
    return [chosen, *(r for r in ranked if r.topic != chosen.topic)]
