"""What is done with rows whose term is over: one batch, in the transaction of the caller."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from sqlalchemy import inspect
from sqlmodel import SQLModel, col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import (
    AnnouncementDelivery,
    Attachment,
    AuditRow,
    Choice,
    Conversation,
    Forwarding,
    Mail,
    StaffNotice,
    Ticket,
    TicketMessage,
    TicketNote,
    Turn,
    TurnFeedback,
    now,
)
from bot.storage.search import search_text

Ending = Callable[[AsyncSession, Sequence[Any]], Awaitable[None]]


def key_of(table: type[SQLModel]) -> Any:
    """The column by which the rows of a table are named."""
    [column] = inspect(table).primary_key
    return column


def deleted(table: type[SQLModel]) -> Ending:
    """The ending of rows that nothing hangs on."""

    async def end(session: AsyncSession, keys: Sequence[Any]) -> None:
        await session.exec(delete(table).where(key_of(table).in_(keys)))

    return end


async def delete_turns(session: AsyncSession, keys: Sequence[Any]) -> None:
    """With their buttons and what was thought of them."""
    named = select(Turn.turn_id).where(col(Turn.id).in_(keys))
    for table in (Choice, TurnFeedback):
        await session.exec(delete(table).where(col(table.turn_id).in_(named)))
    await session.exec(delete(Turn).where(col(Turn.id).in_(keys)))


async def empty_conversations(session: AsyncSession, keys: Sequence[Any]) -> None:
    """What is left is an address and a language."""
    await session.exec(
        update(Conversation)
        .where(col(Conversation.id).in_(keys))
        .values(rasa_state=[], asked=None, topic=None)
    )


async def delete_conversations(session: AsyncSession, keys: Sequence[Any]) -> None:
    """With the buttons that are left of them."""
    await session.exec(delete(Choice).where(col(Choice.conversation_id).in_(keys)))
    await session.exec(delete(Conversation).where(col(Conversation.id).in_(keys)))


async def unlink_deliveries(session: AsyncSession, keys: Sequence[Any]) -> None:
    """Whom it was for is forgotten; what became of it counts on."""
    await session.exec(
        update(AnnouncementDelivery)
        .where(col(AnnouncementDelivery.id).in_(keys))
        .values(conversation_id=None)
    )


async def delete_notices(session: AsyncSession, keys: Sequence[Any]) -> None:
    """With the e-mails that told of them."""
    await session.exec(delete(Mail).where(col(Mail.notice_id).in_(keys)))
    await session.exec(delete(StaffNotice).where(col(StaffNotice.id).in_(keys)))


async def anonymise_tickets(session: AsyncSession, keys: Sequence[Any]) -> None:
    """Nothing is left that somebody wrote or that leads to a person; what is counted stays."""
    for table in (Attachment, Mail):
        await session.exec(delete(table).where(col(table.ticket_id).in_(keys)))
    for written in (TicketMessage, TicketNote):
        await session.exec(update(written).where(col(written.ticket_id).in_(keys)).values(text=""))
    await session.exec(
        update(TicketMessage).where(col(TicketMessage.ticket_id).in_(keys)).values(turn_id=None)
    )
    await session.exec(
        update(Forwarding).where(col(Forwarding.ticket_id).in_(keys)).values(their_reference=None)
    )
    found = await session.exec(select(Ticket).where(col(Ticket.id).in_(keys)))
    for ticket in found.all():
        _anonymise(ticket)
        session.add(AuditRow(event="ticket.anonymised", actor="bot", ticket_id=ticket.id))


def _anonymise(ticket: Ticket) -> None:
    ticket.description = ""
    ticket.contact = ticket.relation = None
    ticket.closing_reason = ticket.rating_words = None
    ticket.conversation_id = None
    ticket.code = secrets.token_urlsafe()  # that nobody was told
    ticket.opened_by_turn = f"anonymised:{ticket.id}"
    ticket.search_text = search_text(ticket)
    ticket.anonymised_at = now()
