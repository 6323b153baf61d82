"""What all tests share. Every test of stored things runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import psycopg
import pytest

from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests import postgres

_numbers = itertools.count(1)


def missing(what: str) -> NoReturn:
    """Skips because a component is missing, in one line; in CI nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(f"missing in CI: {what}")
    pytest.skip(f"missing: {what}")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    if postgres.binaries() is None:
        missing("PostgreSQL (apt-get install postgresql)")
    # Not pytest's folder: another run of pytest clears it away under a running server.
    with (
        TemporaryDirectory(prefix="jisr-postgres-") as folder,
        postgres.server(Path(folder)) as url,
    ):
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty, migrated database."""
    url = f"sqlite:///{tmp_path}/jisr.db"
    if request.param == "postgresql":
        url = _new_postgres_database(request.getfixturevalue("postgres_url"))
    migrate(url)
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with its tables."""
    database = Database(database_url)
    yield database
    await database.close()


def _new_postgres_database(server_url: str) -> str:
    name = f"jisr_{next(_numbers)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server_url.rpartition("/")[0] + f"/{name}"
