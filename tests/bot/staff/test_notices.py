"""The bell: counted on every page, listed, marked, and live for as long as the session lasts."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlmodel import select

from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import Staff, StaffNotice, StaffSession, Ticket
from tests.bot.staff.conftest import USERNAME, Browser
from tests.bot.staff.seeding import seed
from tests.bot.web.test_pushes import next_event


async def notify(database: Database, username: str = USERNAME, **values: Any) -> None:
    async with database.writing() as session:
        query = select(Staff.id).where(Staff.username == username)
        staff_id = (await session.exec(query)).one() or 0
        session.add(StaffNotice(**{"staff_id": staff_id, "kind": "assigned", **values}))


async def unseen(database: Database) -> int:
    async with database.reading() as session:
        notices = (await session.exec(select(StaffNotice))).all()
    return sum(notice.seen_at is None for notice in notices)


async def test_every_page_counts_what_is_unseen(database: Database, browser: Browser) -> None:
    await browser.open("/staff")
    assert "0 avis non lu<" in browser.page.replace("\u2068", "").replace("\u2069", "")
    await notify(database)
    await notify(database)
    await browser.open("/staff")
    assert "2 avis non lus" in browser.page.replace("\u2068", "").replace("\u2069", "")
    assert 'href="/staff/notices"' in browser.page


async def test_the_list_leads_to_the_ticket_and_is_marked_as_seen(
    database: Database, browser: Browser
) -> None:
    [reference] = await seed(database, 1)
    async with database.reading() as session:
        ticket_id = (await session.exec(select(Ticket.id))).one()
    await notify(database, ticket_id=ticket_id, urgent=True)
    await browser.open("/staff/notices")
    assert f'href="/staff/tickets/{reference}"' in browser.page
    assert "Urgent" in browser.page
    await browser.send("/staff/notices", up_to="1")
    assert await unseen(database) == 0
    assert "Tout marquer comme lu" not in browser.page


async def test_what_came_since_the_page_stays_unseen(database: Database, browser: Browser) -> None:
    await notify(database)
    await browser.open("/staff/notices")
    await notify(database)
    await browser.send("/staff/notices", up_to="1")
    assert await unseen(database) == 1


async def test_each_member_sees_and_marks_their_own(database: Database, browser: Browser) -> None:
    await create_staff(database, "omar", name="Omar T.", password="long enough")
    await notify(database, "omar", kind="reopened")
    await browser.open("/staff/notices")
    assert "Aucun avis." in browser.page
    await browser.send("/staff/notices", up_to="99")
    assert await unseen(database) == 1


async def test_marking_needs_the_form_s_token(database: Database, browser: Browser) -> None:
    await notify(database)
    response = await browser.send("/staff/notices", csrf=False, up_to="99")
    assert response.status == 403
    assert await unseen(database) == 1


async def test_without_a_session_there_is_neither_list_nor_stream(visitor: Browser) -> None:
    for path in ("/staff/notices", "/staff/notices/events"):
        response = await visitor.client.get(path, allow_redirects=False)
        assert response.status == 303


async def test_a_notice_reaches_the_open_stream_with_its_sound(
    database: Database, browser: Browser
) -> None:
    await notify(database, urgent=True)  # was there before the page: makes no sound
    async with browser.client.get("/staff/notices/events") as stream:
        assert stream.content_type == "text/event-stream"
        _id, first = await next_event(stream)
        await notify(database)
        _id, quiet = await next_event(stream)
        await notify(database, urgent=True)
        _id, urgent = await next_event(stream)
        await notify(database, kind="emergency", urgent=True)
        last_id, emergency = await next_event(stream)
    told = [first, quiet, urgent, emergency]
    assert [each["unseen"] for each in told] == [1, 2, 3, 4]
    assert [each["sound"] for each in told] == [None, None, "urgent", "emergency"]
    assert last_id == "4"
    assert "4" in emergency["label"]


async def test_the_very_first_notice_of_a_member_is_heard_too(
    database: Database, browser: Browser
) -> None:
    async with browser.client.get("/staff/notices/events") as stream:
        await next_event(stream)
        await notify(database, kind="emergency", urgent=True)
        _id, first = await next_event(stream)
    assert (first["unseen"], first["sound"]) == (1, "emergency")


async def test_a_stream_goes_on_after_the_last_event_seen(
    database: Database, browser: Browser
) -> None:
    await notify(database)
    await notify(database, urgent=True)
    headers = {"Last-Event-ID": "1"}
    async with browser.client.get("/staff/notices/events", headers=headers) as stream:
        _id, missed = await next_event(stream)
    assert missed["sound"] == "urgent"


async def test_the_stream_tells_nothing_of_others(database: Database, browser: Browser) -> None:
    await create_staff(database, "omar", name="Omar T.", password="long enough")
    async with browser.client.get("/staff/notices/events") as stream:
        await next_event(stream)
        await notify(database, "omar", urgent=True)
        await notify(database)
        _id, told = await next_event(stream)
    assert (told["unseen"], told["sound"]) == (1, None)


async def test_the_stream_ends_with_the_session_and_says_so(
    database: Database, browser: Browser
) -> None:
    async with browser.client.get("/staff/notices/events") as stream:
        await next_event(stream)
        async with database.writing() as session:
            for row in (await session.exec(select(StaffSession))).all():
                await session.delete(row)
        async with asyncio.timeout(15):
            assert (await stream.content.read()).strip() == b"event: ended\ndata:"


async def test_the_script_is_a_file_of_ours(browser: Browser) -> None:
    await browser.open("/staff")
    assert '<script src="/staff/assets/notices.js" type="module"></script>' in browser.page
    response = await browser.client.get("/staff/assets/notices.js")
    assert response.status == 200
    assert response.content_type.endswith("/javascript")
