"""Finding the topic that a message is about: any variety, any script, misspelt, in a sentence.

Two things speak for a topic. How people speak of it and what is said of it: the words of its
names and questions, and those of its answers, by BM25 (`corpus`). And its names (`naming`): a
message that holds a name whole, or is one, means that topic more surely than words can tell.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

import numpy as np

from knowledge import bereavement
from knowledge.concepts import Concepts
from knowledge.corpus import Corpus, Shares, only_fillers
from knowledge.facets import Cue, cue_in, cued_facet
from knowledge.guessing import Guessing
from knowledge.naming import UNNAMED, Naming, Query, telling
from knowledge.numbered import MARK, with_numbers
from knowledge.schema import Facet, Topic
from knowledge.vocabulary import is_common, is_filler, words_of
from nlu.text.normalise import tokens
from nlu.text.sms import written_out
from nlu.text.variety import Variety

_TOLD = 0.3  # what the words of answers are worth beside those of names and questions
_CANDIDATES, _NAMES_READ = 16, 8  # so many topics are judged, so many by their names too
_NAMED = 0.5  # what a whole name adds to the words that a topic accounts for
_STEEPNESS = 5.5  # so that a score is about the chance of being right (docs/search.md)
_WHOLE_NAME = 0.8
_TELLING_NAME = 0.5  # from here on a name tells by itself
_HALF_NAMED, _MOST_HALF_NAMED = 0.55, 0.39
_NAMED_ALONE = 0.98  # the text is a name, and nothing else
_NUMBERED = 0.9  # "programme 3", among other words
_BESIDE_NAMED = 0.85
_ON_TABLE = 1.25  # so much more speaks for what is talked about already
_LOWEST = 0.15
_COMMON_WEIGHT = 0.06
_NUMBER_WEIGHT = 0.35
_LETTER_WEIGHT = 0.03


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic and how sure the text is about it: 0..1, 0.6 and above is sure.

    `named`: a telling name of the topic stands whole in the text.
    """

    topic: str
    score: float
    named: bool = False

    @property
    def strength(self) -> float:
        """What speaks for the topic, on a scale on which twice is twice as much."""
        return -math.log1p(-self.score)


@dataclass(frozen=True, slots=True)
class Found:
    """What a text is about, best first, and the facet its cue words ask for.

    `explained` gives the words of the text by which people ask for a topic; `senses` the topics
    that the text, a bare ambiguous name, may mean.
    """

    ranked: list[Ranked]
    explained: Callable[[str], frozenset[str]]
    facet: Facet | None
    senses: tuple[str, ...] = ()


class _Judgement(NamedTuple):
    """What is thought of one topic; compares by its score."""

    score: float
    named: bool

    def stronger(self) -> _Judgement:
        """As the topic on the table."""
        return _Judgement(1 - math.pow(1 - self.score, _ON_TABLE), self.named)

    def beside_a_name(self) -> _Judgement:
        """As a topic that the text does not name, where it is the name of another."""
        return _Judgement(min(self.score, _BESIDE_NAMED), named=False)


_NOTHING = _Judgement(0.0, named=False)
_TEXTS_KEPT = 64
_DIED = _Judgement(bereavement.SCORE, named=True)


class Search:
    """An index over topics, built once."""

    def __init__(self, topics: Iterable[Topic], concepts: Concepts) -> None:
        listed = list(topics)
        self._topics = [topic.id for topic in listed]
        self._places = {name: place for place, name in enumerate(self._topics)}
        self._asked = Corpus(map(_asked, listed), concepts)
        self._told = Corpus(map(_told, listed), concepts, as_spelt=True)
        self._guessing = Guessing(self._asked.words())
        self._namings = [Naming(topic, self._weight) for topic in listed]
        self._unspoken = [place for place, topic in enumerate(listed) if _unspoken(topic)]
        # One turn searches the same text twice: for context, and for the answer.
        self._read = lru_cache(maxsize=_TEXTS_KEPT)(self._judge)

    def find(
        self,
        text: str,
        lang: Variety | None = None,
        *,
        on_table: str | None = None,
        limit: int = 5,
    ) -> Found:
        """The topics that the text is about, best first; none when it is about none.

        A name that means one topic in one variety and one in another means that of `lang`. The
        topic on the table wins ties but is not found by that alone.
        """
        query, read = self._read(text, lang)
        judged = dict(read)
        table = self._places.get(on_table) if on_table else None
        if table in judged and judged[table].score != _BESIDE_NAMED:
            judged[table] = judged[table].stronger()
        order = sorted(
            (place for place, judgement in judged.items() if judgement.score >= _LOWEST),
            key=lambda place: (-judged[place].score, self._topics[place]),
        )[:limit]
        return Found(
            [Ranked(self._topics[place], *judged[place]) for place in order],
            partial(self._explained, query),
            cued_facet(text),
        )

    def _judge(self, text: str, lang: Variety | None) -> tuple[Query, dict[int, _Judgement]]:
        """What a text asks for and how sure it is about each topic, whatever is on the table."""
        query = self._query(text)
        judged = self._judged(query, lang)
        died = self._places.get(bereavement.TOPIC)
        if died is not None and bereavement.somebody_died(tokens(text)):
            judged[died] = max(judged.get(died, _NOTHING), _DIED)
        return query, judged

    def _query(self, text: str) -> Query:
        words = words_of(text)
        plain = _without_cue(words, cue_in(text))
        unknown = [word for word in plain if not (is_common(word) or self._asked.knows(word))]
        guesses = {word: self._guessing.meant(word) for word in unknown}
        return Query(words, plain, guesses)

    def _judged(self, query: Query, lang: Variety | None) -> dict[int, _Judgement]:
        """The likeliest topics, how sure the query is about each, and whether it names it."""
        told = self._telling(query)
        worth = telling(sum(told.values()))
        shares = self._shares(query)
        likeliest = np.argsort(-shares, kind="stable")[:_CANDIDATES]
        judged: dict[int, _Judgement] = {}
        for rank, place in enumerate(map(int, likeliest[shares[likeliest] > 0])):
            name = self._namings[place].read(query) if rank < _NAMES_READ else UNNAMED
            score = _sure(name.sure, worth * float(shares[place]))
            if len(told) <= 1:
                score = _whole(score) if name.whole else _half(score)
            judged[place] = _Judgement(score, name.whole and name.sure >= _TELLING_NAME)
        for number in (word for word in query.words if word.startswith(MARK)):
            numbered = _Judgement(_NUMBERED, named=True)
            judged.update(dict.fromkeys(self._called((number,), self._unspoken, lang), numbered))
        called = self._called(query.bare, [*judged, *self._unspoken], lang)
        return self._with_name(called, judged)

    def _called(
        self, name: tuple[str, ...], places: Iterable[int], lang: Variety | None
    ) -> list[int]:
        """Those of the topics that have the name: in that variety, or, if none has, in any."""
        owners = [(place, self._namings[place].bare.get(name)) for place in dict.fromkeys(places)]
        own = [place for place, varieties in owners if varieties and lang in varieties]
        return own or [place for place, varieties in owners if varieties]

    def _with_name(self, alone: list[int], judged: dict[int, _Judgement]) -> dict[int, _Judgement]:
        """The same where the query is a name of these topics and nothing else."""
        if alone:
            judged = {place: judgement.beside_a_name() for place, judgement in judged.items()}
            judged.update(dict.fromkeys(alone, _Judgement(_NAMED_ALONE, named=True)))
        return judged

    def _telling(self, query: Query) -> dict[str, float]:
        """The words of the query that tell something, and how much, 0..1.

        A short word that is known by its sound alone is worth half: many words sound like it.
        """
        words = [word for word in query.meant if not _says_nothing(word)]
        known = {word for word in words if self._asked.knows(word)}
        return {word: self._weight(word) * self._asked.trust(word) for word in known}

    def _shares(self, query: Query) -> Shares:
        """How far each topic accounts for the words of a query, 0..1."""
        asked, told = (corpus.shares(query.meant) for corpus in (self._asked, self._told))
        return (asked + _TOLD * told) / (1 + _TOLD)

    def _weight(self, word: str) -> float:
        """How telling a word of a name is, 0..1: the fewer topics have it, the more."""
        if is_common(word):
            return _COMMON_WEIGHT
        if word.isdecimal():
            return _NUMBER_WEIGHT
        return _LETTER_WEIGHT if len(word) == 1 else self._asked.weight(word)

    def _explained(self, query: Query, topic: str) -> frozenset[str]:
        """The words of the query by which people ask for the topic."""
        place = self._places[topic]
        return frozenset(
            word
            for word in query.words
            if not _says_nothing(word) and self._asked.holds(place, word)
        )


def _without_cue(words: list[str], cue: Cue | None) -> list[str]:
    """The words but for the number of a programme and the phrase that asks for a facet.

    "Combien de temps" is no word of those who give their time.
    """
    asking = range(cue.start, cue.start + cue.words) if cue and cue.words > 1 else ()
    return [
        word
        for place, word in enumerate(words)
        if place not in asking and not word.startswith(MARK)
    ]


def _says_nothing(word: str) -> bool:
    return is_filler(word) or is_common(word) or word.isdecimal()


def _sure(named: float, share: float) -> float:
    """How sure a topic is that is named so far and accounts for so much, 0..1."""
    return 1 - math.exp(-_STEEPNESS * share * (1 + _NAMED * named))


def _whole(score: float) -> float:
    """What a name of one telling word is worth, among words that tell nothing: it is sure."""
    return max(score, _WHOLE_NAME + (1 - _WHOLE_NAME) * score / 2)


def _half(score: float) -> float:
    """What one word of a longer name, alone, is worth: enough to be asked about."""
    return min(score * _HALF_NAMED, _MOST_HALF_NAMED)


def _unspoken(topic: Topic) -> bool:
    """Whether a name of the topic has no word to find it by: "programme 3", "qui sait quoi"."""
    return topic.parent is None or any(only_fillers(name) for _, name in topic.names())


def _asked(topic: Topic) -> Iterable[str]:
    """How people speak of a topic. The number of a programme is no word of it."""
    texts = chain((name for _, name in topic.names()), *topic.questions.values())
    return texts if topic.parent else map(_without_number, texts)


def _without_number(text: str) -> str:
    words = with_numbers(written_out(tokens(text)))
    return " ".join(word for word in words if not word.startswith(MARK))


def _told(topic: Topic) -> Iterator[str]:
    for answer in topic.answers.values():
        yield from answer.texts.values()
