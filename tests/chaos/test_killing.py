"""The application is killed a hundred times on each database, and nothing acknowledged is lost."""

from __future__ import annotations

from pathlib import Path

from bot.storage.database import Database
from tests.chaos.killing import Killing
from tests.chaos.lives import Lives
from tests.chaos.standing import Place

KILLS = 100
SEED = 20261127


async def test_a_hundred_kills_lose_nothing_that_was_acknowledged(
    rasa_place: Place, database: Database, database_url: str, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    lives = Lives(rasa_place.environment(database_url, files), tmp_path / "log.txt")
    run = await Killing(lives, database, files, SEED).run(KILLS)
    assert run.breaches == []
    assert len(run.ledger.tickets()) > KILLS / 4  # it was under load
    assert run.unheard  # and was hit in the middle
