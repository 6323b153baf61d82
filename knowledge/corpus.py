"""Texts as bags of words, one a topic, scored by BM25 (library bm25s)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeVar

import bm25s
import numpy as np
from numpy.typing import NDArray

from knowledge.concepts import Concepts
from knowledge.vocabulary import is_filler
from nlu.text.key import key, stem
from nlu.text.normalise import tokens

Shares = NDArray[np.floating]
_Made = TypeVar("_Made")

_SATURATION = 2.0  # k1: how soon a word that comes again adds nothing
_LENGTH = 0.75  # b: how far a topic with many words is held to be wordy
_SHORTEST_SOUND = 3
_SHORT_SOUND = 0.5
_SOUND, _IDEA = "/", "="
_MARKS = (_SOUND, _IDEA)


class Corpus:
    """Documents by their words: the spelling and, unless `as_spelt`, the sound in either script
    and the idea."""

    def __init__(
        self, texts: Iterable[Iterable[str]], concepts: Concepts, *, as_spelt: bool = False
    ) -> None:
        self._concepts = concepts
        self._as_spelt = as_spelt
        self._numbers: dict[str, int] = {}
        numbered = list(self._numbered(texts))
        self._documents = len(numbered)
        self._index = bm25s.BM25(k1=_SATURATION, b=_LENGTH, method="lucene")
        # bm25s takes the mean of the lengths, so there has to be one.
        documents = (numbered or [[]], self._numbers)
        self._index.index(documents, create_empty_token=False, show_progress=False)
        held = np.diff(self._index.scores["indptr"])
        worth = np.log1p((self._documents - held + 0.5) / (held + 0.5))
        self._worth = worth.astype(np.float32)
        self._unknown = math.log1p((self._documents + 0.5) / 0.5)

    def words(self) -> Iterator[str]:
        """The words as they are spelt, each once."""
        return (feature for feature in self._numbers if feature[0] not in _MARKS)

    def knows(self, word: str) -> bool:
        """Whether a document has the word, or one that sounds like it or means the same."""
        return any(feature in self._numbers for feature in self._features(word))

    def trust(self, word: str) -> float:
        """How far a word is known: whole as it is spelt or by a long sound, half by a short one."""
        if word in self._numbers:
            return 1.0
        return 1.0 if len(key(word)) > _SHORTEST_SOUND else _SHORT_SOUND

    def weight(self, word: str) -> float:
        """How telling a word is, 0..1: the fewer documents have it, the more."""
        number = self._numbers.get(word)
        return 1.0 if number is None else float(self._worth[number]) / self._unknown

    def holds(self, document: int, word: str) -> bool:
        """Whether a document has the word, or one that sounds like it or means the same."""
        numbers = (self._numbers.get(feature) for feature in self._features(word))
        return any(document in self._holders(number) for number in numbers if number is not None)

    def shares(self, words: Sequence[str]) -> Shares:
        """For each document, how much of what the words tell it accounts for, 0..1.

        A word that no document has counts as the most telling one, so that a text about
        something else is accounted for by none.
        """
        features = chain(
            chain.from_iterable(map(self._features, words)), map(_idea, self._phrases(words))
        )
        wanted = [self._numbers.get(feature) for feature in features]
        known = [number for number in wanted if number is not None]
        if not known:
            return np.zeros(self._documents, dtype=np.float32)
        most = float(self._worth[known].sum()) + self._unknown * (len(wanted) - len(known))
        shares: Shares = self._index.get_scores_from_ids(known) / most
        return shares

    def _holders(self, number: int) -> NDArray[np.int32]:
        scores = self._index.scores
        first, last = scores["indptr"][number : number + 2]
        holders: NDArray[np.int32] = scores["indices"][first:last]
        return holders

    def _numbered(self, documents: Iterable[Iterable[str]]) -> Iterator[list[int]]:
        """The numbers of each document's words and phrases."""
        numbers = _Read(self._numbers_of)
        words = _Read(_stems)
        for texts in documents:
            written = " ".join(texts).split()
            found = numbers.of(written)
            if not self._as_spelt:
                phrases = self._concepts.of_phrases(words.of(written))
                found += map(self._number, map(_idea, phrases))
            yield found

    def _numbers_of(self, written: str) -> tuple[int, ...]:
        features = chain.from_iterable(map(self._features, stems_of(written)))
        return tuple(map(self._number, features))

    def _number(self, feature: str) -> int:
        return self._numbers.setdefault(feature, len(self._numbers))

    def _phrases(self, words: Sequence[str]) -> list[str]:
        return [] if self._as_spelt else self._concepts.of_phrases(words)

    def _features(self, word: str) -> Iterator[str]:
        """A word, its sound where that is long enough to tell, its idea; of a filler nothing."""
        if is_filler(word):
            return
        yield word
        if self._as_spelt:
            return
        sound = key(word)
        if len(sound) >= _SHORTEST_SOUND:
            yield f"{_SOUND}{sound}"
        if idea := self._concepts.of_word(word, sound):
            yield _idea(idea)


class _Read(dict[str, tuple[_Made, ...]]):
    """What stands between two blanks, read the first time it is looked up: most comes again."""

    def __init__(self, read: Callable[[str], tuple[_Made, ...]]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, written: str) -> tuple[_Made, ...]:
        made = self[written] = self._read(written)
        return made

    def of(self, written: Iterable[str]) -> list[_Made]:
        """What the parts of a text were read as, in order."""
        return list(chain.from_iterable(map(self.__getitem__, written)))


def _idea(name: str) -> str:
    return f"{_IDEA}{name}"


def stems_of(text: str) -> list[str]:
    """The words of a text as a corpus holds them."""
    return list(_each_stem(text))


def only_fillers(text: str) -> bool:
    """Whether no word of a text says anything by itself."""
    return all(map(is_filler, _each_stem(text)))


def _each_stem(text: str) -> Iterator[str]:
    return chain.from_iterable(map(_stems, text.split()))


@lru_cache(maxsize=200_000)
def _stems(written: str) -> tuple[str, ...]:
    """The words in what stands between two blanks."""
    return tuple(map(stem, tokens(written)))
