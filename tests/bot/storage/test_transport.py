"""The way to a database on another machine: encrypted and checked, or the start says so."""

from __future__ import annotations

import io
import json

import aiohttp
import pytest

from bot.assembly import Assembly
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.transport import weakness

PASSWORD = "password-of-the-tests"
ELSEWHERE = f"postgresql://jisr:{PASSWORD}@db.example/jisr"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///var/jisr.db",
        "postgresql://jisr@localhost/jisr",
        "postgresql://jisr@127.0.0.1:5433/jisr",
        "postgresql://jisr@[::1]/jisr",
        "postgresql:///jisr",
        "postgresql:///jisr?host=/run/postgresql",
        f"{ELSEWHERE}?sslmode=verify-full",
        f"{ELSEWHERE}?sslmode=verify-ca&connect_timeout=5",
    ],
)
def test_a_way_on_this_machine_or_a_checked_one_lacks_nothing(url: str) -> None:
    assert weakness(url) is None


@pytest.mark.parametrize(
    ("url", "lacks"),
    [
        (ELSEWHERE, "unencrypted"),
        (f"{ELSEWHERE}?sslmode=prefer", "unencrypted"),
        (f"{ELSEWHERE}?sslmode=disable", "unencrypted"),
        (f"{ELSEWHERE}?sslmode=require", "unchecked"),
        ("postgresql://jisr@10.0.0.5/jisr", "unencrypted"),
        ("postgresql://jisr@localhost.example/jisr", "unencrypted"),
        ("postgresql:///jisr?host=db.example", "unencrypted"),
        ("postgresql:///jisr?host=localhost,db.example", "unencrypted"),
        ("postgresql:///jisr?host=/run/postgresql&host=db.example", "unencrypted"),
    ],
)
def test_a_way_to_another_machine_that_nobody_checks_is_told(url: str, lacks: str) -> None:
    assert weakness(url) == lacks


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("url", "told"),
    [
        (ELSEWHERE, ["database.unencrypted"]),
        (f"{ELSEWHERE}?sslmode=require", ["database.unchecked"]),
        (f"{ELSEWHERE}?sslmode=verify-full", []),
    ],
)
async def test_the_start_tells_it_once_and_quotes_no_address(
    database: Database, logged: io.StringIO, url: str, told: list[str]
) -> None:
    settings = Settings(_env_file=None, DATABASE_URL=url)
    async with aiohttp.ClientSession() as session:
        await Assembly.of(settings, database, session)
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    ours = [line for line in lines if line["event"].startswith("database.")]
    assert [(line["event"], line["level"]) for line in ours] == [(each, "warning") for each in told]
    assert PASSWORD not in logged.getvalue()
    assert "db.example" not in logged.getvalue()
