"""Which of our varieties a message asks for by name."""

import re
from collections.abc import Mapping
from typing import Optional

from nlu.text.key import stem
from nlu.text.normalise import tokens
from nlu.text.variety import Variety

# As people name them; "darija" alone means the script in which it is asked for.
_LATIN_DARIJA = {"darija", "darja", "dariya", "derija", "darijja", "marocain", "lmaghribiya"}
_ARABIC_DARIJA = {"الدارجه", "بالدارجه", "دارجه", "المغربيه", "بالمغربيه"}
_FRENCH = {
    "francais", "français", "fr", "french", "fransawiya", "fransawia", "lfransawiya", "fransais",
    "bfransawiya", "francai", "lfrancais", "blfransawiya", "lfransaouia", "frança",
    "الفرنسيه", "بالفرنسيه", "فرنسيه", "فرانسي", "الفرانسيه", "بالفرانسيه",
    "فرنساويه", "بالفرنساويه",
}  # fmt: skip
_ARABIC = {
    "arabe", "arab", "arabic", "l3arbiya", "3arbiya", "bl3arbiya", "l3erbiya", "3arabiya",
    "fos7a", "lfos7a", "l3arabiya", "bl3arabiya", "arabi",
    "العربيه", "بالعربيه", "عربيه", "عربي", "الفصحى", "بالفصحى", "بالعربي", "الفصحي", "بالفصحي",
}  # fmt: skip

_NAMES: Mapping[Variety, set[str]] = {
    "ary-Latn": _LATIN_DARIJA,
    "ary": _ARABIC_DARIJA,
    "fr": _FRENCH,
    "ar": _ARABIC,
}


# Before a language: it is the one to speak in, or the one that is not understood.
_SPEAK_IN = {"en", "in", "b", "bel", "bl", "ب"}
_NOT_THIS = {
    *("pas", "mal", "peu", "sans", "aucun", "machi", "mashi", "bla", "ma"),
    *("ماشي", "لا", "ليس", "لست", "بلا", "ما", "غير"),
}
_DARIJA_NEGATION = re.compile(r"ma\w{3,}(?:ch|sh|sj|x)|(?:ما|م)\w{3,}ش")
_NEAR = 4


def named_variety(text: str) -> Optional[Variety]:
    """The variety that the text asks for by name, or None.

    The last one to speak in counts ("pas en arabe, en français"), else the last one named; what
    the writer does not read is not asked for ("en français, je lis mal l'arabe").
    """
    words = tokens(text)
    named = [(place, lang) for place, word in enumerate(words) if (lang := _named(word))]
    asked = [(place, lang) for place, lang in named if not _refused(words[:place])]
    spoken = [lang for place, lang in asked if _spoken_in(words, place)]
    return next(iter(reversed(spoken or [lang for _, lang in asked])), None)


def _named(word: str) -> Optional[Variety]:
    bare = stem(word)  # "للفرنسية"
    return next((lang for lang, names in _NAMES.items() if names & {word, bare}), None)


def _spoken_in(words: list[str], place: int) -> bool:
    prefixed = words[place].startswith(("b", "ب", "لل"))
    return prefixed or bool(_SPEAK_IN & set(words[max(0, place - 1) : place]))


def _refused(before: list[str]) -> bool:
    """Whether a refusal stands near before, and no wish or other language after it."""
    for word in reversed(before[-_NEAR:]):
        if _named(word) or word in _SPEAK_IN - {"en"}:
            return False
        if word in _NOT_THIS or _DARIJA_NEGATION.fullmatch(word):
            return True
    return False
