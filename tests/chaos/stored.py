"""What is stored, as plain values."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from bot.files.store import FileStore
from bot.storage.database import Database
from bot.storage.models import Attachment, OutboxMessage, Ticket, TicketMessage, Turn


@dataclass(frozen=True)
class StoredTurn:
    """An exchange; a conversation's turns stand in the order in which they ran."""

    conversation_id: str
    client_id: str
    text: str
    answer: Mapping[str, Any]


@dataclass(frozen=True)
class StoredTicket:
    """A ticket, and the message that opened it."""

    reference: str
    conversation_id: str | None
    opened_by: str


@dataclass(frozen=True)
class Stored:
    """All of it, each list in the order in which it was written.

    `files` are the ids of attachments whose bytes lie in the folder as the row says.
    """

    turns: Sequence[StoredTurn] = ()
    tickets: Sequence[StoredTicket] = ()
    replies: Sequence[str] = ()
    pushes: Sequence[tuple[str, str]] = ()
    files: frozenset[str] = frozenset()


async def read_stored(database: Database, files: Path) -> Stored:
    """What the database and the folder of files hold."""
    store = FileStore(files)
    async with database.reading() as session:
        turns = (await session.exec(select(Turn).order_by(col(Turn.id)))).all()
        tickets = (await session.exec(select(Ticket).order_by(col(Ticket.id)))).all()
        messages = (await session.exec(select(TicketMessage).order_by(col(TicketMessage.id)))).all()
        pushes = (await session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id)))).all()
        attachments = (await session.exec(select(Attachment))).all()
    return Stored(
        turns=[
            StoredTurn(turn.conversation_id, _client_id(turn.turn_id), turn.text, turn.answer)
            for turn in turns
        ],
        tickets=[
            StoredTicket(
                ticket.reference, ticket.conversation_id, _client_id(ticket.opened_by_turn)
            )
            for ticket in tickets
        ],
        replies=[message.text for message in messages if message.author == "staff"],
        pushes=[(push.conversation_id, str(push.said["args"].get("text", ""))) for push in pushes],
        files=frozenset(
            attachment.id for attachment in attachments if _is_whole(attachment, store)
        ),
    )


def _client_id(turn_id: str) -> str:
    return turn_id.rpartition(":")[2]


def _is_whole(attachment: Attachment, store: FileStore) -> bool:
    path = store.path(attachment.id)
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == attachment.sha256
