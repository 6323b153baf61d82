"""Proper names as listed, and where they stand in a text.

Names are listed in both scripts. Their sound (nlu.text.key) is no help: as "bordo" sounds "perdu".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from knowledge.spelling import spelt
from knowledge.vocabulary import is_common
from nlu.text.normalise import tokens

_Run = tuple[str, ...]

_SHORTEST_MISSPELT = 7
_MOST_LETTERS_OFF = 1
# What is written together with a name: "in", "to", "and", the article. A name may begin like it
# (بالما), so both readings are tried.
_PREFIX = re.compile(r"^(?:[وفبكل]?ال|لل|[وفبكل](?=\w{3})|l(?=\w{3})|f(?=l?\w{4})l?)")


@dataclass(frozen=True, slots=True)
class Named:
    """What the names in a text stand for, and the places of their words; false when none is."""

    owners: tuple[str, ...] = ()
    places: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.owners)


class Names:
    """Names by what they stand for."""

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        self._owners: dict[_Run, dict[str, None]] = {}
        for owner, names in named.items():
            for words in map(tokens, names):
                if words:
                    self._owners.setdefault(tuple(map(spelt, words)), {})[owner] = None
        self._longest = max(map(len, self._owners), default=0)

    def named(self, words: list[str]) -> Named:
        """What the longest names among normalised words stand for, in whichever script."""
        for length in range(min(self._longest, len(words)), 0, -1):
            found = Named()
            for start in range(len(words) - length + 1):
                if run := self._read(words[start : start + length]):
                    found = _with(found, self._owners[run], range(start, start + length))
            if found:
                return found
        return Named()

    def misspelt(self, words: list[str]) -> Named:
        """What names of one word stand for that a word is a letter off."""
        found = Named()
        for place, word in enumerate(map(spelt, words)):
            if len(word) >= _SHORTEST_MISSPELT and not is_common(word):
                for run in self._owners:
                    if len(run) == 1 and _a_letter_off(run[0], word):
                        found = _with(found, self._owners[run], [place])
        return found

    def _read(self, words: list[str]) -> _Run | None:
        """The name that these words are: as spelt, or without what is written together with it."""
        first, *rest = words
        readings = (tuple(map(spelt, (head, *rest))) for head in (first, _PREFIX.sub("", first)))
        return next((run for run in readings if run in self._owners), None)


def _a_letter_off(name: str, word: str) -> bool:
    if name[0] != word[0] or len(name) < _SHORTEST_MISSPELT:
        return False
    return OSA.distance(name, word, score_cutoff=_MOST_LETTERS_OFF) <= _MOST_LETTERS_OFF


def _with(found: Named, owners: Iterable[str], places: Iterable[int]) -> Named:
    return Named(tuple(dict.fromkeys((*found.owners, *owners))), found.places | set(places))
