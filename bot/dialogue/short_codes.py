"""Codes that people read on one device and type on another; only their SHA-256 is kept."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.storage.models import now
from bot.tickets.references import ALPHABET
from nlu.text.normalise import western_digits

VALID = timedelta(minutes=10)
"""The longest that OWASP ASVS 5.0 allows a code told on another way (6.5.5)."""


@dataclass(frozen=True)
class ShortCode:
    """A code as it is shown, this once."""

    code: str
    expires_at: datetime


def new_code(length: int) -> ShortCode:
    """A random code, valid for ten minutes from now."""
    return ShortCode("".join(secrets.choice(ALPHABET) for _ in range(length)), now() + VALID)


def bare(code: str) -> str:
    """The code however it is typed."""
    return re.sub(r"[^A-Z2-9]", "", western_digits(code).upper())


def digest(code: str) -> str:
    """What is kept of a code, however it is typed."""
    return hashlib.sha256(bare(code).encode()).hexdigest()


def grouped(code: str) -> str:
    """The code as it is read out: in groups of three."""
    return " ".join(code[place : place + 3] for place in range(0, len(code), 3))
