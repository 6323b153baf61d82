"""Which known words a misspelt one may mean (library rapidfuzz)."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

_LEAST_ALIKE = 0.78
_SHORTEST = 4
_LONGEST = 18
_MOST_MEANT = 3


class Guessing:
    """Known words by first letter and length: a slip rarely changes the one, or much the other."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[tuple[str, int], list[str]] = {}
        for word in words:
            self._words.setdefault((word[0], len(word)), []).append(word)

    def meant(self, word: str) -> dict[str, float]:
        """The known words nearest to it, nearest first, and how alike they are, 0..1."""
        if not _SHORTEST <= len(word) <= _LONGEST:
            return {}
        near = [
            other
            for length in (len(word) - 1, len(word), len(word) + 1)
            for other in self._words.get((word[0], length), ())
        ]
        found = extract(
            word,
            near,
            scorer=OSA.normalized_similarity,
            score_cutoff=_LEAST_ALIKE,
            limit=_MOST_MEANT,
        )
        return {other: alike for other, alike, _ in found}
