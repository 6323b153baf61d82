"""The notices of members of staff: how many are unseen, the newest, and what is urgent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, update
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import StaffNotice, Ticket, now

_MOST = 100


@dataclass(frozen=True)
class Standing:
    """How many notices are unseen, and the newest of all (0: none)."""

    unseen: int
    newest: int


class Notices:
    """The notices of members of staff; each sees their own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def standing(self, staff_id: int) -> Standing:
        """One query, for every page."""
        unseen = func.count().filter(col(StaffNotice.seen_at).is_(None))
        query = select(unseen, func.max(StaffNotice.id)).where(StaffNotice.staff_id == staff_id)
        async with self._database.reading() as session:
            count, newest = (await session.exec(query)).one()
        return Standing(count, newest or 0)

    async def newest(self, staff_id: int) -> Sequence[tuple[StaffNotice, str | None]]:
        """The newest notices, each with the reference of its ticket."""
        query = (
            select(StaffNotice, Ticket.reference)
            .outerjoin(Ticket, col(Ticket.id) == col(StaffNotice.ticket_id))
            .where(StaffNotice.staff_id == staff_id)
            .order_by(col(StaffNotice.id).desc())
            .limit(_MOST)
        )
        async with self._database.reading() as session:
            return [(notice, reference) for notice, reference in await session.exec(query)]

    async def urgent_after(self, staff_id: int, last: int) -> frozenset[str]:
        """The kinds of the urgent ones that came after one that is known."""
        query = select(StaffNotice.kind).where(
            StaffNotice.staff_id == staff_id,
            col(StaffNotice.id) > last,
            col(StaffNotice.urgent).is_(True),
        )
        async with self._database.reading() as session:
            return frozenset(await session.exec(query))

    async def seen(self, staff_id: int, up_to: int) -> None:
        """Marks what was on the page as seen, and nothing that came since."""
        async with self._database.writing() as session:
            await session.exec(
                update(StaffNotice)
                .where(
                    col(StaffNotice.staff_id) == staff_id,
                    col(StaffNotice.id) <= up_to,
                    col(StaffNotice.seen_at).is_(None),
                )
                .values(seen_at=now())
            )
