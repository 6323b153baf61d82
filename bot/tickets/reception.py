"""What to expect when a person is asked for: opening hours, the usual wait, the night."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.office import OFFICE
from bot.storage.database import Database
from bot.storage.models import Ticket, TicketMessage, now
from bot.tickets.calendar import ServiceCalendar, load_calendar
from bot.tickets.kinds import Kind

FEWEST_WAITS = 5
"""With fewer, the usual wait is not told: it would be chance."""

_LOOKED_BACK = timedelta(days=30)
_LOOKED_AHEAD_DAYS = 60
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PART = re.compile(r"([a-z]{3})(?:-([a-z]{3}))? (\d\d:\d\d)-(\d\d:\d\d)")

Say = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class OfficeHours:
    """The hours of each weekday (0 is Monday), at the ministry's time; no day, no hours."""

    by_weekday: Mapping[int, tuple[time, time]]

    @classmethod
    def read(cls, text: str) -> OfficeHours:
        """Reads "mon-fri 08:30-16:30, sat 09:00-12:00"; raises ValueError."""
        hours: dict[int, tuple[time, time]] = {}
        for part in filter(None, map(str.strip, text.lower().split(","))):
            found = _PART.fullmatch(part)
            if found is None:
                raise ValueError(f"not office hours: {part}")
            first, last = _DAYS.index(found[1]), _DAYS.index(found[2] or found[1])
            opens, closes = time.fromisoformat(found[3]), time.fromisoformat(found[4])
            if first > last or opens >= closes:
                raise ValueError(f"not office hours: {part}")
            hours |= dict.fromkeys(range(first, last + 1), (opens, closes))
        return cls(hours)

    def on(self, day: date, calendar: ServiceCalendar) -> tuple[datetime, datetime] | None:
        """When it opens and closes on a day; None where it does not."""
        hours = self.by_weekday.get(day.weekday())
        if hours is None or not calendar.is_open(day):
            return None
        opens, closes = (datetime.combine(day, hour, OFFICE) for hour in hours)
        return opens, closes


def expectation(
    moment: datetime,
    hours: OfficeHours,
    calendar: ServiceCalendar,
    waits: Sequence[timedelta],
) -> dict[str, Any] | None:
    """Whether the desk is open, until or from when (`at`), and the usual wait in hours, if known.

    None where there is nothing to tell.
    """
    told: dict[str, Any] = {}
    if standing := _standing(moment, hours, calendar):
        told["open"], at = standing
        told["at"] = at.isoformat()
    if len(waits) >= FEWEST_WAITS:
        hours_waited = median(wait / timedelta(hours=1) for wait in waits)
        told["wait_hours"] = max(1, round(hours_waited))
    return told or None


def _standing(
    moment: datetime, hours: OfficeHours, calendar: ServiceCalendar
) -> tuple[bool, datetime] | None:
    today = moment.astimezone(OFFICE).date()
    for days in range(_LOOKED_AHEAD_DAYS):
        span = hours.on(today + timedelta(days=days), calendar)
        if span is None or moment >= span[1]:
            continue
        opens, closes = span
        return (True, closes) if opens <= moment else (False, opens)
    return None


class Reception:
    """Tells what to expect; without office hours, only the usual wait."""

    def __init__(self, database: Database, hours: str = "") -> None:
        self._database = database
        self._hours = OfficeHours.read(hours)

    async def expect(self) -> Say | None:
        """`agent-expect`, or None where there is nothing to tell."""
        moment = now()
        async with self._database.reading() as session:
            calendar = await load_calendar(session, None)
            waits = await _waits(session, moment - _LOOKED_BACK)
        told = expectation(moment, self._hours, calendar, waits)
        return ("agent-expect", told) if told else None


async def _waits(session: AsyncSession, since: datetime) -> Sequence[timedelta]:
    """How long the questions since then waited for their first answer: one query."""
    first = func.min(TicketMessage.created_at)
    found = await session.exec(
        select(Ticket.created_at, first)
        .join(TicketMessage, col(TicketMessage.ticket_id) == col(Ticket.id))
        .where(
            Ticket.kind == Kind.QUESTION.value,
            col(Ticket.created_at) >= since,
            TicketMessage.author == "staff",
        )
        .group_by(col(Ticket.id), col(Ticket.created_at))
    )
    return [answered - opened for opened, answered in found]
