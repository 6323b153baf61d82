"""The disk is full: what cannot be kept is refused, what was acknowledged stays, and when there
is room again all goes on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests.chaos.invariants import breaches
from tests.chaos.lives import Lives
from tests.chaos.load import Load
from tests.chaos.patience import ask_once
from tests.chaos.standing import Place
from tests.chaos.stored import read_stored
from tests.conftest import missing
from tests.stack import free_ports

SEED = 20261127
PATIENCE_S = 120.0
ROOM = "24m"
_BLOCK = bytes(64 * 1024)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with little room."""
    if os.geteuid() != 0:
        missing("root, to mount a small file system")
    disk = tmp_path / "disk"
    disk.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", disk)
    try:
        yield disk
    finally:
        _run("umount", "--lazy", disk)


async def test_a_full_disk_loses_nothing_and_is_used_again_when_there_is_room(
    small_disk: Path, tmp_path: Path
) -> None:
    url, files = f"sqlite:///{small_disk}/jisr.db", small_disk / "files"
    migrate(url)
    database = Database(url)
    lives = Lives(Place(free_ports(3)).environment(url, files), tmp_path / "log.txt")
    load = Load(lives.url, database, SEED)

    async def fill_and_make_room() -> None:
        assert await load.heard(20, PATIENCE_S)
        filler = small_disk / "filler"
        _fill(filler)
        # What there is room for in the files as they are is still kept.
        while (answer := await ask_once(lives.url)).status == 200:
            pass
        assert answer.is_worded_fault
        filler.unlink()
        assert await load.heard(20, PATIENCE_S)

    lives.begin()
    await lives.listening()
    try:
        await load.during(fill_and_make_room)
        assert breaches(load.ledger, await read_stored(database, files)) == []
    finally:
        await lives.kill()
        await database.close()


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True)  # noqa: S603 ourselves


def _fill(file: Path) -> None:
    """Writes until there is no room for one byte more."""
    with file.open("wb", buffering=0) as filling:
        for block in (_BLOCK, b"\0"):
            with suppress(OSError):
                while True:
                    filling.write(block)
