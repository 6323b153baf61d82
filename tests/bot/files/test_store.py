"""Files lie under random names, whole or not at all, and only as long as they have a row."""

from __future__ import annotations

import os
import stat
import time
from datetime import timedelta
from pathlib import Path

import pytest

from bot.files.store import FileStore, sweep
from bot.storage.database import Database
from bot.storage.models import Attachment, Conversation, new_id, now
from bot.storage.retention import forget_waiting_files

HOUR_S = 3600


async def keep(database: Database, store: FileStore, age: timedelta) -> str:
    """A file with its row, waiting for a ticket."""
    attachment = Attachment(
        source=new_id(),
        kind="image",
        media_type="image/png",
        name="x.png",
        size=3,
        sha256="",
        created_at=now() - age,
    )
    await store.write(attachment.id, b"abc")
    async with database.writing() as session:
        conversation = Conversation(channel="web")
        session.add(conversation)
        await session.flush()
        attachment.conversation_id = conversation.id
        session.add(attachment)
    return attachment.id


def grow_old(path: Path) -> None:
    long_ago = time.time() - 2 * HOUR_S
    os.utime(path, (long_ago, long_ago))


async def test_a_file_is_read_back_and_closed_to_others(store: FileStore) -> None:
    file_id = new_id()
    await store.write(file_id, b"abc")
    path = store.path(file_id)
    assert await store.read(file_id) == b"abc"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("file_id", ["../../etc/passwd", "", "A" * 32, "0" * 31, "0" * 32 + "\n"])
def test_no_other_path_is_reached(store: FileStore, file_id: str) -> None:
    with pytest.raises(ValueError, match="no id"):
        store.path(file_id)


async def test_only_old_files_without_a_row_are_swept(database: Database, store: FileStore) -> None:
    kept = await keep(database, store, timedelta(days=3))
    orphan, young, unfinished = new_id(), new_id(), new_id()
    for file_id in (orphan, young, unfinished):
        await store.write(file_id, b"abc")
    part = store.path(unfinished).rename(store.path(unfinished).with_suffix(".part"))
    for path in (store.path(kept), store.path(orphan), part):
        grow_old(path)
    assert await sweep(database, store) == 2
    assert store.path(kept).exists()
    assert store.path(young).exists()
    assert not store.path(orphan).exists()
    assert not part.exists()


async def test_a_file_that_goes_while_the_folder_is_read_does_not_stop_the_sweep(
    database: Database, store: FileStore
) -> None:
    orphan = new_id()
    await store.write(orphan, b"x")
    going = store.path(orphan).with_name(f"{new_id()}.part")
    going.symlink_to(going.with_name("gone"))
    assert await sweep(database, store, grace=timedelta()) == 1
    assert not store.path(orphan).exists()


async def test_a_file_that_no_ticket_took_is_forgotten_after_a_day(
    database: Database, store: FileStore
) -> None:
    old = await keep(database, store, timedelta(hours=25))
    young = await keep(database, store, timedelta(hours=23))
    assert await forget_waiting_files(database) == 1
    async with database.reading() as session:
        assert await session.get(Attachment, old) is None
        assert await session.get(Attachment, young) is not None
    assert await sweep(database, store, grace=timedelta()) == 1
    assert not store.path(old).exists()
    assert store.path(young).exists()
