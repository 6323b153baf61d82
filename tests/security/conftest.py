"""What the tests of security share: the whole application, empty or furnished."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from knowledge.base import Knowledge
from knowledge.loading import load
from tests.bot.conftest import printer  # noqa: F401 a fixture
from tests.bot.staff.conftest import quick_hashes  # noqa: F401 a fixture
from tests.security.house import House, furnish, opened


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture
async def empty_house(
    database: Database, knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    async with opened(database, knowledge, tmp_path, monkeypatch) as house:
        yield house


@pytest.fixture
async def house(empty_house: House) -> House:
    await furnish(empty_house)
    return empty_house
