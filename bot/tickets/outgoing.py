"""Writes what is to be told of a ticket, in the transaction of its cause: to the citizen through
the outbox, to members of staff as notices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Conversation, OutboxMessage, StaffNotice, Ticket


async def tell_citizen(
    session: AsyncSession, ticket: Ticket, say: str, args: Mapping[str, Any]
) -> OutboxMessage | None:
    """The message to come; None where no conversation is left to tell it in."""
    if ticket.conversation_id is None:
        return None
    conversation = await session.get(Conversation, ticket.conversation_id)
    if conversation is None:
        return None
    push = OutboxMessage(
        conversation_id=conversation.id,
        channel=conversation.channel,
        said={"say": say, "args": {**args, "ticket": ticket.id}},
    )
    session.add(push)
    return push


def tell_staff(
    session: AsyncSession,
    staff_ids: Iterable[int],
    kind: str,
    ticket: Ticket,
    *,
    urgent: bool = False,
) -> None:
    """A notice for each of them, to be seen in the console and, where set up, by e-mail."""
    for staff_id in sorted(set(staff_ids)):
        session.add(StaffNotice(staff_id=staff_id, kind=kind, ticket_id=ticket.id, urgent=urgent))
