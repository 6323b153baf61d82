"""What docs/accessibility.md claims of the widget, as far as a browser can show it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from nlu.text.variety import Variety
from tests.conftest import missing
from tests.e2e.conftest import ARTEFACTS
from tests.e2e.site import Site, host_page
from tests.e2e.widget import WIDGET_LABELS, ask_in, visiting
from tests.stack import Stack

pytestmark = pytest.mark.asyncio(loop_scope="session")

AXE = Path("tests/node/node_modules/axe-core/axe.min.js")
RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
SIZES = {"desktop": DESKTOP, "phone": PHONE}
TARGET_PX = 44

QUESTIONS: dict[Variety, str] = {
    "ar": "ما هي الوثائق المطلوبة لطلب منحة دراسية؟",
    "fr": "Quels papiers pour une bourse d’études ?",
    "ary": "شنو هوما الوراق ديال لابورس؟",
    "ary-Latn": "chno homa lwra9 dyal la bourse?",
}
COMPLAINTS: dict[Variety, str] = {
    "ar": "أريد تقديم شكاية",
    "fr": "je veux déposer une réclamation",
    "ary": "بغيت ندير شكاية",
    "ary-Latn": "bghit ndir chikaya",
}


def page_in(lang: str, jisr: str) -> str:
    direction = WIDGET_LABELS[lang]["dir"]
    return host_page(jisr, lang=lang, direction=direction)


async def open_in(page: Page) -> None:
    await page.locator("jisr-chat .launcher").click()
    await page.locator("jisr-chat textarea").wait_for()


async def faults(page: Page) -> list[Any]:
    """What axe-core finds in the widget."""
    found = await page.evaluate(f"axe.run('jisr-chat', {{runOnly: {RULES}}})")
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("lang", QUESTIONS)
async def test_axe_finds_nothing_and_every_target_is_large_enough(
    lang: Variety, size: dict[str, int], chromium: Browser, served: Stack, site: Site
) -> None:
    if not AXE.exists():
        missing("axe-core (npm ci --prefix tests/node)")
    address = site.url + site.publish(page_in(lang, served.url))
    async with visiting(chromium, address, viewport=size) as (page, _heard):
        await page.locator("jisr-chat .launcher").wait_for()
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        found = {"closed": await faults(page)}
        await open_in(page)
        found["open"] = await faults(page)
        await ask_in(page, QUESTIONS[lang])
        await page.locator("jisr-chat .sources summary").first.click()
        await ask_in(page, COMPLAINTS[lang])
        await page.locator("jisr-chat .choice").first.wait_for()
        found["answered"] = await faults(page)
        await page.screenshot(path=ARTEFACTS / f"widget-axe-{lang}-{size['width']}.png")
        assert found == {"closed": [], "open": [], "answered": []}
        assert await small_targets(page) == []
        assert await overflow(page) == []


async def small_targets(page: Page) -> list[Any]:
    """What is to be pressed and is smaller than a finger; a hidden file field has its label."""
    return await page.evaluate(
        """(least) => [...document.querySelector("jisr-chat").shadowRoot.querySelectorAll(
             "button, select, textarea, summary, label, input, [role=button]")]
          .filter((node) => node.getClientRects().length && !node.matches(".unseen"))
          .map((node) => [node.className || node.localName, node.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < least || height < least)
          .map(([name, { width, height }]) => `${name} ${width}x${height}`)""",
        TARGET_PX,
    )


async def overflow(page: Page) -> list[Any]:
    """What is wider than its place: text cut off, or scrolled sideways."""
    return await page.evaluate(
        """() => [...document.querySelector("jisr-chat").shadowRoot.querySelectorAll(
             ".panel, .panel :not(.unseen, svg, svg *)")]
          .filter((node) => node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1)
          .filter((node) => !node.closest(".unseen, select"))
          .map((node) => `${node.localName}.${node.className} ${node.scrollWidth}`)"""
    )


async def test_a_conversation_needs_no_mouse(chromium: Browser, served: Stack, site: Site) -> None:
    address = site.url + site.publish(page_in("fr", served.url))
    async with visiting(chromium, address) as (page, _heard):
        await page.locator("#search").focus()
        await page.keyboard.press("Tab")  # the page's own button
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.locator("jisr-chat textarea")).to_be_focused()
        await page.keyboard.type(COMPLAINTS["fr"])
        await page.keyboard.press("Enter")
        choice = page.locator("jisr-chat .choice").first
        await choice.wait_for()
        for _ in range(9):
            if await choice.evaluate("node => node.getRootNode().activeElement === node"):
                break
            await page.keyboard.press("Shift+Tab")
        await expect(choice).to_be_focused()
        answers = await page.locator("jisr-chat .message.bot").count()
        await page.keyboard.press("Space")
        await page.locator("jisr-chat .message.bot").nth(answers).wait_for()
        await expect(page.locator("jisr-chat [role=log]")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.locator("jisr-chat .panel")).to_have_count(0)
        await expect(page.locator("jisr-chat .launcher")).to_be_focused()


async def test_escape_on_the_button_closes_as_well(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = site.url + site.publish(page_in("fr", served.url))
    async with visiting(chromium, address) as (page, _heard):
        await open_in(page)
        await page.locator("jisr-chat .launcher").focus()
        await page.keyboard.press("Escape")
        await expect(page.locator("jisr-chat .panel")).to_have_count(0)
        await expect(page.locator("jisr-chat .launcher")).to_be_focused()


async def test_the_focus_stays_in_a_panel_that_covers_the_page(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = site.url + site.publish(page_in("ar", served.url))
    async with visiting(chromium, address, viewport=PHONE, has_touch=True) as (page, _heard):
        await page.locator("jisr-chat .launcher").tap()
        panel = page.locator("jisr-chat .panel")
        await expect(panel).to_have_attribute("aria-modal", "true")
        await expect(panel).to_be_focused()
        await page.keyboard.press("Shift+Tab")
        await expect(page.locator("jisr-chat .send")).to_be_focused()
        await page.keyboard.press("Tab")
        first = await focused(page)
        seen = [first]
        while (now := await tab(page)) != first:
            seen.append(now)
            assert len(seen) < 20
        assert None not in seen
        assert seen[-1] == "send"
        await page.keyboard.press("Escape")
        await expect(page.locator("jisr-chat .launcher")).to_be_focused()


async def test_beside_the_page_the_focus_goes_on_to_it(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = site.url + site.publish(page_in("fr", served.url))
    async with visiting(chromium, address) as (page, _heard):
        await open_in(page)
        await expect(page.locator("jisr-chat .panel")).to_have_attribute("aria-modal", "false")
        while await focused(page):
            await page.keyboard.press("Shift+Tab")
        assert await page.evaluate("document.activeElement.localName") == "button"


async def tab(page: Page) -> str | None:
    await page.keyboard.press("Tab")
    return await focused(page)


async def focused(page: Page) -> str | None:
    """The class or name of what has the focus in the widget; None where nothing there has it."""
    name: str | None = await page.evaluate(
        """() => {
          const node = document.querySelector("jisr-chat").shadowRoot.activeElement;
          return node && (node.className || node.localName);
        }"""
    )
    return name


async def test_what_is_answered_is_announced_each_time_and_what_was_said_before_is_not(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = site.url + site.publish(page_in("fr", served.url))
    async with visiting(chromium, address) as (page, _heard):
        await open_in(page)
        await listen(page)
        for _ in range(3):  # the first answer also holds the notice of a first contact
            await ask_in(page, "bonjour")
        _first, *answers = await heard_lines(page, 3)
        assert answers[0] == answers[1]
        assert "Déposer une réclamation" in answers[0]  # the choices too
        await page.reload()
        await open_in(page)
        await listen(page)
        await page.locator("jisr-chat .message.bot").nth(1).wait_for()
        await ask_in(page, QUESTIONS["fr"])
        assert ["bourse" in line for line in await heard_lines(page, 1)] == [True]


async def listen(page: Page) -> None:
    """Writes down what a screen reader is given to read by itself."""
    await page.evaluate(
        """() => {
          const root = document.querySelector("jisr-chat").shadowRoot;
          window.announced = [];
          for (const region of root.querySelectorAll("[aria-live=polite]")) {
            new MutationObserver(() => {
              const text = region.textContent.trim();
              if (text) announced.push(text);
            }).observe(region, { childList: true, subtree: true, characterData: true });
          }
        }"""
    )


async def heard_lines(page: Page, answers: int) -> list[str]:
    """What was announced so far, once that many answers were; without "Jisr is writing"."""
    typing = WIDGET_LABELS["fr"]["typing"]
    await page.wait_for_function(
        "([typing, least]) => announced.filter((text) => text !== typing).length >= least",
        arg=[typing, answers],
    )
    announced: list[str] = await page.evaluate("announced")
    return [text for text in announced if text != typing]


@pytest.mark.parametrize(
    "zoomed", [{"width": 640, "height": 512}, {"width": 320, "height": 256}], ids=["200", "400"]
)
@pytest.mark.parametrize("lang", QUESTIONS)
async def test_nothing_is_lost_at_200_and_400_percent(
    lang: Variety, zoomed: dict[str, int], chromium: Browser, served: Stack, site: Site
) -> None:
    """A window of 1280 x 1024 at that zoom has so many CSS pixels."""
    address = site.url + site.publish(page_in(lang, served.url))
    async with visiting(chromium, address, viewport=zoomed) as (page, _heard):
        await open_in(page)
        await ask_in(page, QUESTIONS[lang])
        await page.locator("jisr-chat .sources summary").first.click()
        await page.screenshot(path=ARTEFACTS / f"widget-zoom-{lang}-{zoomed['width']}.png")
        assert await overflow(page) == []
        assert await small_targets(page) == []
        for part in ("select", ".close", "textarea", ".send"):
            await expect(page.locator(f"jisr-chat {part}").first).to_be_in_viewport(ratio=1)
        log = await page.locator("jisr-chat [role=log]").bounding_box()
        assert log
        assert log["height"] >= 80


async def test_wider_text_spacing_cuts_nothing_off(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = site.url + site.publish(page_in("fr", served.url))
    async with visiting(chromium, address, viewport=PHONE) as (page, _heard):
        await open_in(page)
        await page.evaluate(
            """() => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
              document.querySelector("jisr-chat").shadowRoot.adoptedStyleSheets.push(sheet);
            }"""
        )
        await ask_in(page, COMPLAINTS["fr"])
        await page.screenshot(path=ARTEFACTS / "widget-spacing.png")
        assert await overflow(page) == []


async def test_nothing_moves_where_people_ask_for_less_motion(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = site.url + site.publish(page_in("fr", served.url))
    running = """() => document.querySelector("jisr-chat").shadowRoot.getAnimations()
      .filter(({ effect }) => effect.getTiming().duration > 0).length"""
    async with visiting(chromium, address) as (page, _heard):
        await page.route("**/api/chat", lambda _route: None)  # no answer: "Jisr is writing" stays
        await open_in(page)
        await page.locator("jisr-chat textarea").fill("bonjour")
        await page.keyboard.press("Enter")
        await page.locator("jisr-chat .typing").wait_for()
        assert await page.evaluate(running) == 0
        await page.emulate_media(reduced_motion="no-preference")
        assert await page.evaluate(running) > 0


async def test_forced_colours_leave_every_edge_visible(
    chromium: Browser, served: Stack, site: Site
) -> None:
    address = site.url + site.publish(page_in("fr", served.url))
    async with visiting(chromium, address, forced_colors="active") as (page, _heard):
        await open_in(page)
        await ask_in(page, COMPLAINTS["fr"])
        await page.screenshot(path=ARTEFACTS / "widget-forced-colours.png")
        for part in (".launcher", ".panel", ".send", ".choice", "textarea", ".bubble"):
            edge = page.locator(f"jisr-chat {part}").first
            width = await edge.evaluate("node => parseFloat(getComputedStyle(node).borderTopWidth)")
            assert width >= 1, part


async def test_a_site_s_own_colour_keeps_its_text_readable(
    chromium: Browser, served: Stack, site: Site
) -> None:
    if not AXE.exists():
        missing("axe-core (npm ci --prefix tests/node)")
    for colour in ("#c8102e", "#ffd166", "#777777"):
        html = page_in("fr", served.url).replace("defer>", f'data-color="{colour}" defer>')
        address = site.url + site.publish(html)
        async with visiting(chromium, address) as (page, _heard):
            await open_in(page)
            await ask_in(page, COMPLAINTS["fr"])
            await page.evaluate(AXE.read_text(encoding="utf-8"))
            assert await faults(page) == []
            header = page.locator("jisr-chat header")
            red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
            await expect(header).to_have_css("background-color", f"rgb({red}, {green}, {blue})")
