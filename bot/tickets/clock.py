"""The service clock: by when a ticket should be acknowledged and answered. Pure.

The targets count calendar days, as the general rule on complaints does (60 days): working days
would promise less. They end with a service day of the desk, on an open day. While the desk waits
for the citizen, and while a ticket is settled, the clock stands still.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any, Protocol

from bot.office import OFFICE
from bot.tickets.calendar import ServiceCalendar
from bot.tickets.kinds import SETTLED, Kind, State

CLOSING = time(16, 30)
"""When a service day ends at the desk."""

DUE_SOON_OPEN_DAYS = 3
"""With fewer open days left, a ticket is due soon; before a long feast that is earlier."""


class Standing(StrEnum):
    """How a ticket stands to its targets."""

    ON_TIME = "on_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"  # not acknowledged by its target
    BREACHED = "breached"  # not answered by its target
    STOPPED = "stopped"
    SETTLED = "settled"


class Timed(Protocol):
    """What the clock reads of a ticket."""

    @property
    def kind(self) -> str:
        """A suggestion has no target to be answered."""

    @property
    def acknowledge_by(self) -> datetime:
        """The target to take it up."""

    @property
    def answer_by(self) -> datetime:
        """The target to settle it."""

    @property
    def stopped_at(self) -> datetime | None:
        """Since when the clock stands still."""

    @property
    def acknowledged_at(self) -> datetime | None:
        """When it was first taken up."""

    @property
    def settled_at(self) -> datetime | None:
        """When it was settled."""


def target(opened_at: datetime, days: int, calendar: ServiceCalendar) -> datetime:
    """The end of the service day reached after so many calendar days, on an open day."""
    reached = opened_at.astimezone(OFFICE).date() + timedelta(days=days)
    return datetime.combine(calendar.open_from(reached), CLOSING, OFFICE)


def moved(by: datetime, stood: timedelta, calendar: ServiceCalendar) -> datetime:
    """A target after the clock stood still: later by at least that, and again on an open day."""
    earliest = (by + max(stood, timedelta())).astimezone(OFFICE)
    if calendar.is_open(earliest.date()):
        return earliest  # a stop of minutes does not cost the citizen a day
    return datetime.combine(calendar.open_from(earliest.date()), CLOSING, OFFICE)


def on_move(
    ticket: Timed, state: State, now: datetime, calendar: ServiceCalendar
) -> dict[str, Any]:
    """What a change to that state does to the columns of the clock."""
    settled = state in SETTLED
    changes: dict[str, Any] = {
        "acknowledged_at": ticket.acknowledged_at or (now if state is State.OPEN else None),
        "stopped_at": now if state is State.WAITING_CITIZEN else None,
        "settled_at": (ticket.settled_at or now) if settled else None,
    }
    stood_since = ticket.stopped_at or ticket.settled_at
    if stood_since and not (ticket.settled_at and settled):
        stood = now - stood_since
        changes["acknowledge_by"] = moved(ticket.acknowledge_by, stood, calendar)
        changes["answer_by"] = moved(ticket.answer_by, stood, calendar)
    return changes


def due_soon_until(now: datetime, calendar: ServiceCalendar) -> datetime:
    """A target before this moment has fewer than DUE_SOON_OPEN_DAYS open days left."""
    today = now.astimezone(OFFICE).date()
    first_late_enough = calendar.open_after(today, DUE_SOON_OPEN_DAYS)
    return datetime.combine(first_late_enough, time(), OFFICE)


def standing(ticket: Timed, now: datetime, calendar: ServiceCalendar) -> Standing:
    """How the ticket stands now: the worst that is true of it."""
    if ticket.settled_at:
        return Standing.SETTLED
    if ticket.stopped_at:
        return Standing.STOPPED
    return _running(ticket, now, due_soon_until(now, calendar))


def _running(ticket: Timed, now: datetime, soon: datetime) -> Standing:
    acknowledge_by = None if ticket.acknowledged_at else ticket.acknowledge_by
    answer_by = None if ticket.kind == Kind.SUGGESTION else ticket.answer_by
    if answer_by and answer_by < now:
        return Standing.BREACHED
    if acknowledge_by and acknowledge_by < now:
        return Standing.OVERDUE
    if any(by and by < soon for by in (acknowledge_by, answer_by)):
        return Standing.DUE_SOON
    return Standing.ON_TIME
