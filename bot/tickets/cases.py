"""What all work on a ticket shares: finding it for a member of staff, moving it, writing to its
citizen, and the audit row of each change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import structlog
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import EmptyMessage, MessageTooLong, MoveRefused, NoSuchTicket, ReasonMissing
from bot.storage.models import AuditRow, Staff, Ticket, TicketMessage, TicketWatch, now, row_id
from bot.tickets.calendar import load_calendar
from bot.tickets.kinds import SETTLED, State, may_move
from bot.tickets.moving import change_state
from bot.tickets.outgoing import tell_citizen
from bot.tickets.wall import MAY_OPEN, visible_to
from nlu.text.variety import detect

REPLY_MAX_CHARS = 3500  # with its heading it still fits one Telegram message
NAME_MAX_CHARS = 200
DOUBLE_CLICK = timedelta(minutes=1)

log = structlog.get_logger(__name__)

WALL_OPENED = "ticket.wall.opened"


async def find_ticket(session: AsyncSession, reference: str, *, alone: bool = False) -> Ticket:
    """The ticket, whoever may see it; raises NoSuchTicket.

    `alone` keeps other writers away from the row (PostgreSQL; SQLite has one writer anyway).
    """
    query = select(Ticket).where(Ticket.reference == reference)
    found = await session.exec(query.with_for_update() if alone else query)
    ticket = found.first()
    if ticket is None:
        raise NoSuchTicket(reference=reference)
    return ticket


async def ticket_for(
    session: AsyncSession, reference: str, staff_id: int, *, alone: bool = False
) -> Ticket:
    """The ticket if the member of staff may see it; raises NoSuchTicket.

    One behind the wall is there only for who opened it explicitly.
    """
    ticket = await find_ticket(session, reference, alone=alone)
    if ticket.walled and not await _sees(session, ticket, staff_id):
        # The answer tells no more than for a reference that does not exist; the log does.
        log.warning("staff.refused", why="wall", staff=staff_id, ticket=ticket.id)
        raise NoSuchTicket(reference=reference)
    return ticket


async def _sees(session: AsyncSession, ticket: Ticket, staff_id: int) -> bool:
    member = await session.get(Staff, staff_id)
    if member is None:
        return False
    if visible_to(ticket, member):
        return True
    return member.role in MAY_OPEN and await _has_opened(session, ticket, staff_id)


async def _has_opened(session: AsyncSession, ticket: Ticket, staff_id: int) -> bool:
    found = await session.exec(
        select(AuditRow.id)
        .where(
            AuditRow.ticket_id == ticket.id,
            AuditRow.event == WALL_OPENED,
            AuditRow.actor == actor_of(staff_id),
        )
        .limit(1)
    )
    return found.first() is not None


def actor_of(staff_id: int) -> str:
    """A member of staff as an audit row names them."""
    return f"staff:{staff_id}"


def audited(
    session: AsyncSession, ticket: Ticket, actor: str, event: str, data: Mapping[str, Any] = {}
) -> None:
    """Writes an audit row of the ticket; `data` holds ids and states, never a text."""
    session.add(AuditRow(event=event, actor=actor, ticket_id=ticket.id, data=dict(data)))


def changed(
    session: AsyncSession, ticket: Ticket, actor: str, event: str, data: Mapping[str, Any] = {}
) -> None:
    """The same for what changes the ticket itself."""
    audited(session, ticket, actor, event, data)
    ticket.updated_at = now()


async def move_to(session: AsyncSession, ticket: Ticket, actor: str, state: State) -> None:
    """Moves the ticket, by way of `open` where the table has no straight way.

    Staying where it is, is nothing. A settled ticket goes to `open` alone, and not on the way to
    something else. Raises MoveRefused.
    """
    current = State(ticket.state)
    if current == state:
        return
    moment, calendar = now(), await load_calendar(session, ticket.country)
    if not may_move(current, state):
        if current in SETTLED or not may_move(State.OPEN, state):
            raise MoveRefused(current=current.value, wanted=state.value)
        change_state(session, ticket, actor, State.OPEN, moment, calendar)
    change_state(session, ticket, actor, state, moment, calendar)


async def take_up(session: AsyncSession, ticket: Ticket, actor: str) -> None:
    """Moves a new ticket to `open`; any other stays."""
    if ticket.state == State.NEW:
        await move_to(session, ticket, actor, State.OPEN)


async def write_to_citizen(
    session: AsyncSession,
    ticket: Ticket,
    staff_id: int,
    kind: str,
    text: str,
    say: str,
    more: Mapping[str, Any] = {},
    asks: str | None = None,
) -> dict[str, Any]:
    """Keeps a message of staff and tells it; gives its id and the outbox's for the audit row.

    `asks` is what the citizen's next text will answer.
    """
    message = TicketMessage(
        ticket_id=row_id(ticket),
        author="staff",
        staff_id=staff_id,
        kind=kind,
        text=text,
        lang=detect(text).lang,
    )
    session.add(message)
    args = {"reference": ticket.reference, "text": text, **more}
    push = await tell_citizen(session, ticket, say, args, asks)
    await session.flush()
    return {"message": message.id, "outbox": push.id if push else None}


async def just_sent(
    session: AsyncSession, ticket: Ticket, staff_id: int, text: str, kind: str = "reply"
) -> bool:
    """Whether the ticket's newest message is this one, a moment ago: a double click."""
    found = await session.exec(
        select(TicketMessage)
        .where(TicketMessage.ticket_id == ticket.id)
        .order_by(col(TicketMessage.id).desc())
        .limit(1)
    )
    last = found.first()
    if last is None or (last.staff_id, last.kind, last.text) != (staff_id, kind, text):
        return False
    return now() - last.created_at < DOUBLE_CLICK


async def watchers(session: AsyncSession, ticket: Ticket, but: int | None = None) -> set[int]:
    """Who watches the ticket; `but` is who makes the change and need not be told of it."""
    found = await session.exec(
        select(TicketWatch.staff_id).where(TicketWatch.ticket_id == ticket.id)
    )
    return set(found) - {but}


def checked_text(text: str) -> str:
    """The text as it is kept; raises EmptyMessage, MessageTooLong."""
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not text:
        raise EmptyMessage
    if len(text) > REPLY_MAX_CHARS:
        raise MessageTooLong(length=len(text), limit=REPLY_MAX_CHARS)
    return text


def checked_reason(text: str) -> str:
    """The same for a reason; raises ReasonMissing, MessageTooLong."""
    try:
        return checked_text(text)
    except EmptyMessage as error:
        raise ReasonMissing from error


def checked_name(text: str) -> str:
    """The name of a body, service or incident on one line; raises EmptyMessage, MessageTooLong."""
    name = " ".join(text.replace("\0", "").split())
    if not name:
        raise EmptyMessage
    if len(name) > NAME_MAX_CHARS:
        raise MessageTooLong(length=len(name), limit=NAME_MAX_CHARS)
    return name
