"""The whole product, its Rasa killed and held under load: nobody is left without an answer, and
what comes after its return is understood again without a restart."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from bot.storage.database import Database
from tests.bot.telegram.waiting import until
from tests.chaos.invariants import breaches
from tests.chaos.load import Load
from tests.chaos.patience import ask_once
from tests.chaos.stored import read_stored
from tests.conftest import missing
from tests.stack import Stack, running_stack, wait_for_answer

SEED = 20261127
KILLS = 5
CITIZENS = 3
PATIENCE_S = 180.0


async def test_five_kills_of_rasa_lose_nothing_and_it_understands_again(tmp_path: Path) -> None:
    if not Path("nlu/.venv/bin/python").exists():
        missing("the Rasa environment (make setup)")
    url, files = f"sqlite:///{tmp_path}/jisr.db", tmp_path / "files"
    manager = running_stack(url, PATIENCE_S, {"JISR_FILES_DIR": str(files)})
    stack = await asyncio.to_thread(manager.__enter__)
    database = Database(url)
    try:
        await _kill_rasa(stack, database, files)
    finally:
        await database.close()
        await asyncio.to_thread(manager.__exit__, None, None, None)


async def _kill_rasa(stack: Stack, database: Database, files: Path) -> None:
    load = Load(stack.url, database, SEED, CITIZENS)

    async def kill_and_hold() -> None:
        for _ in range(KILLS):
            assert await load.heard(5, PATIENCE_S)
            for pid in stack.pids()["rasa"]:
                os.kill(pid, signal.SIGKILL)
            assert not await _is_understood(stack.url)
            await _ready(stack.url)
            assert await _is_understood(stack.url)
        await _hold(stack, load)

    await load.during(kill_and_hold)
    assert breaches(load.ledger, await read_stored(database, files)) == []


async def _hold(stack: Stack, load: Load) -> None:
    """Rasa hangs: it takes connections and answers nothing."""
    pids = stack.pids()["rasa"]
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        assert not await _is_understood(stack.url)
        assert await load.heard(5, PATIENCE_S)
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
    await _ready(stack.url)
    # What was asked of it meanwhile comes first.
    await until(lambda: _is_understood(stack.url))


async def _is_understood(url: str) -> bool:
    """Whether a first message is understood by Rasa; it is answered either way."""
    heard = await ask_once(url)
    assert heard.status == 200
    return bool(heard.body["understood"]["confidence"] > 0)


async def _ready(url: str) -> None:
    await asyncio.to_thread(wait_for_answer, f"{url}/readyz", PATIENCE_S)
