"""Numbers, codes, e-mail addresses and links."""

import re
from collections.abc import Iterator

from nlu.text.personal.found import Found, Kind, hide

_LOCAL = r"(?<![\w.+%'-])[\w.+%'-]{1,64}"
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EMAIL = re.compile(rf"{_LOCAL} ?@ ?(?:[\w-]{{1,63}}\.){{1,6}}[a-z]{{2,24}}", re.IGNORECASE)
# "karim at example dot com", "karim arobase example point com"
_SPELT_EMAIL = re.compile(
    rf"{_LOCAL}\s?(?:@|\(at\)|\[at\]|\s(?:at|arobas[eck]?|arobaz|آت|أروباز|اروباز)\s)\s?[\w-]{{1,63}}"
    r"\s?(?:\.|\s(?:dot|point|نقطة|نقطه|بوان)\s)\s?[a-z]{2,24}(?!\w)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<!\w)@\w{3,}")
# MDM-2026-000123, however it is spaced.
_REFERENCE = re.compile(r"(?<![^\W_])m\W{0,3}d\W{0,3}m\W{0,3}\d[\d\W]{3,12}\d", re.IGNORECASE)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
# Telephone numbers, dates of birth, accounts: six digits and more with little between them.
_NUMBER = re.compile(
    r"(?<![^\W_])(?:[A-Z]{1,3}[\-/.])?[+(]{0,2}\d(?:[ .,\-/()]{0,3}\d){5,}(?![^\W_])"
)
# A letter or two before the digits, as on identity cards and passports: "AB 123456".
_CARD = re.compile(r"(?<![^\W_])[A-Z]{1,2}[ .\-](?=\d{5})")
# A word with digits in it; an Arabic preposition before them stays.
_SIGN_OF_WORD = r"[^\s\0\u0621-\u064a،؟?!,;:()\"«»]"
_WRITTEN = re.compile(rf"(?<!{_SIGN_OF_WORD}){_SIGN_OF_WORD}*\d{_SIGN_OF_WORD}*")
# "٢٠٢٤/٥٥١/ق": a file with the letter of its section.
_FILE = re.compile(r"\d+/\d+/[^\W\d_]{1,2}(?!\w)")
_RUN = re.compile(r"\d{4}")
_MOST_DIGITS = 4  # "18-25" and "loi 06-18" tell of nobody
_PHONE_DIGITS = range(8, 16)
_PHONE_START = re.compile(r"\(?(?:\+|[0٠])")

_MONTHS = (
    r"(?:janv(?:ier)?|f[eé]vr(?:ier)?|mars|avril|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?"
    r"|oct(?:obre)?|nov(?:embre)?|d[eé]c(?:embre)?|يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت"
    r"|شتنبر|أكتوبر|نونبر|دجنبر)"
)
# Only a birth is hidden: "le 30 juillet 2026" is what a question is about.
_BIRTH = re.compile(
    r"(?:n[eé]+e?s? le|naissance|mzyou?da?|tzadi?t|مواليد|ولدت?|ازددت|تزاد[تي]*)(?:\W+\w+)?\W+"
    rf"(\d{{1,2}}(?:er)?[ \-./]{{1,3}}{_MONTHS}[ \-./]{{1,3}}\d{{2,4}})(?!\w)",
    re.IGNORECASE,
)

# Years, amounts of money and round numbers tell of nobody.
_ONE_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_YEARS = rf"(?<![a-z\d_/\-.]){_ONE_YEAR}(?:[ /\-–]{{1,3}}{_ONE_YEAR})?(?![\w/\-]|\.\d| \d)"
_ALONE = r"(?<![\w/\-+.])(?<!\d )"
_ROUND = rf"{_ALONE}[1-9]\d{{0,2}}[ .,]?000(?![\w/\-]| \d)"
_AMOUNT = (
    rf"{_ALONE}\d{{1,3}}(?:[ .,]?\d{{3}})?(?:,\d\d)?"
    r"(?=\s?(?:dhs?|dirhams?|mad|euros?|eur|€|km|m2|درهم|دراهم|أورو|اورو|يورو|ريال|ryal)(?!\w))"
)
_HARMLESS = re.compile(f"{_YEARS}|{_AMOUNT}|{_ROUND}", re.IGNORECASE)

# The secret code of a ticket: six signs without look-alikes, letters and digits mixed.
_SIGN = "[A-HJ-NP-Z2-9]"
_CODE = rf"(?<![^\W_]){_SIGN}{{3}}[ \-]?{_SIGN}{{3}}(?![^\W_])"
_SPELT_CODE = re.compile(rf"(?<![^\W_]){_SIGN}(?:[ .,\-]{{1,2}}{_SIGN}){{5}}(?![^\W_])")
_CAPITAL_CODE = re.compile(_CODE)
_ANY_CODE = re.compile(_CODE, re.IGNORECASE)
_CODE_CUE = re.compile(r"code|kod|كود|رمز", re.IGNORECASE)


def codes(text: str) -> Iterator[Found]:
    """Codes in capitals anywhere; in small letters where one is meant, or it is all there is."""
    patterns = [_CAPITAL_CODE, _SPELT_CODE]
    alone = len(text.split()) <= 2  # noqa: PLR2004 "abc 234"
    if alone or _CODE_CUE.search(text) or _REFERENCE.search(text):
        patterns.append(_ANY_CODE)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(map(str.isdigit, match[0])) and any(map(str.isalpha, match[0])):
                yield Found(*match.span(), Kind.CODE)


def contacts(text: str) -> Iterator[Found]:
    """Links, e-mail addresses and handles."""
    for pattern, kind in (
        (_LINK, Kind.LINK),
        (_EMAIL, Kind.EMAIL),
        (_SPELT_EMAIL, Kind.EMAIL),
        (_HANDLE, Kind.LINK),
    ):
        for match in pattern.finditer(text):
            yield Found(*match.span(), kind)


def numbers(text: str) -> Iterator[Found]:
    """References, cards, telephone numbers and whatever else has many digits."""
    for match in _BIRTH.finditer(text):
        yield Found(*match.span(1), Kind.ID)
    text = hide(text, (match.span() for match in _HARMLESS.finditer(text)))
    for pattern in (_REFERENCE, _IBAN, _CARD, _NUMBER, _FILE):
        for match in pattern.finditer(text):
            yield Found(*match.span(), _kind(match[0]))
    for match in _WRITTEN.finditer(text):
        if _digits(match[0]) > _MOST_DIGITS or _RUN.search(match[0]):
            yield Found(*match.span(), _kind(match[0]))


def _kind(written: str) -> Kind:
    is_phone = _PHONE_START.match(written) and _digits(written) in _PHONE_DIGITS
    is_phone = is_phone and not any(map(str.isalpha, written))
    return Kind.PHONE if is_phone else Kind.ID


def _digits(written: str) -> int:
    return sum(map(str.isdigit, written))
