"""Passwords as argon2id hashes, handled beside the event loop; unknown names take as long."""

from __future__ import annotations

import asyncio
import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from bot.errors import PasswordRefused

SHORTEST = 12
LONGEST = 256


def new_password() -> str:
    """A random password that can be read out: five groups of four characters."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    groups = ("".join(secrets.choice(letters) for _ in range(4)) for _ in range(5))
    return "-".join(groups)


def accept(new: str, again: str, old: str, username: str) -> None:
    """Raises PasswordRefused unless the new password will do.

    Its length counts; of which characters it is made does not.
    """
    faults = {
        "differs": new != again,
        "short": len(new) < SHORTEST,
        "long": len(new) > LONGEST,
        "name": not new.casefold().replace(username, "").strip(),
        "same": new == old,
    }
    for reason, is_so in faults.items():
        if is_so:
            raise PasswordRefused(reason=reason, shortest=SHORTEST, longest=LONGEST)


async def hashed(password: str) -> str:
    """The argon2id hash to keep."""
    return await asyncio.to_thread(PasswordHasher().hash, password)


async def matches(password: str, kept: str | None) -> bool:
    """Whether the password is the one of the hash; without a hash False, after the same time."""
    return await asyncio.to_thread(_matches, password, kept)


def _matches(password: str, kept: str | None) -> bool:
    try:
        PasswordHasher().verify(kept or _nobodys_hash(), password)
    except (VerifyMismatchError, InvalidHashError):
        return False
    return kept is not None


@cache
def _nobodys_hash() -> str:
    return PasswordHasher().hash(secrets.token_urlsafe())
