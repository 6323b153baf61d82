"""The storage promises: whole transactions, moments with their zone, keys made once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import select

from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.models import Conversation, now
from bot.storage.secrets import secret_of


async def test_a_block_that_ends_well_is_kept(database: Database) -> None:
    async with database.writing() as session:
        session.add(Conversation(id="a", channel="web"))
    async with database.reading() as session:
        assert (await session.get(Conversation, "a")) is not None


async def test_a_block_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.writing() as session:
            session.add(Conversation(id="a", channel="web"))
            await session.flush()
            raise RuntimeError
    async with database.reading() as session:
        assert (await session.exec(select(Conversation))).all() == []


async def test_writers_at_once_wait_for_each_other(database: Database) -> None:
    async def write(number: int) -> None:
        async with database.writing() as session:
            session.add(Conversation(id=str(number), channel="web"))

    await asyncio.gather(*(write(number) for number in range(20)))
    async with database.reading() as session:
        assert len((await session.exec(select(Conversation))).all()) == 20


async def test_on_sqlite_writers_come_in_the_order_in_which_they_asked(database: Database) -> None:
    if not database.is_sqlite:
        return  # they do not wait for each other
    came: list[int] = []

    async def write(number: int) -> None:
        async with database.writing() as session:
            session.add(Conversation(id=str(number), channel="web"))
            came.append(number)

    await asyncio.gather(*(write(number) for number in range(20)))
    assert came == list(range(20))


def test_on_sqlite_a_commit_is_on_the_disk(tmp_path: Path) -> None:
    """In a process of its own: the tests themselves do not wait for the disk."""
    asking = [sys.executable, "-m", "tests.bot.storage.asking", f"sqlite:///{tmp_path}/jisr.db"]
    answer = subprocess.run(asking, check=True, capture_output=True, text=True)  # noqa: S603 ours
    assert answer.stdout.strip() == "2"  # FULL, https://sqlite.org/pragma.html#pragma_synchronous


async def test_moments_come_back_with_their_time_zone(database: Database) -> None:
    before = now()
    async with database.writing() as session:
        session.add(Conversation(id="a", channel="web"))
    async with database.reading() as session:
        kept = await session.get(Conversation, "a")
    assert kept is not None
    assert kept.created_at >= before


async def test_a_key_is_made_once_however_many_ask_at_once(database: Database) -> None:
    keys = await asyncio.gather(*(secret_of(database, "tokens") for _ in range(8)))
    assert len(set(keys)) == 1


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    migrate(database_url)


def test_the_first_start_makes_the_folder_of_its_file(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path}/var/jisr.db")
    assert (tmp_path / "var" / "jisr.db").exists()
