"""Keys that the application makes for itself once and keeps in the database."""

from __future__ import annotations

import contextlib
import secrets

from sqlalchemy.exc import IntegrityError

from bot.storage.database import Database
from bot.storage.models import Secret

_KEY_BYTES = 32


async def secret_of(database: Database, name: str) -> str:
    """The key of that name, made at the first call; the same for all processes."""
    async with database.reading() as session:
        kept = await session.get(Secret, name)
    if kept:
        return kept.value
    # Another process may make it meanwhile: the one that was kept is read below.
    with contextlib.suppress(IntegrityError):
        async with database.writing() as session:
            session.add(Secret(name=name, value=secrets.token_urlsafe(_KEY_BYTES)))
    return await secret_of(database, name)
