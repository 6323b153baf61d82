"""The queues of the desk: which tickets stand in them, page by page, and how many they are.

A page is found by the place of its neighbour (keyset), never by counting rows from the start, so
that a far page costs what the first one does. Conditions ask only for columns of the indexes
`ix_ticket_live` and `ix_ticket_queued`; the rows themselves are read for one page only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Select,
    and_,
    case,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    true,
    tuple_,
)
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.database import Database
from bot.storage.models import Forwarding, Staff, Ticket, UtcDateTime
from bot.storage.search import matching
from bot.tickets.kinds import Kind, State
from bot.tickets.references import parse
from bot.tickets.views import ME, NOBODY, Cursor, Filters, Order, Queue, View

PAGE_SIZE = 25
SHEET_SIZE = 100
"""So many tickets of a group stand on the shift sheet at most."""

_EXCERPT_CHARS = 200
_DUE_SOON = timedelta(days=3)
_SHIFT = timedelta(hours=24)
_OFFICE = ZoneInfo("Africa/Casablanca")

Condition = ColumnElement[bool]

# Written out, not bound: only so does a database see that its partial index holds these.
_LIVE: Condition = literal_column("ticket.state NOT IN ('resolved', 'closed')", Boolean)
_URGENT: Condition = col(Ticket.priority) == "urgent"
_UNASSIGNED: Condition = col(Ticket.assignee_id).is_(None)
_WAITS_FOR_CITIZEN: Condition = and_(_LIVE, col(Ticket.state) == State.WAITING_CITIZEN.value)
_UNACKNOWLEDGED: Condition = col(Ticket.acknowledged_at).is_(None)
_HAS_ANSWER_TARGET: Condition = col(Ticket.kind) != Kind.SUGGESTION.value


class Standing(StrEnum):
    """How a ticket stands to its targets."""

    ON_TIME = "on_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    STOPPED = "stopped"
    SETTLED = "settled"


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
    excerpt: str


@dataclass(frozen=True)
class QueuePage:
    """One page of a view, and from where the pages beside it go on."""

    rows: Sequence[QueueRow]
    previous: Cursor | None
    next: Cursor | None


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
        """The page of the view that begins beside the cursor, or the first: one query."""
        async with self._database.reading() as session:
            wanted = [
                not_walled_from(viewer),
                _queues(viewer, now)[view.queue],
                *_fits(view.filters, viewer),
                *_found(session, view.filters.words),
            ]
            return await _page(session, wanted, view, cursor)

    async def counts(self, viewer: Viewer, now: datetime) -> Mapping[Queue, int]:
        """How many tickets stand in each queue: one query."""
        seen = not_walled_from(viewer)
        numbers: list[Any] = [
            select(func.count()).select_from(Ticket).where(seen).scalar_subquery()
            if queue is Queue.ALL
            else func.count().filter(condition)
            for queue, condition in _queues(viewer, now).items()
        ]
        async with self._database.reading() as session:
            found = await session.execute(select(*numbers).select_from(Ticket).where(_LIVE, seen))
        return dict(zip(Queue, found.one(), strict=True))

    async def sheet(
        self, viewer: Viewer, now: datetime, *, everyone: bool = False
    ) -> Mapping[Group, QueuePage]:
        """What a shift begins with, of the viewer's own tickets or of everyone's.

        One query for each group; a group of more than SHEET_SIZE tickets has a next page.
        """
        seen, view = not_walled_from(viewer), View(order=Order.TARGET)
        groups = _groups(viewer, now, everyone=everyone)
        async with self._database.reading() as session:
            return {
                group: await _page(session, [seen, condition], view, size=SHEET_SIZE)
                for group, condition in groups.items()
            }

    async def colleagues(self) -> Mapping[int, str]:
        """The names of active staff by id, as a ticket may be theirs."""
        query = select(col(Staff.id), col(Staff.name)).where(col(Staff.active)).order_by(Staff.name)
        async with self._database.reading() as session:
            return {number: name for number, name in await session.execute(query) if number}


def not_walled_from(viewer: Viewer) -> Condition:
    """The tickets that are not hidden from the staff of the viewer's service."""
    if viewer.service is None:
        return true()
    return or_(
        not_(col(Ticket.walled)),
        col(Ticket.service).is_(None),
        col(Ticket.service) != viewer.service,
    )


def due_soon_until(now: datetime) -> datetime:
    """A target before this moment is due soon."""
    return now + _DUE_SOON


def standing(row: QueueRow, now: datetime) -> Standing:
    """How the ticket stands now; the worst that is true of it."""
    if row.state in {State.RESOLVED, State.CLOSED}:
        return Standing.SETTLED
    if row.stopped_at:
        return Standing.STOPPED
    targets = [row.acknowledge_by] if row.acknowledged_at is None else []
    if row.kind != Kind.SUGGESTION:
        targets.append(row.answer_by)
    nearest = min(targets, default=None)
    if nearest is None or nearest >= due_soon_until(now):
        return Standing.ON_TIME
    return Standing.OVERDUE if nearest < now else Standing.DUE_SOON


def _queues(viewer: Viewer, now: datetime) -> Mapping[Queue, Condition]:
    """What a ticket must be to stand in each queue."""
    return {
        Queue.MINE: and_(_LIVE, col(Ticket.assignee_id) == viewer.staff_id),
        Queue.UNASSIGNED: and_(_LIVE, _UNASSIGNED),
        Queue.DUE_SOON: _due(now, due_soon_until(now)),
        Queue.OVERDUE: _overdue(now),
        Queue.WAITING: _WAITS_FOR_CITIZEN,
        Queue.FORWARDED: _forwarded(),
        Queue.ALL: true(),
    }


def _groups(viewer: Viewer, now: datetime, *, everyone: bool) -> Mapping[Group, Condition]:
    """What a ticket must be to stand on a shift sheet; what nobody has is everyone's."""
    own = true() if everyone else col(Ticket.assignee_id) == viewer.staff_id
    return {
        Group.URGENT_UNASSIGNED: and_(_LIVE, _URGENT, _UNASSIGNED),
        Group.BREACHED: and_(own, _overdue(now)),
        Group.DUE_TODAY: and_(own, _due(now, now + _SHIFT)),
        Group.WAITING_CITIZEN: and_(own, _WAITS_FOR_CITIZEN),
        Group.WAITING_OTHERS: and_(own, _forwarded()),
    }


def _overdue(now: datetime) -> Condition:
    """A target that counts has passed, and the clock does not stand still."""
    return and_(_LIVE, col(Ticket.stopped_at).is_(None), _target_before(now))


def _due(now: datetime, until: datetime) -> Condition:
    return and_(
        _LIVE,
        col(Ticket.stopped_at).is_(None),
        _target_before(until),
        not_(_target_before(now)),
    )


def _target_before(moment: datetime) -> Condition:
    return or_(
        and_(_UNACKNOWLEDGED, col(Ticket.acknowledge_by) < moment),
        and_(_HAS_ANSWER_TARGET, col(Ticket.answer_by) < moment),
    )


def _forwarded() -> Condition:
    with_a_body = select(col(Forwarding.ticket_id)).where(col(Forwarding.ended_at).is_(None))
    waits = col(Ticket.state) == State.WAITING_THIRD_PARTY.value
    return and_(_LIVE, or_(waits, col(Ticket.id).in_(with_a_body)))


def _fits(filters: Filters, viewer: Viewer) -> list[Condition]:
    plain = ("state", "kind", "category", "country", "lang", "priority")
    wanted: list[Condition] = [
        getattr(Ticket, name) == value for name in plain if (value := getattr(filters, name))
    ]
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
    return datetime.combine(day, time(), _OFFICE)


async def _page(
    session: AsyncSession,
    wanted: Sequence[Condition],
    view: View,
    cursor: Cursor | None = None,
    size: int = PAGE_SIZE,
) -> QueuePage:
    back = cursor is not None and cursor.way == "before"
    found = await session.execute(_query(wanted, view, cursor, size + 1))
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
    )


def _query(
    wanted: Sequence[Condition], view: View, cursor: Cursor | None, limit: int
) -> Select[*tuple[Any, ...]]:
    """The rows of a page, in the order in which they are met going away from the cursor."""
    falling = view.order is Order.NEWEST
    back = cursor is not None and cursor.way == "before"
    rank, moment = _rank(view, falling=falling), _moment(view.order)
    keys = (rank, moment, col(Ticket.id))
    downwards = falling is not back
    order = [key.desc() if downwards else key.asc() for key in keys]

    numbers = select(col(Ticket.id)).where(*wanted)
    if cursor:
        here = tuple_(*keys)
        place = tuple_(
            literal(cursor.rank), literal(cursor.moment, UtcDateTime()), literal(cursor.id)
        )
        numbers = numbers.where(here < place if downwards else here > place)
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
        func.substr(Ticket.description, 1, _EXCERPT_CHARS),
    ]
    return (
        select(*columns)
        .select_from(Ticket)
        .outerjoin(Staff, col(Staff.id) == col(Ticket.assignee_id))
        .where(col(Ticket.id).in_(numbers))
        .order_by(*order)
    )


def _rank(view: View, *, falling: bool) -> Any:
    """What goes before everything else: urgent tickets, in all queues but the whole desk's."""
    if view.queue is Queue.ALL:
        return literal_column("0")
    return case((_URGENT, int(falling)), else_=int(not falling))


def _moment(order: Order) -> Any:
    if order is Order.TARGET:
        return case((_UNACKNOWLEDGED, col(Ticket.acknowledge_by)), else_=col(Ticket.answer_by))
    return col(Ticket.created_at)


def _beside(row: QueueRow, way: Any) -> Cursor:
    return Cursor(way, row.rank, row.moment, row.id)
