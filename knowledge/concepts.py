"""Ideas that people have many words for: "voiture", "tomobil", "سيارة", "coche" are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from nlu.text.key import key, stem
from nlu.text.normalise import tokens

_Run = tuple[str, ...]

_LONGEST = 4
_SHORTEST_SOUND = 4


class Concepts:
    """The ideas by their words and short phrases, in all varieties at once."""

    def __init__(self, groups: Mapping[str, Iterable[str]] | None = None) -> None:
        self._words: dict[str, str] = {}
        self._sounds: dict[str, str] = {}
        self._phrases: dict[_Run, str] = {}
        self._beginnings: set[tuple[str, str]] = set()
        for idea, phrases in (groups or {}).items():
            for phrase in phrases:
                self._add(idea, tuple(map(stem, tokens(phrase))))

    def of_word(self, word: str, sound: str) -> str | None:
        """The idea of a word as `stem` gives it, or of one of the same sound; None for others."""
        return self._words.get(word) or self._sounds.get(sound)

    def of_phrases(self, words: Sequence[str]) -> list[str]:
        """The ideas of the phrases in the words of a text."""
        if self._beginnings.isdisjoint(pairwise(words)):
            return []
        runs = (
            tuple(words[place : place + length])
            for place, pair in enumerate(pairwise(words))
            if pair in self._beginnings
            for length in range(2, _LONGEST + 1)
        )
        return [self._phrases[run] for run in runs if run in self._phrases]

    def _add(self, idea: str, run: _Run) -> None:
        if len(run) > 1:
            self._phrases.setdefault(run, idea)
            self._beginnings.add((run[0], run[1]))
        elif run:
            self._words.setdefault(run[0], idea)
            if len(sound := key(run[0])) >= _SHORTEST_SOUND:
                self._sounds.setdefault(sound, idea)
