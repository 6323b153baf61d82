"""A citizen's visit to one ticket: a short signed cookie, and the token of its forms.

The cookie holds neither reference nor code. Nothing about a visit is stored.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import StaleForm

LENGTH_S = 30 * 60


@dataclass(frozen=True)
class Visit:
    """Which ticket a browser may see, if any yet, and until when (seconds since 1970)."""

    ticket_id: int | None
    nonce: str
    until: int


class Visits:
    """Begins and reads visits under one key that all processes share."""

    def __init__(self, key: str, clock: Callable[[], float] = time.time) -> None:
        self._key = key.encode()
        self._clock = clock

    def begin(self, ticket_id: int | None = None) -> Visit:
        """A fresh visit; the right code begins another one than the form before it."""
        return Visit(ticket_id, secrets.token_urlsafe(16), int(self._clock()) + LENGTH_S)

    def cookie(self, visit: Visit) -> str:
        """The visit, signed."""
        told = f"{visit.ticket_id or 0}.{visit.until}.{visit.nonce}"
        return f"{told}.{self._signature('visit', told)}"

    def read(self, cookie: str) -> Visit | None:
        """The visit of a cookie; None if it is not one of ours or over."""
        told, _, signature = cookie.rpartition(".")
        if not _same(signature, self._signature("visit", told)):
            return None
        ticket_id, until, nonce = told.split(".")
        if int(until) <= self._clock():
            return None
        return Visit(int(ticket_id) or None, nonce, int(until))

    def csrf(self, visit: Visit) -> str:
        """The token that each form of the visit carries."""
        return self._signature("form", visit.nonce)

    def require(self, cookie: str, csrf: str) -> Visit:
        """The visit that a form was sent from; raises StaleForm."""
        visit = self.read(cookie)
        if visit is None or not _same(csrf, self.csrf(visit)):
            raise StaleForm
        return visit

    def _signature(self, use: str, text: str) -> str:
        signed = f"{use}:{text}".encode(errors="replace")
        digest = hmac.new(self._key, signed, hashlib.sha256).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(errors="replace"), other.encode())
