from __future__ import annotations

import pytest
from sqlmodel import col, select, update

from bot.storage.database import Database
from bot.storage.models import Staff, Ticket, TicketMessage
from bot.tickets.incidents import Incidents
from tests.bot.staff.conftest import Browser
from tests.bot.staff.seeding import seed

PATH = "/staff/incidents/1"


@pytest.fixture
async def page(browser: Browser, database: Database) -> Browser:
    """The page of an incident with four tickets, one in each variety."""
    references = await seed(database)
    await Incidents(database).open("Panne des rendez-vous", references, 1)
    await browser.open(PATH)
    return browser


async def texts(database: Database) -> list[str]:
    async with database.reading() as session:
        return sorted((await session.exec(select(TicketMessage.text))).all())


async def test_its_tickets_are_listed_with_their_languages(page: Browser):
    assert "Panne des rendez-vous" in page.page
    for number in range(1, 5):
        assert f'href="/staff/tickets/MDM-2026-00000{number}"' in page.page


async def test_each_citizen_gets_the_text_of_their_language_and_the_others_are_counted(
    page: Browser, database: Database
):
    fields = {"text-fr": "C'est réparé.", "text-ary": "راه تصلح.", "ary_for_latin": "1"}
    await page.send(PATH, **fields)
    assert await texts(database) == ["C'est réparé.", "راه تصلح.", "راه تصلح."]
    plain = page.page.replace("\u2068", "").replace("\u2069", "")
    assert "part vers 3 citoyens" in plain
    assert "1 dossier laissé de côté" in plain


async def test_an_answer_that_is_refused_is_kept(page: Browser, database: Database):
    assert (await page.send(PATH, **{"text-fr": " "})).status == 400
    refused = {"text-fr": "C'est impossible.", "answer_type": "refused", "remedy": "none"}
    assert (await page.send(PATH, **refused)).status == 400
    assert "C&#39;est impossible." in page.page
    assert await texts(database) == []


async def test_a_ticket_behind_the_wall_is_neither_listed_nor_answered(
    page: Browser, database: Database
):
    async with database.writing() as session:
        await session.exec(update(Staff).values(service="Lille"))
        await session.exec(
            update(Ticket)
            .where(col(Ticket.reference) == "MDM-2026-000001")
            .values(service="Lille", walled=True)
        )
    await page.open(PATH)
    assert "MDM-2026-000001" not in page.page
    await page.send(PATH, **{"text-fr": "C'est réparé."})
    assert await texts(database) == []


async def test_no_such_incident(browser: Browser):
    assert (await browser.open("/staff/incidents/4711")).status == 404
    assert "Aucun incident" in browser.page


async def test_without_the_forms_token_nobody_is_written_to(page: Browser, database: Database):
    response = await page.send(PATH, csrf=False, **{"text-fr": "C'est réparé."})
    assert response.status == 403
    assert await texts(database) == []
