"""The clock jumps by an hour, forward and back, from one life to the next: nothing acknowledged is
lost, and nobody waits for an hour. What the dead hold frees itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.storage.database import Database
from tests.chaos.invariants import breaches
from tests.chaos.lives import Lives
from tests.chaos.load import Load
from tests.chaos.standing import Place
from tests.chaos.stored import read_stored
from tests.stack import free_ports

SEED = 20261127
PATIENCE_S = 180.0
HOUR = timedelta(hours=1)


async def test_a_clock_that_jumps_loses_nothing_and_holds_nobody_up(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    environment = Place(free_ports(3)).environment(database_url, files)
    lives = Lives(environment, tmp_path / "log.txt")
    load = Load(lives.url, database, SEED)

    async def jump() -> None:
        for ahead in (HOUR, timedelta(), -HOUR, timedelta()):
            assert await load.heard(20, PATIENCE_S)
            await lives.kill()
            lives.begin(ahead)
        assert await load.heard(20, PATIENCE_S)

    lives.begin()
    try:
        await load.during(jump)
        assert breaches(load.ledger, await read_stored(database, files)) == []
    finally:
        await lives.kill()
