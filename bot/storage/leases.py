"""Leases in the database: of all processes, one alone does a thing, and says so until when.

A process that dies keeps its lease until it runs out (LENGTH); one that stops gives it back.
The processes' clocks must agree within a few seconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import structlog
from sqlalchemy import delete, or_, update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from bot.storage.database import Database
from bot.storage.models import Lease, new_id, now

log = structlog.get_logger(__name__)

LENGTH = timedelta(seconds=20)
_IMPOSSIBLE_LENGTHS = 10
_RENEWALS_PER_LENGTH = 4
_PAUSE_S = 2.0

Work = Callable[[], Awaitable[None]]


class Leases:
    """Takes, renews and gives back leases by name."""

    def __init__(self, database: Database, length: timedelta = LENGTH) -> None:
        self._database = database
        self._length = length

    async def acquire(self, name: str) -> str | None:
        """The holder's key if the lease was free or had run out, else None."""
        holder, moment = new_id(), now()
        # No lease is given for that long: a clock that ran ahead gave it.
        impossible = moment + self._length * _IMPOSSIBLE_LENGTHS
        until = col(Lease.until)
        async with self._database.writing() as session:
            taken = await session.exec(
                update(Lease)
                .where(col(Lease.name) == name, or_(until < moment, until > impossible))
                .values(holder=holder, until=moment + self._length)
            )
            if taken.rowcount:
                return holder
            made = await session.exec(
                self._database.insert(Lease)
                .values(name=name, holder=holder, until=moment + self._length)
                .on_conflict_do_nothing()
                .returning(col(Lease.name))  # not every driver counts such rows
            )
            return holder if made.first() else None

    async def renew(self, name: str, holder: str) -> bool:
        """Holds on to the lease; False if it was lost meanwhile."""
        async with self._database.writing() as session:
            done = await session.exec(
                update(Lease)
                .where(col(Lease.name) == name, col(Lease.holder) == holder)
                .values(until=now() + self._length)
            )
            return bool(done.rowcount)

    async def release(self, name: str, holder: str) -> None:
        """Gives the lease back; does nothing if it was lost."""
        async with self._database.writing() as session:
            await session.exec(
                delete(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder)
            )

    async def try_alone(self, name: str, work: Work) -> bool:
        """Does the work if the lease is free: True when it is done, False if another holds it.

        The lease is renewed while the work lasts; should it be lost, the work is cancelled and
        the answer is False.
        """
        holder = await self.acquire(name)
        if holder is None:
            return False
        working = asyncio.ensure_future(work())
        renewing = asyncio.create_task(self._keep(name, holder))
        try:
            await asyncio.wait({working, renewing}, return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                log.warning("lease.lost")
                return False
            await working
            return True
        finally:
            await _end(working)
            await _end(renewing)
            await self._give_back(name, holder)

    async def _give_back(self, name: str, holder: str) -> None:
        try:
            await self.release(name, holder)
        except SQLAlchemyError as error:
            # It runs out by itself. Raised here, it would take the place of a cancellation.
            log.warning("lease.not-given-back", error=type(error).__name__)

    async def alone(self, name: str, work: Work) -> None:
        """Does the work once the lease is free, and again if it was lost or the database was away.

        Waits as long as need be. For loops that only one process may run (polling, the outbox);
        cancelled from outside.
        """
        while True:
            try:
                if await self.try_alone(name, work):
                    return
            except SQLAlchemyError as error:
                # The database is away: when it is back, so is the work.
                log.warning("lease.database-away", error=type(error).__name__)
            await asyncio.sleep(_PAUSE_S)

    async def _keep(self, name: str, holder: str) -> None:
        while True:
            await asyncio.sleep(self._length.total_seconds() / _RENEWALS_PER_LENGTH)
            try:
                if not await self.renew(name, holder):
                    return
            except SQLAlchemyError as error:
                # Without a renewal on record the lease cannot be relied on.
                log.warning("lease.not-renewed", error=type(error).__name__)
                return


async def _end(task: asyncio.Future[None]) -> None:
    """Cancels and waits, so that nothing of it runs on when the lease is given back."""
    if task.done():
        return
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
