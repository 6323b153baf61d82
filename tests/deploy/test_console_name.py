"""The real application behind nginx: the console under its name, the citizens' side under its."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import aiohttp
import pytest
from yarl import URL

from tests.bot.staff.conftest import PASSWORD
from tests.conftest import missing
from tests.nginx import CONSOLE, Loopback, Nginx, installed, running_nginx
from tests.security.conftest import (  # noqa: F401 fixtures
    empty_house,
    house,
    knowledge,
    printer,
    quick_hashes,
)
from tests.security.house import House, csrf_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

_TARGET = re.compile(
    r"<[^>]*?\s(?:href|src|action|formaction|data-notice-events|hx-get|hx-post)=\"([^\"]*)\""
)
_FOLLOWED = re.compile(r"<(?:a|link|script|img)\s[^>]*?(?:href|src)=\"([^\"]*)\"")
_SIGNED_IN = {"username": "admin", "password": PASSWORD}


@pytest.fixture
async def nginx(house: House, tmp_path: Path) -> AsyncIterator[Nginx]:  # noqa: F811 the fixture
    if not installed():
        missing("nginx and openssl (apt-get install nginx openssl)")
    port = house.server.port
    assert port
    with running_nginx(tmp_path / "nginx", [port]) as running:
        yield running


@pytest.fixture
async def browser(nginx: Nginx) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser that knows both names; it is at the console."""
    connector = aiohttp.TCPConnector(ssl=nginx.trust, resolver=Loopback())
    async with aiohttp.ClientSession(nginx.console_tls_url, connector=connector) as session:
        yield session


async def _signs_in(browser: aiohttp.ClientSession) -> aiohttp.ClientResponse:
    return await browser.post("/staff/sign-in", data=_SIGNED_IN, allow_redirects=False)


def _of_this_host(place: str, found: Iterable[str]) -> list[str]:
    """Where these links of a page lead on its own host; its sources are elsewhere."""
    targets = (urljoin(place, unescape(each)) for each in found)
    return [each for each in targets if not urlsplit(each).netloc]


async def test_the_consoles_name_leads_to_signing_in(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as page:
        assert (page.status, page.url.host, page.url.path) == (200, CONSOLE, "/staff/sign-in")
        assert [each.headers["Location"] for each in page.history] == ["/staff", "/staff/sign-in"]
        assert 'name="password"' in await page.text()


async def test_every_page_of_the_console_holds_together_under_its_name(
    house: House,  # noqa: F811 the fixture
    browser: aiohttp.ClientSession,
) -> None:
    """What of this product a page links to, loads or sends to is there, below /staff."""
    signed_in = await _signs_in(browser)
    assert signed_in.headers["Location"].startswith("/staff")
    seen, coming = {"/staff"}, ["/staff"]
    while coming:
        place = coming.pop()
        async with browser.get(place, allow_redirects=False) as answer:
            assert answer.status == 200, place
            page = await answer.text() if answer.content_type == "text/html" else ""
        assert house.settings.home not in page, place
        targets = _of_this_host(place, _TARGET.findall(page))
        assert [each for each in targets if not each.startswith("/staff")] == [], place
        for target in _of_this_host(place, _FOLLOWED.findall(page)):
            if (path := urlsplit(target).path) not in seen:
                seen.add(path)
                coming.append(target)
    assert {"/staff/assets/console.css", "/staff/accounts", "/staff/dashboard"} <= seen


async def test_a_form_of_the_console_is_taken_under_its_name(
    browser: aiohttp.ClientSession,
) -> None:
    await _signs_in(browser)
    async with browser.get("/staff/account") as page:
        form = {"csrf": csrf_of(await page.text()), "lang": "ar"}
    sent_by = {"Sec-Fetch-Site": "same-origin", "Origin": f"https://{CONSOLE}"}
    async with browser.post("/staff/language", data=form, headers=sent_by) as page:
        assert (page.status, page.url.host, page.url.path) == (200, CONSOLE, "/staff")
        assert 'lang="ar" dir="rtl"' in await page.text()


async def test_a_page_under_the_citizens_name_neither_has_the_session_nor_sends_forms(
    nginx: Nginx, browser: aiohttp.ClientSession
) -> None:
    signed_in = await _signs_in(browser)
    session = signed_in.cookies["__Host-jisr_staff"]
    assert (session["domain"], session["path"], session["secure"]) == ("", "/", True)
    jar = browser.cookie_jar
    assert "__Host-jisr_staff" in jar.filter_cookies(URL(nginx.console_tls_url))
    assert not jar.filter_cookies(URL(nginx.tls_url))
    async with browser.get("/staff/account") as page:
        form = {"csrf": csrf_of(await page.text()), "lang": "ar"}
    # The two names are one site to a browser: only the origin tells them apart.
    sent_by = {"Sec-Fetch-Site": "same-site", "Origin": nginx.tls_url}
    async with browser.post("/staff/language", data=form, headers=sent_by) as refused:
        assert refused.status == 403


async def test_both_names_serve_their_own_side_with_its_headers(
    nginx: Nginx, browser: aiohttp.ClientSession
) -> None:
    own = {"/staff/sign-in": nginx.console_tls_url, "/suivi": nginx.tls_url}
    for path, name in own.items():
        async with browser.get(f"{name}{path}") as page:
            assert page.status == 200
            assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
            assert page.headers["X-Content-Type-Options"] == "nosniff"
            assert page.headers["Cache-Control"] == "no-store"
            assert page.headers["Referrer-Policy"]
            assert len(page.headers.getall("Strict-Transport-Security")) == 1
    for path in ("/suivi", "/assistant", "/widget.js", "/api/openapi.json", "/healthz"):
        async with (
            browser.get(f"{nginx.tls_url}{path}") as there,
            browser.get(f"{nginx.console_tls_url}{path}") as here,
        ):
            assert (there.status, here.status) == (200, 404), path
    async with browser.get(f"{nginx.tls_url}/staff/sign-in") as gone:
        assert gone.status == 404
