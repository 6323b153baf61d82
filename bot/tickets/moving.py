"""The one way in which a ticket changes its state, whoever changes it and why."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import AuditRow, Ticket
from bot.tickets.calendar import ServiceCalendar
from bot.tickets.clock import on_move
from bot.tickets.kinds import State


def change_state(
    session: AsyncSession,
    ticket: Ticket,
    actor: str,
    state: State,
    now: datetime,
    calendar: ServiceCalendar,
) -> None:
    """Changes state, clock and who settled it, and writes the audit row.

    Whether the move is permitted is decided before. A ticket that is reopened still names who
    settled it last. `actor` is as in the audit: staff:<id>, citizen or bot.
    """
    was_settled = ticket.settled_at is not None
    data = {"from": ticket.state, "to": state.value}
    session.add(AuditRow(event="ticket.state.changed", actor=actor, ticket_id=ticket.id, data=data))
    for column, value in on_move(ticket, state, now, calendar).items():
        setattr(ticket, column, value)
    if ticket.settled_at and not was_settled:
        ticket.settled_by = _staff_id(actor)
    ticket.state = state.value
    ticket.updated_at = now


def _staff_id(actor: str) -> int | None:
    kind, _, number = actor.partition(":")
    return int(number) if kind == "staff" else None
