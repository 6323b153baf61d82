"""Passwords as argon2id hashes, handled beside the event loop; unknown names take as long."""

from __future__ import annotations

import asyncio
import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError


def new_password() -> str:
    """A random password that can be read out: five groups of four characters."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    groups = ("".join(secrets.choice(letters) for _ in range(4)) for _ in range(5))
    return "-".join(groups)


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
