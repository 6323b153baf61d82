"""Keeps the texts by which consent is asked, each wording once."""

from __future__ import annotations

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.database import Database
from bot.storage.models import ConsentText


async def keep_consent_text(database: Database, session: AsyncSession, text: ConsentText) -> None:
    """Keeps the text; one that was kept before stays as it is."""
    insert = database.insert(ConsentText).values(**text.model_dump())
    await session.exec(insert.on_conflict_do_nothing())


async def consent_text(session: AsyncSession, digest: str | None) -> ConsentText | None:
    """The text of that digest; None where none was noted."""
    return await session.get(ConsentText, digest) if digest else None
