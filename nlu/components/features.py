"""What the classifiers see of a text: words, pieces of words, and cross-script skeletons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from nlu.text.key import key
from nlu.text.normalise import clean, tokens
from nlu.text.sms import written_out

WORD_PIECES = range(2, 6)
KEY_PIECES = range(2, 5)
BLOCKS = ("word", "piece", "key", "keypiece")

_TEXTS_KEPT = 16  # intent and facet are told of the same text, one after the other


@lru_cache(maxsize=_TEXTS_KEPT)
def blocks(text: str) -> Mapping[str, Counter[str]]:
    """How often each feature occurs, by block; of a text without words its signs, if any."""
    words = written_out(tokens(text)) or _signs(text)
    skeletons = [sound for sound in map(key, words) if sound]
    return {
        "word": Counter(words + _pairs(words)),
        "piece": Counter(piece for word in words for piece in _pieces(word, WORD_PIECES)),
        "key": Counter(skeletons + _pairs(skeletons)),
        "keypiece": Counter(piece for sound in skeletons for piece in _pieces(sound, KEY_PIECES)),
    }


def _signs(text: str) -> list[str]:
    return [sign for sign in clean(text) if not sign.isspace()]


def _pairs(words: list[str]) -> list[str]:
    if not words:
        return []
    edged = ["<", *words, ">"]
    return [f"{left} {right}" for left, right in pairwise(edged)]


def _pieces(word: str, lengths: range) -> list[str]:
    padded = f" {word} "
    return [padded[i : i + n] for n in lengths for i in range(len(padded) - n + 1)]
