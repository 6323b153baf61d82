"""The queues of the desk: which tickets stand in them, page by page, and how many they are.

A page is found by the place of its neighbour (keyset), never by counting rows from the start, so
that a far page costs what the first one does. Conditions ask only for columns of the indexes
`ix_ticket_live` (in the order of `_NEXT_TARGET`), `ix_ticket_assigned` and `ix_ticket_queued`; the
rows themselves are read for one page only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    and_,
    case,
    func,
    literal,
    or_,
    true,
    tuple_,
)
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from bot.office import OFFICE
from bot.storage.database import Database
from bot.storage.models import Forwarding, Staff, Ticket, UtcDateTime
from bot.storage.search import matching
from bot.tickets.calendar import ServiceCalendar, load_calendar
from bot.tickets.clock import Standing, standing
from bot.tickets.kinds import Priority, State
from bot.tickets.references import parse
from bot.tickets.standings import stands
from bot.tickets.views import ME, NOBODY, Cursor, Filters, Order, Queue, View
from bot.tickets.wall import not_walled_from

PAGE_SIZE = 25
SHEET_SIZE = 40
"""So many tickets of a group stand on the shift sheet at most."""

_EXCERPT_CHARS = 200
_SHIFT = timedelta(hours=24)

Condition = ColumnElement[bool]

_LIVE: Condition = col(Ticket.settled_at).is_(None)
_URGENT: Condition = col(Ticket.priority) == Priority.URGENT.value
_UNASSIGNED: Condition = col(Ticket.assignee_id).is_(None)
_WAITS_FOR_CITIZEN: Condition = and_(_LIVE, col(Ticket.state) == State.WAITING_CITIZEN.value)
_NEXT_TARGET = case(
    (col(Ticket.acknowledged_at).is_(None), col(Ticket.acknowledge_by)),
    else_=col(Ticket.answer_by),
)


class Viewer(Protocol):
    """The member of staff who looks."""

    @property
    def staff_id(self) -> int:
        """By this they have tickets."""

    @property
    def service(self) -> str | None:
        """Where they work: tickets walled from that service are not shown to them."""


@dataclass(frozen=True)
class QueueRow:
    """A ticket as one line of a queue."""

    id: int
    rank: int
    moment: datetime
    reference: str
    kind: str
    state: str
    priority: str
    category: str | None
    country: str | None
    lang: str
    assignee: str | None
    created_at: datetime
    acknowledge_by: datetime
    answer_by: datetime
    acknowledged_at: datetime | None
    stopped_at: datetime | None
    settled_at: datetime | None
    excerpt: str

    @property
    def target(self) -> datetime:
        """The next target: to be taken up, then to be answered."""
        return self.answer_by if self.acknowledged_at else self.acknowledge_by


@dataclass(frozen=True)
class QueuePage:
    """One page of a view, and from where the pages beside it go on."""

    rows: Sequence[QueueRow]
    previous: Cursor | None
    next: Cursor | None
    now: datetime
    calendar: ServiceCalendar

    def standing(self, row: QueueRow) -> Standing:
        """How a ticket of the page stands to its targets."""
        return standing(row, self.now, self.calendar)


@dataclass(frozen=True)
class _Hour:
    """The moment of looking, on the desk's calendar."""

    now: datetime
    calendar: ServiceCalendar

    def stands(self, how: Standing) -> Condition:
        return stands(how, self.now, self.calendar)

    def late(self) -> Condition:
        """A target that counts has passed, and the clock does not stand still."""
        return and_(_LIVE, or_(self.stands(Standing.BREACHED), self.stands(Standing.OVERDUE)))


class Group(StrEnum):
    """The parts of a shift sheet, the most pressing first."""

    URGENT_UNASSIGNED = "urgent_unassigned"
    BREACHED = "breached"
    DUE_TODAY = "due_today"
    WAITING_CITIZEN = "waiting_citizen"
    WAITING_OTHERS = "waiting_others"


class Queues:
    """Reads the queues, for one member of staff at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(
        self, viewer: Viewer, view: View, now: datetime, cursor: Cursor | None = None
    ) -> QueuePage:
        """The page of the view that begins beside the cursor, or the first: two queries."""
        async with self._database.reading() as session:
            at = await _hour(session, now)
            wanted = [
                not_walled_from(viewer),
                _queues(viewer, at)[view.queue],
                *_fits(view.filters, viewer),
                *_found(session, view.filters.words),
            ]
            return await _page(session, at, wanted, view, cursor)

    async def counts(self, viewer: Viewer, now: datetime) -> Mapping[Queue, int]:
        """How many tickets stand in each queue: two queries."""
        seen = not_walled_from(viewer)
        async with self._database.reading() as session:
            at = await _hour(session, now)
            numbers: list[Any] = [
                select(func.count()).select_from(Ticket).where(seen).scalar_subquery()
                if queue is Queue.ALL
                else func.count().filter(condition)
                for queue, condition in _queues(viewer, at).items()
            ]
            counted: Select[*tuple[Any, ...]] = select(*numbers)
            found = await session.exec(counted.select_from(Ticket).where(_LIVE, seen))
        return dict(zip(Queue, found.one(), strict=True))

    async def sheet(
        self, viewer: Viewer, now: datetime, *, everyone: bool = False
    ) -> Mapping[Group, QueuePage]:
        """What a shift begins with, of the viewer's own tickets or of everyone's.

        One query for each group and one more; a group of more than SHEET_SIZE tickets has a next
        page.
        """
        seen, view = not_walled_from(viewer), View(order=Order.TARGET)
        async with self._database.reading() as session:
            at = await _hour(session, now)
            return {
                group: await _page(session, at, [seen, condition], view, size=SHEET_SIZE)
                for group, condition in _groups(viewer, at, everyone=everyone).items()
            }

    async def colleagues(self) -> Mapping[int, str]:
        """The names of active staff by id, as a ticket may be theirs."""
        query = select(col(Staff.id), col(Staff.name)).where(col(Staff.active)).order_by(Staff.name)
        async with self._database.reading() as session:
            return {number: name for number, name in await session.exec(query) if number}


def _queues(viewer: Viewer, at: _Hour) -> Mapping[Queue, Condition]:
    """What a ticket must be to stand in each queue."""
    return {
        Queue.MINE: and_(_LIVE, col(Ticket.assignee_id) == viewer.staff_id),
        Queue.UNASSIGNED: and_(_LIVE, _UNASSIGNED),
        Queue.DUE_SOON: at.stands(Standing.DUE_SOON),
        Queue.OVERDUE: at.late(),
        Queue.WAITING: _WAITS_FOR_CITIZEN,
        Queue.FORWARDED: _forwarded(),
        Queue.ALL: true(),
    }


def _groups(viewer: Viewer, at: _Hour, *, everyone: bool) -> Mapping[Group, Condition]:
    """What a ticket must be to stand on a shift sheet; what nobody has is everyone's."""
    own = true() if everyone else col(Ticket.assignee_id) == viewer.staff_id
    this_shift = and_(at.stands(Standing.DUE_SOON), at.now + _SHIFT > _NEXT_TARGET)
    return {
        Group.URGENT_UNASSIGNED: and_(_LIVE, _URGENT, _UNASSIGNED),
        Group.BREACHED: and_(own, at.late()),
        Group.DUE_TODAY: and_(own, this_shift),
        Group.WAITING_CITIZEN: and_(own, _WAITS_FOR_CITIZEN),
        Group.WAITING_OTHERS: and_(own, _forwarded()),
    }


def _forwarded() -> Condition:
    with_a_body = select(col(Forwarding.ticket_id)).where(col(Forwarding.ended_at).is_(None))
    waits = col(Ticket.state) == State.WAITING_THIRD_PARTY.value
    return and_(_LIVE, or_(waits, col(Ticket.id).in_(with_a_body)))


def _fits(filters: Filters, viewer: Viewer) -> list[Condition]:
    plain: list[tuple[Any, str | None]] = [
        (Ticket.state, filters.state),
        (Ticket.kind, filters.kind),
        (Ticket.category, filters.category),
        (Ticket.country, filters.country),
        (Ticket.lang, filters.variety),
        (Ticket.priority, filters.priority),
    ]
    wanted: list[Condition] = [column == value for column, value in plain if value]
    if filters.assignee == NOBODY:
        wanted.append(col(Ticket.assignee_id).is_(None))
    elif filters.assignee:
        number = viewer.staff_id if filters.assignee == ME else int(filters.assignee)
        wanted.append(col(Ticket.assignee_id) == number)
    if filters.since:
        wanted.append(col(Ticket.created_at) >= _midnight(filters.since))
    if filters.until:
        wanted.append(col(Ticket.created_at) < _midnight(filters.until + timedelta(days=1)))
    return wanted


def _found(session: AsyncSession, words: str | None) -> list[Condition]:
    if not words:
        return []
    reference = parse(words).reference
    return [col(Ticket.reference) == reference if reference else matching(session, words)]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE)


async def _hour(session: AsyncSession, now: datetime) -> _Hour:
    return _Hour(now, await load_calendar(session, None))


async def _page(
    session: AsyncSession,
    at: _Hour,
    wanted: Sequence[Condition],
    view: View,
    cursor: Cursor | None = None,
    size: int = PAGE_SIZE,
) -> QueuePage:
    back = cursor is not None and cursor.way == "before"
    found = await session.exec(_query(wanted, view, cursor, size + 1))
    rows = [QueueRow(*row) for row in found]
    more = len(rows) > size
    rows = rows[:size]
    if back:
        rows.reverse()
    earlier, later = (more, True) if back else (cursor is not None, more)
    return QueuePage(
        rows,
        previous=_beside(rows[0], "before") if rows and earlier else None,
        next=_beside(rows[-1], "after") if rows and later else None,
        now=at.now,
        calendar=at.calendar,
    )


def _query(
    wanted: Sequence[Condition], view: View, cursor: Cursor | None, limit: int
) -> Select[*tuple[Any, ...]]:
    """The rows of a page, in the order in which they are met going away from the cursor."""
    falling = view.order is Order.NEWEST
    back = cursor is not None and cursor.way == "before"
    downwards = falling is not back
    rank, moment, number = _rank(view, falling=falling), _moment(view.order), col(Ticket.id)
    # Without a rank the index alone gives the order.
    keys = [moment, number] if view.queue is Queue.ALL else [rank, moment, number]
    order = [key.desc() if downwards else key.asc() for key in keys]

    numbers = select(number).where(*wanted)
    if cursor:
        place = [
            literal(cursor.rank),
            literal(cursor.moment, UtcDateTime()),
            literal(cursor.id),
        ][-len(keys) :]
        here = tuple_(*keys)
        numbers = numbers.where(here < tuple_(*place) if downwards else here > tuple_(*place))
    numbers = numbers.order_by(*order).limit(limit)
    columns: list[Any] = [
        Ticket.id,
        rank,
        moment,
        Ticket.reference,
        Ticket.kind,
        Ticket.state,
        Ticket.priority,
        Ticket.category,
        Ticket.country,
        Ticket.lang,
        Staff.name,
        Ticket.created_at,
        Ticket.acknowledge_by,
        Ticket.answer_by,
        Ticket.acknowledged_at,
        Ticket.stopped_at,
        Ticket.settled_at,
        func.substr(Ticket.description, 1, _EXCERPT_CHARS),
    ]
    rows: Select[*tuple[Any, ...]] = select(*columns)
    return (
        rows.select_from(Ticket)
        .outerjoin(Staff, col(Staff.id) == col(Ticket.assignee_id))
        .where(col(Ticket.id).in_(numbers))
        .order_by(*order)
    )


def _rank(view: View, *, falling: bool) -> Any:
    """What goes before everything else: urgent tickets, in all queues but the whole desk's."""
    if view.queue is Queue.ALL:
        return literal(0)
    return case((_URGENT, int(falling)), else_=int(not falling))


def _moment(order: Order) -> Any:
    if order is Order.TARGET:
        return _NEXT_TARGET
    return col(Ticket.created_at)


def _beside(row: QueueRow, way: Any) -> Cursor:
    return Cursor(way, row.rank, row.moment, row.id)
