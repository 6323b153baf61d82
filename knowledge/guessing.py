"""Which known words an unknown one may be: with an affix, or misspelt (library rapidfuzz)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from nlu.text.key import stem

_LEAST_ALIKE = 0.78
_SHORTEST = 4
_LONGEST = 18
_MOST_MEANT = 3
_AFFIXED = 0.95
_SHORTEST_BARE = 3
# "And", "in", "to", "with", "of", "will" and the present of Darija: فبلجيكا، غانجيب، kan9elleb.
_PREFIX = re.compile(
    r"^(?:[وفبلكد](?=\w{3})|غا(?=\w{3})|ka(?=[nyt]\w{2})|gha(?=[nyt]\w{2})|[bfwd](?=l?\w{4}))"
)
# "My", "our", "their", plurals.
_SUFFIX = re.compile(r"(?:كم|هم|نا|ها|ني|ات|ين|ون|تي|ي|و|ك|ه)$")


class Guessing:
    """Known words by first letter and length: a slip rarely changes the one, or much the other."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[tuple[str, int], dict[str, None]] = {}
        for word in words:
            self._words.setdefault((word[0], len(word)), {})[word] = None

    def meant(self, word: str) -> dict[str, float]:
        """The known words that it may be, likeliest first, and how alike they are, 0..1."""
        if bare := next(filter(self._knows, _without_affixes(word)), None):
            return {bare: _AFFIXED}
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
        ordered = sorted(found, key=lambda one: (-one[1], one[0]))
        return {other: alike for other, alike, _ in ordered}

    def _knows(self, word: str) -> bool:
        return word in self._words.get((word[0], len(word)), ())


def _without_affixes(word: str) -> Iterator[str]:
    """The word without one or two prefixes, then without a suffix too."""
    heads = [word]
    for _ in range(2):
        prefix = _PREFIX.match(heads[-1])
        if prefix is None:
            break
        heads.append(stem(heads[-1][prefix.end() :]))
    yield from (head for head in heads[1:] if len(head) >= _SHORTEST_BARE)
    for head in heads:
        suffix = _SUFFIX.search(head)
        if suffix and suffix.start() >= _SHORTEST_BARE:
            yield head[: suffix.start()]
            yield f"{head[: suffix.start()]}ه"
