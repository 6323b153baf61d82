"""`make staff`: a new account from the command line."""

from __future__ import annotations

import asyncio
import sys

import pytest
from sqlmodel import select

from bot.__main__ import main
from bot.storage.database import Database
from bot.storage.models import Staff


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["bot", "staff", "add", *arguments])
    return main()


async def everybody(url: str) -> list[Staff]:
    database = Database(url)
    try:
        async with database.reading() as session:
            return list((await session.exec(select(Staff))).all())
    finally:
        await database.close()


def test_an_account_with_all_that_can_be_said(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", database_url)
    options = ["--role", "supervisor", "--email", "omar@example.org", "--languages", "fr, ary"]
    assert run(monkeypatch, "Omar", *options) == 0
    assert "first password " in capsys.readouterr().out
    (member,) = asyncio.run(everybody(database_url))
    assert (member.username, member.name, member.role) == ("omar", "Omar", "supervisor")
    assert (member.email, member.languages) == ("omar@example.org", ["fr", "ary"])
    assert member.must_change_password  # whoever made the account has seen it


def test_the_name_alone_makes_an_agent(database_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert run(monkeypatch, "omar", "--email", "", "--languages", "") == 0
    assert run(monkeypatch, "omar") == 1
    (member,) = asyncio.run(everybody(database_url))
    assert (member.role, member.email, member.languages) == ("agent", None, [])


def test_a_language_that_is_not_spoken_here_is_refused(
    database_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DATABASE_URL", database_url)
    with pytest.raises(SystemExit):
        run(monkeypatch, "omar", "--languages", "fr,klingon")
    assert run(monkeypatch, "omar", "--email", "not one") == 1
    assert asyncio.run(everybody(database_url)) == []
