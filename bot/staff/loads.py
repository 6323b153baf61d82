"""How much lies with each member of staff, for who shares it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.database import Database
from bot.storage.models import Staff, Ticket
from bot.tickets.kinds import Kind, State

SETTLED_DAYS = 7
_WAITING = (State.WAITING_CITIZEN.value, State.WAITING_THIRD_PARTY.value)


@dataclass(frozen=True)
class Load:
    """Tickets of one member, by what they ask of them."""

    open: int = 0
    due_soon: int = 0
    overdue: int = 0
    waiting: int = 0
    settled: int = 0


@dataclass(frozen=True)
class Loads:
    """The open accounts with what lies with each, and what lies with nobody."""

    members: Sequence[tuple[Staff, Load]]
    unassigned: Load


class Workload:
    """Counts the tickets of each member; three queries, however many there are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def loads(self, at: datetime, due_soon_until: datetime) -> Loads:
        """The loads at a moment; who has most to do comes first."""
        async with self._database.reading() as session:
            query = select(Staff).where(col(Staff.active).is_(True)).order_by(col(Staff.name))
            members = (await session.exec(query)).all()
            settled = await _settled(session, at - timedelta(days=SETTLED_DAYS))
            loads = await _unsettled(session, at, due_soon_until, settled)
        rows = [
            (member, loads.get(member.id, Load(settled=settled.get(member.id, 0))))
            for member in members
        ]
        rows.sort(key=lambda row: -row[1].open)
        return Loads(rows, loads.get(None, Load()))


async def _settled(session: AsyncSession, since: datetime) -> Mapping[int | None, int]:
    query = (
        select(Ticket.settled_by, func.count())
        .where(col(Ticket.settled_at) >= since)
        .group_by(col(Ticket.settled_by))
    )
    return dict((await session.exec(query)).all())


async def _unsettled(
    session: AsyncSession,
    at: datetime,
    due_soon_until: datetime,
    settled: Mapping[int | None, int],
) -> Mapping[int | None, Load]:
    running = col(Ticket.stopped_at).is_(None)
    waiting = col(Ticket.state).in_(_WAITING)
    late, soon = _due_before(at), _due_before(due_soon_until)
    query = (
        select(  # type: ignore[call-overload]
            Ticket.assignee_id,
            func.count(),
            _number_of(and_(running, soon, ~late)),
            _number_of(and_(running, late)),
            _number_of(waiting),
        )
        .where(col(Ticket.settled_at).is_(None))
        .group_by(col(Ticket.assignee_id))
    )
    return {
        staff_id: Load(open, due_soon, overdue, waits, settled.get(staff_id, 0))
        for staff_id, open, due_soon, overdue, waits in await session.exec(query)
    }


def _due_before(moment: datetime) -> ColumnElement[bool]:
    """Not taken up or not answered by then; a suggestion has no target to be answered."""
    unacknowledged = col(Ticket.acknowledged_at).is_(None)
    answerable = col(Ticket.kind) != Kind.SUGGESTION.value
    return or_(
        and_(answerable, col(Ticket.answer_by) < moment),
        and_(unacknowledged, col(Ticket.acknowledge_by) < moment),
    )


def _number_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
