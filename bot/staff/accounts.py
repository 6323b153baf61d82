"""Accounts of staff: made from the command line, checked at the door."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update

from bot.errors import (
    FirstPasswordRanOut,
    NameTaken,
    TooManyAttempts,
    WrongCode,
    WrongCredentials,
    WrongPassword,
)
from bot.staff.passwords import FIRST_VALID, hashed, is_outdated, matches, new_password
from bot.staff.roles import Role
from bot.staff.second_factor import matching_step
from bot.staff.throttle import Throttle
from bot.storage.database import Database
from bot.storage.models import AuditRow, Staff, now

log = structlog.get_logger(__name__)

FIRST_ADMIN = "admin"
_CHECKS_AT_ONCE = 2  # each takes 64 MiB and a core


async def create_staff(
    database: Database,
    username: str,
    *,
    name: str | None = None,
    role: str = Role.AGENT.value,
    lang: str = "fr",
    password: str | None = None,
    email: str | None = None,
    languages: Sequence[str] = (),
    service: str | None = None,
    hours: Mapping[str, Sequence[str]] | None = None,
    must_change_password: bool = False,
    by: int | None = None,
) -> str:
    """Makes an account and returns its password, a random one unless given.

    The password is kept as its hash only. `by` is the administrator, None at the command line.
    Raises NameTaken.
    """
    password = password or new_password()
    username = canonical(username)
    member = Staff(
        username=username,
        name=name or username,
        password_hash=await hashed(password),
        role=role,
        lang=lang,
        email=email,
        languages=list(languages),
        service=service,
        hours={day: list(span) for day, span in (hours or {}).items()},
        must_change_password=must_change_password,
    )
    try:
        async with database.writing() as session:
            session.add(member)
            session.add(
                AuditRow(
                    event="staff.created",
                    actor="bot" if by is None else f"staff:{by}",
                    data={"username": username, "role": role},
                )
            )
    except IntegrityError as error:
        raise NameTaken(username=username) from error
    return password


async def ensure_first_admin(database: Database) -> str | None:
    """At the first start makes the administrator FIRST_ADMIN and returns the password to print.

    None where there is staff already: the password is shown this once.
    """
    async with database.reading() as session:
        if (await session.exec(select(Staff.id).limit(1))).first() is not None:
            return None
    try:
        return await create_staff(
            database, FIRST_ADMIN, role=Role.ADMIN.value, must_change_password=True
        )
    except NameTaken:
        return None  # another process was first, and printed it


def canonical(username: str) -> str:
    """The one spelling of a user name."""
    return username.replace("\0", "").strip().casefold()


@dataclass(frozen=True)
class Device:
    """A browser in which a member of staff has signed in before."""

    username: str
    nonce: str


@dataclass(frozen=True)
class Proof:
    """What who is signed in enters once more before something that lets people in is changed."""

    password: str
    code: str = ""
    device: Device | None = None


class Door:
    """Lets staff in by name and password, and by code where a second factor is set.

    A browser that was let in before has a counter of its own: who guesses at a name elsewhere does
    not keep its owner out.
    """

    def __init__(self, database: Database, throttle: Throttle | None = None) -> None:
        self._database = database
        self._throttle = throttle or Throttle()
        self._queue = asyncio.Semaphore(_CHECKS_AT_ONCE)

    async def check(self, username: str, password: str, device: Device | None = None) -> Staff:
        """The member of staff; raises WrongCredentials, TooManyAttempts or FirstPasswordRanOut.

        An unknown name, a closed account and a wrong password get the same answer after the same
        time.
        """
        username = canonical(username)
        counter = _counter("password", username, device)
        self._attempt(counter, "password")
        async with self._database.reading() as session:
            found = await session.exec(
                select(Staff).where(Staff.username == username, col(Staff.active).is_(True))
            )
            member = found.first()
        right = await self._matches(password, member.password_hash if member else None)
        if member is None or not right:
            # Not the name: people type their password into its field.
            _log_refusal("password", member)
            raise WrongCredentials
        self._throttle.forget(counter)
        if _has_run_out(member):
            _log_refusal("password", member)
            raise FirstPasswordRanOut(days=FIRST_VALID.days)
        if is_outdated(member.password_hash):
            await self._renew_hash(member, password)
        return member

    async def check_password(self, member: Staff, password: str) -> None:
        """Asks who is signed in for their password; raises WrongPassword or TooManyAttempts."""
        counter = f"present-password:{member.id}"
        self._attempt(counter, "password", member)
        if not await self._matches(password, member.password_hash):
            _log_refusal("password", member)
            raise WrongPassword
        self._throttle.forget(counter)

    async def check_again(self, member: Staff, proof: Proof) -> None:
        """Asks for every factor of who is signed in.

        Raises WrongPassword, TooManyAttempts, and WrongCode where a second factor is set.
        """
        await self.check_password(member, proof.password)
        await self.check_second_factor(member, proof)

    async def check_second_factor(self, member: Staff, proof: Proof) -> None:
        """Asks for a code where a second factor is set; raises WrongCode, TooManyAttempts."""
        if member.totp_secret:
            await self.check_code(member, proof.code, proof.device)

    async def check_code(self, member: Staff, code: str, device: Device | None = None) -> None:
        """Takes a one-time code, once; raises WrongCode or TooManyAttempts."""
        counter = _counter("code", member.username, device)
        self._attempt(counter, "code", member)
        secret = member.totp_secret
        step = matching_step(secret, code, now(), member.totp_last) if secret else None
        if step is None or not await self._use(member, step):
            _log_refusal("code", member)
            raise WrongCode
        self._throttle.forget(counter)

    def _attempt(self, counter: str, factor: str, member: Staff | None = None) -> None:
        try:
            self._throttle.attempt(counter)
        except TooManyAttempts:
            log.warning("staff.throttled", factor=factor, staff=member.id if member else None)
            raise

    async def _matches(self, password: str, kept: str | None) -> bool:
        async with self._queue:
            return await matches(password, kept)

    async def _renew_hash(self, member: Staff, password: str) -> None:
        """Today's work for the password that was just right; unless it was changed meanwhile."""
        async with self._queue:
            renewed = await hashed(password)
        same = (col(Staff.id) == member.id, col(Staff.password_hash) == member.password_hash)
        async with self._database.writing() as session:
            await session.exec(update(Staff).where(*same).values(password_hash=renewed))

    async def _use(self, member: Staff, step: int) -> bool:
        """Whether this request was the first with that step's code or a later one's."""
        unused = or_(col(Staff.totp_last).is_(None), col(Staff.totp_last) < step)
        async with self._database.writing() as session:
            used = await session.exec(
                update(Staff).where(col(Staff.id) == member.id, unused).values(totp_last=step)
            )
        return used.rowcount == 1


def _has_run_out(member: Staff) -> bool:
    made_at = member.password_set_at or member.created_at
    return member.must_change_password and made_at + FIRST_VALID <= now()


def _log_refusal(factor: str, member: Staff | None) -> None:
    log.warning("staff.factor-refused", factor=factor, staff=member.id if member else None)


def _counter(kind: str, username: str, device: Device | None) -> str:
    if device and device.username == username:
        return f"{kind}:device:{device.nonce}"
    return f"{kind}:name:{username}"
