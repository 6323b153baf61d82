"""Forgets files that were sent and that no ticket took; all else is `bot/privacy/policy.py`'s."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from sqlalchemy import ColumnElement, and_, delete
from sqlmodel import col

from bot.storage.database import Database
from bot.storage.models import Attachment, now

log = structlog.get_logger(__name__)

WAITING = timedelta(hours=24)


def waited_too_long(at: datetime) -> ColumnElement[bool]:
    """The condition on Attachment that no ticket took it in 24 hours."""
    return and_(col(Attachment.ticket_id).is_(None), col(Attachment.created_at) < at - WAITING)


async def forget_waiting_files(database: Database) -> int:
    """Deletes the rows of files that no ticket took in 24 hours, and gives how many.

    Their bytes are files without a row from then on (bot.files.store.sweep).
    """
    async with database.writing() as session:
        found = await session.exec(
            delete(Attachment).where(waited_too_long(now())).returning(col(Attachment.id))
        )
        gone = len(found.all())
    if gone:
        log.info("retention.forgot", files=gone)
    return gone
