"""E-mail addresses and telephone numbers as people type them, lightly validated."""

import re

from nlu.text.normalise import western_digits

_EMAIL = re.compile(r"([\w.+%'-]{1,64}) ?@ ?((?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24})(?![\w@])")
_PHONE = re.compile(r"(?<![\w@.])(\+ ?|00)?(\d(?:[ .\-/()]{0,3}\d){6,17})(?![\w@])")
_TICKET = re.compile(r"\bm\W?d\W?m\W{0,3}\d{4}\W{0,3}\d{1,6}", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_TRUNK = re.compile(r"\(0\)")
_SHORTEST, _SHORTEST_NATIONAL, _LONGEST = 8, 9, 15


def read_contact(text: str) -> str | None:
    """The addresses and numbers in a text, normalised and joined by ", ", or None.

    A number keeps its own form, national ("0612345678") or international ("+32470123456").
    """
    plain = _TICKET.sub(" ", western_digits(text))
    emails = [_email(match) for match in _EMAIL.finditer(plain)]
    numbers = [_phone(match) for match in _PHONE.finditer(_EMAIL.sub(" ", plain))]
    found = [*emails, *(number for number in numbers if number)]
    return ", ".join(dict.fromkeys(found)) or None


def email_in(contact: str | None) -> str | None:
    """The first e-mail address of a contact, or None."""
    found = _EMAIL.search(contact or "")
    return _email(found) if found else None


def looks_attempted(text: str) -> bool:
    """Whether a text that holds no valid contact was plainly meant as one."""
    return "@" in text or sum(c.isdecimal() for c in text) > _SHORTEST // 2


def _email(match: re.Match[str]) -> str:
    return f"{match[1].lstrip('.')}@{match[2].lower()}"


def _phone(match: re.Match[str]) -> str | None:
    written = match[0].strip()
    if _DATE.fullmatch(written):
        return None
    digits = re.sub(r"\D", "", _TRUNK.sub("", match[2]))
    shortest = _SHORTEST if match[1] else _SHORTEST_NATIONAL
    if not shortest <= len(digits) <= _LONGEST:
        return None
    return f"+{digits}" if match[1] else digits
