"""The widget as tests use it."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.async_api import Page

from nlu.text.variety import VARIETIES

WIDGET_LABELS: dict[str, dict[str, str]] = {
    lang: json.loads(Path(f"bot/web/widget/src/labels/{lang}.json").read_text("utf-8"))
    for lang in VARIETIES
}


async def ask_in(page: Page, text: str) -> None:
    """Asks in the open widget, and waits for an answer that names its sources."""
    answers = page.locator("jisr-chat [role=log] .message.bot")
    before = await answers.count()
    await page.locator("jisr-chat textarea").fill(text)
    await page.keyboard.press("Enter")
    await answers.nth(before).wait_for()
