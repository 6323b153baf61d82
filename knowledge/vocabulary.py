"""The words of the titles and aliases, how telling each is, and which a typed word is like."""

import math
import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from knowledge.common_words import DEATH, HOUSE, LINKS
from knowledge.facets import cue_words
from knowledge.numbered import with_numbers
from knowledge.spelling import spelt
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
_SHORT_KEY = 0.5  # what equal keys of three consonants or less are worth: many words share them
_LONGEST_RUN = 4
_PREFIXED = 0.95
_PREFIX = re.compile(r"[وفبلكد](?=\w{3})|[bfwd](?=l\w{4})")


def words_of(text: str) -> list[str]:
    """The words of a text in the form the index holds them; "programme 8" is one word."""
    return [stem(word) for word in with_numbers(tokens(text))]


def without_links(words: list[str]) -> tuple[str, ...]:
    """The words without articles and prepositions: what has to be equal for texts to be so."""
    return tuple(word for word in words if word not in _links())


def phrase_of(text: str) -> tuple[str, ...]:
    """A title's or alias's words for the index.

    Of a phrase all of whose words are common ("ndir projet") only the whole tells: one word.
    """
    words = words_of(text)
    plain = without_links(words)
    if 1 < len(plain) <= _LONGEST_RUN and all(is_common(word) for word in plain):
        return (" ".join(plain),)
    return tuple(dict.fromkeys(words))


def runs_of(words: list[str]) -> list[str]:
    """The runs of common words in a text, as `phrase_of` writes them."""
    plain = without_links(words)
    return [
        " ".join(plain[start : start + length])
        for length in range(2, _LONGEST_RUN + 1)
        for start in range(len(plain) - length + 1)
    ]


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

    def number(self, word: str) -> int | None:
        """The number of exactly that word."""
        return self._numbers.get(word)

    def weight(self, number: int) -> float:
        """How telling the word is, 0..1."""
        return self._weights[number]

    def like(self, word: str) -> dict[int, float]:
        """The numbers of the words that the typed word may mean, and how alike they are, 0..1."""
        alike: dict[int, float] = {}
        exact = self._numbers.get(word)
        if exact is not None:
            alike[exact] = 1.0
        if is_common(word) or word.isdecimal():
            return alike
        for number, similarity in (
            *self._unprefixed(word),
            *self._same_key(word),
            *self._near(word, known=exact is not None),
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
                near = OSA.normalized_similarity(word, other) >= _LEAST_ALIKE
                trusted = near or len(sound) >= _TRUSTED_KEY
                yield number, 0.55 + 0.4 * surface / 100 if trusted else _SHORT_KEY

    def _near(self, word: str, *, known: bool) -> Iterator[tuple[int, float]]:
        """Words a letter off; of a word that is known as typed, only its longer or shorter form."""
        if not _SHORTEST_FUZZY <= len(word) <= _LONGEST_FUZZY:
            return
        seen = set()
        for shape in (word, *_without_a_letter(word)):
            for number in self._a_letter_off.get(shape, ()):
                if number in seen:
                    continue
                seen.add(number)
                other = self._words[number]
                if known and not (word.startswith(other) or other.startswith(word)):
                    continue
                similarity = OSA.normalized_similarity(word, other)
                if similarity >= _LEAST_ALIKE:
                    yield number, similarity

    def _index(self, word: str, number: int) -> None:
        if is_common(word) or word.isdecimal() or " " in word:
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
    return _SHORT_KEY if agree and min(len(word), len(other)) >= _SHORTEST_FUZZY else 0.0


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


def is_common(word: str) -> bool:
    """Whether a word, as `words_of` gives it, names no topic."""
    common = _common()
    return word in common or spelt(word) in common or _led(word) in common


def _led(word: str) -> str:
    """An Arabic word without the "and" written together with it."""
    return word[1:] if len(word) > _SHORTEST_KEY and word[0] in "وف" else word


@cache
def _common() -> frozenset[str]:
    """Words that name no topic: function words, words of facets, words of the house."""
    listed = [word for text in (*_FUNCTION_WORDS, HOUSE, DEATH, LINKS) for word in words_of(text)]
    return frozenset(listed) | frozenset(map(spelt, listed)) | cue_words()


@cache
def _links() -> frozenset[str]:
    return frozenset(words_of(LINKS))


def unknown_words(text: str) -> list[str]:
    """The words of a text that could name something: not function words, cues or numbers."""
    return [word for word in words_of(text) if not (is_common(word) or word.isdecimal())]
