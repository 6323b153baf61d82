"""Latin spellings of one Darija word brought together, its vowels kept.

Between `stem`, which keeps a spelling as it is, and `key`, in which short words collide.
"""

import re
from functools import lru_cache

from nlu.text.key import stem

_SOUNDS = (
    (re.compile(r"sch|sh|sj|x"), "ch"),
    (re.compile(r"oe|ou|u"), "o"),
    (re.compile(r"7h|h7|7|8"), "h"),
    (re.compile(r"9|q"), "9"),
)
_SHORTEST_LED = 2


@lru_cache(maxsize=20_000)
def spelt(word: str) -> str:
    """One form for "shnoe", "chnou" and "chno", or "shhal" and "ch7al". Arabic letters stay."""
    if not word.isascii() or word.isdecimal():
        return stem(word)
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return stem(word)


def without_and(word: str) -> str:
    """An Arabic word without the "and" written together with it: وشحال، وكم."""
    return word[1:] if len(word) > _SHORTEST_LED and word[0] in "وف" else word
