"""The whole product, started as a newcomer starts it: real Rasa, real browser, real processes.

Telegram alone is our stand-in (tests/telegram_server). One stack serves all these tests.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from tests.conftest import missing
from tests.e2e.site import Site
from tests.stack import Stack, running_application, running_stack
from tests.telegram_server.server import TelegramServer

ARTEFACTS = Path("tests/artefacts")
PHONE = {"width": 390, "height": 780}
DESKTOP = {"width": 1280, "height": 860}
ADMIN_PASSWORD = "quatre tasses de thé sans sucre"

_CHROMIUM_OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def telegram() -> AsyncIterator[TelegramServer]:
    server = TelegramServer()
    await server.start()
    yield server
    await server.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stack(telegram: TelegramServer) -> AsyncIterator[Stack]:
    if not Path("nlu/.venv/bin/python").exists():
        missing("the Rasa environment (make setup)")
    manager = running_stack(
        settings={
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.url,
            "JISR_LOG_LEVEL": "DEBUG",  # test_conversations.py looks at all that is logged
        }
    )
    stack = await asyncio.to_thread(manager.__enter__)
    try:
        await choose_password(stack)
        yield stack
    finally:
        await asyncio.to_thread(manager.__exit__, None, None, None)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def site() -> AsyncIterator[Site]:
    """A site of somebody else, on an origin of its own."""
    site = Site()
    await site.start()
    yield site
    await site.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def served(site: Site) -> AsyncIterator[Stack]:
    """The application without Rasa, which that site may embed: it answers by itself."""
    manager = running_application(settings={"JISR_WIDGET_ORIGINS": site.url})
    served = await asyncio.to_thread(manager.__enter__)
    try:
        yield served
    finally:
        await asyncio.to_thread(manager.__exit__, None, None, None)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        missing("Chromium (apt-get install chromium)")
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=_CHROMIUM_OPTIONS)
        yield browser
        await browser.close()


def first_password(stack: Stack) -> str:
    """The first administrator's password, as the start printed it."""
    found = re.search(r"password (\S+)", stack.log.read_text("utf-8"))
    assert found, "the start printed no password"
    return found[1]


async def choose_password(stack: Stack) -> None:
    """What the first administrator does first: ADMIN_PASSWORD in place of the printed one."""
    console, first = f"{stack.url}/staff", first_password(stack)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        form = {"username": "admin", "password": first}
        async with session.post(f"{console}/sign-in", data=form) as led:
            assert led.url.path == "/staff/account/password"
            found = re.search(r'name="csrf" value="([^"]+)"', await led.text())
            assert found
        form = {"csrf": found[1], "password": first, "new": ADMIN_PASSWORD, "again": ADMIN_PASSWORD}
        async with session.post(f"{console}/account/password", data=form) as changed:
            assert changed.url.query["done"] == "password"


async def open_console(chromium: Browser, stack: Stack) -> Page:
    """The console of a signed-in administrator."""
    page = await chromium.new_page(viewport=DESKTOP, locale="fr-FR")
    await page.goto(f"{stack.url}/staff/sign-in")
    await page.fill("input[name=username]", "admin")
    await page.fill("input[name=password]", ADMIN_PASSWORD)
    await page.click("form button.main")
    await page.locator("#content nav.tabs").wait_for()
    return page


async def answer_ticket(console: Page, stack: Stack, reference: str, text: str) -> None:
    """A member of staff opens the ticket and replies."""
    await console.goto(f"{stack.url}/staff/tickets/{reference}")
    await console.fill("textarea[name=text]", text)
    await console.click("form[action$=reply] button.main")
    await console.get_by_text(text).first.wait_for()
