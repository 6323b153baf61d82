"""PostgreSQL over its Unix socket: no password; who may come in is known by the user's number."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot.backup.archive import back_up, restore
from bot.settings import read_settings
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.models import Conversation
from tests import postgres
from tests.conftest import missing


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    """One that lets in by peer authentication alone the user who runs the tests."""
    if postgres.binaries() is None:
        missing("PostgreSQL (apt-get install postgresql)")
    with TemporaryDirectory(prefix="jisr-postgres-") as folder:
        running = postgres.Server(Path(folder), superuser=getpass.getuser(), on_socket="peer")
        running.start()
        try:
            yield running
        finally:
            running.stop()


def _database(server: postgres.Server, name: str) -> str:
    """A new, empty database, by the socket."""
    with psycopg.connect(server.socket_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.socket_url.replace("@/postgres?", f"@/{name}?")


async def _kept(url: str) -> list[str]:
    database = Database(url)
    try:
        async with database.reading() as session:
            return [each.id for each in await session.exec(select(Conversation))]
    finally:
        await database.close()


async def test_the_application_and_its_back_up_need_no_password(
    server: postgres.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", _database(server, "jisr"))
    url = read_settings().database_url
    migrate(url)
    database = Database(url)
    async with database.writing() as session:
        session.add(Conversation(id="a", channel="web"))
    await database.close()
    back_up(url, tmp_path / "files", tmp_path / "jisr.tar")
    elsewhere = _database(server, "restored")
    restore(tmp_path / "jisr.tar", elsewhere, tmp_path / "restored")
    assert await _kept(elsewhere) == ["a"]


async def test_another_role_is_not_let_in(server: postgres.Server) -> None:
    with psycopg.connect(server.socket_url, autocommit=True) as connection:
        connection.execute("CREATE ROLE another LOGIN")
    another = server.socket_url.replace(f"//{getpass.getuser()}@", "//another@")
    with pytest.raises(OperationalError, match="Peer authentication failed"):
        await _kept(another)
