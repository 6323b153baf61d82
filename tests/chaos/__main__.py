"""`make chaos`: thousands of kills on both databases, and the times without Rasa, as tables.

python -m tests.chaos --kills 2000
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests import postgres
from tests.chaos import without_rasa
from tests.chaos.killing import Killing, Run
from tests.chaos.lives import Lives
from tests.chaos.report import killing_table
from tests.chaos.standing import Place, rasa_beside
from tests.stack import free_ports

_MOST_TOLD = 20


def main() -> int:
    """Prints the tables; the exit code is 1 where something did not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=2000, help="of the application, in total")
    parser.add_argument("--seed", type=int, default=1, help="gives all random choices")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jisr-chaos-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as somebody else
        _print(asyncio.run(_slow_table(Path(folder))))
        runs = _killed(Path(folder), options.kills // 2, options.seed)
        _print(killing_table(runs))
    breaches = [breach for run in runs.values() for breach in run.breaches]
    _print("\n".join(breaches[:_MOST_TOLD]))
    return 1 if breaches else 0


def _killed(folder: Path, kills: int, seed: int) -> dict[str, Run]:
    runs: dict[str, Run] = {}
    with rasa_beside(folder) as place:
        for name, url in _databases(folder):
            migrate(url)
            runs[name] = asyncio.run(_run(place, url, folder / f"files-{name}", kills, seed))
            _print(killing_table({name: runs[name]}))
    return runs


def _databases(folder: Path) -> Iterator[tuple[str, str]]:
    yield "SQLite", f"sqlite:///{folder}/killed.db"
    with _postgres(folder / "postgres") as url:
        yield "PostgreSQL", url


@contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    folder.mkdir()
    with postgres.server(folder) as url:
        yield url


async def _run(place: Place, url: str, files: Path, kills: int, seed: int) -> Run:
    database = Database(url)
    try:
        lives = Lives(place.environment(url, files), files.with_suffix(".log"))
        return await Killing(lives, database, files, seed).run(kills)
    finally:
        await database.close()


async def _slow_table(folder: Path) -> str:
    url = f"sqlite:///{folder}/slow.db"
    migrate(url)
    place = Place(free_ports(3))
    gone = await without_rasa.milliseconds(place, url, folder)
    async with without_rasa.hanging_rasa(place):
        hangs = await without_rasa.milliseconds(place, url, folder)
    lines = [
        without_rasa.line(name, kind, times)
        for name, measured in (("gone", gone), ("hangs", hangs))
        for kind, times in measured.items()
    ]
    return "\n".join(["| Rasa | message | p50 ms | p95 ms |", "| --- | --- | --- | --- |", *lines])


def _print(text: str) -> None:
    sys.stdout.write(f"\n{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
