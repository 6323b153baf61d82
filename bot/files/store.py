"""The bytes of citizens' files on disk, each under a random name in a folder nobody serves."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import Attachment, now
from bot.storage.retention import forget_waiting_files

log = structlog.get_logger(__name__)

DEFAULT_FOLDER = Path("var/files")

_ID = re.compile(r"[0-9a-f]{32}")
_UNFINISHED = ".part"
_PAUSE_S = 3600.0
_GRACE = timedelta(hours=1)  # a file this young may yet get its row
_BATCH = 500


class FileStore:
    """A folder of files in two levels of folders; only this user reads them."""

    def __init__(self, folder: Path = DEFAULT_FOLDER) -> None:
        self._folder = folder

    def path(self, file_id: str) -> Path:
        """Where the file lies; an id that we did not make is a fault of ours."""
        if not _ID.fullmatch(file_id):
            raise ValueError("no id of a file")
        return self._folder / file_id[:2] / file_id[2:4] / file_id

    async def write(self, file_id: str, data: bytes) -> None:
        """Keeps the bytes: all of them are on the disk when it returns, or none is seen."""
        await asyncio.to_thread(self._write, self.path(file_id), data)

    async def read(self, file_id: str) -> bytes:
        """The bytes; raises FileNotFoundError."""
        return await asyncio.to_thread(self.path(file_id).read_bytes)

    async def remove(self, file_ids: Iterable[str]) -> None:
        """Deletes files for good; one that is gone already is no fault."""
        await asyncio.to_thread(_delete, [self.path(file_id) for file_id in file_ids])

    async def older_than(self, moment: datetime) -> dict[str, Path]:
        """All files, unfinished ones too, that were written before, by their names."""
        return await asyncio.to_thread(dict, self._older_than(moment.timestamp()))

    def _older_than(self, seconds: float) -> Iterator[tuple[str, Path]]:
        for path in self._folder.glob("*/*/*"):
            # One that was being written may have its whole name by now.
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < seconds:
                    yield path.name, path

    def _write(self, path: Path, data: bytes) -> None:
        for folder in (self._folder, path.parent.parent, path.parent):
            folder.mkdir(mode=0o700, parents=folder is self._folder, exist_ok=True)
        unfinished = path.with_suffix(_UNFINISHED)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


async def keep_sweeping(database: Database, store: FileStore) -> None:
    """Once an hour, for ever: forgets files that no ticket took; cancelled from outside."""
    while True:
        await forget_waiting_files(database)
        await sweep(database, store)
        await asyncio.sleep(_PAUSE_S)


async def sweep(database: Database, store: FileStore, grace: timedelta = _GRACE) -> int:
    """Deletes the files that have no row, and gives how many."""
    found = await store.older_than(now() - grace)
    names = list(found)
    for start in range(0, len(names), _BATCH):
        batch = names[start : start + _BATCH]
        async with database.reading() as session:
            known = await session.exec(select(Attachment.id).where(col(Attachment.id).in_(batch)))
            for kept in known:
                del found[kept]
    await asyncio.to_thread(_delete, found.values())
    if found:
        log.info("files.swept", count=len(found))
    return len(found)


def _delete(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
