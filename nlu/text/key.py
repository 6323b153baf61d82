"""A consonant skeleton in which both scripts of Darija, and their misspellings, meet.

The key supports plain words, it does not replace them: short words collide.
"""

import re
from functools import lru_cache

from nlu.text.normalise import normalise, tokens

_ARABIC = re.compile("[\u0621-\u064a]")
_SHORTEST_STEM = 3

_ARABIC_ARTICLE = re.compile(r"^(?:[وفبك]?ال(?=..)|[وف]?لل(?=..)|ل(?=[^ا]{2}..))")
# "لدفن" is "الدفن" as it is heard; these begin with an l of their own.
_HEARD_ARTICLE = re.compile(r"^ل(?=[^ا]..)")
_OWN_L = frozenset(
    ["لجنه", "لجان", "لجوء", "لقاء", "لقاءات", "لباس", "لائحه", "لوائح", "لوحه", "لغات", "ليبيا"]
)
_ARABIC_SOUND = str.maketrans(
    {
        "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "x", "د": "d", "ذ": "d",
        "ر": "r", "ز": "z", "س": "s", "ش": "c", "ص": "s", "ض": "d", "ط": "t", "ظ": "d",
        "ع": "3", "غ": "g", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n",
        "ه": "h", "و": "w", "ي": "y", "ا": "a",
    }
)  # fmt: skip

# Of "chhour" the second h is heard, it is no doubled letter.
_DOUBLED = re.compile(r"((?<![cskg])h|[^\Wh\d])\1+")
_LATIN_ARTICLE = re.compile(
    r"^(?:[ae]l(?=[^aeiouy].|y[aeou]|o[ue][ae])|l(?=[^aeiouyh0-9])|l(?=[235679])|l(?=h[aeiou0-9])"
    r"|l(?=y[aeou])|le(?=[^aeiouy\d]{2})|(?:al|l)(?=i[a-z][td]\w{3}))"
)
_SUN_ARTICLE = re.compile(r"^[ae](?:([tdrznj]|ch|sh)\1|(s)s(?=a))")
_LATIN_SOUND = (
    (re.compile(r"ments?$"), "mo"),  # French -ment is heard -mã: رباطريما
    (re.compile(r"tions?$"), "syon"),
    (re.compile(r"(?<=por)ts?$|(?<=oor)t$"), ""),  # the t of a passport is not heard: باسبور
    (re.compile(r"iers?$"), "i"),
    (re.compile(r"ezv"), "ev"),
    (re.compile(r"(?<=[ae])h$"), ""),
    (re.compile(r"dj"), "j"),
    (re.compile(r"sj(?=i?e?l)"), "s-j"),  # "tasjil"; else Dutch for ch
    (re.compile(r"ck|qu(?=[ei])"), "k"),
    (re.compile(r"sch|ch|sh|sj|x"), "ش"),
    (re.compile(r"kh|5"), "خ"),
    (re.compile(r"gh"), "غ"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=[td])h"), ""),
    (re.compile(r"g(?=[eiy])"), "j"),
    (re.compile(r"c(?=[eiy])"), "s"),
)
_LATIN_LETTER = str.maketrans(
    {"ش": "c", "خ": "x", "غ": "g", "g": "k", "c": "k", "v": "f", "p": "b", "7": "h", "8": "h",
     "9": "q", "6": "t", "2": "", "-": ""}
)  # fmt: skip
_INITIAL_W = re.compile(r"^(?:ou|oe|w|u|o$)")
_INITIAL_VOWEL = re.compile(r"^[aeio2]+")
# "ntikhabat", "لنتخابات": the vowel before two consonants is not always written.
_UNSTEADY_VOWEL = re.compile(r"^a(?=[snzxhjqfr3][td]..)")
_MEDIAL_VOWEL = re.compile(r"(?<!^)[aeiouwy]")


@lru_cache(maxsize=200_000)
def key(word: str) -> str:
    """The skeleton of one word; equal for spellings of the same word in either script.

    A number is its own key. Empty only when the word has no letter or digit.
    """
    sounds = _sounds(word)
    return _UNSTEADY_VOWEL.sub("", _MEDIAL_VOWEL.sub("", sounds)) or sounds


def keys(text: str) -> list[str]:
    """The keys of the words of a text, in order."""
    return [key(word) for word in tokens(text)]


def stem(word: str) -> str:
    """A word without the article of either script and without doubled Latin letters.

    "المنحة", "للمنحة" and "لمنحة" give "منحه"; "lminha" gives "minha". Takes a normalised word.
    """
    if _ARABIC.search(word):
        return _ARABIC_ARTICLE.sub("", word)
    return _DOUBLED.sub(r"\1", _without_article(word))


@lru_cache(maxsize=50_000)
def may_be_same(one: str, other: str) -> bool:
    """Whether two words of one key agree in their vowels too, as far as letters tell.

    Arabic letters leave short vowels out, so only what they do write must be heard in Latin
    letters: "bourse" may be "بورس", "presse" may not.
    """
    if bool(_ARABIC.search(one)) == bool(_ARABIC.search(other)):
        return _gaps(one) == _gaps(other)
    arabic, latin = (one, other) if _ARABIC.search(one) else (other, one)
    return _gaps(arabic) <= _gaps(latin)


def _gaps(word: str) -> frozenset[int]:
    """After which consonants a vowel is written inside the word."""
    consonants, gaps = 0, set()
    for letter in _sounds(word).rstrip("aeiouwy")[1:]:
        if letter in "aeiouwy":
            gaps.add(consonants)
        else:
            consonants += 1
    return frozenset(gaps)


def _sounds(word: str) -> str:
    plain = normalise(word.replace("ç", "s").replace("Ç", "s")).replace(" ", "")
    if not plain or plain.isdecimal():
        return plain
    return _arabic_sounds(plain) if _ARABIC.search(plain) else _latin_sounds(plain)


def _arabic_sounds(word: str) -> str:
    plain = stem(word)
    if plain == word and word not in _OWN_L:
        plain = _HEARD_ARTICLE.sub("", word)
    if len(plain) >= _SHORTEST_STEM and plain.endswith("ه"):
        plain = plain[:-1]
    return plain.translate(_ARABIC_SOUND)


def _latin_sounds(word: str) -> str:
    plain = stem(word)
    for pattern, sound in _LATIN_SOUND:
        plain = pattern.sub(sound, plain)
    plain = _INITIAL_VOWEL.sub("a", _INITIAL_W.sub("w", plain))
    return plain.translate(_LATIN_LETTER)


def _without_article(word: str) -> str:
    sun = _SUN_ARTICLE.sub(lambda found: found[1] or found[2], word)
    if sun != word and len(sun) >= _SHORTEST_STEM:
        return sun
    plain = _DOUBLED.sub(r"\1", word)
    bare = _LATIN_ARTICLE.sub("", plain)
    return bare if len(bare) >= _SHORTEST_STEM else plain
