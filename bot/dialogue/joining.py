"""What a link does to its two conversations, when it is made and when it ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dialogue.state import slots
from bot.dialogue.unfinished import closed, moved, unfinished
from bot.replies.said import Said
from bot.storage.models import Attachment, Choice, Conversation, OutboxMessage, Ticket, now, row_id
from bot.tickets.attachments import drop_waiting
from bot.tickets.talking import QUESTIONS

_OF_A_FORM = frozenset({"consent", "category", "contact", "confirmation", "cancel"})


async def move_form(
    session: AsyncSession, source: Conversation, target: Conversation, keep: str | None
) -> None:
    """The half-filled form goes on in `target`, with its files, and is closed in `source`."""
    form = moved(source, target)
    if form is None:
        return
    if unfinished(target):
        if keep != "moved":
            push(session, source, "link-stays")
            return
        await drop_waiting(session, target.id)
    await _update(session, target, form.values)
    await _update(session, source, closed(source))
    # A button under a question of before would answer the form a second time.
    for conversation in (source, target):
        await _retire(session, conversation, lambda values: not _OF_A_FORM.isdisjoint(values))
    await session.exec(
        update(Attachment)
        .where(col(Attachment.conversation_id) == source.id, col(Attachment.ticket_id).is_(None))
        .values(conversation_id=target.id)
    )
    push(session, source, f"link-moved-{source.channel}")
    push(session, target, "link-goes-on")
    session.add(pushed(target, form.question))


async def part(session: AsyncSession, here: Conversation, there: Conversation) -> None:
    """From now on nothing can be done `here` with the tickets of the conversation across."""
    found = await session.exec(select(Ticket).where(Ticket.conversation_id == there.id))
    theirs = {row_id(ticket) for ticket in found}
    await _retire(session, here, lambda values: values.get("ticket") in theirs)
    if here.asked in QUESTIONS and slots(here.rasa_state).get("ticket") in {None, *theirs}:
        await _update(session, here, {"asked": None})


async def _retire(
    session: AsyncSession, conversation: Conversation, is_meant: Callable[[dict[str, Any]], bool]
) -> None:
    """These choices of a conversation stand for nothing any more."""
    kept = await session.exec(select(Choice).where(Choice.conversation_id == conversation.id))
    for choice in kept.all():
        if is_meant(choice.pick["values"]):
            await session.delete(choice)


async def _update(
    session: AsyncSession, conversation: Conversation, values: Mapping[str, Any]
) -> None:
    await session.exec(
        update(Conversation)
        .where(col(Conversation.id) == conversation.id)
        .values(**values, updated_at=now())
    )


def push(session: AsyncSession, conversation: Conversation, say: str) -> None:
    """Tells the conversation a message without values, with its cause in one transaction."""
    session.add(pushed(conversation, Said(say)))


def pushed(conversation: Conversation, said: Said) -> OutboxMessage:
    """A message to come for the conversation, on its channel."""
    return OutboxMessage(
        conversation_id=conversation.id, channel=conversation.channel, said=said.as_json()
    )
