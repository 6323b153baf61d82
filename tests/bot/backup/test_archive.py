"""`make backup` and `make restore`: everything comes back, and nothing is overwritten."""

from __future__ import annotations

import asyncio
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import create_engine, inspect, text
from sqlmodel import select

from bot.__main__ import main
from bot.backup.archive import back_up, restore
from bot.demo.filling import fill
from bot.errors import BackupDamaged, BackupRefused
from bot.files.store import FileStore
from bot.storage.database import Database, async_url
from bot.storage.models import Attachment, Ticket
from bot.storage.search import INDEX, matching

FILE_ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def empty_url(database_url: str, tmp_path: Path) -> Iterator[str]:
    """A place of the same kind without any table."""
    if database_url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path}/new/jisr.db"
        return
    name = f"{database_url.rpartition('/')[2]}_restored"
    server = f"{database_url.rpartition('/')[0]}/postgres"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{database_url.rpartition('/')[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "jisr.tar"


async def use(database_url: str, files: Path) -> None:
    """A desk with tickets, and a file among them."""
    database = Database(database_url)
    try:
        await fill(database, 40)
        await FileStore(files).write(FILE_ID, "صورة".encode())
        async with database.writing() as session:
            session.add(
                Attachment(
                    id=FILE_ID,
                    ticket_id=1,
                    source="test",
                    kind="image",
                    media_type="image/png",
                    name="صورة.png",
                    size=8,
                    sha256="",
                )
            )
    finally:
        await database.close()


def everything(database_url: str) -> dict[str, list[Any]]:
    """All rows of all tables."""
    url = async_url(database_url)
    sqlite = url.drivername.startswith("sqlite")
    engine = create_engine(url.set(drivername="sqlite") if sqlite else url)
    with engine.connect() as connection:
        found = {
            name: sorted(map(repr, connection.execute(text(f'SELECT * FROM "{name}"'))))  # noqa: S608
            for name in inspect(connection).get_table_names()
            if not name.startswith(INDEX)
        }
    engine.dispose()
    return found


async def found_by_word(database_url: str, word: str) -> int:
    database = Database(database_url)
    try:
        async with database.reading() as session:
            query = select(Ticket.id).where(matching(session, word))
            return len((await session.exec(query)).all())
    finally:
        await database.close()


def test_everything_comes_back(database_url: str, empty_url: str, files: Path, archive: Path):
    asyncio.run(use(database_url, files))
    made = back_up(database_url, files, archive)
    assert made.rows["ticket"] == 40
    restored = files.with_name("restored-files")
    assert restore(archive, empty_url, restored) == made
    assert everything(empty_url) == everything(database_url)
    assert FileStore(restored).path(FILE_ID).read_bytes() == "صورة".encode()
    assert asyncio.run(found_by_word(empty_url, "mdm")) == 40


def test_what_is_there_already_is_not_overwritten(database_url: str, files: Path, archive: Path):
    back_up(database_url, files, archive)
    before = everything(database_url)
    with pytest.raises(BackupRefused):
        restore(archive, database_url, files)
    assert everything(database_url) == before


def test_files_that_are_there_already_are_not_mixed_with_others(
    database_url: str, empty_url: str, files: Path, archive: Path
):
    back_up(database_url, files, archive)
    asyncio.run(FileStore(files).write(FILE_ID, b"of somebody else"))
    with pytest.raises(BackupRefused):
        restore(archive, empty_url, files)


def test_a_damaged_archive_is_refused_before_anything_is_put_anywhere(
    database_url: str, empty_url: str, files: Path, archive: Path
):
    asyncio.run(FileStore(files).write(FILE_ID, b"x" * 100_000))
    back_up(database_url, files, archive)
    with tarfile.open(archive) as opened:
        place = opened.getmember(f"files/{FILE_ID[:2]}/{FILE_ID[2:4]}/{FILE_ID}").offset_data
    with archive.open("r+b") as damaged:
        damaged.seek(place)
        damaged.write(b"y")
    restored = files.with_name("restored-files")
    with pytest.raises(BackupDamaged):
        restore(archive, empty_url, restored)
    assert not restored.exists()
    restore_again = archive.with_name("whole.tar")
    back_up(database_url, files, restore_again)
    restore(restore_again, empty_url, restored)


def test_only_its_owner_reads_an_archive(database_url: str, files: Path, archive: Path):
    back_up(database_url, files, archive)
    assert archive.stat().st_mode & 0o077 == 0


def test_the_commands(
    database_url: str,
    empty_url: str,
    files: Path,
    archive: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("JISR_FILES_DIR", str(files))
    monkeypatch.setattr(sys, "argv", ["bot", "backup", str(archive)])
    assert main() == 0
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setattr(sys, "argv", ["bot", "restore", str(archive)])
    assert main() == 0
    assert main() == 1  # it is not empty any more
    told = capsys.readouterr()
    assert "restore: " in told.out
    assert "backup_refused" in told.err
