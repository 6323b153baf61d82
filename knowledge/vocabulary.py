"""The words of the titles and aliases, how telling each is, and which a typed word is like."""

import math
import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from knowledge.common_words import HOUSE
from knowledge.facets import cue_words
from nlu.text import function_words as function
from nlu.text.key import key, may_be_same, stem
from nlu.text.normalise import tokens

_FUNCTION_WORDS = (
    function.DARIJA_LATIN,
    function.DARIJA_LATIN_WEAK,
    function.FRENCH,
    function.FRENCH_WEAK,
    function.STANDARD_ARABIC,
    function.STANDARD_ARABIC_STRONG,
    function.DARIJA_ARABIC,
    function.DARIJA_ARABIC_STRONG,
)
_COMMON_WEIGHT = 0.06
_NUMBER_WEIGHT = 0.35
_LETTER_WEIGHT = 0.03
_SHORTEST_FUZZY = 4
_SHORTEST_KEY = 2
_LONGEST_FUZZY = 18
_LEAST_ALIKE = 0.78
_LEAST_RATIO = 60.0
_TRUSTED_KEY = 4
_PREFIXED = 0.95
_PREFIX = re.compile(r"[وفبلكد](?=\w{3})|[bfwd](?=l\w{4})")


def words_of(text: str) -> list[str]:
    """The words of a text in the form the index holds them."""
    return [stem(word) for word in tokens(text)]


class Vocabulary:
    """Words by number. Filled by `add`, finished by `weigh`; then only read."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[str] = []
        self._weights: list[float] = []
        self._by_key: dict[str, list[int]] = {}
        self._a_letter_off: dict[str, list[int]] = {}

    def add(self, word: str) -> int:
        """The number of a word, given on first sight."""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self._words)
            self._words.append(word)
            self._index(word, number)
        return number

    def weigh(self, topics_with: dict[int, int], topics: int) -> None:
        """Give each word its weight 0..1: the fewer topics have it, the more it tells."""
        scale = math.log(topics + 2)
        self._weights = [
            _fixed_weight(word)
            or max(_COMMON_WEIGHT, math.log((topics + 2) / (topics_with[number] + 0.5)) / scale)
            for number, word in enumerate(self._words)
        ]

    def weight(self, number: int) -> float:
        """How telling the word is, 0..1."""
        return self._weights[number]

    def like(self, word: str) -> dict[int, float]:
        """The numbers of the words that the typed word may mean, and how alike they are, 0..1."""
        alike: dict[int, float] = {}
        exact = self._numbers.get(word)
        if exact is not None:
            alike[exact] = 1.0
        if word in _common() or word.isdecimal():
            return alike
        for number, similarity in (
            *self._unprefixed(word),
            *self._same_key(word),
            *self._near(word),
        ):
            alike[number] = max(alike.get(number, 0.0), similarity)
        return alike

    def _unprefixed(self, word: str) -> Iterator[tuple[int, float]]:
        """Words written together with "and", "for", "in" or "with": لنقل, f+l9onsoliya."""
        prefix = _PREFIX.match(word)
        number = self._numbers.get(stem(word[prefix.end() :])) if prefix else None
        if number is not None and self._words[number] not in _common():
            yield number, _PREFIXED

    def _same_key(self, word: str) -> Iterator[tuple[int, float]]:
        sound = key(word)
        for number in self._by_key.get(sound, ()):
            other = self._words[number]
            if _script(word) != _script(other):
                yield number, _trust(sound, word, other)
            elif (surface := ratio(word, other)) >= _LEAST_RATIO:
                yield number, 0.55 + 0.4 * surface / 100

    def _near(self, word: str) -> Iterator[tuple[int, float]]:
        if not _SHORTEST_FUZZY <= len(word) <= _LONGEST_FUZZY:
            return
        seen = set()
        for shape in (word, *_without_a_letter(word)):
            for number in self._a_letter_off.get(shape, ()):
                if number in seen:
                    continue
                seen.add(number)
                similarity = OSA.normalized_similarity(word, self._words[number])
                if similarity >= _LEAST_ALIKE:
                    yield number, similarity

    def _index(self, word: str, number: int) -> None:
        if word in _common() or word.isdecimal():
            return
        sound = key(word)
        if len(sound) >= _SHORTEST_KEY:
            self._by_key.setdefault(sound, []).append(number)
        if _SHORTEST_FUZZY <= len(word) <= _LONGEST_FUZZY:
            for shape in (word, *_without_a_letter(word)):
                self._a_letter_off.setdefault(shape, []).append(number)


def _trust(sound: str, word: str, other: str) -> float:
    """How far equal keys of words in two scripts mean the same word: long ones do."""
    agree = may_be_same(word, other)
    if len(sound) >= _TRUSTED_KEY:
        return 0.95 if agree else 0.8
    if len(sound) > _SHORTEST_KEY:
        return 0.85 if agree else 0.45
    return 0.75 if agree and min(len(word), len(other)) > _SHORTEST_FUZZY else 0.0


def _without_a_letter(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def _script(word: str) -> bool:
    return word.isascii()


def _fixed_weight(word: str) -> float | None:
    if word in _common():
        return _COMMON_WEIGHT
    if word.isdecimal():
        return _NUMBER_WEIGHT
    return _LETTER_WEIGHT if len(word) == 1 else None


@cache
def _common() -> frozenset[str]:
    """Words that name no topic: function words, words of facets, words of the house."""
    listed = (word for text in (*_FUNCTION_WORDS, HOUSE) for word in words_of(text))
    return frozenset(listed) | cue_words()


def unknown_words(text: str) -> list[str]:
    """The words of a text that could name something: not function words, cues or numbers."""
    return [word for word in words_of(text) if word not in _common() and not word.isdecimal()]
