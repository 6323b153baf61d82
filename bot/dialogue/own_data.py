"""What is held of one conversation: shown to whom it belongs, and deleted at their wish.

Tickets are the administration's record: they are shown, and stay. What staff write to each other
is theirs and is neither shown nor deleted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, delete, func, update
from sqlmodel import SQLModel, and_, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dialogue.conversations import Conversations
from bot.dialogue.linking import Linking
from bot.dialogue.unfinished import unfinished
from bot.replies.render import Renderer
from bot.replies.said import Said
from bot.storage.database import Database
from bot.storage.links import held_link, is_of
from bot.storage.models import (
    AnnouncementDelivery,
    Attachment,
    Choice,
    ContinuationCode,
    Conversation,
    ConversationLink,
    OutboxMessage,
    Subscription,
    TelegramUpdate,
    Ticket,
    TicketMessage,
    Turn,
    TurnFeedback,
    TurnReview,
)
from bot.tickets.form import FIELDS

Json = dict[str, Any]

_Row = TypeVar("_Row", bound=SQLModel)


@dataclass(frozen=True)
class Held:
    """What is held, in numbers; `files` are those that are on no ticket."""

    messages: int
    tickets: Sequence[str]
    files: int
    unfinished: bool
    subscribed: bool
    linked: bool

    @property
    def anything(self) -> bool:
        """Whether there is something that can be deleted."""
        told = (self.messages, self.files, self.unfinished, self.subscribed, self.linked)
        return any(told)


class OwnData:
    """Shows and deletes. Whoever calls has made sure that the conversation is the asker's."""

    def __init__(
        self,
        database: Database,
        conversations: Conversations,
        linking: Linking,
        renderer: Renderer,
    ) -> None:
        self._database = database
        self._conversations = conversations
        self._linking = linking
        self._renderer = renderer

    async def held(self, conversation_id: str) -> Held:
        """What is held now; raises UnknownConversation."""
        conversation = await self._conversations.get(conversation_id)
        async with self._database.reading() as session:
            return await _held(session, conversation)

    async def everything(self, conversation_id: str) -> Json:
        """All of it, as JSON; raises UnknownConversation."""
        conversation = await self._conversations.get(conversation_id)
        async with self._database.reading() as session:
            tickets = await _rows(session, Ticket, Ticket.conversation_id == conversation.id)
            return {
                "conversation": _conversation(conversation),
                "messages": await self._messages(session, conversation),
                "notices": await self._notices(session, conversation),
                "unfinished": _unfinished(conversation),
                "tickets": [await _ticket(session, ticket) for ticket in tickets],
                "files": await _files(session, conversation),
                "opinions": await _opinions(session, conversation),
                "subscription": await _subscription(session, conversation),
                "link": await _link(session, conversation),
            }

    async def forget(self, conversation_id: str) -> Held:
        """Deletes all but the tickets, and says what was deleted; raises UnknownConversation.

        Where there are tickets, the conversation stays as a bare address for their answers.
        """
        linked = (await self.held(conversation_id)).linked
        await self._linking.end(conversation_id)  # the other side is told
        async with (
            self._conversations.alone(conversation_id) as (conversation,),
            self._database.writing() as session,
        ):
            held = await _held(session, conversation)
            await _delete(session, conversation, bare=bool(held.tickets))
        return Held(**{**vars(held), "linked": linked})

    async def _messages(self, session: AsyncSession, conversation: Conversation) -> list[Json]:
        turns = await _rows(session, Turn, Turn.conversation_id == conversation.id)
        return [
            {
                "at": turn.created_at.isoformat(),
                "you": turn.text,
                "jisr": [reply["text"] for reply in turn.answer["replies"]],
                "understood_as": turn.understood.get("intent"),
            }
            for turn in turns
        ]

    async def _notices(self, session: AsyncSession, conversation: Conversation) -> list[Json]:
        pushes = await _rows(
            session, OutboxMessage, OutboxMessage.conversation_id == conversation.id
        )
        return [
            {
                "at": push.created_at.isoformat(),
                "text": self._renderer.render(Said.from_json(push.said), conversation.lang).text,
            }
            for push in pushes
        ]


async def _rows(session: AsyncSession, table: type[_Row], where: Any) -> Sequence[_Row]:
    """The rows, oldest first."""
    key: Any = table
    order = key.id if table is not Attachment else key.created_at
    return (await session.exec(select(table).where(where).order_by(order))).all()


async def _count(session: AsyncSession, table: type[SQLModel], where: ColumnElement[bool]) -> int:
    found = await session.exec(select(func.count()).select_from(table).where(where))
    return int(found.one())


async def _held(session: AsyncSession, conversation: Conversation) -> Held:
    tickets = await _rows(session, Ticket, Ticket.conversation_id == conversation.id)
    return Held(
        messages=await _count(session, Turn, col(Turn.conversation_id) == conversation.id),
        tickets=[ticket.reference for ticket in tickets],
        files=await _count(session, Attachment, _waiting(conversation.id)),
        unfinished=unfinished(conversation) is not None,
        subscribed=await session.get(Subscription, conversation.id) is not None,
        linked=await held_link(session, conversation.id) is not None,
    )


def _waiting(conversation_id: str) -> ColumnElement[bool]:
    return and_(
        col(Attachment.conversation_id) == conversation_id, col(Attachment.ticket_id).is_(None)
    )


def _conversation(conversation: Conversation) -> Json:
    return {
        "channel": conversation.channel,
        "address": conversation.address,
        "language": conversation.lang,
        "topic": conversation.topic,
        "begun_at": conversation.created_at.isoformat(),
    }


def _unfinished(conversation: Conversation) -> Json | None:
    form = unfinished(conversation)
    if form is None:
        return None
    answers = {str(field): getattr(form.draft, field) for field in FIELDS}
    return {"kind": str(form.draft.kind), **{key: value for key, value in answers.items() if value}}


async def _ticket(session: AsyncSession, ticket: Ticket) -> Json:
    """The ticket as its author may know it: no note, no name of who works on it."""
    messages = await _rows(session, TicketMessage, TicketMessage.ticket_id == ticket.id)
    files = await _rows(session, Attachment, Attachment.ticket_id == ticket.id)
    return {
        "reference": ticket.reference,
        "code": ticket.code,
        "kind": ticket.kind,
        "state": ticket.state,
        "category": ticket.category,
        "country": ticket.country,
        "description": ticket.description,
        "contact": ticket.contact,
        "opened_at": ticket.created_at.isoformat(),
        "consented_at": ticket.consented_at.isoformat(),
        "rating": ticket.rating,
        "rating_words": ticket.rating_words,
        "messages": [
            {
                "at": message.created_at.isoformat(),
                "from": "you" if message.author == "citizen" else "ministry",
                "text": message.text,
            }
            for message in messages
        ],
        "files": [_file(file) for file in files],
    }


async def _files(session: AsyncSession, conversation: Conversation) -> list[Json]:
    return [_file(file) for file in await _rows(session, Attachment, _waiting(conversation.id))]


def _file(file: Attachment) -> Json:
    return {
        "at": file.created_at.isoformat(),
        "name": file.name,
        "type": file.media_type,
        "bytes": file.size,
    }


async def _opinions(session: AsyncSession, conversation: Conversation) -> list[Json]:
    found = await session.exec(
        select(TurnFeedback).where(TurnFeedback.conversation_id == conversation.id)
    )
    return [
        {"at": one.created_at.isoformat(), "helpful": one.helpful, "words": one.words}
        for one in found
    ]


async def _subscription(session: AsyncSession, conversation: Conversation) -> Json | None:
    kept = await session.get(Subscription, conversation.id)
    return kept.model_dump(mode="json", exclude={"conversation_id"}) if kept else None


async def _link(session: AsyncSession, conversation: Conversation) -> Json | None:
    link = await held_link(session, conversation.id)
    if link is None or link.from_agreed_at is None:
        return None
    return {"since": link.from_agreed_at.isoformat()}


async def _delete(session: AsyncSession, conversation: Conversation, *, bare: bool) -> None:
    own = conversation.id
    reviewed = select(Turn.turn_id).where(Turn.conversation_id == own)
    await session.exec(delete(TurnReview).where(col(TurnReview.turn_id).in_(reviewed)))
    for table in (
        TurnFeedback,
        Choice,
        Turn,
        ContinuationCode,
        Subscription,
        AnnouncementDelivery,
    ):
        await session.exec(delete(table).where(col(table.conversation_id) == own))
    await session.exec(delete(ConversationLink).where(is_of(own)))
    await session.exec(delete(Attachment).where(_waiting(own)))
    await _delete_pushes(session, own, but_answers=bare)
    if conversation.address:
        await session.exec(
            update(TelegramUpdate)
            .where(
                col(TelegramUpdate.chat_id) == conversation.address,
                col(TelegramUpdate.state) != "pending",
            )
            .values(body={})
        )
    if bare:
        await _make_bare(session, own)
    else:
        # Files may lie on a ticket of the other channel: they stay there.
        kept = col(Attachment.conversation_id) == own
        await session.exec(update(Attachment).where(kept).values(conversation_id=None))
        await session.exec(delete(Conversation).where(col(Conversation.id) == own))


async def _delete_pushes(session: AsyncSession, own: str, *, but_answers: bool) -> None:
    """What was sent; an answer of staff that is still on its way to a ticket's author goes on."""
    found = await session.exec(select(OutboxMessage).where(OutboxMessage.conversation_id == own))
    for push in found.all():
        on_its_way = push.state == "pending" and "ticket" in push.said.get("args", {})
        if not (but_answers and on_its_way):
            await session.delete(push)
    await session.flush()


async def _make_bare(session: AsyncSession, own: str) -> None:
    await session.exec(
        update(Conversation)
        .where(col(Conversation.id) == own)
        .values(rasa_state=[], asked=None, topic=None, welcomed=False)
    )
