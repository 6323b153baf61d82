"""Deletes what is held of a conversation, at its owner's wish, and gives a receipt.

Tickets are the administration's record and stay, with what staff wrote on them. Where there are
some, a chat stays as a bare address for their answers; a conversation on the web, which only its
token can open, goes as a whole, and its tickets are followed by reference and code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import and_, delete, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dialogue.conversations import Conversations
from bot.dialogue.linking import end_link
from bot.dialogue.own_data import held_of
from bot.dialogue.short_codes import new_code
from bot.errors import ConversationBusy
from bot.files.store import FileStore
from bot.storage.database import Database
from bot.storage.links import held_link, is_of, linked_with
from bot.storage.models import (
    AnnouncementDelivery,
    Attachment,
    AuditRow,
    Choice,
    ContinuationCode,
    Conversation,
    ConversationLink,
    Deletion,
    OutboxMessage,
    Subscription,
    TelegramUpdate,
    Ticket,
    Turn,
    TurnFeedback,
    TurnReview,
    now,
)

_ID_LENGTH = 12  # of 32 signs: nobody finds a receipt by trying

_OF_A_CONVERSATION = (
    TurnFeedback,
    Choice,
    Turn,
    ContinuationCode,
    Subscription,
    AnnouncementDelivery,
)


@dataclass(frozen=True)
class Forgotten:
    """What was deleted, and the references of the tickets that stay."""

    receipt: Deletion
    tickets: Sequence[str]


class Forgetting:
    """Deletes. Whoever calls has made sure that the conversation is the asker's."""

    def __init__(
        self,
        database: Database,
        conversations: Conversations,
        store: FileStore,
        backup_days: int,
    ) -> None:
        self._database = database
        self._conversations = conversations
        self._store = store
        self._backup_days = backup_days

    async def forget(self, conversation_id: str) -> Forgotten:
        """Deletes all but the tickets; raises UnknownConversation, ConversationBusy.

        All rows go in one transaction, a link with them; then the bytes of the files. What a crash
        leaves of those has no row and is swept (bot.files.store).
        """
        across = await self._across(conversation_id)
        async with (
            self._conversations.alone(conversation_id, *across) as (conversation, *others),
            self._database.writing() as session,
        ):
            held = await held_of(session, conversation)
            await _end_link(session, conversation, others)
            files = await _delete(session, conversation, bare=_stays(conversation, held.tickets))
            receipt = self._receipt(conversation.channel, held.counted, len(held.tickets))
            session.add(receipt)
            session.add(_audited(receipt))
        await self._store.remove(files)
        await self._database.purge()
        return Forgotten(receipt, held.tickets)

    async def receipt(self, deletion_id: str) -> Deletion | None:
        """The receipt of that id; None where there is none."""
        async with self._database.reading() as session:
            return await session.get(Deletion, deletion_id)

    async def _across(self, conversation_id: str) -> list[str]:
        async with self._database.reading() as session:
            across = await linked_with(session, conversation_id)
        return [across] if across else []

    def _receipt(self, channel: str, deleted: dict[str, int], tickets: int) -> Deletion:
        return Deletion(
            id=new_code(_ID_LENGTH).code,
            channel=channel,
            deleted=deleted,
            tickets_kept=tickets,
            backups_until=now() + timedelta(days=self._backup_days),
        )


def _stays(conversation: Conversation, tickets: Sequence[str]) -> bool:
    """Whether the conversation is needed as an address for answers."""
    return bool(tickets) and conversation.address is not None


def _audited(receipt: Deletion) -> AuditRow:
    data = {"receipt": receipt.id, **receipt.deleted, "tickets_kept": receipt.tickets_kept}
    return AuditRow(event="conversation.forgotten", actor="citizen", data=data)


async def _end_link(
    session: AsyncSession, conversation: Conversation, others: Sequence[Conversation]
) -> None:
    link = await held_link(session, conversation.id)
    if link is None:
        return
    there = next((one for one in others if one.id in {link.from_id, link.to_id}), None)
    if there is None:
        raise ConversationBusy  # it was linked in this very moment
    await end_link(session, link, conversation, there)
    await session.flush()


async def _delete(session: AsyncSession, conversation: Conversation, *, bare: bool) -> list[str]:
    """Deletes the rows; gives the ids of the files whose bytes are to go."""
    own = conversation.id
    await _delete_reviews(session, conversation)
    for table in _OF_A_CONVERSATION:
        await session.exec(delete(table).where(col(table.conversation_id) == own))
    await session.exec(delete(ConversationLink).where(is_of(own)))
    waiting = and_(col(Attachment.conversation_id) == own, col(Attachment.ticket_id).is_(None))
    files = (await session.exec(select(Attachment.id).where(waiting))).all()
    await session.exec(delete(Attachment).where(waiting))
    await _delete_pushes(session, own, but_answers=bare)
    await _empty_inbox(session, conversation)
    if bare:
        await _make_bare(session, own)
    else:
        await _delete_conversation(session, own)
    return list(files)


async def _delete_reviews(session: AsyncSession, conversation: Conversation) -> None:
    """Masked texts too. On the web a turn's id names its conversation when the turn is gone."""
    own = select(Turn.turn_id).where(Turn.conversation_id == conversation.id)
    named = col(TurnReview.turn_id).startswith(
        f"{conversation.channel}:{conversation.id}:", autoescape=True
    )
    await session.exec(delete(TurnReview).where(or_(col(TurnReview.turn_id).in_(own), named)))


async def _delete_pushes(session: AsyncSession, own: str, *, but_answers: bool) -> None:
    """What was sent; an answer of staff that is still on its way to a ticket's author goes on."""
    found = await session.exec(select(OutboxMessage).where(OutboxMessage.conversation_id == own))
    for push in found.all():
        on_its_way = push.state == "pending" and "ticket" in push.said.get("args", {})
        if not (but_answers and on_its_way):
            await session.delete(push)
    await session.flush()


async def _empty_inbox(session: AsyncSession, conversation: Conversation) -> None:
    """What Telegram sent. The numbers of the updates stay, so that none is handled twice."""
    if conversation.address is None:
        return
    handled = col(TelegramUpdate.state) != "pending"
    await session.exec(
        update(TelegramUpdate)
        .where(col(TelegramUpdate.chat_id) == conversation.address, handled)
        .values(body={}, chat_id="")
    )


async def _make_bare(session: AsyncSession, own: str) -> None:
    await session.exec(
        update(Conversation)
        .where(col(Conversation.id) == own)
        .values(rasa_state=[], asked=None, topic=None, consent_text=None, welcomed=False)
    )


async def _delete_conversation(session: AsyncSession, own: str) -> None:
    """Tickets, and files that lie on a ticket of either channel, stay without it."""
    for table in (Ticket, Attachment):
        kept = col(table.conversation_id) == own
        await session.exec(update(table).where(kept).values(conversation_id=None))
    await session.exec(delete(Conversation).where(col(Conversation.id) == own))
