"""2,000 requests to the chat API, of every kind there is (docs/fuzzing.md; more: `make fuzz`).

The walk that broke something is shown as it was; `python -m tests.fuzz 2000 --seed 20261127
--database sqlite` finds a shorter one.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.fuzz.rows import half_written
from tests.fuzz.running import fuzz
from tests.fuzz.walking import Tally
from tests.stack import running_application

REQUESTS = 2000
SEED = 20261127


def test_whatever_is_sent_is_answered_as_described_and_nothing_is_half_written(
    tmp_path: Path,
) -> None:
    files, tally = tmp_path / "files", Tally()
    settings = {"JISR_FILES_DIR": str(files), "JISR_LOG_LEVEL": "ERROR"}
    with running_application(settings=settings) as stack:
        fuzz(stack.url, REQUESTS, SEED, tally)
        assert asyncio.run(half_written(stack.database_url, files)) == []
    assert tally.tickets > 0, "no walk went through a form to its end"
    assert set(tally.statuses) >= {200, 400, 404, 409, 413, 415, 422}
