"""Ticket references (`MDM-2026-000123`) and the secret codes that go with them."""

import re
import secrets
from collections.abc import Iterable
from typing import NamedTuple

from nlu.text.normalise import clean, western_digits

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Thirty-two characters without look-alikes: no I, O, 0 or 1."""

CODE_LENGTH = 6

_DIGITS = "".join(c for c in ALPHABET if c.isdigit())
_CHAR = f"[{ALPHABET}{ALPHABET.lower()}]"
_CODE = rf"(?<![^\W_])({_CHAR}{{3}}[ -]?{_CHAR}{{3}})(?![^\W_])"
_SOLID = rf"(?<![^\W_])({_CHAR}{{6}})(?![^\W_])"
_SEP = r"[\s\-_–—./:#°]{0,3}"
_PREFIX = rf"(?<![^\W_])m{_SEP}d{_SEP}m{_SEP}"
_REFERENCES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_PREFIX}(\d{{4}}){_SEP}(\d{{6}})(?!\d)",
        rf"{_PREFIX}(\d{{4}}){_SEP}(\d(?:[ -]?\d){{5}})(?![^\W_])",
        rf"{_PREFIX}(\d{{4}}){_SEP}(\d{{1,5}})(?!\d)",
        r"(?<![^\W_])(20\d{2})[-–/](\d{6})(?![^\W_])",
    )
)
_CUED_CODE = re.compile(
    rf"(?:code|kod|كود|الكود|رمز|الرمز|الرمز السري)\W{{0,4}}"
    rf"(?:(?:secret|est|c'est|dyali|dyalo|ديالي|السري|هو|howa|huwa)\W{{1,4}}){{0,3}}{_CODE}",
    re.IGNORECASE,
)
_NEXT_CODE = re.compile(rf"^\W{{0,4}}(?:(?:et|w|o|و|/|le)\W{{0,3}})?{_CODE}", re.IGNORECASE)
_ANY_CODE = re.compile(_SOLID)
_WHOLE_CODE = re.compile(rf"\W*{_CODE}\W*")
_SPELT_CODE = re.compile(rf"\W*({_CHAR}(?:[ .,\-]{{1,2}}{_CHAR}){{5}})\W*")


class Parsed(NamedTuple):
    """What a message holds of a ticket's two keys, in their written form."""

    reference: str | None
    code: str | None


def new_code() -> str:
    """A fresh secret code. It always holds a digit and a letter, so that no word is one."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if _mixed(code):
            return code


def written(year: int, number: int) -> str:
    """The reference of the ticket with that number in that year."""
    return f"MDM-{year:04d}-{number:06d}"


def parse(text: str, *, code_expected: bool = False) -> Parsed:
    """The reference and the code in a text, in any case, spacing and kind of digits.

    A code is looked for only beside a reference, or where the caller just asked for one.
    """
    plain = western_digits(clean(text))
    found = _reference(plain)
    if found is None:
        return Parsed(None, _expected_code(plain) if code_expected else None)
    before, reference, after = found
    code = _code_beside(before, after)
    if code is None and code_expected:
        code = _expected_code(f"{before} {after}")
    return Parsed(reference, code)


def without(text: str, codes: Iterable[str]) -> str:
    """The text with every one of these codes made unreadable, however it is spaced."""
    for code in codes:
        spaced = r"[\s.,-]?".join(map(re.escape, code))
        text = re.sub(spaced, "•" * len(code), text, flags=re.IGNORECASE)
    return text


def _reference(plain: str) -> tuple[str, str, str] | None:
    for pattern in _REFERENCES:
        match = pattern.search(plain)
        if match:
            number = int(re.sub(r"\D", "", match[2]))
            reference = written(int(match[1]), number)
            return plain[: match.start()], reference, plain[match.end() :]
    return None


def _code_beside(before: str, after: str) -> str | None:
    """Best sign first: after the word "code", the next word, a mixture anywhere."""
    for part in (after, before):
        cued = _CUED_CODE.search(part)
        if cued and _telling(cued[1]):
            return _bare(cued[1])
    following = _NEXT_CODE.match(after)
    if following and _telling(following[1]):
        return _bare(following[1])
    return _telling_word(f"{after} {before}")


def _expected_code(plain: str) -> str | None:
    for pattern in (_WHOLE_CODE, _SPELT_CODE):
        whole = pattern.fullmatch(plain)
        if whole:
            return _bare(whole[1])
    cued = _CUED_CODE.search(plain)
    if cued:
        return _bare(cued[1])
    return _telling_word(plain)


def _telling_word(plain: str) -> str | None:
    """The six-character word that mixes letters and digits; one in capitals comes first."""
    words = [match[1] for match in _ANY_CODE.finditer(plain) if _mixed(match[1])]
    words.sort(key=lambda word: not word.isupper())
    return _bare(words[0]) if words else None


def _telling(word: str) -> bool:
    return _mixed(word) or word.isupper()


def _mixed(word: str) -> bool:
    return any(c in _DIGITS for c in word) and any(c.isalpha() for c in word)


def _bare(code: str) -> str:
    return re.sub(r"[^A-Z2-9]", "", code.upper())
