"""Staff see what the bot does without: parts of its knowledge (KNOWLEDGE_STRICT=0), or Rasa."""

from __future__ import annotations

from datetime import UTC, datetime

from aiohttp.test_utils import TestClient, TestServer

from bot.papers.printer import Printer
from bot.staff.accounts import create_staff
from bot.staff.app import staff_app
from bot.storage.database import Database
from bot.web.app import public_app
from tests.bot.staff.conftest import PASSWORD, USERNAME, Browser

FAULT = "knowledge/topics/social/ramed.yaml: status: 'alive'"


async def page(
    database: Database,
    printer: Printer,
    faults: tuple[str, ...] = (),
    silent_since: datetime | None = None,
) -> tuple[str, str]:
    """What a stranger sees, and what a member of staff does."""
    await create_staff(database, USERNAME, name="Salma B.", password=PASSWORD)
    app = public_app([])
    console = staff_app(
        database, 12, printer=printer, knowledge_faults=faults, silent_since=lambda: silent_since
    )
    app.add_subapp("/staff", console)
    async with TestClient(TestServer(app)) as client:
        browser = Browser(client)
        stranger = await (await client.get("/staff/sign-in")).text()
        await browser.sign_in()
        return stranger, await (await client.get("/staff")).text()


async def test_every_fault_is_told_to_staff_and_to_nobody_else(
    database: Database, printer: Printer
) -> None:
    stranger, staff = await page(database, printer, (FAULT, "glossary.yaml: file: is missing"))
    assert "social/ramed.yaml" in staff
    assert "glossary.yaml" in staff
    assert "social/ramed.yaml" not in stranger


async def test_without_faults_nothing_is_said(database: Database, printer: Printer) -> None:
    _, staff = await page(database, printer)
    assert "notice bad" not in staff


async def test_a_silent_rasa_is_told_to_staff_and_to_nobody_else(
    database: Database, printer: Printer
) -> None:
    since = datetime(2026, 3, 9, 11, 30, tzinfo=UTC)
    stranger, staff = await page(database, printer, silent_since=since)
    assert "9 mar. 2026" in staff
    assert "9 mar. 2026" not in stranger
