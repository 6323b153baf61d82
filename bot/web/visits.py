"""A citizen's visit to one ticket: a short signed cookie, and the token of its forms.

The cookie holds neither reference nor code. Of a visit that was left stands until its time is over
that it is, so that a copy of its cookie opens nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from sqlalchemy import delete
from sqlmodel import col

from bot.errors import StaleForm
from bot.storage.database import Database
from bot.storage.models import EndedVisit

log = structlog.get_logger(__name__)

LENGTH_S = 30 * 60


@dataclass(frozen=True)
class Visit:
    """Which ticket a browser may see, if any yet, and until when (seconds since 1970)."""

    ticket_id: int | None
    nonce: str
    until: int


class Visits:
    """Begins, reads and ends visits under one key and in one database that all processes share."""

    def __init__(
        self, key: str, database: Database, clock: Callable[[], float] = time.time
    ) -> None:
        self._key = key.encode()
        self._database = database
        self._clock = clock

    def begin(self, ticket_id: int | None = None) -> Visit:
        """A fresh visit; the right code begins another one than the form before it."""
        return Visit(ticket_id, secrets.token_urlsafe(16), int(self._clock()) + LENGTH_S)

    def cookie(self, visit: Visit) -> str:
        """The visit, signed."""
        told = f"{visit.ticket_id or 0}.{visit.until}.{visit.nonce}"
        return f"{told}.{self._signature('visit', told)}"

    async def read(self, cookie: str) -> Visit | None:
        """The visit of a cookie; None if it is not one of ours, over or left."""
        if not cookie:
            return None
        told, _, signature = cookie.rpartition(".")
        if not _same(signature, self._signature("visit", told)):
            log.warning("citizen.visit-refused", why="signature")
            return None
        ticket_id, until, nonce = told.split(".")
        if int(until) <= self._clock():
            return None
        visit = Visit(int(ticket_id) or None, nonce, int(until))
        if visit.ticket_id and await self._was_left(visit):
            log.warning("citizen.visit-refused", why="left", ticket=visit.ticket_id)
            return None
        return visit

    async def end(self, visit: Visit) -> None:
        """The visit opens nothing from now on, in whichever browser its cookie is.

        One that has opened no ticket yet opens nothing anyway.
        """
        if visit.ticket_id is None:
            return
        insert = self._database.insert(EndedVisit).values(
            nonce=visit.nonce, until=_moment(visit.until)
        )
        over = col(EndedVisit.until) <= _moment(self._clock())
        async with self._database.writing() as session:
            await session.exec(delete(EndedVisit).where(over))
            await session.exec(insert.on_conflict_do_nothing())
        log.info("citizen.left", ticket=visit.ticket_id)

    def csrf(self, visit: Visit) -> str:
        """The token that each form of the visit carries."""
        return self._signature("form", visit.nonce)

    async def require(self, cookie: str, csrf: str) -> Visit:
        """The visit that a form was sent from; raises StaleForm."""
        visit = await self.read(cookie)
        if visit is None:
            raise StaleForm
        if not _same(csrf, self.csrf(visit)):
            log.warning("citizen.form-refused", ticket=visit.ticket_id)
            raise StaleForm
        return visit

    async def _was_left(self, visit: Visit) -> bool:
        async with self._database.reading() as session:
            return await session.get(EndedVisit, visit.nonce) is not None

    def _signature(self, use: str, text: str) -> str:
        signed = f"{use}:{text}".encode(errors="replace")
        digest = hmac.new(self._key, signed, hashlib.sha256).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(errors="replace"), other.encode())
