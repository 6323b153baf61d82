"""Text as it came in, made safe (`clean`) and made comparable (`normalise`, `tokens`)."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are not blanks
    "\u00ad\u034f\u061c\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff"  # lone surrogates: no text, and no encoder takes them
    "\U000e0000-\U000e007f"
    "]"
)
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
# Letters that are in their one form already: what was normalised before need not be again.
_SETTLED = re.compile("[a-z0-9ابتثجحخدذرزسشصضطظعغفقكلمنهوي ]*")
_NOT_WORD = re.compile(r"[\W_]+")
_LONG_RUN = re.compile(r"([^\W\d])\1{2,}")
_SAME_LETTER = str.maketrans(
    {
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ة": "ه",
        "ۀ": "ه",
        "ە": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ک": "ك",
        "ڪ": "ك",
        "گ": "ك",
        "ڭ": "ك",
        "ݣ": "ك",
        "ڤ": "ف",
        "ڥ": "ف",
        "پ": "ب",
        "چ": "ش",
        "ء": "",
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
    }
)


def clean(text: str) -> str:
    """The text without invisible marks, in NFC, on one line with single blanks. Idempotent."""
    seen = _INVISIBLE.sub("", text)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def normalise(text: str) -> str:
    """The form used for matching: lower case, no accents, one form per Arabic letter, western
    digits, letters held down three times or more written once, blanks for punctuation.

    Idempotent: normalise(normalise(x)) == normalise(x).
    """
    if _SETTLED.fullmatch(text):
        return _LONG_RUN.sub(r"\1", " ".join(text.split()))
    plain = _INVISIBLE.sub("", text)
    if not plain.isascii():
        plain = _fold(_fold(plain))
    words = _NOT_WORD.sub(" ", plain.casefold())
    return _LONG_RUN.sub(r"\1", words).strip()


def tokens(text: str) -> list[str]:
    """The words of the normalised text, in order."""
    return [word for written in text.split() for word in _words(written)]


@lru_cache(maxsize=200_000)
def _words(written: str) -> tuple[str, ...]:
    """What stands between two blanks: most of it was seen before."""
    return tuple(normalise(written).split())


def western_digits(text: str) -> str:
    """The text with its digits, whatever their script, written 0 to 9."""
    return "".join(str(int(c)) if c.isdecimal() and not c.isascii() else c for c in text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
    composed = unicodedata.normalize("NFC", _ARABIC_MARKS.sub("", bare))
    return western_digits(composed.translate(_SAME_LETTER))
