"""A session that nobody uses ends; one in use goes on, but not for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import select, update

from bot.storage.database import Database
from bot.storage.models import StaffSession, now
from tests.bot.staff.conftest import Browser

HOUR = timedelta(hours=1)


async def change(database: Database, **values: datetime) -> None:
    async with database.writing() as session:
        await session.exec(update(StaffSession).values(**values))


async def end_of(database: Database) -> datetime:
    async with database.reading() as session:
        return (await session.exec(select(StaffSession))).one().expires_at


async def test_a_session_that_nobody_uses_ends(browser: Browser, database: Database) -> None:
    assert now() + HOUR - timedelta(minutes=5) < await end_of(database) <= now() + HOUR
    await change(database, expires_at=now())  # the hour is over
    assert (await browser.open("/staff/account", allow_redirects=False)).status == 303


async def test_a_session_in_use_goes_on_until_its_last_hour(
    browser: Browser, database: Database
) -> None:
    opened_at = now() - 10 * HOUR
    await change(database, created_at=opened_at, expires_at=now() + timedelta(minutes=20))
    await browser.open("/staff/account")
    assert await end_of(database) > now() + timedelta(minutes=50)

    opened_at = now() - 11.5 * HOUR
    await change(database, created_at=opened_at, expires_at=now() + timedelta(minutes=20))
    await browser.open("/staff/account")
    assert await end_of(database) == opened_at + 12 * HOUR


async def test_what_a_page_asks_for_by_itself_is_no_use(
    browser: Browser, database: Database
) -> None:
    soon = now() + timedelta(minutes=20)
    await change(database, expires_at=soon)
    await browser.client.get("/staff/tickets/MDM-2026-000001/conversation")
    async with browser.client.get("/staff/notices/events") as stream:
        assert stream.status == 200
        await stream.content.readuntil(b"notices\n")
    assert await end_of(database) == soon


async def test_a_use_soon_after_the_last_one_writes_nothing(
    browser: Browser, database: Database
) -> None:
    before = now() + HOUR - timedelta(minutes=4)
    await change(database, expires_at=before)
    await browser.open("/staff/account")
    assert await end_of(database) == before
