"""An emergency told on the way to a ticket: the ticket goes before others, and staff hear of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Staff, Ticket, Turn, row_id
from bot.tickets.assignment import at_work, is_away
from bot.tickets.cases import audited
from bot.tickets.kinds import Priority
from bot.tickets.outgoing import tell_staff
from knowledge.emergency import recognise

_TURNS_REMEMBERED = 16
_CAN_WAIT = frozenset({None, "lost_passport"})


def is_emergency(texts: Iterable[str]) -> bool:
    """Whether one of the texts tells of an emergency that cannot wait its turn."""
    return any(recognise(text) not in _CAN_WAIT for text in texts)


def on_duty(members: Sequence[Staff], moment: datetime) -> Sequence[Staff]:
    """Who of them is at work and not away; all of them where nobody is."""
    there = [each for each in members if at_work(each, moment) and not is_away(each, moment)]
    return there or members


async def raise_alarm(session: AsyncSession, ticket: Ticket, moment: datetime) -> None:
    """Makes a new ticket urgent and tells all who are on duty, where an emergency was told.

    It may have been told in the ticket or before it, in the last turns of its conversation.
    """
    if not is_emergency([ticket.description, *await _said_lately(session, ticket)]):
        return
    data = {"from": ticket.priority, "to": Priority.URGENT.value}
    ticket.priority = Priority.URGENT.value
    audited(session, ticket, "bot", "ticket.priority.changed", data)
    active = await session.exec(select(Staff).where(col(Staff.active).is_(True)))
    duty = [row_id(member) for member in on_duty(active.all(), moment)]
    tell_staff(session, duty, "emergency", ticket, urgent=True)


async def _said_lately(session: AsyncSession, ticket: Ticket) -> Sequence[str]:
    found = await session.exec(
        select(Turn.text)
        .where(Turn.conversation_id == ticket.conversation_id)
        .order_by(col(Turn.id).desc())
        .limit(_TURNS_REMEMBERED)
    )
    return found.all()
