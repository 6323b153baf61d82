"""Phrases found in the words of a message, the longest first, whatever article or preposition
is glued to them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from nlu.text.normalise import tokens

_DOUBLED = re.compile(r"([a-zاوي])\1")
_ARABIC = re.compile("[\u0621-\u064a]")
_ARABIC_CLITICS = (
    *("وبال", "وفال", "بال", "فال", "وال", "كال", "دال", "عال", "هاد", "ولل"),
    *("ال", "لل", "ول", "فل", "بل", "دل", "ل", "ب", "ف", "و", "د", "ك"),
)
_LATIN_CLITICS = ("fel", "bel", "del", "wel", "fl", "bl", "dl", "wl", "el", "al", "l", "f", "b")
_SHORTEST_ARABIC, _SHORTEST_LATIN = 3, 4
_WORDS_KEPT = 20_000


def fold(word: str) -> str:
    """A normalised word with doubled Latin letters and Arabic vowels written once."""
    return _DOUBLED.sub(r"\1", word)


def folded(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which phrases are kept and looked up."""
    return tuple(fold(token) for token in tokens(text))


class Span(NamedTuple):
    """A phrase found: words[start:end], and what it stands for."""

    start: int
    end: int
    values: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """Phrases and what they stand for. A phrase written "refus*" takes any ending; of several that
    a word begins with, the longest counts."""

    phrases: Mapping[tuple[str, ...], frozenset[str]]
    stems: Mapping[tuple[str, ...], Mapping[str, frozenset[str]]]
    longest: int
    clitics: bool

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str]], *, clitics: bool = False) -> "Lexicon":
        """A lexicon of (phrase, value) pairs; a phrase may stand for several values."""
        phrases: dict[tuple[str, ...], set[str]] = {}
        stems: dict[tuple[str, ...], dict[str, frozenset[str]]] = {}
        for phrase, value in entries:
            words = folded(phrase)
            if not words:
                continue
            if phrase.endswith("*"):
                stems.setdefault(words[:-1], {}).setdefault(words[-1], frozenset({value}))
            else:
                phrases.setdefault(words, set()).add(value)
        lengths = [len(words) for words in phrases] + [len(head) + 1 for head in stems]
        return cls(
            {words: frozenset(values) for words, values in phrases.items()},
            stems,
            max(lengths, default=0),
            clitics,
        )

    def find(self, words: Sequence[str]) -> list[Span]:
        """The phrases in these folded words, from left to right, none overlapping another."""
        found: list[Span] = []
        start = 0
        while start < len(words):
            span = self._at(words, start)
            if span:
                found.append(span)
            start = span.end if span else start + 1
        return found

    def _at(self, words: Sequence[str], start: int) -> Span | None:
        for length in range(min(self.longest, len(words) - start), 0, -1):
            piece = tuple(words[start : start + length])
            values = self._values(piece)
            if values:
                return Span(start, start + length, values)
        return None

    def _values(self, piece: tuple[str, ...]) -> frozenset[str] | None:
        exact = self.phrases.get(piece)
        if exact:
            return exact
        if tails := self.stems.get(piece[:-1]):
            for end in range(len(piece[-1]), 0, -1):
                if values := tails.get(piece[-1][:end]):
                    return values
        if not self.clitics:
            return None
        for first in _without_clitic(piece[0]):
            values_bare = self.phrases.get((first, *piece[1:]))
            if values_bare:
                return values_bare
        return None


@lru_cache(maxsize=_WORDS_KEPT)
def _without_clitic(word: str) -> tuple[str, ...]:
    """What a word may be beneath what is glued to it, the longest clitic first."""
    return tuple(_beneath_clitics(word))


def _beneath_clitics(word: str) -> Iterator[str]:
    arabic = bool(_ARABIC.search(word))
    shortest = _SHORTEST_ARABIC if arabic else _SHORTEST_LATIN
    for clitic in _ARABIC_CLITICS if arabic else _LATIN_CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= shortest:
            bare = word[len(clitic) :]
            yield bare
            if arabic:
                yield "ال" + bare
    if not arabic and word.endswith("s") and len(word) > _SHORTEST_LATIN:
        yield word[:-1]
