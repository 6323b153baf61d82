"""Passwords as argon2id hashes, handled beside the event loop; unknown names take as long."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from zxcvbn import zxcvbn

from bot.errors import PasswordRefused

SHORTEST = 12
LONGEST = 256

FIRST_VALID = timedelta(days=3)
"""For so long a password that we made lets somebody in, who then chooses their own."""

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

    Its length counts, and how soon it is guessed by who knows common passwords, words of this
    service and what is `about` its owner (name, e-mail); of which characters it is made does not.
    """
    faults = {
        "differs": new != again,
        "short": len(new) < SHORTEST,
        "long": len(new) > LONGEST,
        "name": not new.casefold().replace(username, "").strip(),
        "same": new == old,
        "guessable": _is_guessable(new, [username, *about]),
    }
    for reason, is_so in faults.items():
        if is_so:
            raise PasswordRefused(reason=reason, shortest=SHORTEST, longest=LONGEST)


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
