"""Messages that say nothing in any language: a letter, a number, a link, a key held down."""

import re

from nlu.text.normalise import clean

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_KEY_HELD_DOWN = re.compile(r"([^\W_])\1{2,}")
_NUMBER = re.compile(r"[\d.,/+-]+")
_ENCODED = re.compile(r"(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[\w+/=-]{16,}")
_LONGEST_WORD = 40


def says_nothing(text: str) -> bool:
    """Whether no part of a text can mean anything by itself. A sign ("?", "👍") may."""
    return all(map(_is_noise, _LINK.sub(" ", clean(text)).split()))


def _is_noise(word: str) -> bool:
    if len(word) == 1:
        return word.isalnum()
    if len(word) > _LONGEST_WORD:
        return True
    patterns = (_KEY_HELD_DOWN, _NUMBER, _ENCODED)
    return any(pattern.fullmatch(word) for pattern in patterns)
