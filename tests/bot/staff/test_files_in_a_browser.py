"""A citizen's file in Chromium: what is to be seen is seen, however little it is allowed."""

from __future__ import annotations

import pytest

from bot.storage.database import Database
from bot.tickets.attachments import Attachments
from tests.bot.files.samples import image_bytes, picture
from tests.bot.staff.conftest import Browser
from tests.bot.staff.test_attachments import add
from tests.bot.staff.test_ticket_in_a_browser import chromium_page

# What a browser sees does not depend on the database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_a_picture_is_shown_on_a_page_of_its_own(
    browser: Browser, database: Database, attachments: Attachments
) -> None:
    async with chromium_page(browser, database) as page:
        file = await add(database, attachments, image_bytes("PNG", picture(320, 200)))
        await page.goto(f"/staff/files/{file.id}")
        assert await page.locator("img").evaluate("img => img.naturalWidth") == 320
