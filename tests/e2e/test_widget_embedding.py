"""The widget on other people's sites: strange styles, strict policies, and no trace left there.

The sites are on an origin of their own. The application answers without Rasa here: what is
tested is the widget, not what it is told.
"""

from __future__ import annotations

import gzip
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.site import Site, host_page
from tests.e2e.widget import WIDGET_LABELS, ask_in, visiting
from tests.stack import Stack

pytestmark = pytest.mark.asyncio(loop_scope="session")

MOST_BYTES = 35 * 1024
QUESTION = "quels papiers pour une bourse ?"

# What docs/embedding.md asks of a site. {jisr} stands for the address of Jisr.
DOCUMENTED_CSP = "default-src 'none'; script-src {jisr}; connect-src {jisr}"
TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types lit-html"

HOSTILE_STYLES = {
    "all-unset": "* { all: unset }",
    "all-unset-important": "*, *::before, *::after { all: unset !important }",
    "hides-what-it-does-not-know": "body > *, :not(html, head, body) { display: none !important }",
    "small-root": "html { font-size: 62.5% } body { font: 300 40px/3 serif; letter-spacing: 4px }",
    "important-buttons": """
        button, a, p, h2, header, section, form, textarea, svg {
          all: unset !important; color: red !important; background: lime !important;
          font-size: 4px !important; width: 3px !important; text-transform: uppercase !important }
    """,
    "reset": """
        *, *::before, *::after { box-sizing: border-box; margin: 0; border: 0 solid; font: inherit }
        img, svg, video { display: block; max-width: 100%; vertical-align: middle }
        body { line-height: inherit; display: grid; text-align: center }
        button { background: transparent; color: inherit } [hidden] { display: none }
        :root { --accent: hotpink; --ink: yellow; --line: red; --rem: 3px }
    """,
    "moved": """
        jisr-chat, body > :last-child {
          position: static !important; opacity: 0 !important; visibility: hidden !important;
          pointer-events: none !important; transform: scale(0) !important; float: left;
          max-height: 0 !important; z-index: -1 !important; filter: blur(9px) !important }
    """,
    "body-of-its-own": """
        body { transform: scale(0.5) rotate(3deg); filter: blur(3px); opacity: 0.2; contain: strict;
          overflow: hidden; height: 50px; width: 100px; perspective: 1px; clip-path: circle(9px) }
        [popover] { inset: 0 !important; margin: auto; border: 9px solid red }
    """,
    "variables": "* { --accent: hotpink !important; --rem: 3px !important; --ink: lime }",
}


async def looks(page: Page) -> dict[str, Any]:
    """How button, panel and words of the open widget come out."""
    return await page.evaluate(
        """() => {
          const root = document.querySelector("jisr-chat").shadowRoot;
          const host = getComputedStyle(document.querySelector("jisr-chat"));
          const look = (selector) => {
            const node = root.querySelector(selector);
            const { color, backgroundColor, fontSize, fontFamily, textTransform, letterSpacing,
                    textAlign, lineHeight } = getComputedStyle(node);
            const { width, height } = node.getBoundingClientRect();
            return { color, backgroundColor, fontSize, fontFamily, textTransform, letterSpacing,
                     textAlign, lineHeight, width: Math.round(width), height: Math.round(height) };
          };
          const { right, bottom } = root.querySelector(".launcher").getBoundingClientRect();
          return {
            host: [host.position, host.display, host.opacity, host.visibility, host.filter,
                   host.zIndex, host.pointerEvents],
            corner: [Math.round(innerWidth - right), Math.round(innerHeight - bottom)],
            looks: [".launcher", ".panel", "header", "h2", ".hint p", "textarea", ".send", ".close"]
              .map(look),
          };
        }"""
    )


@pytest.mark.parametrize("style", HOSTILE_STYLES.values(), ids=HOSTILE_STYLES)
async def test_no_style_of_a_site_changes_how_the_widget_looks(
    style: str, chromium: Browser, served: Stack, site: Site
) -> None:
    seen = []
    for each in ("", style):
        path = site.publish(host_page(served.url, style=each))
        async with visiting(chromium, site.url + path) as (page, _heard):
            await page.locator("jisr-chat .launcher").click()
            await page.locator("jisr-chat textarea").wait_for()
            seen.append(await looks(page))
            await ask_in(page, QUESTION)
    assert seen[1] == seen[0]
    assert seen[0]["corner"] == [20, 20]


async def test_a_page_from_right_to_left_has_the_button_on_its_left(
    chromium: Browser, served: Stack, site: Site
) -> None:
    style = "*, *::before { all: unset !important }"
    html = host_page(served.url, style=style, lang="ar", direction="rtl")
    async with visiting(chromium, site.url + site.publish(html)) as (page, _heard):
        box = await page.locator("jisr-chat .launcher").bounding_box()
        assert box
        assert box["x"] == 20


async def test_the_widget_stays_above_whatever_a_site_piles_up(
    chromium: Browser, served: Stack, site: Site
) -> None:
    pile = '<div style="position:fixed;inset:0;z-index:2147483647;background:#ccc"></div>'
    path = site.publish(host_page(served.url, body=pile))
    async with visiting(chromium, site.url + path) as (page, _heard):
        await page.locator("jisr-chat .launcher").click(timeout=5000)
        await ask_in(page, QUESTION)


async def test_the_site_stays_as_it_was(chromium: Browser, served: Stack, site: Site) -> None:
    everything = """() => ({
      names: [window, Symbol].flatMap((each) => Object.getOwnPropertyNames(each)).sort(),
      styles: [...document.querySelectorAll("html, :not(head, head *, jisr-chat)")].map((node) => {
        const style = getComputedStyle(node);
        return [node.tagName, ...[...style].map((name) => style.getPropertyValue(name))].join();
      }),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      storage: Object.keys(sessionStorage).concat(document.cookie),
      head: document.head.innerHTML,
      boxes: [...document.querySelectorAll("body *:not(jisr-chat)")].map((node) =>
        JSON.stringify(node.getBoundingClientRect())),
    })"""
    html = host_page(served.url)
    bare = site.publish(html.replace("data-lang", "type='text/plain' data-lang"))
    async with visiting(chromium, site.url + bare) as (page, _heard):
        before = await page.evaluate(everything)
    async with visiting(chromium, site.url + site.publish(html)) as (page, _heard):
        await page.locator("jisr-chat .launcher").click()
        await ask_in(page, QUESTION)
        after = await page.evaluate(everything)
    before["head"] = before["head"].replace(' type="text/plain"', "")
    assert {name for name in after["names"] if name not in before["names"]} == set()
    assert after == before


async def test_the_keys_of_a_site_work_beside_the_widget_and_not_while_one_types_in_it(
    chromium: Browser, served: Stack, site: Site
) -> None:
    html = host_page(served.url)
    async with visiting(chromium, site.url + site.publish(html)) as (page, _heard):
        await page.evaluate(
            "window.pressed = []; document.addEventListener('keydown',"
            " (event) => pressed.push([event.key, event.defaultPrevented]))"
        )
        await page.locator("jisr-chat .launcher").click()
        await page.locator("jisr-chat textarea").press_sequentially("a/k")
        assert await page.evaluate("pressed") == []
        await page.locator("#search").press_sequentially("/k")
        await page.keyboard.press("Escape")
        await page.keyboard.press("Tab")
        keys = ["/", "k", "Escape", "Tab"]
        assert await page.evaluate("pressed") == [[key, False] for key in keys]
        await expect(page.locator("#search")).to_have_value("/k")
        await expect(page.locator("jisr-chat .panel")).to_be_visible()


@pytest.mark.parametrize("more", ["", TRUSTED_TYPES], ids=["csp", "trusted-types"])
async def test_the_documented_policy_is_all_that_a_strict_site_needs(
    more: str, chromium: Browser, served: Stack, site: Site
) -> None:
    html = host_page(served.url).replace('<link rel="icon" href="data:,">', "")
    csp = DOCUMENTED_CSP.format(jisr=served.url) + more
    path = site.publish(html, Content_Security_Policy=csp)
    async with visiting(chromium, site.url + path) as (page, heard):
        await page.locator("jisr-chat .launcher").click()
        await ask_in(page, QUESTION)
        await page.locator("jisr-chat .sources summary").first.click()
        await page.locator("jisr-chat .close").click()
        assert await page.evaluate("violations") == []
        assert heard.console == []


async def test_every_request_goes_to_the_site_or_to_jisr(
    chromium: Browser, served: Stack, site: Site
) -> None:
    path = site.publish(host_page(served.url))
    async with visiting(chromium, site.url + path) as (page, heard):
        await page.locator("jisr-chat .launcher").click()
        await ask_in(page, QUESTION)
        assert {"/widget.js", "/api/chat"} <= {
            url.removeprefix(served.url) for url in heard.requests
        }
        own = (f"{site.url}/", f"{served.url}/", "data:,")
        assert [url for url in heard.requests if not url.startswith(own)] == []


async def test_a_site_whose_policy_forbids_to_talk_is_told_apart_and_the_way_out_shown(
    chromium: Browser, served: Stack, site: Site
) -> None:
    html = host_page(served.url)
    csp = f"default-src 'none'; script-src {served.url}; img-src data:"
    path = site.publish(html, Content_Security_Policy=csp)
    async with visiting(chromium, site.url + path) as (page, heard):
        await is_barred(page, served)
        assert [line for line in heard.console if line.startswith("thrown")] == []


async def test_a_site_that_is_not_listed_is_told_without_a_word_in_the_console(
    chromium: Browser, served: Stack, site: Site
) -> None:
    path = site.publish(host_page(served.url))
    async with visiting(chromium, site.stranger + path) as (page, heard):
        await is_barred(page, served)
        assert heard.console == []
        async with page.expect_popup() as popup:
            await page.locator("jisr-chat .barred a").click()
        await (await popup.value).locator("textarea").wait_for()


async def is_barred(page: Page, served: Stack) -> None:
    """The widget says that it cannot answer here, and where it can."""
    labels = WIDGET_LABELS["fr"]
    await page.locator("jisr-chat .launcher").click()
    notice = page.locator("jisr-chat .barred")
    await expect(notice).to_contain_text(labels["barred"])
    link = notice.get_by_role("link", name=labels["ownPage"])
    await expect(link).to_have_attribute("href", f"{served.url}/assistant?lang=fr")
    await expect(page.locator("jisr-chat textarea")).to_have_count(0)


async def test_the_script_twice_and_an_element_of_the_site_make_one_widget(
    chromium: Browser, served: Stack, site: Site
) -> None:
    twice = f'<jisr-chat></jisr-chat><script src="{served.url}/widget.js" defer></script>'
    path = site.publish(host_page(served.url, body=twice))
    async with visiting(chromium, site.url + path) as (page, heard):
        await page.locator("jisr-chat .launcher").click()
        await ask_in(page, QUESTION)
        assert await page.locator("jisr-chat").count() == 1
        assert heard.console == []


@pytest.mark.parametrize(
    ("page_lang", "browser", "spoken"),
    [("ar-MA", "fr-FR", "ar"), ("nl", "fr-BE", "fr"), ("nl", "nl-NL", "ar"), ("", "fr-FR", "fr")],
)
async def test_it_speaks_as_the_page_does_else_as_the_browser_does(
    page_lang: str, browser: str, spoken: str, chromium: Browser, served: Stack, site: Site
) -> None:
    html = host_page(served.url, lang=page_lang).replace(f' data-lang="{page_lang}"', "")
    context = await chromium.new_context(viewport=PHONE, locale=browser)
    page = await context.new_page()
    await page.goto(site.url + site.publish(html))
    launcher = page.locator("jisr-chat .launcher")
    await expect(launcher).to_have_attribute("aria-label", WIDGET_LABELS[spoken]["open"])
    await context.close()


async def test_the_widget_is_small_and_comes_compressed_and_is_asked_for_once(
    served: Stack,
) -> None:
    async with aiohttp.ClientSession(auto_decompress=False) as session:
        address = f"{served.url}/widget.js"
        sizes = {}
        for encoding in ("identity", "gzip", "br"):
            async with session.get(address, headers={"Accept-Encoding": encoding}) as answer:
                sizes[encoding] = len(body := await answer.read())
                assert answer.headers.get("Content-Encoding", "identity") == encoding
                assert answer.headers["Vary"] == "Accept-Encoding"
                assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
                etag = answer.headers["ETag"]
            if encoding == "gzip":
                assert b"jisr-chat" in gzip.decompress(body)
        assert sizes["gzip"] <= MOST_BYTES
        assert sizes["br"] < sizes["gzip"] < sizes["identity"]
        again = {"Accept-Encoding": "br", "If-None-Match": etag}
        async with session.get(address, headers=again) as answer:
            assert answer.status == 304
            assert "max-age=300" in answer.headers["Cache-Control"]


async def test_the_demo_page_is_a_whole_page_in_each_language_also_without_javascript(
    chromium: Browser, served: Stack
) -> None:
    for lang, direction, other in (("ar", "rtl", "fr"), ("fr", "ltr", "ar")):
        context = await chromium.new_context(viewport=PHONE, java_script_enabled=False)
        page = await context.new_page()
        await page.goto(f"{served.url}/?lang={lang}")
        root = page.locator("html")
        await expect(root).to_have_attribute("lang", lang)
        await expect(root).to_have_attribute("dir", direction)
        await page.locator("a.language").click()
        await expect(root).to_have_attribute("lang", other)
        await page.locator("a.button").first.click()
        await page.locator("textarea[name=message]").wait_for()
        assert page.url == f"{served.url}/assistant?lang={other}"
        await context.close()


async def test_the_demo_page_lives_with_the_documented_policy(
    chromium: Browser, served: Stack
) -> None:
    async with visiting(chromium, f"{served.url}/?lang=fr") as (page, heard):
        await page.locator("a[data-opens-chat]").click()
        await ask_in(page, QUESTION)
        await page.keyboard.press("Escape")
        await expect(page.locator("a[data-opens-chat]")).to_be_focused()
        assert await page.evaluate("violations") == []
        assert heard.console == []
