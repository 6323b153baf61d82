"""Ideas that people have many words for: "voiture", "tomobil", "سيارة", "coche" are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from knowledge.vocabulary import is_common
from nlu.text.key import key, stem
from nlu.text.normalise import tokens

_Run = tuple[str, ...]

_LONGEST = 4
_SHORTEST_SOUND = 4


class Concepts:
    """The ideas by their words and short phrases, in all varieties at once."""

    def __init__(self, groups: Mapping[str, Iterable[str]] | None = None) -> None:
        self._ideas: dict[_Run, str] = {}
        self._sounds: dict[str, str] = {}
        self._beginnings: set[str] = set()
        for idea, phrases in (groups or {}).items():
            for phrase in phrases:
                self._add(idea, tuple(map(stem, tokens(phrase))))

    def in_(self, words: Sequence[str]) -> Iterator[str]:
        """The ideas in the words of a text, as `stem` gives them; the longest phrases only."""
        place = 0
        while place < len(words):
            length = self._length(words, place)
            if length:
                yield self._ideas[tuple(words[place : place + length])]
            elif idea := self._sounding(words[place]):
                yield idea
            place += length or 1

    def _add(self, idea: str, run: _Run) -> None:
        if not run or len(run) > _LONGEST:
            return
        self._ideas.setdefault(run, idea)
        if len(run) > 1:
            self._beginnings.add(run[0])
        elif len(sound := key(run[0])) >= _SHORTEST_SOUND:
            self._sounds.setdefault(sound, idea)

    def _length(self, words: Sequence[str], place: int) -> int:
        longest = _LONGEST if words[place] in self._beginnings else 1
        for length in range(min(longest, len(words) - place), 0, -1):
            if tuple(words[place : place + length]) in self._ideas:
                return length
        return 0

    def _sounding(self, word: str) -> str | None:
        return None if is_common(word) else self._sounds.get(key(word))
