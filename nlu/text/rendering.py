"""Darija written in Latin letters, put into Arabic letters for those who do not read it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from nlu.text import function_words as words
from nlu.text.key import key
from nlu.text.normalise import normalise
from nlu.text.variety import NO_LANGUAGE

_LATIN = "A-Za-zÀ-ÖØ-öø-ÿœŒ"
# A word of Latin letters and of the digits that stand for Arabic ones.
_WRITTEN = re.compile(
    rf"(?:\b(?P<article>la|les?|des?|du)[ ])?(?P<word>[2356789]*[{_LATIN}][{_LATIN}2356789]*)",
    re.IGNORECASE,
)
_LIKE_ENOUGH = 0.6
_SHORTEST_ARTICLE = 4

_ALONE = {
    "w": "و", "o": "و", "ou": "و", "u": "و", "f": "ف", "b": "ب", "d": "د", "l": "ل", "la": "لا",
    "n": "ن", "m": "م", "fi": "في", "li": "لي", "wa": "و", "ma": "ما", "a": "أ", "3la": "على",
}  # fmt: skip
_LETTERS = (
    (re.compile(r"ments?$"), "مون"),
    (re.compile(r"tions?$"), "سيون"),
    (re.compile(r"eaux?|aux?"), "و"),
    (re.compile(r"([^\Wh\d])\1+"), r"\1"),
    (re.compile(r"tch"), "تش"),
    (re.compile(r"sch|ch|sh|sj|x"), "ش"),
    (re.compile(r"kh|5"), "خ"),
    (re.compile(r"gh"), "غ"),
    (re.compile(r"th"), "ث"),
    (re.compile(r"dh"), "ذ"),
    (re.compile(r"ph|f|v"), "ف"),
    (re.compile(r"dj|j|g(?=[eiy])"), "ج"),
    (re.compile(r"qu?(?=[ei])|ck"), "ك"),
    (re.compile(r"c(?=[eiy])"), "س"),
    (re.compile(r"^[aie](?=.)"), "ا"),
    (re.compile(r"^(?:ou|oe|o|u)(?=.)"), "و"),
    (re.compile(r"(?<=..)i?yah?$|(?<=..)iah?$"), "ية"),
    (re.compile(r"ah?$"), "ا"),
    (re.compile(r"(?:ou|oe|o|u|w)"), "و"),
    (re.compile(r"(?:ie|ai|ay|ei|ey|i|y)"), "ي"),
    (re.compile(r"e"), ""),
)
_LETTER = str.maketrans(
    {
        "a": "ا", "b": "ب", "c": "ك", "d": "د", "g": "گ", "h": "ه", "k": "ك", "l": "ل", "m": "م",
        "n": "ن", "p": "ب", "q": "ق", "r": "ر", "s": "س", "t": "ت", "z": "ز", "2": "ء", "3": "ع",
        "6": "ط", "7": "ح", "8": "ه", "9": "ق",
    }
)  # fmt: skip


class Rendering:
    """Puts Latin-script Darija into Arabic letters, word by word.

    A word that sounds like one of `spoken` (Arabic-script words, as often as they occur) is spelt
    as people spell it, any other by its letters. A word of `kept` stays: staff read French.
    """

    def __init__(self, spoken: Iterable[str] = (), kept: Iterable[str] = ()) -> None:
        counted = Counter(spoken)
        counted.update((words.DARIJA_ARABIC + words.DARIJA_ARABIC_STRONG).split())
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word, _ in counted.most_common():
            self._by_sound[key(word)].append(word)
        darija = frozenset(words.DARIJA_LATIN.split())
        self._kept = frozenset(map(normalise, kept)) - darija - _ALONE.keys()

    def of(self, text: str) -> str:
        """The text in Arabic letters; addresses, numbers, references and codes stay as they are."""
        parts: list[str] = []
        end = 0
        for as_it_is in NO_LANGUAGE.finditer(text):
            parts += [self._rendered(text[end : as_it_is.start()]), as_it_is.group()]
            end = as_it_is.end()
        return "".join([*parts, self._rendered(text[end:])])

    def _rendered(self, text: str) -> str:
        return _WRITTEN.sub(self._noun, text)

    def _noun(self, found: re.Match[str]) -> str:
        """A word with the French article before it, if there is one."""
        article, word = found["article"], found["word"]
        if normalise(word) in self._kept:
            return found.group()
        return f"{self._word(article)} {self._word(word)}" if article else self._word(word)

    def _word(self, written: str) -> str:
        plain = normalise(written)
        if plain in _ALONE:
            return _ALONE[plain]
        spelt = _by_letters(plain)
        alike = self._by_sound.get(key(plain), [])
        best = max(alike, key=lambda word: _likeness(word, spelt), default=spelt)
        return best if _likeness(best, spelt) >= _LIKE_ENOUGH else spelt


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, normalise(one), normalise(other), autojunk=False).ratio()


def _by_letters(word: str) -> str:
    article = len(word) >= _SHORTEST_ARTICLE and word[0] == "l" and word[1] not in "aeiouy"
    rest = word[1:] if article else word
    for pattern, letters in _LETTERS:
        rest = pattern.sub(letters, rest)
    return ("ال" if article else "") + rest.translate(_LETTER)
