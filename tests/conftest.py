"""What all tests share. Every test of stored things runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import io
import itertools
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import psycopg
import pytest

from bot.storage.database import Database
from bot.storage.migrate import migrate
from nlu import log_lines
from tests import clamd, postgres

_numbers = itertools.count(1)
_TEMPLATE = "jisr_migrated"
_CHAOS = Path(__file__).parent / "chaos"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The few long files come first: nobody is left alone with one of them at the end."""
    items.sort(key=lambda item: _CHAOS not in item.path.parents)


def missing(what: str) -> NoReturn:
    """Skips because a component is missing, in one line; in CI nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(f"missing in CI: {what}")
    pytest.skip(f"missing: {what}")


@pytest.fixture(scope="session", autouse=True)
def _logged() -> Iterator[None]:
    """Has lines be logged as in the product, where `caplog` and `logged` find them."""
    with Path(os.devnull).open("w") as nowhere:
        log_lines.configure("DEBUG", "json", nowhere)
        yield


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """What the product would write into its log meanwhile, at DEBUG."""
    lines = io.StringIO()
    log_lines.configure("DEBUG", "json", lines)
    yield lines
    with Path(os.devnull).open("w") as nowhere:
        log_lines.configure("DEBUG", "json", nowhere)


def quick_commits() -> Iterator[None]:
    """Nobody pulls the plug on the tests: as on their PostgreSQL, no commit waits for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.storage.database._SQLITE_SYNCHRONOUS", "OFF")
        yield


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


@pytest.fixture(scope="session")
def clamd_addresses() -> Iterator[clamd.Addresses]:
    """Where a virus scanner listens that lives as long as the tests."""
    if not clamd.installed():
        missing("clamd (apt-get install clamav-daemon)")
    with (
        TemporaryDirectory(prefix="jisr-clamd-") as folder,
        clamd.running_clamd(Path(folder)) as addresses,
    ):
        yield addresses


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with its tables, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "jisr.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def migrated_server(postgres_url: str) -> str:
    """The PostgreSQL server, with an empty database and its tables to be copied."""
    _on_server(postgres_url, f"CREATE DATABASE {_TEMPLATE}")
    migrate(_database_of(postgres_url, _TEMPLATE))
    return postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty, migrated database."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "jisr.db")
        yield f"sqlite:///{tmp_path}/jisr.db"
        return
    server_url, name = request.getfixturevalue("migrated_server"), f"jisr_{next(_numbers)}"
    _on_server(server_url, f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    yield _database_of(server_url, name)
    _on_server(server_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with its tables."""
    database = Database(database_url)
    yield database
    await database.close()


def _on_server(server_url: str, command: str) -> None:
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(command)


def _database_of(server_url: str, name: str) -> str:
    return server_url.rpartition("/")[0] + f"/{name}"
