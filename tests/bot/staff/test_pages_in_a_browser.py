"""Every page of the console in Chromium: what axe-core finds, its width, life without scripts."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page
from sqlmodel import select

from bot.news.announcements import Announcements
from bot.privacy.releases import Asked, Releases
from bot.storage.database import Database
from bot.storage.models import Announcement, AnnouncementDelivery, Turn, now
from tests.bot.news.newsroom import content, member, release, subscribe
from tests.bot.staff.conftest import Browser
from tests.bot.staff.test_dashboard import promote
from tests.bot.staff.test_ticket_in_a_browser import (
    AXE,
    DESKTOP,
    PATH,
    RULES,
    SMALL,
    chromium_page,
    open_everything,
)
from tests.conftest import missing

# What a browser sees does not depend on the database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PAGES = (
    "/staff",
    "/staff?queue=overdue&order=oldest",
    "/staff/shift?whose=all",
    "/staff/views",
    "/staff/closed-days",
    "/staff/news",
    "/staff/news/new",
    "/staff/news/1",
    "/staff/news/2",
    "/staff/releases",
    "/staff/releases/new",
    "/staff/releases/new?kind=original&turn=1",
    "/staff/releases/1",
    "/staff/retention",
    "/staff/workload",
    "/staff/dashboard",
    "/staff/unanswered",
    "/staff/knowledge",
    "/staff/accounts",
    "/staff/accounts/new",
    "/staff/account",
    "/staff/account/email",
    "/staff/account/password",
    "/staff/account/second-factor",
    "/staff/notices",
    "/staff/keys",
)


async def announce(database: Database) -> None:
    """A draft, and an announcement that is on its way."""
    await subscribe(database, 1)
    await Announcements(database).create(await member(database, "amal"), content())
    await release(database)


async def ask_for_release(database: Database) -> None:
    """A request that waits for the reader."""
    asker = await member(database, "amal")
    async with database.reading() as session:
        turn = (await session.exec(select(Turn.id).limit(1))).one()
    await Releases(database).ask(asker, Asked("original", "Un sens obscur", turn_id=turn))


@pytest.fixture
async def page(visitor: Browser, database: Database) -> AsyncIterator[Page]:
    """A browser of an administrator, in front of tickets."""
    await promote(database, "admin")
    await announce(database)
    async with chromium_page(visitor, database) as page:
        await ask_for_release(database)
        yield page


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("size", [DESKTOP, SMALL], ids=["desktop", "small"])
async def test_axe_finds_nothing_on_any_page_and_none_scrolls_sideways(
    page: Page, lang: str, size: dict[str, int]
) -> None:
    if not AXE.exists():
        missing("axe-core (npm ci --prefix tests/node)")
    axe = AXE.read_text(encoding="utf-8")
    await page.set_viewport_size({"width": size["width"], "height": size["height"]})
    found = {}
    for path in PAGES:
        await page.goto(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        await open_everything(page)
        await page.evaluate(axe)
        seen = await page.evaluate(RULES)
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        faults = [(each["id"], each["nodes"][0]["html"][:160]) for each in seen["violations"]]
        if faults or await page.evaluate(overflow):
            found[path] = faults or "scrolls sideways"
    assert found == {}


async def test_the_figures_of_an_announcement_change_by_themselves(
    page: Page, database: Database
) -> None:
    await page.goto("/staff/news/2")
    figures = page.locator("#figures")
    await figures.get_by_text("Programmée").wait_for()
    [reader] = await subscribe(database, 2)
    async with database.writing() as session:
        announcement = await session.get_one(Announcement, 2)
        announcement.state = "sent"
        session.add(
            AnnouncementDelivery(
                announcement_id=2, conversation_id=reader, state="delivered", due_at=now()
            )
        )
    await figures.get_by_text("Envoyée").wait_for()
    assert "<5" in await figures.inner_text()
    assert await figures.get_attribute("hx-get") is None


async def test_without_scripts_staff_sign_in_read_and_answer(
    visitor: Browser, database: Database
) -> None:
    async with chromium_page(visitor, database, scripts=False) as page:
        await page.goto(PATH)
        await page.fill("#composer textarea", "Salam, rah talab dyalkom kaytchaf daba.")
        await page.click("#composer button.main")
        await page.locator(".notice.good").wait_for()
        await page.get_by_text("rah talab dyalkom kaytchaf daba").first.wait_for()
