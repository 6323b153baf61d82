"""The widget on bad networks: offline, cut, blocked, slow, in several tabs, on a locked browser.

The application runs without Rasa here: it answers by knowledge search, at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Locator, Page, Route, expect

from bot.__main__ import running
from bot.settings import Settings, read_settings
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.models import OutboxMessage
from tests.e2e.conftest import ARTEFACTS
from tests.e2e.proxy import EVENTS, Proxy, Stream
from tests.stack import free_ports

pytestmark = pytest.mark.asyncio(loop_scope="session")

SMALL = {"width": 360, "height": 740}
WIDGET_SOURCE = Path("bot/web/widget/src")
OUTBOX = "GET /api/chat/messages"
SAY = "POST /api/chat"
STREAM = f"GET {EVENTS}"

# What a browser takes away that keeps nothing, or knows no tabs.
DENIED = """
    for (const name of ["localStorage", "sessionStorage", "indexedDB"])
      Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError") } })
"""
ABSENT = """
    for (const name of ["localStorage", "indexedDB", "BroadcastChannel"])
      Object.defineProperty(window, name, { value: undefined })
    Object.defineProperty(navigator, "locks", { value: undefined })
"""
# IndexedDB and the locks are there, but nobody answers; the channel may not be opened.
SILENT = """
    indexedDB.open = () => ({})
    navigator.locks.request = () => Promise.reject(new DOMException("", "SecurityError"))
    window.BroadcastChannel = class { constructor() { throw new DOMException("") } }
"""
YEARS_OFF = [timedelta(days=-366), timedelta(days=366)]
_SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_PATIENCE_S = 30.0


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def application(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Settings]:
    settings = settings_in(tmp_path_factory.mktemp("network"))
    async with serving(settings):
        yield settings


def settings_in(folder: Path) -> Settings:
    """Everything new in this folder, and free ports."""
    port, internal_port, rasa_port = free_ports(3)
    return read_settings(
        _env_file=None,
        demo=True,
        port=port,
        internal_port=internal_port,
        rasa_port=rasa_port,
        DATABASE_URL=f"sqlite:///{folder}/jisr.db",
        files_dir=str(folder / "files"),
    )


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[None]:
    """The application without Rasa, in this process: it starts anew within seconds."""
    await asyncio.to_thread(migrate, settings.database_url)
    async with running(settings, with_rasa=False):
        yield


@pytest.fixture(autouse=True)
def patience() -> None:
    """The machine may be busy with other tests."""
    expect.set_options(timeout=_PATIENCE_S * 1000)


@pytest_asyncio.fixture(loop_scope="session")
async def proxy(application: Settings) -> AsyncIterator[Proxy]:
    proxy = Proxy(application.home)
    await proxy.start()
    yield proxy
    await proxy.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def context(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """A browser of its own, of a phone's size."""
    context = await chromium.new_context(viewport=SMALL, reduced_motion="reduce")
    yield context
    await context.close()


async def new_tab(context: BrowserContext, url: str) -> Page:
    page = await context.new_page()
    await page.goto(f"{url}/?lang=fr")
    return page


async def open_widget(context: BrowserContext, url: str) -> Page:
    page = await new_tab(context, url)
    await show_panel(page)
    return page


async def show_panel(page: Page) -> None:
    await page.locator("jisr-chat button.launcher").click()
    await page.locator("jisr-chat textarea").wait_for()


async def say(page: Page, text: str) -> None:
    await page.locator("jisr-chat textarea").fill(text)
    await page.keyboard.press("Enter")


def own(page: Page, text: str) -> Locator:
    """The citizen's messages of this text."""
    return page.locator("jisr-chat .message.citizen").filter(has_text=text)


def status(page: Page) -> Locator:
    """Where the widget tells of the link."""
    return page.locator("jisr-chat [role=status].connection")


async def expect_answered(page: Page, text: str) -> None:
    """The message stands there once, as sent, with an answer under it."""
    await expect(own(page, text)).to_have_count(1)
    await expect(own(page, text).locator(".state")).to_contain_text("Envoyé")
    answer = own(page, text).locator("xpath=following-sibling::*[1]")
    await expect(answer).to_contain_class("bot")


async def shown(page: Page) -> list[str]:
    """All that stands in the log, in its order, without the marks."""
    return await page.locator("jisr-chat .message .bubble").all_inner_texts()


async def begun(page: Page, text: str = "bonjour") -> None:
    await say(page, text)
    await expect_answered(page, text)


async def token(page: Page) -> str:
    return str(await page.evaluate("localStorage[`jisr.conversation ${location.origin}`]"))


async def kept_by_the_server(page: Page) -> list[str]:
    """What the citizen said, as the server keeps it."""
    history = await page.evaluate(
        """async (token) => (await fetch("/api/chat/messages",
            { headers: { Authorization: `Bearer ${token}` } })).json()""",
        await token(page),
    )
    return [line["text"] for line in history["messages"] if line["from"] == "citizen"]


async def waiting_in_the_outbox(page: Page) -> int:
    return int(
        await page.evaluate(
            """async () => {
                const name = `jisr ${location.origin} outbox`;
                const asked = (request) => new Promise((resolve) =>
                  (request.onsuccess = () => resolve(request.result)));
                const all = await indexedDB.databases();
                if (!all.some((database) => database.name === name)) return 0;
                const database = await asked(indexedDB.open(name));
                return asked(database.transaction("messages").objectStore("messages").count());
            }"""
        )
    )


async def staff_reply(application: Settings, page: Page, text: str) -> None:
    """What staff say reaches the conversation's outbox on the server."""
    conversation_id = (await token(page)).partition(".")[0]
    said = {"say": "staff-reply", "args": {"reference": "MDM-2026-000001", "text": text}}
    database = Database(application.database_url)
    async with database.writing() as session:
        session.add(OutboxMessage(conversation_id=conversation_id, channel="web", said=said))
    await database.close()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        while not condition():  # noqa: ASYNC110 the proxy's counters tell nobody
            await asyncio.sleep(0.02)


async def let_time_pass(page: Page, condition: Callable[[], Awaitable[int]]) -> None:
    """The page's clock goes on, in steps of one poll, until there is something."""
    async with asyncio.timeout(_PATIENCE_S):
        while not await condition():
            await page.clock.fast_forward(16_000)
            await page.evaluate("fetch('/healthz')")  # what was asked for before came, too


def complaints_of(page: Page) -> list[str]:
    """Errors of the page, as they come: what breaks, and what its console is told."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    return found


# What is said is neither lost nor doubled


async def test_what_is_said_offline_waits_and_goes_out_once_in_order(
    context: BrowserContext, application: Settings
) -> None:
    page = await open_widget(context, application.home)
    await begun(page)
    await context.set_offline(True)
    await say(page, "c'est quoi MDM Invest ?")
    await say(page, "et les bourses ?")
    for text in ("MDM Invest", "et les bourses"):
        await expect(own(page, text)).to_contain_text("partira dès qu’elle revient")
    await page.screenshot(path=ARTEFACTS / "widget-offline-fr.png")
    await context.set_offline(False)
    await expect_answered(page, "et les bourses")
    await expect_answered(page, "c'est quoi MDM Invest")
    await page.screenshot(path=ARTEFACTS / "widget-back-online-fr.png")
    assert await kept_by_the_server(page) == [
        *("bonjour", "c'est quoi MDM Invest ?", "et les bourses ?"),
    ]
    assert await waiting_in_the_outbox(page) == 0


async def test_what_waits_survives_a_reload_and_a_closed_panel(
    context: BrowserContext, proxy: Proxy
) -> None:
    page = await open_widget(context, proxy.url)
    await begun(page)
    proxy.go_down()
    await say(page, "c'est quoi MDM Invest ?")
    await say(page, "et les bourses ?")
    await expect(own(page, "et les bourses")).to_contain_text("partira dès qu’elle revient")
    proxy.is_down = False
    await page.reload()
    await until(lambda: proxy.seen[SAY] >= 3)  # nobody opened the panel
    await show_panel(page)
    await expect_answered(page, "c'est quoi MDM Invest")
    await expect_answered(page, "et les bourses")
    assert await kept_by_the_server(page) == [
        *("bonjour", "c'est quoi MDM Invest ?", "et les bourses ?"),
    ]
    assert await waiting_in_the_outbox(page) == 0


async def test_the_first_words_of_all_may_be_said_offline(
    context: BrowserContext, application: Settings
) -> None:
    page = await open_widget(context, application.home)
    await context.set_offline(True)
    await say(page, "bonjour")
    await expect(own(page, "bonjour")).to_contain_text("partira dès qu’elle revient")
    await expect(status(page)).to_contain_text("Connexion perdue")
    await context.set_offline(False)
    await expect_answered(page, "bonjour")


async def test_a_lost_answer_is_fetched_again_and_nothing_is_done_twice(
    context: BrowserContext, proxy: Proxy
) -> None:
    page = await open_widget(context, proxy.url)
    proxy.answers_to_lose = 2
    await begun(page)
    assert proxy.seen[SAY] == 3
    assert await kept_by_the_server(page) == ["bonjour"]


async def test_a_page_closed_before_its_answer_has_it_when_it_comes_back(
    context: BrowserContext, proxy: Proxy
) -> None:
    page = await open_widget(context, proxy.url)
    await begun(page)
    proxy.answering.clear()
    await say(page, "c'est quoi MDM Invest ?")
    await until(lambda: proxy.seen[SAY] == 2)
    await page.close()
    proxy.answering.set()
    page = await open_widget(context, proxy.url)
    await expect_answered(page, "MDM Invest")
    assert await kept_by_the_server(page) == ["bonjour", "c'est quoi MDM Invest ?"]


async def test_a_photo_waits_for_the_network_too(context: BrowserContext, proxy: Proxy) -> None:
    page = await open_widget(context, proxy.url)
    await begun(page, "je veux déposer une réclamation")
    proxy.go_down()
    picker = page.locator("jisr-chat .attach input")
    file = {"name": "reçu.txt", "mimeType": "application/pdf", "buffer": b"no paper at all"}
    await picker.set_input_files([file])
    await page.locator("jisr-chat button.send").click()
    await expect(own(page, "reçu.txt")).to_contain_text("partira dès qu’elle revient")
    proxy.is_down = False
    await page.reload()
    await show_panel(page)
    await expect(own(page, "reçu.txt")).to_contain_text("Je ne peux pas prendre ce fichier")
    assert await waiting_in_the_outbox(page) == 0


async def test_pressing_twice_sends_once(context: BrowserContext, proxy: Proxy) -> None:
    page = await open_widget(context, proxy.url)
    await page.locator("jisr-chat textarea").fill("je veux déposer une réclamation")
    await page.locator("jisr-chat button.send").dblclick()
    await expect_answered(page, "je veux déposer")
    consent = page.locator("jisr-chat button.choice").first
    await consent.evaluate("button => { button.click(); button.click() }")
    await expect_answered(page, await consent.inner_text())
    await page.locator("jisr-chat textarea").fill("consulat")
    await page.locator("jisr-chat textarea").evaluate(
        """area => [1, 2].forEach(() => area.dispatchEvent(
            new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true })))"""
    )
    await expect_answered(page, "consulat")
    assert len(await kept_by_the_server(page)) == proxy.seen[SAY] == 3


async def test_what_the_server_fails_at_is_sent_again_when_asked_and_holds_up_nothing(
    context: BrowserContext, application: Settings
) -> None:
    page = await open_widget(context, application.home)
    await begun(page)

    async def fail(route: Route) -> None:
        error = {"code": "internal_error", "message": "Une erreur est survenue."}
        await route.fulfill(status=500, json={"error": error})

    await page.route("**/api/chat", fail)
    await say(page, "c'est quoi MDM Invest ?")
    await expect(own(page, "MDM Invest")).to_contain_text("Une erreur est survenue.")
    await page.unroute("**/api/chat")
    await begun(page, "et les bourses ?")
    await page.reload()
    await show_panel(page)
    await expect(own(page, "MDM Invest")).to_contain_text("Une erreur est survenue.")
    again = own(page, "MDM Invest").get_by_role("button", name="Renvoyer")
    await again.evaluate("button => { button.click(); button.click() }")
    await expect_answered(page, "MDM Invest")
    assert await kept_by_the_server(page) == [
        *("bonjour", "et les bourses ?", "c'est quoi MDM Invest ?"),
    ]


# The live link


async def test_a_link_that_breaks_and_comes_back_is_told_and_loses_nothing(
    context: BrowserContext, proxy: Proxy, application: Settings
) -> None:
    page = await open_widget(context, proxy.url)
    await begun(page)
    await until(lambda: len(proxy.streams) == 1)
    await staff_reply(application, page, "Premier mot.")
    await expect(page.locator("jisr-chat .message.staff")).to_have_count(1)
    proxy.go_down()
    await expect(status(page)).to_contain_text("Connexion perdue")
    await staff_reply(application, page, "Second mot.")
    proxy.is_down = False
    await expect(status(page)).to_contain_text("La connexion est revenue.")
    await expect(page.locator("jisr-chat .message.staff")).to_have_count(2)
    await expect(page.locator("jisr-chat .message.staff").last).to_contain_text("Second mot.")
    assert (proxy.last_event_ids[0], proxy.last_event_ids[-1]) == (None, "1")
    await expect(status(page)).to_be_empty()


async def test_a_restarted_server_is_found_again(context: BrowserContext, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    async with serving(settings):
        page = await open_widget(context, settings.home)
        await begun(page)
    await expect(status(page)).to_contain_text("Connexion perdue")
    await say(page, "c'est quoi MDM Invest ?")
    async with serving(settings):
        await expect(status(page)).to_contain_text("La connexion est revenue.", timeout=60_000)
        await expect_answered(page, "c'est quoi MDM Invest ?")
        await staff_reply(settings, page, "Me revoilà.")
        await expect(page.locator("jisr-chat .message.staff")).to_contain_text("Me revoilà.")
        await page.close()


@pytest.mark.parametrize("spoilt", [Stream.REFUSED, Stream.CUT, Stream.HELD])
async def test_where_a_proxy_blocks_the_stream_the_widget_asks_now_and_then(
    context: BrowserContext, proxy: Proxy, application: Settings, spoilt: Stream
) -> None:
    proxy.stream = spoilt
    await context.clock.install()
    page = await open_widget(context, proxy.url)
    await begun(page)
    await until(lambda: proxy.seen[STREAM] == 1)
    await staff_reply(application, page, "Passez lundi.")
    news = page.locator("jisr-chat .message.staff")
    await let_time_pass(page, news.count)
    await expect(news).to_contain_text("Passez lundi.")
    await expect(status(page)).to_be_empty()

    proxy.stream = Stream.PASSED

    async def streams() -> int:
        return len(proxy.streams)

    await let_time_pass(page, streams)
    asked = proxy.seen[OUTBOX]
    await staff_reply(application, page, "Ou mardi.")
    await expect(news).to_have_count(2)
    assert proxy.seen[OUTBOX] == asked


# Tabs


async def test_what_is_said_in_one_tab_appears_in_the_other_once(
    context: BrowserContext, application: Settings
) -> None:
    one = await open_widget(context, application.home)
    other = await open_widget(context, application.home)
    await begun(one)
    await begun(other, "c'est quoi MDM Invest ?")
    for page in (one, other):
        await expect_answered(page, "bonjour")
        await expect_answered(page, "MDM Invest")
    assert await shown(one) == await shown(other)
    await staff_reply(application, one, "Passez lundi.")
    for page in (one, other):
        await expect(page.locator("jisr-chat .message.staff")).to_have_count(1)
    await one.reload()
    await show_panel(one)
    await expect(one.locator("jisr-chat .message.staff")).to_have_count(1)
    assert await shown(one) == await shown(other)


async def test_two_tabs_that_begin_at_once_begin_one_conversation(
    context: BrowserContext, proxy: Proxy
) -> None:
    one = await open_widget(context, proxy.url)
    other = await open_widget(context, proxy.url)
    await asyncio.gather(say(one, "bonjour"), say(other, "c'est quoi MDM Invest ?"))
    for page in (one, other):
        await expect_answered(page, "bonjour")
        await expect_answered(page, "MDM Invest")
    assert sorted(await kept_by_the_server(one)) == ["bonjour", "c'est quoi MDM Invest ?"]
    assert proxy.seen[SAY] == 2


async def test_a_tab_sends_what_a_closed_tab_left(context: BrowserContext, proxy: Proxy) -> None:
    one = await open_widget(context, proxy.url)
    await begun(one)
    other = await open_widget(context, proxy.url)
    await expect_answered(other, "bonjour")
    proxy.go_down()
    await say(one, "c'est quoi MDM Invest ?")
    await expect(own(other, "MDM Invest")).to_contain_text("partira dès qu’elle revient")
    await one.close()
    proxy.is_down = False
    await other.evaluate("dispatchEvent(new Event('online'))")
    await expect_answered(other, "MDM Invest")
    assert await kept_by_the_server(other) == ["bonjour", "c'est quoi MDM Invest ?"]


# Browsers that forbid, and clocks that are wrong


@pytest.mark.parametrize("locked", [DENIED, ABSENT, SILENT], ids=["denied", "absent", "silent"])
async def test_a_locked_browser_chats_for_the_life_of_the_page(
    context: BrowserContext, proxy: Proxy, locked: str
) -> None:
    await context.add_init_script(locked)
    page = await context.new_page()
    complaints = complaints_of(page)
    await page.goto(f"{proxy.url}/?lang=fr")
    await show_panel(page)
    await begun(page)
    await page.locator("jisr-chat textarea").fill("c'est quoi MDM Invest ?")
    await page.keyboard.press("Enter")
    await begun(page, "et les bourses ?")
    await expect_answered(page, "MDM Invest")
    await until(lambda: len(proxy.streams) == 1)
    await page.locator("jisr-chat button.close").click()
    await show_panel(page)
    await expect_answered(page, "et les bourses")
    assert proxy.seen[SAY] == 3
    assert complaints == []


@pytest.mark.parametrize("off", YEARS_OFF, ids=["behind", "ahead"])
async def test_a_clock_off_by_a_year_changes_nothing(
    context: BrowserContext, proxy: Proxy, application: Settings, off: timedelta
) -> None:
    await context.clock.install(time=datetime.now(UTC) + off)
    page = await open_widget(context, proxy.url)
    await begun(page)
    await until(lambda: len(proxy.streams) == 1)
    proxy.go_down()
    await say(page, "c'est quoi MDM Invest ?")
    await expect(own(page, "MDM Invest")).to_contain_text("partira dès qu’elle revient")
    await expect(status(page)).to_contain_text("Connexion perdue")
    proxy.is_down = False
    await expect(status(page)).to_contain_text("La connexion est revenue.")
    await expect_answered(page, "MDM Invest")
    await staff_reply(application, page, "Passez lundi.")
    await expect(page.locator("jisr-chat .message.staff")).to_be_visible()
    before = await shown(page)
    await page.reload()
    await show_panel(page)
    await expect(page.locator("jisr-chat .message.staff")).to_be_visible()
    assert await shown(page) == before


async def test_what_is_said_is_dated_by_the_servers_clock(
    context: BrowserContext, proxy: Proxy
) -> None:
    await context.clock.install(time=datetime.now(UTC) - timedelta(days=366))
    page = await conversation_alone(context, proxy)
    for _turn in range(2):
        await page.evaluate("conversation.say('bonjour', 'fr', null)")
    dated = await page.evaluate("conversation.messages.slice(2).map(({ at }) => at)")
    assert dated == sorted(dated)
    assert all(abs(at / 1000 - time.time()) < _PATIENCE_S for at in dated)


async def test_a_slow_network_stays_usable(context: BrowserContext, application: Settings) -> None:
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", _SLOW)
    took: dict[str, float] = {}
    start = time.monotonic()
    await page.goto(f"{application.home}/?lang=fr")
    await page.locator("jisr-chat button.launcher").wait_for()
    took["button"] = time.monotonic() - start
    await show_panel(page)
    start = time.monotonic()
    await say(page, "c'est quoi MDM Invest ?")
    await expect(own(page, "MDM Invest").locator(".state")).to_have_text("Envoi…")
    await say(page, "et les bourses ?")
    await expect_answered(page, "MDM Invest")
    took["first answer"] = time.monotonic() - start
    await expect_answered(page, "et les bourses")
    took["both answers"] = time.monotonic() - start
    print({name: round(seconds, 2) for name, seconds in took.items()})  # noqa: T201 a measurement
    assert await kept_by_the_server(page) == ["c'est quoi MDM Invest ?", "et les bourses ?"]


# Forgetting


async def test_a_forgotten_device_holds_nothing_in_any_tab(
    context: BrowserContext, proxy: Proxy
) -> None:
    one, other = [await conversation_alone(context, proxy) for _ in range(2)]
    await one.evaluate("conversation.say('bonjour', 'fr', null)")
    await other.wait_for_function("conversation.messages.length > 1")
    proxy.answering.clear()
    await one.evaluate("conversation.say('et les bourses ?', 'fr', null), null")
    await until(lambda: proxy.seen[SAY] == 2)
    await other.evaluate("conversation.forgetDevice()")
    proxy.answering.set()
    for page in (one, other):
        await page.wait_for_function("conversation.messages.length === 0")
        assert await page.evaluate("Object.keys(localStorage)") == []
        assert await page.evaluate("indexedDB.databases()") == []
    await one.evaluate("conversation.say('bonjour encore', 'fr', null)")
    assert [text async for text in said_in(one)] == ["bonjour encore"]
    assert await kept_by_the_server(one) == ["bonjour encore"]


async def conversation_alone(context: BrowserContext, proxy: Proxy) -> Page:
    """A page with the widget's conversation, but without the widget around it."""

    async def source(route: Route) -> None:
        await route.fulfill(path=WIDGET_SOURCE / route.request.url.rpartition("/")[2])

    page = await context.new_page()
    await page.route("**/widget-source/*", source)
    await page.route("**/bare", lambda route: route.fulfill(body="<!doctype html>"))
    await page.goto(f"{proxy.url}/bare")
    await page.evaluate(
        """async () => {
            const { Conversation } = await import("/widget-source/conversation.js");
            const { ChatClient } = await import("/widget-source/chat-client.js");
            const host = { addController() {}, requestUpdate() {}, updateComplete: null };
            const client = new ChatClient(location.origin, () => "fr");
            window.conversation = new Conversation(host, client);
            conversation.hostUpdated();
            conversation.open();
        }"""
    )
    return page


async def said_in(page: Page) -> AsyncIterator[str]:
    messages: list[dict[str, Any]] = await page.evaluate("conversation.messages")
    for message in messages:
        if message["from"] == "citizen":
            yield message["text"]
