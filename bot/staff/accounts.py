"""Accounts of staff: made from the command line, checked at the door."""

from __future__ import annotations

import asyncio
from typing import Literal

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from bot.errors import NameTaken, WrongCredentials
from bot.staff.passwords import hashed, matches, new_password
from bot.staff.throttle import Throttle
from bot.storage.database import Database
from bot.storage.models import AuditRow, Staff

Role = Literal["agent", "supervisor", "admin"]

FIRST_ADMIN = "admin"
_CHECKS_AT_ONCE = 2  # each takes 64 MiB and a core


async def create_staff(
    database: Database,
    username: str,
    *,
    name: str | None = None,
    role: Role = "agent",
    lang: str = "fr",
    password: str | None = None,
) -> str:
    """Makes an account and returns its password, a random one unless given.

    The password is kept as its hash only. Raises NameTaken.
    """
    password = password or new_password()
    username = canonical(username)
    member = Staff(
        username=username,
        name=name or username,
        password_hash=await hashed(password),
        role=role,
        lang=lang,
    )
    try:
        async with database.writing() as session:
            session.add(member)
            session.add(
                AuditRow(
                    event="staff.created", actor="bot", data={"username": username, "role": role}
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
        return await create_staff(database, FIRST_ADMIN, role="admin")
    except NameTaken:
        return None  # another process was first, and printed it


def canonical(username: str) -> str:
    """The one spelling of a user name."""
    return username.replace("\0", "").strip().casefold()


class Door:
    """Lets staff in by name and password."""

    def __init__(self, database: Database, throttle: Throttle | None = None) -> None:
        self._database = database
        self._throttle = throttle or Throttle()
        self._queue = asyncio.Semaphore(_CHECKS_AT_ONCE)

    async def check(self, username: str, password: str) -> Staff:
        """The member of staff; raises WrongCredentials or TooManyAttempts.

        An unknown name, a closed account and a wrong password get the same answer after the same
        time.
        """
        username = canonical(username)
        self._throttle.attempt(username)
        async with self._database.reading() as session:
            found = await session.exec(
                select(Staff).where(Staff.username == username, col(Staff.active).is_(True))
            )
            member = found.first()
        async with self._queue:
            right = await matches(password, member.password_hash if member else None)
        if member is None or not right:
            raise WrongCredentials
        self._throttle.forget(username)
        return member
