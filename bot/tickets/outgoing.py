"""Writes what is to be told of a ticket, in the transaction of its cause: to the citizen through
the outbox and by e-mail, to members of staff as notices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.links import linked_with
from bot.storage.models import Conversation, Mail, OutboxMessage, StaffNotice, Ticket
from bot.storage.ordering import hold_order
from bot.tickets.contact import email_in

_WEB = "web"


async def tell_citizen(
    session: AsyncSession,
    ticket: Ticket,
    say: str,
    args: Mapping[str, Any],
    asks: str | None = None,
) -> OutboxMessage | None:
    """The message to come; None where no conversation is left to tell it in.

    Who is on both channels is told on both. Who does not write on Telegram may have closed the
    page: where they gave an e-mail address, they learn there that there is news, and no more.
    `asks` is what the next text answers, unless another question is open in the conversation.
    """
    conversations = await _conversations(session, ticket)
    await hold_order(session, *(conversation.id for conversation in conversations))
    in_chat = [one for one in conversations if one.channel != _WEB and not one.blocked]
    if not in_chat:
        await _mail_news(session, ticket)
    pushes = [
        OutboxMessage(
            conversation_id=conversation.id,
            channel=conversation.channel,
            said={"say": say, "args": {**args, "ticket": ticket.id}},
        )
        for conversation in conversations
    ]
    session.add_all(pushes)
    # In one place only: what was answered there must not be asked again in the other.
    for conversation in (in_chat or conversations)[:1]:
        conversation.asked = conversation.asked or asks
    return pushes[0] if pushes else None


async def _conversations(session: AsyncSession, ticket: Ticket) -> list[Conversation]:
    """Where the ticket was opened, and the one that it is linked with."""
    if ticket.conversation_id is None:
        return []
    ids = [ticket.conversation_id, await linked_with(session, ticket.conversation_id)]
    found = [await session.get(Conversation, one) for one in ids if one]
    return [conversation for conversation in found if conversation]


async def _mail_news(session: AsyncSession, ticket: Ticket) -> None:
    """One mail, however much news there is until it leaves."""
    recipient = email_in(ticket.contact)
    if recipient is None:
        return
    waiting = await session.exec(
        select(Mail.id).where(
            Mail.ticket_id == ticket.id, Mail.recipient == recipient, Mail.state == "pending"
        )
    )
    if waiting.first() is None:
        args = {"reference": ticket.reference}
        session.add(
            Mail(
                recipient=recipient,
                say="ticket-news",
                args=args,
                lang=ticket.lang,
                ticket_id=ticket.id,
            )
        )


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
