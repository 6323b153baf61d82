"""The figures of the desk and of the bot, over the last days: few queries, whatever is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import case, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.insight.suppression import FEWEST, Shown, share, shown
from bot.insight.tables import TOTAL, Chart, Counted, Row, Table, guarded, with_share
from bot.office import beginning, last_days, office_day
from bot.storage.database import Database
from bot.storage.models import Ticket, Turn, now
from bot.tickets.kinds import Kind, State

Period = Literal[30, 90]
PERIODS: tuple[Period, ...] = (30, 90)

_OPEN = tuple(state.value for state in State if state not in {State.RESOLVED, State.CLOSED})
_DIMENSIONS = ("category", "country", "lang", "kind")
_AGES: Mapping[str, int] = {"under-7": 7, "under-15": 15, "under-30": 30, "under-60": 60}
_OLDEST = "over-60"
_RATINGS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Alone:
    """How many conversations there were, and how many of them the bot answered without staff."""

    conversations: Shown
    alone: Shown
    percent: float | None


@dataclass(frozen=True)
class Satisfaction:
    """What citizens say of tickets settled in the period; `mean` of at least five ratings."""

    mean: float | None
    ratings: Shown


@dataclass(frozen=True)
class Figures:
    """All there is to see. Turns are kept for `turn_days` only: what is counted of them, too."""

    days: Period
    turn_days: int
    tables: Sequence[Table]
    alone: Alone
    satisfaction: Satisfaction

    def table(self, name: str) -> Table | None:
        """The table of that name."""
        return next((table for table in self.tables if table.name == name), None)


class Dashboard:
    """Reads the figures. `turn_days` is for how long turns are kept."""

    def __init__(self, database: Database, turn_days: int) -> None:
        self._database = database
        self._turn_days = turn_days

    async def figures(self, days: Period) -> Figures:
        """The figures of the last days, today among them."""
        at = now()
        shown_days = last_days(days, at)
        since = beginning(shown_days[0])
        turn_days = min(days, self._turn_days)
        turns_since = beginning(last_days(turn_days, at)[0])
        async with self._database.reading() as session:
            opened = await self._by_day(session, col(Ticket.created_at), since)
            settled = await self._by_day(session, col(Ticket.settled_at), since)
            ages = await _ages(session, at)
            breaches = await _breaches(session, since, at)
            groups = await _groups(session, since, at)
            said = await _said(session, since)
            alone = await _alone(session, turns_since)
            varieties = await _varieties(session, turns_since)
        tables = [
            _days_table(shown_days, opened, settled),
            _plain("ages", "age", ages),
            _plain("breaches", "breach", breaches, chart=None),
            *(_dimension_table(place, groups) for place in range(len(_DIMENSIONS))),
            _ratings_table(said),
            _solved_table(said),
            _fallback_table(varieties),
        ]
        return Figures(days, turn_days, tables, alone, _satisfaction(said))

    async def _by_day(
        self, session: AsyncSession, moment: Any, since: datetime
    ) -> Mapping[date, int]:
        """How many tickets a day at the office; counted by hour, as SQL knows no such day."""
        hour: Any = (
            func.substr(moment, 1, 13)
            if self._database.is_sqlite
            else func.to_char(func.timezone("UTC", moment), "YYYY-MM-DD HH24")
        )
        found = await session.exec(select(hour, func.count()).where(moment >= since).group_by(hour))
        counts: Counter[date] = Counter()
        for text, count in found:
            counts[office_day(datetime.strptime(text, "%Y-%m-%d %H").replace(tzinfo=UTC))] += count
        return counts


def _overdue(at: datetime) -> Any:
    """Not answered by its target; while the clock stands still it does not count."""
    counted_to = func.coalesce(col(Ticket.stopped_at), at)
    return (col(Ticket.answer_by) < counted_to) & (col(Ticket.kind) != Kind.SUGGESTION.value)


def _number_of(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


async def _ages(session: AsyncSession, at: datetime) -> Sequence[Counted]:
    youngest, counts = at, []
    for days in _AGES.values():
        oldest = at - timedelta(days=days)
        opened = col(Ticket.created_at)
        counts.append(_number_of((opened > oldest) & (opened <= youngest)))
        youngest = oldest
    counts.append(_number_of(col(Ticket.created_at) <= youngest))
    query: Any = select(*counts).where(col(Ticket.state).in_(_OPEN))
    row = (await session.exec(query)).one()
    return [Counted(head, (count,)) for head, count in zip((*_AGES, _OLDEST), row, strict=True)]


async def _breaches(session: AsyncSession, since: datetime, at: datetime) -> Sequence[Counted]:
    unacknowledged = col(Ticket.acknowledged_at).is_(None) & (
        col(Ticket.acknowledge_by) < func.coalesce(col(Ticket.stopped_at), at)
    )
    open_now: Any = select(_number_of(unacknowledged), _number_of(_overdue(at))).where(
        col(Ticket.state).in_(_OPEN)
    )
    settled: Any = select(
        func.count(),
        _number_of(
            (col(Ticket.settled_at) > col(Ticket.answer_by))
            & (col(Ticket.kind) != Kind.SUGGESTION.value)
        ),
    ).where(col(Ticket.settled_at) >= since)
    unacknowledged_now, overdue_now = (await session.exec(open_now)).one()
    settled_in, settled_late = (await session.exec(settled)).one()
    return [
        Counted("not-acknowledged", (unacknowledged_now,)),
        Counted("not-answered", (overdue_now,)),
        Counted("settled-late", (settled_late,)),
        Counted("settled-in-time", (settled_in - settled_late,)),
    ]


async def _groups(
    session: AsyncSession, since: datetime, at: datetime
) -> Sequence[tuple[Any, ...]]:
    """Opened in the period, open now and overdue now, by all dimensions at once: two queries."""
    by: list[Any] = [getattr(Ticket, name) for name in _DIMENSIONS]
    counted: list[Any] = [*by, func.count()]
    with_overdue: list[Any] = [*counted, _number_of(_overdue(at))]
    opened: Any = select(*counted).where(col(Ticket.created_at) >= since).group_by(*by)
    open_now: Any = select(*with_overdue).where(col(Ticket.state).in_(_OPEN)).group_by(*by)
    return [
        *((*row, 0, 0) for row in await session.exec(opened)),
        *((*row[:-2], 0, *row[-2:]) for row in await session.exec(open_now)),
    ]


def _dimension_table(place: int, groups: Iterable[tuple[Any, ...]]) -> Table:
    totals: dict[str | None, list[int]] = {}
    for group in groups:
        counts = totals.setdefault(group[place], [0, 0, 0])
        for measure, count in enumerate(group[len(_DIMENSIONS) :]):
            counts[measure] += count
    counted = [Counted(head, tuple(counts)) for head, counts in totals.items()]
    counted.sort(key=lambda row: (-row.counts[0], -row.counts[1], row.head or ""))
    name = _DIMENSIONS[place]
    return guarded(name, name, ("opened", "open-now", "overdue-now"), counted, drawn=2)


async def _said(session: AsyncSession, since: datetime) -> Sequence[tuple[Any, ...]]:
    """What citizens said of the tickets settled since: rating, solved or not, and how many."""
    query: Any = (
        select(Ticket.rating, Ticket.solved, func.count())
        .where(
            col(Ticket.settled_at) >= since,
            or_(col(Ticket.rating).is_not(None), col(Ticket.solved).is_not(None)),
        )
        .group_by(col(Ticket.rating), col(Ticket.solved))
    )
    return list(await session.exec(query))


def _ratings(said: Sequence[tuple[Any, ...]]) -> Mapping[int, int]:
    return {
        rating: sum(count for given, _solved, count in said if given == rating)
        for rating in _RATINGS
    }


def _satisfaction(said: Sequence[tuple[Any, ...]]) -> Satisfaction:
    ratings = _ratings(said)
    number = sum(ratings.values())
    if number < FEWEST:
        return Satisfaction(None, shown(number))
    mean = sum(rating * count for rating, count in ratings.items()) / number
    return Satisfaction(round(mean, 1), number)


def _ratings_table(said: Sequence[tuple[Any, ...]]) -> Table:
    counted = [Counted(str(rating), (count,)) for rating, count in _ratings(said).items()]
    return guarded("ratings", "rating", ("answers",), counted)


def _solved_table(said: Sequence[tuple[Any, ...]]) -> Table:
    counted = [
        Counted(head, (sum(count for _rating, solved, count in said if solved is value),))
        for head, value in (("yes", True), ("no", False))
    ]
    return guarded("solved", "solved", ("answers",), counted, chart=None)


async def _alone(session: AsyncSession, since: datetime) -> Alone:
    """Conversations with a turn since, and those of them without ticket and unanswered turn."""
    talked = (
        select(
            col(Turn.conversation_id).label("conversation_id"),
            func.count(col(Turn.unanswered)).label("unanswered"),
        )
        .where(col(Turn.created_at) >= since)
        .group_by(col(Turn.conversation_id))
        .subquery()
    )
    # A set made once: looked up one by one it would be read as often as people talked.
    with_ticket = talked.c.conversation_id.in_(
        select(Ticket.conversation_id).where(col(Ticket.conversation_id).is_not(None))
    )
    query: Any = select(
        func.count(), _number_of((talked.c.unanswered == 0) & ~with_ticket)
    ).select_from(talked)
    conversations, alone = (await session.exec(query)).one()
    return Alone(shown(conversations), shown(alone), share(alone, conversations))


async def _varieties(session: AsyncSession, since: datetime) -> Sequence[Counted]:
    """Turns since, and those that were not answered, by variety."""
    query = (
        select(Turn.lang, func.count(), func.count(col(Turn.unanswered)))
        .where(col(Turn.created_at) >= since)
        .group_by(col(Turn.lang))
    )
    counted = [Counted(head, (turns, missed)) for head, turns, missed in await session.exec(query)]
    return sorted(counted, key=lambda row: -row.counts[0])


def _fallback_table(counted: Sequence[Counted]) -> Table:
    table = guarded("fallback", "lang", ("turns", "unanswered"), counted, drawn=2)
    return with_share(table, counted, "fallback-rate") if counted else table


def _days_table(
    days: Sequence[date], opened: Mapping[date, int], settled: Mapping[date, int]
) -> Table:
    """Day by day, not hidden: a day tells of nobody."""
    rows = [Row(day, [opened.get(day, 0), settled.get(day, 0)]) for day in days]
    total = Row(TOTAL, [sum(opened.values()), sum(settled.values())])
    return Table("days", "day", ("in", "out"), rows, "line", 2, total)


def _plain(
    name: str, family: str, counted: Sequence[Counted], chart: Chart | None = "bar"
) -> Table:
    """Counts of all tickets by age or breach, not hidden: they tell of the desk alone."""
    return Table(name, family, ("tickets",), [Row(row.head, row.counts) for row in counted], chart)
