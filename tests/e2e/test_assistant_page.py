"""The page without JavaScript in a browser that has none, on a phone 360 px wide: questions, and a
complaint to its end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO

import pytest
from PIL import Image
from playwright.async_api import Browser, Page, expect

from bot.replies.catalogue import load_catalogue
from nlu.text.variety import Variety
from tests.conftest import missing
from tests.e2e.conftest import ARTEFACTS
from tests.e2e.test_widget_accessibility import AXE, QUESTIONS, RULES
from tests.stack import Stack

pytestmark = pytest.mark.asyncio(loop_scope="session")

SMALL = {"width": 360, "height": 740}
REPLIES = load_catalogue()


@dataclass(frozen=True)
class Told:
    """A complaint, step by step: what is pressed is in square brackets, the rest is typed."""

    lang: Variety
    steps: tuple[tuple[str, str], ...]


COMPLAINTS = (
    Told(
        "fr",
        (
            ("je veux déposer une réclamation", "d'accord ?"),
            ("[Oui, d'accord]", "De quel sujet"),
            ("[Consulat, passeport, état civil]", "Dans quel pays"),
            ("Belgique", "Racontez-moi"),
            ("J'attends mon passeport depuis quatre mois.", "pour vous joindre"),
            ("aucun", "Je l'envoie"),
            ("oui", "MDM-"),
        ),
    ),
    Told(
        "ar",
        (
            ("أريد تقديم شكاية", "هل توافقون"),
            ("[نعم، أوافق]", "ما موضوع"),
            ("[قنصلية، جواز، حالة مدنية]", "في أي بلد"),
            ("بلجيكا", "احكوا لي"),
            ("أنتظر جواز سفري منذ أربعة أشهر ولا أحد يجيب", "للاتصال بكم"),
            ("لا شيء", "هل أرسلها"),
            ("نعم", "MDM-"),
        ),
    ),
)


@asynccontextmanager
async def plain_page(chromium: Browser, address: str) -> AsyncIterator[Page]:
    context = await chromium.new_context(viewport=SMALL, java_script_enabled=False)
    page = await context.new_page()
    await page.goto(address)
    yield page
    await context.close()


async def take(page: Page, step: str) -> None:
    """Presses a button or types a message and sends it."""
    if step.startswith("["):
        await page.get_by_role("button", name=step.strip("[]"), exact=True).click()
        return
    await page.fill("textarea[name=message]", step)
    await page.click("#ask button.main")


@pytest.mark.parametrize("told", COMPLAINTS, ids=lambda told: told.lang)
async def test_a_complaint_is_taken_to_its_end(
    told: Told, chromium: Browser, served: Stack
) -> None:
    async with plain_page(chromium, f"{served.url}/assistant?lang={told.lang}") as page:
        for number, (step, asked) in enumerate(told.steps):
            await take(page, step)
            newest = page.locator("#newest, #newest ~ article")
            await newest.filter(has_text=asked).first.wait_for()
            await expect(page.locator("#newest")).to_be_in_viewport()
            if number == 1:
                await encloses_a_photo(page, told.lang)
        keys = page.locator(".keys bdi")
        reference, code = await keys.all_inner_texts()
        await page.screenshot(path=ARTEFACTS / f"assistant-{told.lang}.png", full_page=True)
        await page.reload()
        await expect(keys).to_have_text([reference, code])
        await page.locator(".keys a").click()
        await page.fill("input[name=reference]", reference)
        await page.fill("input[name=code]", code)
        await page.keyboard.press("Enter")
        await expect(page.locator("h1")).to_contain_text(reference)
        await expect(page.locator(".files")).to_contain_text("photo.jpg")


async def encloses_a_photo(page: Page, lang: Variety) -> None:
    photo = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(photo, "JPEG")
    await page.locator("details.beside summary").click()
    file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()}
    await page.set_input_files("input[type=file]", [file])
    await page.locator("details.beside button").click()
    await expect(page.get_by_role("status")).to_have_text(REPLIES.text(lang, "file-taken"))


async def test_what_is_refused_is_still_there_to_be_put_right(
    chromium: Browser, served: Stack
) -> None:
    async with plain_page(chromium, f"{served.url}/assistant?lang=fr") as page:
        long = "mon passeport " * 400
        await take(page, long)
        await expect(page.get_by_role("alert")).to_contain_text("trop long")
        text = page.locator("textarea[name=message]")
        await expect(text).to_have_value(long.replace("\n", ""))
        await take(page, "bonjour")
        await expect(page.locator("article.citizen")).to_have_text(["Vous bonjour"])


async def test_on_paper_only_the_conversation_is_left(chromium: Browser, served: Stack) -> None:
    async with plain_page(chromium, f"{served.url}/assistant?lang=fr") as page:
        await take(page, QUESTIONS["fr"])
        await page.emulate_media(media="print")
        await expect(page.locator("article.reply").first).to_be_visible()
        await expect(page.locator("details li").first).to_be_visible()
        for part in ("form", "nav", "textarea"):
            await expect(page.locator(part).first).to_be_hidden()


@pytest.mark.parametrize("lang", QUESTIONS)
@pytest.mark.parametrize("width", [320, 1280])
async def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    width: int, lang: Variety, chromium: Browser, served: Stack
) -> None:
    """With JavaScript, for axe-core alone: the page has none."""
    if not AXE.exists():
        missing("axe-core (npm ci --prefix tests/node)")
    axe = AXE.read_text(encoding="utf-8")
    page = await chromium.new_page(viewport={"width": width, "height": 740})
    await page.goto(f"{served.url}/assistant?lang={lang}")
    found = {"empty": await faults(page, axe)}
    await take(page, QUESTIONS[lang])
    await page.locator("#newest").wait_for()
    for details in await page.locator("summary").all():
        await details.click()
    found["answered"] = await faults(page, axe)
    await page.screenshot(path=ARTEFACTS / f"assistant-axe-{lang}-{width}.png", full_page=True)
    assert found == {"empty": [], "answered": []}
    await page.close()


async def faults(page: Page, axe: str) -> list[object]:
    """What axe-core finds on the page, and what makes it scroll sideways or is hard to hit."""
    await page.evaluate(axe)
    found = await page.evaluate(f"axe.run({{runOnly: {RULES}}})")
    small = await page.evaluate(
        """[...document.querySelectorAll("button, textarea, input, summary, nav a")]
          .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 44)
          .map((node) => node.outerHTML)"""
    )
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    wide = [overflow] if await page.evaluate(overflow) else []
    named = [(each["id"], each["nodes"][0]["html"][:160]) for each in found["violations"]]
    return [*named, *small, *wide]
