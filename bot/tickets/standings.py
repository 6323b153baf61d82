"""How tickets stand, as conditions on their columns: what `clock.standing` says of one ticket,
the queues ask of all in SQL."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from bot.storage.models import Ticket
from bot.tickets.calendar import ServiceCalendar
from bot.tickets.clock import Standing, due_soon_until
from bot.tickets.kinds import Kind


def stands(standing: Standing, now: datetime, calendar: ServiceCalendar) -> ColumnElement[bool]:
    """The tickets that stand so, by one calendar for all: the desk's own, `load_calendar(session,
    None)`."""
    late, later = answer_before(now), acknowledgement_before(now)
    soon = due_soon_until(now, calendar)
    due_soon = or_(answer_before(soon), acknowledgement_before(soon))
    match standing:
        case Standing.SETTLED:
            return col(Ticket.settled_at).is_not(None)
        case Standing.STOPPED:
            return and_(col(Ticket.settled_at).is_(None), col(Ticket.stopped_at).is_not(None))
        case Standing.BREACHED:
            return and_(running(), late)
        case Standing.OVERDUE:
            return and_(running(), ~late, later)
        case Standing.DUE_SOON:
            return and_(running(), ~late, ~later, due_soon)
        case Standing.ON_TIME:
            return and_(running(), ~due_soon)


def running() -> ColumnElement[bool]:
    """Neither settled nor stopped."""
    return and_(col(Ticket.settled_at).is_(None), col(Ticket.stopped_at).is_(None))


def answer_before(moment: datetime) -> ColumnElement[bool]:
    """The target to be answered, which a suggestion does not have, lies before the moment."""
    return and_(col(Ticket.answer_by) < moment, col(Ticket.kind) != Kind.SUGGESTION.value)


def acknowledgement_before(moment: datetime) -> ColumnElement[bool]:
    """The target to be taken up lies before the moment, and it counts still."""
    return and_(col(Ticket.acknowledge_by) < moment, col(Ticket.acknowledged_at).is_(None))
