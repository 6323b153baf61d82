"""Signed-in browsers: the cookie's token is known to the browser only, its SHA-256 to us."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, delete, select, update

from bot.errors import NotAllowed, NotSignedIn
from bot.storage.database import Database
from bot.storage.models import Staff, StaffSession, now, row_id


@dataclass(frozen=True)
class SignedIn:
    """Who is signed in, and the token that each of their forms must carry."""

    staff_id: int
    name: str
    role: str
    lang: str
    csrf: str

    def require(self, csrf: str) -> None:
        """Raises NotAllowed unless the form carried this session's token."""
        if not hmac.compare_digest(self.csrf.encode(), csrf.encode(errors="replace")):
            raise NotAllowed


class Sessions:
    """Opens, finds and closes sessions; each ends `hours` after it was opened."""

    def __init__(self, database: Database, hours: int) -> None:
        self._database = database
        self._length = timedelta(hours=hours)

    @property
    def seconds(self) -> int:
        """The length of a session."""
        return int(self._length.total_seconds())

    async def open(self, member: Staff) -> str:
        """A new session; returns the token for the cookie. Forgets the sessions that ended."""
        token = secrets.token_urlsafe(32)
        async with self._database.writing() as session:
            await session.exec(delete(StaffSession).where(col(StaffSession.expires_at) <= now()))
            session.add(
                StaffSession(
                    token_hash=_hash(token),
                    staff_id=row_id(member),
                    csrf=secrets.token_urlsafe(32),
                    expires_at=now() + self._length,
                )
            )
        return token

    async def find(self, token: str) -> SignedIn:
        """Who holds the token; raises NotSignedIn once it ended or the account was closed."""
        query = (
            select(Staff, StaffSession.csrf)
            .join(StaffSession, col(StaffSession.staff_id) == col(Staff.id))
            .where(
                StaffSession.token_hash == _hash(token),
                col(StaffSession.expires_at) > now(),
                col(Staff.active).is_(True),
            )
        )
        async with self._database.reading() as session:
            found = (await session.exec(query)).first()
        if found is None:
            raise NotSignedIn
        member, csrf = found
        return SignedIn(row_id(member), member.name, member.role, member.lang, csrf)

    async def close(self, token: str) -> None:
        """Ends a session; the token is worth nothing from now on."""
        async with self._database.writing() as session:
            await session.exec(
                delete(StaffSession).where(col(StaffSession.token_hash) == _hash(token))
            )

    async def speak(self, staff_id: int, lang: str) -> None:
        """Keeps in which language a member of staff reads the console."""
        async with self._database.writing() as session:
            await session.exec(update(Staff).where(col(Staff.id) == staff_id).values(lang=lang))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
