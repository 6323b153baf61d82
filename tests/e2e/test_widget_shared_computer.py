"""The widget where nothing private may be left in a browser: `data-keep="nothing"`.

The application answers without Rasa here: what is tested is what stays, not what is told.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import Browser, FilePayload, Locator, Page, expect

from tests.e2e.conftest import ARTEFACTS
from tests.e2e.site import Site, host_page
from tests.e2e.widget import WIDGET_LABELS, ask_in, visiting
from tests.stack import Stack

pytestmark = pytest.mark.asyncio(loop_scope="session")

LABELS = WIDGET_LABELS["fr"]
WORDS = "J'attends mon passeport depuis quatre mois."
SECRET = "ma voisine Zoubida connaît mon affaire"
SETTINGS = {"jisr.lang fr": "fr", "jisr.text": "1"}

STORED = """async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
})"""


def keeping(site: Site, html: str) -> str:
    """The address of a page that lets the widget keep what it needs."""
    return site.url + site.publish(html)


def keeping_nothing(site: Site, html: str, keep: str = 'data-keep="nothing"') -> str:
    """The address of the same page, which forbids it."""
    return site.url + site.publish(html.replace("defer>", f"{keep} defer>"))


async def stored(page: Page) -> dict[str, Any]:
    """All that a page finds in its browser, and the cookies of every site."""
    found: dict[str, Any] = await page.evaluate(STORED)
    return {**found, "cookies": await page.context.cookies()}


def token_alone(jisr: str, token: str, settings: dict[str, str]) -> dict[str, Any]:
    """What may be stored: the conversation's token for this tab, and settings."""
    session = {f"jisr.conversation {jisr}": token}
    return {"local": settings, "session": session, "databases": [], "caches": [], "cookies": []}


async def token_in(page: Page) -> str:
    return str(await page.evaluate("Object.values(sessionStorage)[0]"))


async def show_panel(page: Page) -> None:
    await page.locator("jisr-chat .launcher").click()
    await page.locator("jisr-chat .line > textarea").wait_for()


async def open_tab(beside: Page, address: str) -> Page:
    page = await beside.context.new_page()
    await page.goto(address)
    await show_panel(page)
    return page


async def choose_settings(page: Page) -> None:
    await page.locator("jisr-chat header select").select_option("fr")
    await page.locator("jisr-chat .menu-button").click()
    await page.locator("jisr-chat .size-1").click()
    await page.locator("jisr-chat .menu-button").click()


async def show_sheet(page: Page, item: str) -> Locator:
    await page.locator("jisr-chat .menu-button").click()
    await page.locator(f"jisr-chat .item.{item}").click()
    return page.locator("jisr-chat .sheet")


async def opened_ticket(page: Page) -> tuple[str, str, Locator]:
    """A complaint up to its end: its reference, its code, and the sheet that lists them."""
    await ask_in(page, "je veux déposer une réclamation")
    for answer in ("oui", "consulat", "France", WORDS, "aucun", "oui"):
        await ask_in(page, answer)
    sheet = await show_sheet(page, "tickets")
    reference, code = await sheet.locator(".reference").all_inner_texts()
    return reference, code, sheet


async def say_offline(page: Page) -> None:
    """Says something and adds a photo; both wait for the network."""
    await page.context.set_offline(True)
    await page.locator("jisr-chat .attach input").set_input_files([photo()])
    await page.locator("jisr-chat .line > textarea").fill(SECRET)
    await page.locator("jisr-chat .send").click()
    for text in ("reçu.jpg", SECRET):
        await expect(own(page, text)).to_contain_text(LABELS["waitsForNetwork"])


def photo() -> FilePayload:
    picture = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(picture, "JPEG")
    return {"name": "reçu.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}


def own(page: Page, text: str) -> Locator:
    """The citizen's messages of this text."""
    return page.locator("jisr-chat .message.citizen").filter(has_text=text)


async def test_nothing_private_is_stored_but_the_token(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = keeping_nothing(site, host_page(served.url))
    async with visiting(chromium, address) as (page, heard):
        await show_panel(page)
        await choose_settings(page)
        reference, code, sheet = await opened_ticket(page)
        await expect(sheet).not_to_contain_text(LABELS["ticketsHint"])
        await page.screenshot(path=ARTEFACTS / "widget-shared-computer-fr.png")
        await sheet.locator(".shut").click()
        await say_offline(page)

        found = await stored(page)
        assert found == token_alone(served.url, await token_in(page), SETTINGS)
        for told in (WORDS, SECRET, reference, code):
            assert told not in str(found)
        assert [line for line in heard.console if line.startswith("thrown")] == []


async def test_what_waits_goes_out_while_the_page_lives(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = keeping_nothing(site, host_page(served.url))
    async with visiting(chromium, address) as (page, _heard):
        await show_panel(page)
        await ask_in(page, "bonjour")
        await say_offline(page)
        await page.context.set_offline(False)
        for text in ("reçu.jpg", SECRET):
            await expect(own(page, text).locator(".state")).to_contain_text(LABELS["sent"])


async def test_a_reload_goes_on_and_what_waited_is_lost(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = keeping_nothing(site, host_page(served.url))
    async with visiting(chromium, address) as (page, _heard):
        await show_panel(page)
        reference, code, sheet = await opened_ticket(page)
        await sheet.locator(".shut").click()
        await page.route("**/api/chat", lambda route: route.abort())
        await page.locator("jisr-chat .line > textarea").fill(SECRET)
        await page.locator("jisr-chat .send").click()
        await expect(own(page, SECRET)).to_contain_text(LABELS["waitsForNetwork"])
        await page.unroute("**/api/chat")

        await page.reload()
        await show_panel(page)
        log = page.locator("jisr-chat .log")
        await expect(log).to_contain_text(reference)
        await expect(log).not_to_contain_text(SECRET)
        await expect(await show_sheet(page, "tickets")).to_contain_text(code)


async def test_the_next_person_starts_anew_in_a_tab_of_their_own(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = keeping_nothing(site, host_page(served.url))
    async with visiting(chromium, address) as (page, _heard):
        await show_panel(page)
        await ask_in(page, "bonjour")
        other = await open_tab(page, address)
        await ask_in(page, "quels papiers pour une bourse ?")
        await ask_in(other, "salam")
        said = other.locator("jisr-chat .message.citizen .bubble")
        assert await said.all_inner_texts() == ["salam"]
        assert await token_in(page) != await token_in(other)


async def test_what_an_earlier_visit_left_is_removed(
    chromium: Browser, served: Stack, site: Site
) -> None:
    html = host_page(served.url)
    async with visiting(chromium, keeping(site, html)) as (before, _heard):
        await show_panel(before)
        await choose_settings(before)
        _reference, code, sheet = await opened_ticket(before)
        await expect(sheet).to_contain_text(LABELS["ticketsHint"])
        await sheet.locator(".shut").click()
        await say_offline(before)
        left = await stored(before)
        assert code in str(left["local"])
        assert left["databases"] == [f"jisr {served.url} outbox"]
        context = before.context
        await before.close()
        await context.set_offline(False)

        page = await context.new_page()
        await page.goto(keeping_nothing(site, html))
        await page.wait_for_function("async () => !(await indexedDB.databases()).length")
        await show_panel(page)
        assert await stored(page) == {
            **{"local": SETTINGS, "session": {}, "databases": [], "caches": [], "cookies": []},
        }
        assert await page.locator("jisr-chat .message").count() == 0


async def test_forgetting_leaves_nothing_in_any_tab(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = keeping_nothing(site, host_page(served.url))
    async with visiting(chromium, address) as (page, _heard):
        await show_panel(page)
        await choose_settings(page)
        await ask_in(page, "bonjour")
        other = await open_tab(page, address)
        _reference, code, sheet = await opened_ticket(other)
        await expect(sheet).to_contain_text(code)
        forgetting = await show_sheet(page, "forget")
        await forgetting.locator(".main").click()
        await expect(page.locator("jisr-chat .panel")).to_have_count(0)
        await expect(other.locator("jisr-chat .message")).to_have_count(0)
        await expect(sheet).to_contain_text(LABELS["noTickets"])
        for tab in (page, other):
            found = await stored(tab)
            assert (found["local"], found["session"], found["databases"]) == ({}, {}, [])


async def test_forgetting_on_a_page_that_keeps_forgets_the_token_of_one_that_does_not(
    chromium: Browser, served: Stack, site: Site
) -> None:
    html = host_page(served.url)
    async with visiting(chromium, keeping_nothing(site, html)) as (page, _heard):
        await show_panel(page)
        await ask_in(page, "bonjour")
        await page.goto(keeping(site, html))
        await show_panel(page)
        await (await show_sheet(page, "forget")).locator(".main").click()
        await expect(page.locator("jisr-chat .panel")).to_have_count(0)
        assert (await stored(page))["session"] == {}


@pytest.mark.parametrize(
    ("on_script", "on_element"),
    [
        ('data-keep="nothing"', ""),
        ('data-keep="nothin"', ""),
        ("", '<jisr-chat keep="nothing"></jisr-chat>'),
        ('data-keep="nothing"', '<script src="{jisr}/widget.js" defer></script>'),
    ],
    ids=["script", "misspelt", "element", "twice"],
)
async def test_the_site_says_so_on_the_script_or_on_the_element(
    on_script: str, on_element: str, chromium: Browser, served: Stack, site: Site
) -> None:
    html = host_page(served.url, body=on_element.format(jisr=served.url))
    html = html.replace("defer>", f"{on_script} defer>", 1)
    async with visiting(chromium, site.url + site.publish(html)) as (page, _heard):
        await show_panel(page)
        await ask_in(page, "bonjour")
        assert await stored(page) == token_alone(served.url, await token_in(page), {})
