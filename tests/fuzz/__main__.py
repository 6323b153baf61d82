"""python -m tests.fuzz N [--seed S] [--database sqlite|postgresql]: N requests to the chat API.

Starts the application without Rasa: it walks the forms itself then. Ends at the first property
that is broken, with the shortest walk that breaks it.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import postgres
from tests.fuzz.rows import half_written
from tests.fuzz.running import fuzz
from tests.fuzz.walking import Tally
from tests.stack import running_application

_HIGHEST_SEED = 10**6


def main() -> int:
    """Runs the command; the exit code is 1 where a row is not whole."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument("count", type=int)
    options.add_argument("--seed", type=int, default=random.randrange(_HIGHEST_SEED))  # noqa: S311
    options.add_argument("--database", choices=("sqlite", "postgresql"), default="postgresql")
    given = options.parse_args()
    _say(f"seed {given.seed} (--seed {given.seed} sends the same again)")
    with TemporaryDirectory(prefix="jisr-fuzz-") as folder, _database(given.database) as url:
        files = Path(folder) / "files"
        quiet = {"JISR_FILES_DIR": str(files), "JISR_LOG_LEVEL": "ERROR"}
        with running_application(url, quiet) as stack:
            started, tally = time.monotonic(), Tally()
            try:
                fuzz(stack.url, given.count, given.seed, tally, shorten=True)
            finally:
                _say(_table(tally, time.monotonic() - started, given.seed, given.database))
            faults = asyncio.run(half_written(stack.database_url, files))
    for fault in faults:
        _say(fault)
    return 1 if faults else 0


@contextmanager
def _database(kind: str) -> Iterator[str | None]:
    if kind == "sqlite":
        yield None
        return
    with (
        TemporaryDirectory(prefix="jisr-postgres-") as folder,
        postgres.server(Path(folder)) as url,
    ):
        yield url


def _table(tally: Tally, took_s: float, seed: int, database: str) -> str:
    rows = [
        ("requests", tally.requests),
        ("conversations", tally.conversations),
        ("tickets opened", tally.tickets),
        *((f"answers {status}", count) for status, count in sorted(tally.statuses.items())),
        *((f"of them `{code}`", count) for code, count in tally.codes.most_common()),
        *((f"steps of kind {kind}", count) for kind, count in tally.kinds.most_common()),
        ("slowest answer, s", f"{tally.slowest_s:.1f}"),
        ("minutes", f"{took_s / 60:.1f}"),
        ("database, seed", f"{database}, {seed}"),
    ]
    return "\n".join(["| What | How many |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in rows)])


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
