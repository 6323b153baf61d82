"""Whether a message names a topic: how much of one of its names stands in the message."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from knowledge.corpus import stems_of
from knowledge.schema import Topic
from knowledge.vocabulary import is_common, phrase_of, runs_of, without_links, words_of
from nlu.text.key import key, may_be_same, stem
from nlu.text.variety import Variety

Weight = Callable[[str], float]
Guesses = Mapping[str, float]
_Value = TypeVar("_Value")

_STEEPNESS = 1.6  # one fully telling word is worth 0.8, two 0.96
_SHORTEST_SOUND = 2
_TRUSTED_SOUND = 4
_SHORT_SOUND = 0.5  # what equal sounds of three consonants or less are worth: many words share them
_SHORTEST_FUZZY = 4
_LEAST_ALIKE = 0.78
_LEAST_RATIO = 60.0
_PREFIXED = 0.95
_WHOLE = 0.75  # a name may be misspelt
_LEAST_TOLD = 0.2  # a name of common words alone tells nothing
_PREFIX = re.compile(r"[وفبلكد](?=\w{3})|[bfwd](?=l\w{4})")


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a message, and for each unknown one the known words that it may mean.

    `plain` are those that may tell a topic: without numbers of programmes and cues of facets.
    """

    words: list[str]
    plain: list[str]
    guesses: Mapping[str, Guesses]

    @property
    def bare(self) -> tuple[str, ...]:
        """The words without articles and the like."""
        return without_links(self.words)

    @property
    def meant(self) -> list[str]:
        """The words as they come, the nearest known one for each unknown."""
        return [next(iter(self.guesses.get(word, ())), word) for word in self.plain]


@dataclass(frozen=True, slots=True)
class Reading:
    """How surely a message names a topic, 0..1, and whether a telling name stands whole in it."""

    sure: float
    whole: bool


UNNAMED = Reading(0.0, whole=False)


class Naming:
    """The names of one topic, read when they are first looked at."""

    def __init__(self, topic: Topic, weight: Weight) -> None:
        self._topic = topic
        self._weight = weight

    def read(self, query: Query) -> Reading:
        """How far the message names the topic."""
        held: dict[int, float] = {}
        for word, alike in self._matched(query).items():
            for phrase in self._holders[word]:
                held[phrase] = held.get(phrase, 0.0) + alike * self._weight(word)
        covered = {phrase: worth / self._totals[phrase] for phrase, worth in held.items()}
        sure = max((telling(held[phrase]) * covered[phrase] for phrase in held), default=0.0)
        whole = any(
            share >= _WHOLE and self._totals[phrase] >= _LEAST_TOLD
            for phrase, share in covered.items()
        )
        return Reading(sure, whole)

    @cached_property
    def bare(self) -> dict[tuple[str, ...], set[Variety]]:
        """The names without articles and the like, and in which varieties they are names."""
        bare: dict[tuple[str, ...], set[Variety]] = {}
        for variety, words in self._worded:
            bare.setdefault(without_links(words), set()).add(variety)
        return bare

    @cached_property
    def _worded(self) -> list[tuple[Variety, list[str]]]:
        """The words of the names; only of a whole programme's is "programme 3" one word."""
        read = stems_of if self._topic.parent else words_of
        return [(variety, read(name)) for variety, name in self._topic.names()]

    @cached_property
    def _phrases(self) -> list[tuple[str, ...]]:
        phrases = {phrase_of(words) for _, words in self._worded}
        return [phrase for phrase in sorted(phrases) if phrase]

    @cached_property
    def _totals(self) -> list[float]:
        return [sum(map(self._weight, phrase)) for phrase in self._phrases]

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """In which phrases a word stands."""
        return _listed((word, n) for n, phrase in enumerate(self._phrases) for word in phrase)

    @cached_property
    def _sounding(self) -> dict[str, list[str]]:
        return _listed((key(word), word) for word in self._holders if _may_be_misspelt(word))

    @cached_property
    def _beginning(self) -> dict[str, list[str]]:
        return _listed((word[:_SHORTEST_FUZZY], word) for word in self._holders if " " not in word)

    def _matched(self, query: Query) -> dict[str, float]:
        """The words of the names that the message holds, and how alike they are."""
        matched: dict[str, float] = {}
        for word in query.words:
            for other, alike in self._like(word, query.guesses.get(word, {})):
                matched[other] = max(matched.get(other, 0.0), alike)
        matched.update((run, 1.0) for run in runs_of(query.words) if run in self._holders)
        return matched

    def _like(self, word: str, guesses: Guesses) -> Iterator[tuple[str, float]]:
        if word in self._holders:
            yield word, 1.0
        if is_common(word) or word.isdecimal():
            return
        yield from ((other, alike) for other, alike in guesses.items() if other in self._holders)
        yield from self._unprefixed(word)
        yield from self._sounded(word)
        yield from self._longer_or_shorter(word)

    def _unprefixed(self, word: str) -> Iterator[tuple[str, float]]:
        """Words written together with "and", "for", "in" or "with": لنقل, f+l9onsoliya."""
        prefix = _PREFIX.match(word)
        bare = stem(word[prefix.end() :]) if prefix else ""
        if bare in self._holders and not is_common(bare):
            yield bare, _PREFIXED

    def _sounded(self, word: str) -> Iterator[tuple[str, float]]:
        sound = key(word)
        if len(sound) >= _SHORTEST_SOUND:
            for other in self._sounding.get(sound, ()):
                yield other, _trust(sound, word, other)

    def _longer_or_shorter(self, word: str) -> Iterator[tuple[str, float]]:
        """The plural, the singular: "bourses" for "bourse"."""
        if len(word) >= _SHORTEST_FUZZY:
            for other in self._beginning.get(word[:_SHORTEST_FUZZY], ()):
                if word.startswith(other) or other.startswith(word):
                    alike = OSA.normalized_similarity(word, other)
                    if alike >= _LEAST_ALIKE:
                        yield other, alike


def telling(worth: float) -> float:
    """How surely words of that worth together tell a topic, 0..1."""
    return 1 - math.exp(-_STEEPNESS * worth)


def _trust(sound: str, word: str, other: str) -> float:
    """How far equal sounds mean the same word: long ones do, in two scripts or spelt alike."""
    if word.isascii() != other.isascii():
        agree = may_be_same(word, other)
        if len(sound) >= _TRUSTED_SOUND:
            return 0.95 if agree else 0.8
        return _SHORT_SOUND if agree and min(len(word), len(other)) >= _SHORTEST_FUZZY else 0.0
    surface = ratio(word, other)
    if surface < _LEAST_RATIO:
        return 0.0
    near = OSA.normalized_similarity(word, other) >= _LEAST_ALIKE
    return 0.55 + 0.4 * surface / 100 if near or len(sound) >= _TRUSTED_SOUND else _SHORT_SOUND


def _may_be_misspelt(word: str) -> bool:
    return not (is_common(word) or word.isdecimal() or " " in word)


def _listed(pairs: Iterable[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    listed: dict[str, list[_Value]] = {}
    for name, value in pairs:
        listed.setdefault(name, []).append(value)
    return listed
