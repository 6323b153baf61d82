"""The widget as tests use it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page

from nlu.text.variety import VARIETIES
from tests.e2e.conftest import DESKTOP

WIDGET_LABELS: dict[str, dict[str, str]] = {
    lang: json.loads(Path(f"bot/web/widget/src/labels/{lang}.json").read_text("utf-8"))
    for lang in VARIETIES
}


@dataclass
class Heard:
    """What a page complained about and asked for."""

    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@asynccontextmanager
async def visiting(
    chromium: Browser, address: str, viewport: Any = None, **options: Any
) -> AsyncIterator[tuple[Page, Heard]]:
    """A page in a browser that knows nothing yet, with what it complains about."""
    context = await chromium.new_context(
        viewport=viewport or DESKTOP, reduced_motion="reduce", locale="fr-FR", **options
    )
    page, heard = await context.new_page(), Heard()
    page.on("console", lambda told: heard.console.append(f"{told.type}: {told.text}"))
    page.on("pageerror", lambda error: heard.console.append(f"thrown: {error}"))
    page.on("request", lambda request: heard.requests.append(request.url))
    await page.add_init_script(
        "window.violations = [];"
        "document.addEventListener('securitypolicyviolation', (event) =>"
        " violations.push(`${event.effectiveDirective} ${event.blockedURI}`))"
    )
    await page.goto(address)
    yield page, heard
    await context.close()


async def ask_in(page: Page, text: str) -> None:
    """Says something in the open widget, and waits for an answer."""
    answers = page.locator("jisr-chat [role=log] .message.bot")
    before = await answers.count()
    await page.locator("jisr-chat textarea").fill(text)
    await page.keyboard.press("Enter")
    await answers.nth(before).wait_for()
