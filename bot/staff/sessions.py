"""Signed-in browsers: the cookie's token is known to the browser only, its SHA-256 to us."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import FormRefused, NotSignedIn
from bot.staff.roles import Permission, may
from bot.storage.database import Database
from bot.storage.models import Staff, StaffSession, now, row_id

Owed = Literal["password", "second_factor"]

IDLE_MINUTES = 60
_LONGEST_BROWSER = 60
_NOTED_AFTER = timedelta(minutes=5)  # a use sooner than that after the last one is not written down


@dataclass(frozen=True)
class SignedIn:
    """Who is signed in, and the token that each of their forms must carry.

    `owes` is what they have to do before anything else.
    """

    staff_id: int
    name: str
    role: str
    lang: str
    csrf: str
    session_id: str
    owes: Owed | None = None
    service: str | None = None

    def may(self, permission: Permission | str) -> bool:
        """Whether their role permits it."""
        return may(self.role, permission)

    def require(self, csrf: str) -> None:
        """Raises FormRefused unless the form carried this session's token."""
        if not hmac.compare_digest(self.csrf.encode(), csrf.encode(errors="replace")):
            raise FormRefused


class Sessions:
    """Opens, finds and closes sessions.

    Each ends `hours` after it was opened, and before that once nobody used it for `idle_minutes`.
    Who has one of the `totp_roles` and no second factor owes one.
    """

    def __init__(
        self,
        database: Database,
        hours: int,
        totp_roles: Collection[str] = (),
        idle_minutes: int = IDLE_MINUTES,
    ) -> None:
        self._database = database
        self._length = timedelta(hours=hours)
        self._idle = timedelta(minutes=idle_minutes)
        self._totp_roles = frozenset(totp_roles)

    @property
    def seconds(self) -> int:
        """The length of a session that is in use."""
        return int(self._length.total_seconds())

    async def open(self, member: Staff, browser: str = "") -> str:
        """A new session; returns the token for the cookie. Forgets the sessions that ended."""
        token, opened_at = secrets.token_urlsafe(32), now()
        async with self._database.writing() as session:
            await session.exec(delete(StaffSession).where(col(StaffSession.expires_at) <= now()))
            session.add(
                StaffSession(
                    token_hash=_hash(token),
                    staff_id=row_id(member),
                    csrf=secrets.token_urlsafe(32),
                    browser=browser[:_LONGEST_BROWSER],
                    created_at=opened_at,
                    expires_at=self._end(opened_at),
                )
            )
        return token

    async def find(self, token: str, *, in_use: bool = True) -> SignedIn:
        """Who holds the token; raises NotSignedIn once it ended or the account was closed.

        What a page asks for by itself is no use of the session.
        """
        query = (
            select(Staff, StaffSession)
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
        member, kept = found
        if in_use:
            await self._go_on(kept)
        return SignedIn(
            row_id(member),
            member.name,
            member.role,
            member.lang,
            kept.csrf,
            session_id=kept.id,
            owes=self._owed(member),
            service=member.service,
        )

    def must_have_second_factor(self, role: str) -> bool:
        """Whether that role may not do without one."""
        return role in self._totp_roles

    async def of(self, staff_id: int) -> Sequence[StaffSession]:
        """The sessions of a member of staff that go on, the newest first."""
        query = (
            select(StaffSession)
            .where(StaffSession.staff_id == staff_id, col(StaffSession.expires_at) > now())
            .order_by(col(StaffSession.created_at).desc())
        )
        async with self._database.reading() as session:
            return (await session.exec(query)).all()

    async def end(self, staff_id: int, session_id: str) -> None:
        """Ends one session of that member; another's stays."""
        async with self._database.writing() as session:
            await session.exec(
                delete(StaffSession).where(
                    col(StaffSession.staff_id) == staff_id, col(StaffSession.id) == session_id
                )
            )

    async def end_others(self, me: SignedIn) -> None:
        """Ends all sessions of a member but the one they are in."""
        async with self._database.writing() as session:
            await end_sessions(session, me.staff_id, but=me.session_id)

    async def renew(self, me: SignedIn) -> str:
        """Another token for the session, after its member proved again who they are.

        The one before is worth nothing from now on.
        """
        token = secrets.token_urlsafe(32)
        async with self._database.writing() as session:
            await session.exec(
                update(StaffSession)
                .where(col(StaffSession.id) == me.session_id)
                .values(token_hash=_hash(token))
            )
        return token

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

    async def _go_on(self, kept: StaffSession) -> None:
        end = self._end(kept.created_at)
        if end - kept.expires_at < _NOTED_AFTER:
            return
        async with self._database.writing() as session:
            await session.exec(
                update(StaffSession)
                .where(col(StaffSession.token_hash) == kept.token_hash)
                .values(expires_at=end)
            )

    def _end(self, opened_at: datetime) -> datetime:
        """When a session ends that is used now."""
        return min(now() + self._idle, opened_at + self._length)

    def _owed(self, member: Staff) -> Owed | None:
        if member.must_change_password:
            return "password"
        if self.must_have_second_factor(member.role) and not member.totp_secret:
            return "second_factor"
        return None


async def end_sessions(session: AsyncSession, staff_id: int, but: str | None = None) -> None:
    """Ends the sessions of a member of staff, in the transaction of its cause."""
    ending = delete(StaffSession).where(col(StaffSession.staff_id) == staff_id)
    if but is not None:
        ending = ending.where(col(StaffSession.id) != but)
    await session.exec(ending)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
