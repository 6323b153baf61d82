"""What the very first start makes and tells: all to try things with, or nothing."""

from __future__ import annotations

import asyncio

import pytest
from sqlmodel import select

from bot.storage.database import Database
from bot.storage.models import Staff
from tests.stack import READY_S, Stack, running_application, wait_until_told


@pytest.mark.parametrize(("demo", "accounts"), [("0", []), ("1", ["admin"])])
def test_an_administrator_with_a_printed_password_is_made_only_to_try_things(
    demo: str, accounts: list[str]
) -> None:
    """The output of an installation for citizens is kept, and read by others."""
    with running_application(settings={"JISR_DEMO": demo}) as served:
        wait_until_told(served, "ready to answer", READY_S)
        assert asyncio.run(usernames(served)) == accounts
        told = served.log.read_text("utf-8")
    assert ("password" in told) == (demo == "1")
    assert ("make staff NAME=... ROLE=admin" in told) == (demo == "0")


async def usernames(served: Stack) -> list[str]:
    database = Database(served.database_url)
    try:
        async with database.reading() as session:
            return list(await session.exec(select(Staff.username)))
    finally:
        await database.close()
