"""PostgreSQL stops under load and comes back: nothing acknowledged is lost, all goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests import postgres
from tests.chaos.invariants import breaches
from tests.chaos.lives import Lives
from tests.chaos.load import Load
from tests.chaos.patience import ask_once
from tests.chaos.standing import Place
from tests.chaos.stored import read_stored
from tests.conftest import missing
from tests.stack import free_ports

SEED = 20261127
STOPS = 2
PATIENCE_S = 120.0


async def test_a_database_that_was_stopped_loses_nothing_and_is_used_again(tmp_path: Path) -> None:
    if postgres.binaries() is None:
        missing("PostgreSQL (apt-get install postgresql)")
    with TemporaryDirectory(prefix="jisr-postgres-") as folder:
        server = postgres.Server(Path(folder))
        server.start()
        try:
            await _stopped_and_started(server, tmp_path)
        finally:
            server.stop()


async def _stopped_and_started(server: postgres.Server, tmp_path: Path) -> None:
    migrate(server.url)
    database, files = Database(server.url), tmp_path / "files"
    environment = Place(free_ports(3)).environment(server.url, files)
    lives = Lives(environment, tmp_path / "log.txt")
    load = Load(lives.url, database, SEED)

    async def stop_and_start() -> None:
        for _ in range(STOPS):
            assert await load.heard(20, PATIENCE_S)
            await asyncio.to_thread(server.stop)
            assert (await ask_once(lives.url)).is_worded_fault
            await asyncio.to_thread(server.start)
        assert await load.heard(20, PATIENCE_S)

    lives.begin()
    await lives.listening()
    try:
        await load.during(stop_and_start)
        await database.close()  # its connections died with the server
        assert breaches(load.ledger, await read_stored(database, files)) == []
    finally:
        await lives.kill()
        await database.close()
