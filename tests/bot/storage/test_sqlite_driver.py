"""The driver of SQLite: all rows come, however many, and who leaves in the middle blocks nobody."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.sqlite_driver import Connection, Cursor

ROWS = 2_500  # more than come with the statement


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "numbers.db"


@pytest.fixture
async def connection(file: Path) -> AsyncIterator[Connection]:
    connection = await Connection.open(file)
    filling = connection.cursor()
    await filling.execute("CREATE TABLE number (n INTEGER PRIMARY KEY)")
    await filling.executemany("INSERT INTO number VALUES (?)", [(n,) for n in range(ROWS)])
    assert filling.rowcount == ROWS
    yield connection
    await connection.close()


async def asked(connection: Connection, most: int = ROWS) -> Cursor:
    cursor = connection.cursor()
    await cursor.execute("SELECT n FROM number ORDER BY n LIMIT ?", (most,))
    return cursor


@pytest.mark.parametrize("most", [0, 1, 999, 1_000, 1_001, ROWS])
async def test_all_rows_come_once_and_in_order(connection: Connection, most: int) -> None:
    cursor = await asked(connection, most)
    assert await cursor.fetchall() == [(n,) for n in range(most)]
    assert await cursor.fetchall() == []


async def test_rows_come_in_slices_of_the_size_asked_for(connection: Connection) -> None:
    cursor, came = await asked(connection), list[int]()
    while rows := await cursor.fetchmany(700):
        assert len(rows) <= 700
        came += [n for (n,) in rows]
    assert came == list(range(ROWS))


async def test_rows_come_one_by_one(connection: Connection) -> None:
    cursor = await asked(connection, 2)
    assert [await cursor.fetchone() for _ in range(3)] == [(0,), (1,), None]


async def test_a_statement_without_rows_tells_what_it_changed(connection: Connection) -> None:
    cursor = connection.cursor()
    await cursor.execute("INSERT INTO number VALUES (?)", (ROWS + 7,))
    assert (cursor.description, cursor.rowcount, cursor.lastrowid) == (None, 1, ROWS + 7)
    assert await cursor.fetchall() == []


async def test_a_statement_that_is_wrong_raises(connection: Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        await connection.cursor().execute("SELECT * FROM nowhere")


async def test_what_was_begun_and_given_up_is_not_kept(connection: Connection) -> None:
    await connection.cursor().execute("BEGIN IMMEDIATE")
    await connection.cursor().execute("DELETE FROM number")
    await connection.rollback()
    await connection.rollback()  # nothing to give up, and no fault
    assert len(await (await asked(connection)).fetchall()) == ROWS


async def test_a_writer_cut_off_in_the_middle_of_its_rows_blocks_nobody(
    connection: Connection, file: Path
) -> None:
    """A cancelled task: its connection is closed, and its traceback still holds the cursor."""
    await connection.cursor().execute("BEGIN IMMEDIATE")
    await connection.cursor().execute("DELETE FROM number WHERE n = 0")
    held = await asked(connection)
    await connection.close()
    other = sqlite3.connect(file, isolation_level=None, timeout=0)
    other.execute("BEGIN IMMEDIATE")  # "database is locked" if anything holds it
    assert other.execute("SELECT count(*) FROM number").fetchone() == (ROWS,)
    other.close()
    assert held.description
