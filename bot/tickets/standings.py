"""How tickets stand, as conditions on their columns: what `clock.standing` says of one ticket,
the queues ask of all in SQL."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, not_, or_
from sqlmodel import col

from bot.storage.models import Ticket
from bot.tickets.calendar import ServiceCalendar
from bot.tickets.clock import Standing, due_soon_until
from bot.tickets.kinds import Kind


def stands(standing: Standing, now: datetime, calendar: ServiceCalendar) -> ColumnElement[bool]:
    """The tickets that stand so, by one calendar for all; the desk's own is `Calendars().of(None)`
    with the days that staff entered."""
    settled = col(Ticket.settled_at).is_not(None)
    stopped = and_(not_(settled), col(Ticket.stopped_at).is_not(None))
    running = and_(not_(settled), col(Ticket.stopped_at).is_(None))
    breached = _answer_before(now)
    overdue = _acknowledgement_before(now)
    soon = due_soon_until(now, calendar)
    due_soon = or_(_answer_before(soon), _acknowledgement_before(soon))
    match standing:
        case Standing.SETTLED:
            return settled
        case Standing.STOPPED:
            return stopped
        case Standing.BREACHED:
            return and_(running, breached)
        case Standing.OVERDUE:
            return and_(running, not_(breached), overdue)
        case Standing.DUE_SOON:
            return and_(running, not_(breached), not_(overdue), due_soon)
        case Standing.ON_TIME:
            return and_(running, not_(due_soon))


def _answer_before(moment: datetime) -> ColumnElement[bool]:
    return and_(col(Ticket.answer_by) < moment, col(Ticket.kind) != Kind.SUGGESTION.value)


def _acknowledgement_before(moment: datetime) -> ColumnElement[bool]:
    return and_(col(Ticket.acknowledge_by) < moment, col(Ticket.acknowledged_at).is_(None))
