"""What tests about people read from pages and authenticators."""

from __future__ import annotations

from datetime import timedelta

import pyotp

from bot.storage.models import now


def code_of(secret: str, steps: int = 0) -> str:
    """The code that an authenticator shows, or showed or will show some steps of 30 s away."""
    return pyotp.TOTP(secret).at(now() + timedelta(seconds=30 * steps))


def plain(page: str) -> str:
    """A page without the marks that isolate values."""
    return page.replace("\u2068", "").replace("\u2069", "")
