"""Processes that start at the same moment, on a database that has no table yet."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import psycopg
import pytest

from bot.storage.migrate import migrate

_PROCESSES = 3


@pytest.fixture
def empty_database(postgres_url: str) -> Iterator[str]:
    """An empty database on the server of the tests."""
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute("CREATE DATABASE jisr_together")
        yield postgres_url.rpartition("/")[0] + "/jisr_together"
        server.execute("DROP DATABASE jisr_together WITH (FORCE)")


def test_they_make_the_tables_once_and_none_fails(empty_database: str) -> None:
    with ProcessPoolExecutor(_PROCESSES, mp_context=get_context("spawn")) as pool:
        list(pool.map(migrate, [empty_database] * _PROCESSES))
    with psycopg.connect(empty_database) as database:
        assert len(database.execute("SELECT version_num FROM alembic_version").fetchall()) == 1
