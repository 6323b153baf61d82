"""Values that a browser keeps for us and cannot change: signed, for one purpose, until a moment."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time

from bot.storage.database import Database
from bot.storage.secrets import secret_of

_KEY = "staff-seals"


class Seals:
    """Signs and checks values with a key that all processes share."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._key: bytes | None = None

    async def seal(self, purpose: str, value: str, seconds: int) -> str:
        """The value, with the moment it ends at and a signature."""
        body = f"{value}|{int(time.time()) + seconds}"
        signature = (await self.digest(purpose, body)).hex()
        return base64.urlsafe_b64encode(f"{body}|{signature}".encode()).decode()

    async def open(self, purpose: str, sealed: str) -> str | None:
        """The value; None unless it was sealed for this purpose and has not ended."""
        try:
            value, until, signature = base64.urlsafe_b64decode(sealed).decode().rsplit("|", 2)
        except ValueError:
            return None
        expected = (await self.digest(purpose, f"{value}|{until}")).hex()
        if not hmac.compare_digest(expected.encode(), signature.encode()):
            return None
        return value if int(until) > time.time() else None

    async def digest(self, purpose: str, text: str) -> bytes:
        """What only we can make of a text."""
        if self._key is None:
            self._key = (await secret_of(self._database, _KEY)).encode()
        return hmac.digest(self._key, f"{purpose}:{text}".encode(), hashlib.sha256)
