"""The ticket page in Chromium: what axe-core finds, its width, and what its scripts add."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect
from sqlmodel import delete

from bot.storage.database import Database
from bot.storage.models import StaffSession
from bot.tickets.casework import Casework
from bot.tickets.noting import Noting
from tests.bot.staff.conftest import PASSWORD, USERNAME, Browser
from tests.bot.staff.seeding import seed
from tests.conftest import missing

# What a browser sees does not depend on the database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

AXE = Path("tests/node/node_modules/axe-core/axe.min.js")
PATH = "/staff/tickets/MDM-2026-000004"
DESKTOP = {"width": 1280, "height": 900}
SMALL = {"width": 360, "height": 740}
RULES = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"

# Tells which event the page's script has dealt with last.
HEARS = """
  const add = EventSource.prototype.addEventListener;
  EventSource.prototype.addEventListener = function (type, deal) {
    add.call(this, type, (event) => {
      deal(event);
      document.documentElement.dataset.heard = type;
    });
  };
"""


@asynccontextmanager
async def chromium_page(
    visitor: Browser, database: Database, *, scripts: bool = True
) -> AsyncIterator[Page]:
    """A signed-in browser in front of tickets, one of them with all kinds of messages."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        missing("Chromium (apt-get install chromium)")
    await seed(database)
    await Casework(database).ask_back("MDM-2026-000004", 1, "Wach 3ndkom récépissé?")
    await Noting(database).note("MDM-2026-000004", 1, "À rappeler mardi.")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        page = await chromium.new_page(
            base_url=str(visitor.client.make_url("/")),
            viewport=DESKTOP,
            locale="fr-FR",
            java_script_enabled=scripts,
        )
        await page.goto("/staff/sign-in")
        await sign_in(page)
        await page.locator("#content nav.tabs").wait_for()
        yield page
        await chromium.close()


@pytest.fixture
async def page(visitor: Browser, database: Database) -> AsyncIterator[Page]:
    async with chromium_page(visitor, database) as page:
        yield page


async def sign_in(page: Page) -> None:
    await page.fill("input[name=username]", USERNAME)
    await page.fill("input[name=password]", PASSWORD)
    await page.click("form button.main")


async def open_everything(page: Page) -> None:
    await page.evaluate(
        "document.querySelectorAll('details').forEach(each => { each.open = true })"
    )


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("size", [DESKTOP, SMALL], ids=["desktop", "small"])
async def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, lang: str, size: dict[str, int]
):
    if not AXE.exists():
        missing("axe-core (npm ci --prefix tests/node)")
    await page.set_viewport_size({"width": size["width"], "height": size["height"]})
    await page.goto(f"{PATH}?lang={lang}")
    await open_everything(page)
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found = await page.evaluate(RULES)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert await page.evaluate(overflow) == 0


async def test_the_keys_act_outside_fields_only(page: Page):
    await page.goto(PATH)
    await page.keyboard.press("n")
    assert await page.locator("#mode-note").is_checked()
    text = page.locator("#composer textarea")
    await page.keyboard.type("ncr?")
    assert await text.input_value() == "ncr?"
    assert await page.locator("#mode-note").is_checked()
    await text.blur()
    await page.keyboard.press("?")
    await page.get_by_role("dialog").get_by_text("répondre").wait_for()
    await page.keyboard.press("Escape")
    await page.keyboard.press("c")
    await page.get_by_text("Ce dossier est à vous.").wait_for()


async def test_j_and_k_go_through_the_list_and_then_from_ticket_to_ticket(page: Page):
    await page.goto("/staff")
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/tickets/MDM-2026-000003")
    await page.keyboard.press("j")
    await page.wait_for_url("**/tickets/MDM-2026-000002")
    await page.keyboard.press("k")
    await page.wait_for_url("**/tickets/MDM-2026-000003")


async def test_the_way_back_from_a_ticket_leads_to_the_list_with_its_filters(page: Page):
    await page.goto("/staff?queue=unassigned&variety=ary-Latn")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.get_by_role("link", name="Retour aux dossiers").click()
    await page.wait_for_url("**/staff?queue=unassigned&variety=ary-Latn")


async def test_the_search_is_one_key_away_from_a_ticket(page: Page):
    await page.goto(PATH)
    await page.keyboard.press("/")
    await expect(page.get_by_role("searchbox")).to_be_focused()


async def test_what_was_done_has_the_focus_and_what_is_typed_leaves_by_key(page: Page):
    await page.goto(PATH)
    await page.keyboard.press("c")
    await expect(page.get_by_text("Ce dossier est à vous.")).to_be_focused()
    await page.keyboard.press("n")
    await page.keyboard.type("Rappelé.")
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_text("La note est écrite.")).to_be_focused()


async def test_an_answer_is_inserted_in_place_and_a_doubt_is_where_one_looks(page: Page):
    await page.goto(PATH)
    await page.fill("#composer textarea", "Salam lalla,")
    await page.select_option("select[name=canned]", "send-document")
    await page.get_by_role("button", name="Insérer").click()
    await page.get_by_text("khassna had lwer9a").wait_for()
    text = page.locator("#composer textarea")
    assert (await text.input_value()).startswith("Salam lalla,\n\nSalam")
    await page.click("#composer button.main")
    box = page.locator("#composer input[name=anyway]")
    await expect(box).to_be_focused()
    assert "[…]" in await text.input_value()
    await box.check()
    await page.click("#composer button.main")
    await page.locator(".notice.good").wait_for()
    assert await text.input_value() == ""


async def test_what_a_session_showed_goes_with_it(page: Page, database: Database):
    await page.goto(PATH)
    await end_all_sessions(database)
    await page.locator("input[name=password]").wait_for()
    assert "MDM-2026-000004" not in await page.locator("body").inner_text()


async def test_who_is_writing_while_the_session_ends_stays(page: Page, database: Database):
    await page.add_init_script(HEARS)
    await page.goto(PATH)
    await page.fill("#composer textarea", "Salam, rah talab dyalkom kaytchaf daba.")
    await end_all_sessions(database)
    await page.locator("html[data-heard=ended]").wait_for()
    await page.wait_for_load_state("networkidle")
    assert await page.input_value("#composer textarea") == "Salam, rah talab dyalkom kaytchaf daba."


async def end_all_sessions(database: Database) -> None:
    async with database.writing() as session:
        await session.exec(delete(StaffSession))


async def test_an_expired_session_gives_the_text_back_without_sending_it(
    page: Page, database: Database
):
    await page.goto(PATH)
    await page.fill("#composer textarea", "Salam, rah talab dyalkom kaytchaf daba.")
    await end_all_sessions(database)
    await page.click("#composer button.main")
    await page.locator("input[name=password]").wait_for()
    await sign_in(page)
    text = page.locator("#composer textarea")
    await text.wait_for()
    assert await text.input_value() == "Salam, rah talab dyalkom kaytchaf daba."
    await page.click("#composer button.main")
    await page.locator(".notice.good").wait_for()
