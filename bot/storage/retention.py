"""Forgets what citizens were told is kept for a time only."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog
from sqlalchemy import delete, exists, or_
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import (
    Attachment,
    Choice,
    ConversationLink,
    Mail,
    SentParts,
    Subscription,
    TelegramUpdate,
    Ticket,
    Turn,
    TurnFeedback,
    now,
)

log = structlog.get_logger(__name__)

_PAUSE_S = 24 * 3600.0
_FILES_WAIT = timedelta(hours=24)


async def keep_forgetting(database: Database, days: int) -> None:
    """Forgets once a day, for ever; cancelled from outside."""
    while True:
        await forget_turns(database, days)
        await asyncio.sleep(_PAUSE_S)


async def forget_turns(database: Database, days: int) -> int:
    """Deletes turns older than that, and gives how many.

    The turns of a conversation whose ticket is not settled stay: staff answer from them, and the
    ticket has its own consent.
    """
    before = now() - timedelta(days=days)
    unsettled = exists().where(
        col(Ticket.conversation_id) == col(Turn.conversation_id), col(Ticket.settled_at).is_(None)
    )
    forgotten = select(Turn.turn_id).where(col(Turn.created_at) < before, ~unsettled)
    async with database.writing() as session:
        for table in (Choice, TurnFeedback):
            await session.exec(delete(table).where(col(table.turn_id).in_(forgotten)))
        gone = await session.exec(delete(Turn).where(col(Turn.created_at) < before, ~unsettled))
        await session.exec(
            delete(TelegramUpdate).where(
                col(TelegramUpdate.received_at) < before, col(TelegramUpdate.state) != "pending"
            )
        )
        await session.exec(delete(SentParts).where(col(SentParts.sent_at) < before))
        await session.exec(
            delete(ConversationLink).where(
                or_(
                    col(ConversationLink.ended_at) < before,
                    # A code or a question that nobody answered.
                    col(ConversationLink.from_agreed_at).is_(None)
                    & (col(ConversationLink.expires_at) < before),
                )
            )
        )
        await session.exec(delete(Mail).where(col(Mail.created_at) < before))
        await session.exec(delete(Subscription).where(col(Subscription.stopped_at) < before))
    if gone.rowcount:
        log.info("retention.forgot", turns=gone.rowcount)
    return int(gone.rowcount)


async def forget_waiting_files(database: Database) -> int:
    """Deletes the rows of files that no ticket took in 24 hours, and gives how many.

    Their bytes are files without a row from then on (bot.files.store.sweep).
    """
    async with database.writing() as session:
        found = await session.exec(
            delete(Attachment)
            .where(
                col(Attachment.ticket_id).is_(None),
                col(Attachment.created_at) < now() - _FILES_WAIT,
            )
            .returning(col(Attachment.id))
        )
        gone = len(found.all())
    if gone:
        log.info("retention.forgot", files=gone)
    return gone
