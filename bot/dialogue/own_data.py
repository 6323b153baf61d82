"""What is held of one conversation, and of its tickets, for whom it belongs to.

What staff write to each other is theirs and is not shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import SQLModel, and_, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dialogue.conversations import Conversations
from bot.dialogue.unfinished import unfinished
from bot.errors import TicketNotFound
from bot.replies.render import Renderer
from bot.replies.said import Said
from bot.storage.consents import consent_text
from bot.storage.database import Database
from bot.storage.links import held_link
from bot.storage.models import (
    Announcement,
    AnnouncementDelivery,
    Attachment,
    Conversation,
    OutboxMessage,
    Subscription,
    Ticket,
    TicketMessage,
    Turn,
    TurnFeedback,
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
    notices: int = 0
    opinions: int = 0

    @property
    def counted(self) -> dict[str, int]:
        """What can be deleted, by class; a class without anything is left out."""
        counts = {
            "messages": self.messages,
            "notices": self.notices,
            "opinions": self.opinions,
            "unfinished": int(self.unfinished),
            "files": self.files,
            "subscription": int(self.subscribed),
            "link": int(self.linked),
        }
        return {name: count for name, count in counts.items() if count}

    @property
    def anything(self) -> bool:
        """Whether there is something that can be deleted."""
        return bool(self.counted)


class OwnData:
    """Shows. Whoever calls has made sure that the conversation, or the ticket, is the asker's."""

    def __init__(
        self, database: Database, conversations: Conversations, renderer: Renderer
    ) -> None:
        self._database = database
        self._conversations = conversations
        self._renderer = renderer

    async def held(self, conversation_id: str) -> Held:
        """What is held now; raises UnknownConversation."""
        conversation = await self._conversations.get(conversation_id)
        async with self._database.reading() as session:
            return await held_of(session, conversation)

    async def everything(self, conversation_id: str) -> Json:
        """All of it, as JSON; raises UnknownConversation."""
        conversation = await self._conversations.get(conversation_id)
        async with self._database.reading() as session:
            tickets = await _rows(session, Ticket, Ticket.conversation_id == conversation.id)
            return {
                "conversation": _conversation(conversation),
                "messages": await self._messages(session, conversation),
                "notices": await self._notices(session, conversation),
                "announcements": await self._announcements(session, conversation),
                "unfinished": _unfinished(conversation),
                "tickets": [await _ticket(session, ticket) for ticket in tickets],
                "files": await _files(session, conversation),
                "opinions": await _opinions(session, conversation),
                "subscription": await _subscription(session, conversation),
                "link": await _link(session, conversation),
            }

    async def of_ticket(self, ticket_id: int) -> Json:
        """All of one ticket, for who has shown its reference and code; raises TicketNotFound."""
        async with self._database.reading() as session:
            ticket = await session.get(Ticket, ticket_id)
            if ticket is None:
                raise TicketNotFound
            return {"tickets": [await _ticket(session, ticket)]}

    async def files(self, conversation_id: str) -> Sequence[Attachment]:
        """The files of a conversation and of its tickets."""
        tickets = select(Ticket.id).where(Ticket.conversation_id == conversation_id)
        of_tickets = col(Attachment.ticket_id).in_(tickets)
        async with self._database.reading() as session:
            return await _rows(session, Attachment, or_(_waiting(conversation_id), of_tickets))

    async def files_of_ticket(self, ticket_id: int) -> Sequence[Attachment]:
        """The files of one ticket."""
        async with self._database.reading() as session:
            return await _rows(session, Attachment, Attachment.ticket_id == ticket_id)

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

    async def _announcements(self, session: AsyncSession, conversation: Conversation) -> list[Json]:
        found = await session.exec(
            select(AnnouncementDelivery.sent_at, Announcement.texts)
            .join(Announcement, col(Announcement.id) == col(AnnouncementDelivery.announcement_id))
            .where(
                AnnouncementDelivery.conversation_id == conversation.id,
                col(AnnouncementDelivery.sent_at).is_not(None),
            )
            .order_by(col(AnnouncementDelivery.id))
        )
        return [
            {"at": at.isoformat(), "text": texts.get(conversation.lang)}
            for at, texts in found
            if at
        ]


async def _rows(session: AsyncSession, table: type[_Row], where: Any) -> Sequence[_Row]:
    """The rows, oldest first."""
    key: Any = table
    order = key.id if table is not Attachment else key.created_at
    return (await session.exec(select(table).where(where).order_by(order))).all()


async def _count(session: AsyncSession, table: type[SQLModel], where: ColumnElement[bool]) -> int:
    found = await session.exec(select(func.count()).select_from(table).where(where))
    return int(found.one())


async def held_of(session: AsyncSession, conversation: Conversation) -> Held:
    """What is held of a conversation, counted."""
    tickets = await _rows(session, Ticket, Ticket.conversation_id == conversation.id)
    return Held(
        messages=await _count(session, Turn, col(Turn.conversation_id) == conversation.id),
        tickets=[ticket.reference for ticket in tickets],
        files=await _count(session, Attachment, _waiting(conversation.id)),
        unfinished=unfinished(conversation) is not None,
        subscribed=await session.get(Subscription, conversation.id) is not None,
        linked=await held_link(session, conversation.id) is not None,
        notices=await _count(
            session, OutboxMessage, col(OutboxMessage.conversation_id) == conversation.id
        ),
        opinions=await _count(
            session, TurnFeedback, col(TurnFeedback.conversation_id) == conversation.id
        ),
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
    agreed = await consent_text(session, ticket.consent_text)
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
        "consent_text": agreed.text if agreed else None,
        "consent_version": agreed.version if agreed else None,
        "for_whom": ticket.relation,
        "service": ticket.service,
        "acknowledge_by": ticket.acknowledge_by.isoformat(),
        "answer_by": ticket.answer_by.isoformat(),
        "settled_at": ticket.settled_at.isoformat() if ticket.settled_at else None,
        "answer_type": ticket.answer_type,
        "remedy": ticket.remedy,
        "solved": ticket.solved,
        "reopened": ticket.reopened,
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
        "in_archive": name_in_archive(file),
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
    if kept is None:
        return None
    agreed = await consent_text(session, kept.consent_text)
    return {
        **kept.model_dump(mode="json", exclude={"conversation_id"}),
        "consent_text": agreed.text if agreed else None,
        "consent_version": agreed.version if agreed else None,
    }


def name_in_archive(file: Attachment) -> str:
    """Where a file lies in the archive that its owner saves; two may have one name."""
    return f"files/{file.id[:8]}-{file.name}"


async def _link(session: AsyncSession, conversation: Conversation) -> Json | None:
    link = await held_link(session, conversation.id)
    if link is None or link.from_agreed_at is None:
        return None
    return {"since": link.from_agreed_at.isoformat()}
