"""One database, SQLite or PostgreSQL, behind two doors: reading() and writing()."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.sqlite_driver import Connection

_SQLITE_BUSY_TIMEOUT_MS = 15_000
_SQLITE_SYNCHRONOUS = "FULL"  # what is committed survives a power cut too


def async_url(database_url: str) -> URL:
    """The URL with the asynchronous driver that we use, whatever driver it names."""
    url = make_url(database_url)
    driver = "sqlite+aiosqlite" if url.drivername.startswith("sqlite") else "postgresql+psycopg"
    return url.set(drivername=driver)


def make_folder(url: URL) -> None:
    """Makes the folder of a SQLite file, which SQLite itself does not."""
    if url.drivername.startswith("sqlite") and url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)


class Database:
    """The engine and its sessions.

    `writing()` commits at the end of the block or rolls all of it back; on SQLite it takes the
    write lock at once, so two writers wait for each other instead of failing. Within the process
    they wait in a queue: SQLite lets anybody through, and who is unlucky waits for seconds. A
    block must not open another one.
    """

    def __init__(self, database_url: str) -> None:
        url = async_url(database_url)
        self.is_sqlite = url.drivername.startswith("sqlite")
        self._engine = _sqlite_engine(url) if self.is_sqlite else _engine(url)
        self._turn: AbstractAsyncContextManager[None] = (
            asyncio.Lock() if self.is_sqlite else nullcontext()
        )

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session that only reads, at each statement what is committed then."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session:
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A session whose changes are kept together or not at all."""
        async with self._turn, AsyncSession(self._engine, expire_on_commit=False) as session:
            await session.connection(execution_options={"writes": True})
            yield session
            await session.commit()

    def insert(self, table: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
        """An INSERT in the database's own dialect, which knows `on_conflict_do_nothing`."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    async def purge(self) -> None:
        """Leaves nothing of what was deleted beside SQLite's file, where its log stands."""
        if self.is_sqlite:
            async with self._engine.connect() as connection:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Gives all connections back."""
        await self._engine.dispose()


def _engine(url: URL, **options: Any) -> AsyncEngine:
    # Errors must not quote what is written: it would stand in the log.
    return create_async_engine(url, hide_parameters=True, **options)


def _sqlite_engine(url: URL) -> AsyncEngine:
    make_folder(url)
    engine = _engine(url, async_creator=partial(Connection.open, url.database or ":memory:"))

    @event.listens_for(engine.sync_engine, "connect")
    def _configure(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "foreign_keys=ON",
            "secure_delete=ON",  # what is deleted is not to be read in the file, nor in its copies
            f"synchronous={_SQLITE_SYNCHRONOUS}",
            f"busy_timeout={_SQLITE_BUSY_TIMEOUT_MS}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        # A reader sees what is committed at each statement, as on PostgreSQL, and needs none.
        if connection.get_execution_options().get("writes", False):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
