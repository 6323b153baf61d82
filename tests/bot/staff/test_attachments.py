"""Staff see the files of a ticket they may see, as what they are and powerless."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest
from PIL import Image
from sqlmodel import col, select, update

from bot.files.serving import POWERLESS
from bot.storage.database import Database
from bot.storage.models import Attachment, AuditRow, Staff, Ticket
from bot.tickets.attachments import Attachments, SentFile
from tests.bot.files.samples import OGG_VOICE, image_bytes, picture, scan
from tests.bot.staff.conftest import USERNAME, Browser
from tests.bot.staff.seeding import seed

PATH = "/staff/tickets/MDM-2026-000001"


async def add(
    database: Database, attachments: Attachments, data: bytes, name: str = "x"
) -> Attachment:
    """A file of the first ticket."""
    async with database.reading() as session:
        found = await session.exec(select(Ticket).order_by(col(Ticket.id)).limit(1))
        ticket = found.one()
    taken = await attachments.take(
        SentFile(uuid4().hex, name, data, ticket.conversation_id, ticket.id)
    )
    return taken.attachment


async def opened(database: Database) -> list[AuditRow]:
    async with database.reading() as session:
        query = select(AuditRow).where(AuditRow.event == "attachment.opened")
        return list((await session.exec(query)).all())


async def test_the_page_of_a_ticket_shows_its_files(
    browser: Browser, database: Database, attachments: Attachments
):
    await seed(database)
    image = await add(database, attachments, image_bytes(), "<b>passeport</b>")
    document = await add(database, attachments, scan(), "acte.pdf")
    voice = await add(database, attachments, OGG_VOICE, "")
    await browser.open(PATH)
    assert f'<img src="/staff/files/{image.id}/thumbnail"' in browser.page
    assert "<b>passeport" not in browser.page
    assert f'<a href="/staff/files/{document.id}" download>' in browser.page
    assert f'src="/staff/files/{voice.id}"' in browser.page
    assert "<audio controls" in browser.page
    await browser.open("/staff/tickets/MDM-2026-000002")
    assert "/staff/files/" not in browser.page


async def test_a_player_may_play_on_the_page(browser: Browser, database: Database):
    await seed(database)
    response = await browser.open(PATH)
    assert "media-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("data", "media_type", "shown"),
    [
        (image_bytes("PNG"), "image/png", "inline"),
        (scan(), "application/pdf", "attachment"),
        (OGG_VOICE, "audio/ogg", "inline"),
    ],
)
async def test_a_file_comes_as_what_it_is_and_powerless(
    browser: Browser,
    database: Database,
    attachments: Attachments,
    data: bytes,
    media_type: str,
    shown: str,
):
    await seed(database)
    attachment = await add(database, attachments, data)
    response = await browser.client.get(f"/staff/files/{attachment.id}")
    assert response.status == 200
    assert len(await response.read()) == attachment.size
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Disposition"].startswith(f"{shown}; filename*=UTF-8''x.")
    assert response.headers["Content-Security-Policy"] == POWERLESS
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "private, no-store"


async def test_who_opened_a_file_or_a_part_of_it_is_written_down_and_shown(
    browser: Browser, database: Database, attachments: Attachments
):
    await seed(database)
    attachment = await add(database, attachments, OGG_VOICE)
    place = f"/staff/files/{attachment.id}"
    await browser.client.get(place)
    for part in ("bytes=0-", "bytes=1-", "bytes=-100"):
        assert (await browser.client.get(place, headers={"Range": part})).status == 206
    rows = await opened(database)
    assert len(rows) == 4
    assert all(row.actor.startswith("staff:") for row in rows)
    assert all(row.data == {"attachment": attachment.id} for row in rows)
    await browser.open(PATH)
    assert "Pièce jointe ouverte" in browser.page


async def test_a_thumbnail_is_small_and_leaves_no_trace(
    browser: Browser, database: Database, attachments: Attachments
):
    await seed(database)
    attachment = await add(database, attachments, image_bytes("PNG", picture(1600, 1200)))
    response = await browser.client.get(f"/staff/files/{attachment.id}/thumbnail")
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Content-Security-Policy"] == POWERLESS
    assert Image.open(BytesIO(await response.read())).size == (320, 240)
    assert await opened(database) == []


async def test_only_an_image_has_a_thumbnail(
    browser: Browser, database: Database, attachments: Attachments
):
    await seed(database)
    attachment = await add(database, attachments, scan())
    response = await browser.client.get(f"/staff/files/{attachment.id}/thumbnail")
    assert response.status == 404


async def test_an_unknown_a_waiting_and_a_walled_file_are_one_answer(
    browser: Browser, database: Database, attachments: Attachments
):
    await seed(database)
    walled = await add(database, attachments, image_bytes())
    async with database.writing() as session:
        await session.exec(
            update(Staff).where(col(Staff.username) == USERNAME).values(service="consulate-x")
        )
        ticket = update(Ticket).where(col(Ticket.id) == walled.ticket_id)
        await session.exec(ticket.values(walled=True, service="consulate-x"))
        found = await session.exec(
            select(Ticket.conversation_id).where(Ticket.reference == "MDM-2026-000002")
        )
        other = found.one()
    waiting = await attachments.take(SentFile("w", "x", image_bytes(), other))
    assert waiting.reference is None
    pages = set()
    for file_id in (walled.id, waiting.attachment.id, uuid4().hex):
        for place in (f"/staff/files/{file_id}", f"/staff/files/{file_id}/thumbnail"):
            response = await browser.open(place)
            assert response.status == 404
            pages.add(browser.page)
    assert len(pages) == 1
    assert await opened(database) == []


async def test_a_file_behind_the_wall_of_another_service_is_seen(
    browser: Browser, database: Database, attachments: Attachments
):
    await seed(database)
    attachment = await add(database, attachments, image_bytes())
    async with database.writing() as session:
        ticket = update(Ticket).where(col(Ticket.id) == attachment.ticket_id)
        await session.exec(ticket.values(walled=True, service="consulate-y"))
    assert (await browser.client.get(f"/staff/files/{attachment.id}")).status == 200


@pytest.mark.parametrize("part", ["", "/thumbnail"])
async def test_without_a_session_there_is_only_the_sign_in_page(
    visitor: Browser, database: Database, attachments: Attachments, part: str
):
    await seed(database)
    attachment = await add(database, attachments, image_bytes())
    response = await visitor.client.get(
        f"/staff/files/{attachment.id}{part}", allow_redirects=False
    )
    assert (response.status, response.headers["Location"]) == (303, "/staff/sign-in")


@pytest.mark.parametrize("file_id", ["..%2F..%2Fetc%2Fpasswd", "x", "A" * 32])
async def test_what_is_no_id_is_no_page(browser: Browser, file_id: str):
    assert (await browser.open(f"/staff/files/{file_id}")).status == 404
