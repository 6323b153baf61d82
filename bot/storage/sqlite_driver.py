"""SQLite's driver with one visit to its thread for each statement.

aiosqlite runs a connection in a thread of its own and goes there to make the cursor, to execute,
to fetch and to close: four times a statement, which costs more than a small statement itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

import aiosqlite

T = TypeVar("T")

_AHEAD = 1_000  # rows that come with the statement; more are fetched as they are asked for


class _Sqlite(sqlite3.Connection):
    """Closed in the middle of a transaction it gives it up.

    sqlite3's own would keep the write lock for as long as anybody holds a cursor with rows left,
    a traceback say (https://sqlite.org/c3ref/close.html, "zombie").
    """

    def close(self) -> None:
        if self.in_transaction:
            self.rollback()
        super().close()


class Connection(aiosqlite.Connection):
    """A connection whose transactions are begun by the one who uses it, and by nobody else."""

    @classmethod
    async def open(cls, file: Path | str) -> Connection:
        """A new connection to the file; raises what sqlite3 raises."""
        connection = cls(
            lambda: sqlite3.connect(file, isolation_level=None, factory=_Sqlite), _AHEAD
        )
        connection._thread.daemon = True  # a loop that ended without closing must not hold it
        await connection
        return connection

    def cursor(self) -> Cursor:  # type: ignore[override]  # SQLAlchemy's adapter asks no more of it
        """A cursor; there is nothing to do for it yet."""
        return Cursor(self)

    async def visit(self, do: Callable[[sqlite3.Connection], T]) -> T:
        """Does something with the connection in its thread; raises what sqlite3 raises."""
        done: T = await self._execute(lambda: do(self._conn))  # type: ignore[no-untyped-call]
        return done

    async def rollback(self) -> None:
        """Gives up what was begun; a connection that only read has nothing to give up."""
        if self.in_transaction:
            await super().rollback()


class Cursor:
    """What SQLAlchemy's adapter asks of a cursor; rows that are few come with the statement."""

    def __init__(self, connection: Connection) -> None:
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1
        self._connection = connection
        self._ahead: list[Any] = []
        self._rest: sqlite3.Cursor | None = None  # where more rows may be than those ahead

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Runs one statement; raises what sqlite3 raises."""
        await self._connection.visit(lambda raw: self._begin_with(raw.execute(sql, parameters)))

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Runs one statement with each of the parameters; raises what sqlite3 raises."""
        await self._connection.visit(lambda raw: self._begin_with(raw.executemany(sql, parameters)))

    async def fetchall(self) -> list[Any]:
        """All rows that are left."""
        ahead, self._ahead = self._ahead, []
        return [*ahead, *await self._fetch(None)]

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        """The next rows, at most `size`; none where there are no more."""
        wanted = size or self.arraysize
        if not self._ahead:
            self._ahead = await self._fetch(max(wanted, _AHEAD))
        rows, self._ahead = self._ahead[:wanted], self._ahead[wanted:]
        return rows

    async def fetchone(self) -> Any:
        """The next row, None where there is none."""
        rows = await self.fetchmany(1)
        return rows[0] if rows else None

    async def close(self) -> None:
        """Lets go of the rows that nobody asked for."""
        rest, self._ahead, self._rest = self._rest, [], None
        if rest:
            await self._connection.visit(lambda _: rest.close())

    def _begin_with(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        self._ahead = self._take(cursor, _AHEAD)

    async def _fetch(self, size: int | None) -> list[Any]:
        rest = self._rest
        return await self._connection.visit(lambda _: self._take(rest, size)) if rest else []

    def _take(self, cursor: sqlite3.Cursor, size: int | None) -> list[Any]:
        """So many rows, or all; a statement that is over is closed at once."""
        rows = cursor.fetchall() if size is None else cursor.fetchmany(size)
        self._rest = cursor if len(rows) == size else None
        if not self._rest:
            cursor.close()
        return rows
