"""Stored and reflected script in every field that staff or citizens see.

Templates escape, the widget builds nodes. In Chromium the policy of the pages is switched off, so
that escaping alone is what holds. The fields are the text columns of the tables: a new one is
filled too, unless it is named below as one that holds words of ours only.
"""

from __future__ import annotations

import html
import os
import shutil
from datetime import timedelta
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from playwright.async_api import Page, async_playwright
from sqlalchemy import update
from sqlmodel import AutoString, SQLModel, select

from bot.office import office_day
from bot.storage.models import (
    Announcement,
    ClosedDay,
    FactCheck,
    Forwarding,
    Staff,
    Ticket,
    TicketMessage,
    TicketNote,
    Turn,
    now,
    row_id,
)
from bot.telegram.wording import plain
from bot.tickets.calendar import HOME
from tests.conftest import missing
from tests.security.house import House, csrf_of, follow

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

# Columns that nobody types into: numbers of ours, words of ours, digests.
OURS = {
    *("id", "conversation_id", "channel", "address", "lang", "topic", "facet", "asked", "intent"),
    *("turn_holder", "turn_id", "opened_by_turn", "unanswered", "payload", "state", "verdict"),
    *("from_id", "to_id", "keep", "code_hash", "token_hash", "csrf", "password_hash", "sha256"),
    *("role", "totp_secret", "kind", "source", "media_type", "reference", "code", "priority"),
    *("category", "country", "relation", "answer_type", "remedy", "author", "event", "actor"),
    *("say", "recipient", "search_text", "time_zone", "digest", "consent_text", "asked_by"),
    *("error", "announcementdelivery.reason"),
}
INNER_TABLES = {"secret", "lease", "telegramupdate", "sentparts", "ticketcounter", "auditseal"}
# What must have been seen on some page, or this test would show nothing.
SEEN = {
    *("ticket.description", "ticket.contact", "ticket.service", "ticketmessage.text"),
    *("ticketnote.text", "attachment.name", "staff.name", "staff.username", "staff.email"),
    *("savedview.name", "incident.title", "forwarding.body", "forwarding.their_reference"),
    *("closedday.name", "announcement.source_title", "announcement.texts", "turn.text"),
    *("turn.answer", "staffsession.browser", "releaserequest.reason", "announcement.source_url"),
}
STREAMS = {"/staff/notices/events", "/api/chat/events"}
MARKS = "[data-pwned], [onload], [onerror], img[src='x']"

# A direction override that is not closed must not turn what stands around the value.
LEAKS = """(root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const TAILS = ["txet", "تشت"];  // as it was typed, and in Arabic letters
  const leaks = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.includes("\\u202e")) continue;
    let element = node.parentElement;
    if (element.closest("textarea, option, title, script")) continue;
    let held = false;  // by an element, or by the end of the line
    while (!held && getComputedStyle(element).display === "inline") {
      held = /isolate|plaintext/.test(getComputedStyle(element).unicodeBidi);
      element = element.parentElement;
    }
    const closed = /\\u2068.*\\u202e.*\\u2069/;
    const lines = element.innerText.split("\\n").filter((line) => !closed.test(line));
    const turned = lines.map((line) => line.split("\\u202e")[1] ?? "");
    const ours = turned.filter((after) => !TAILS.some((tail) => tail.startsWith(after.trim())));
    if (!held && ours.length > 0) {
      leaks.push(element.outerHTML);
    }
  }
  return leaks;
}"""


def hostile(label: str) -> str:
    """Breaks out of text, attribute, textarea and title; a template would reckon; turns around."""
    return (
        f"{label}\"'><img src=x onerror=\"pwned.push('{label}')\" data-pwned></textarea></title>"
        f"<script>pwned.push('{label}')</script><svg onload=pwned.push(1)>{{{{7*7}}}}\u202etxet"
    )


async def fill(house: House) -> None:
    """One of what the house has not yet, and then every text column of every row."""
    database, reference = house.database, house.things["reference"]
    day = office_day(now()) + timedelta(days=1)
    async with database.writing() as session:
        ticket = (await session.exec(select(Ticket).where(Ticket.reference == reference))).one()
        me = (await session.exec(select(Staff).where(Staff.username == "admin"))).one()
        number = {"ticket_id": ticket.id, "staff_id": me.id}
        session.add_all(
            [
                TicketMessage(ticket_id=ticket.id, author="citizen", text="", lang="ary-Latn"),
                TicketNote(**number, text=""),
                Forwarding(**number, body="", their_reference=""),
                ClosedDay(country=HOME, day=day, name="", staff_id=row_id(me)),
                FactCheck(
                    topic="social/scholarships",
                    facet="documents",
                    verified_on=day,
                    staff_id=row_id(me),
                    name="",
                ),
            ]
        )
        await session.flush()
        for name, table in SQLModel.metadata.tables.items():
            for column in table.columns:
                ours = {column.name, f"{name}.{column.name}"} & OURS or name in INNER_TABLES
                if isinstance(column.type, AutoString) and not ours and not column.foreign_keys:
                    await _fill_column(session, table, column)
        for turn in await session.exec(select(Turn)):
            replies = [{**each, "text": hostile("turn.answer")} for each in turn.answer["replies"]]
            turn.answer = {"ticket": None, **turn.answer, "replies": replies}
        for announcement in await session.exec(select(Announcement)):
            announcement.texts = dict.fromkeys(("fr", "ar"), hostile("announcement.texts"))


async def _fill_column(session: Any, table: Any, column: Any) -> None:
    connection = await session.connection()
    keys = [key for key in table.primary_key.columns if key is not column]
    rows = (await connection.execute(table.select())).mappings().all()
    for number, row in enumerate(rows):
        if table.name == "staff" and column.name == "username" and row["username"] != "victim":
            continue  # they sign in
        value = f"{number} {hostile(f'{table.name}.{column.name}')}"
        where = [key == row[key.name] for key in keys]
        await connection.execute(update(table).where(*where).values({column.name: value}))


async def look(page: Page, path: str, faults: dict[str, object], seen: set[str]) -> None:
    """Opens everything on a page and notes what ran, what was made, and what was turned around."""
    await page.goto(path)
    await page.evaluate("document.querySelectorAll('details').forEach(each => {each.open = true})")
    ran = await page.evaluate("window.pwned")
    made = await page.locator(MARKS).count()
    leaks = await page.locator("body").evaluate(LEAKS)
    if ran or made or leaks:
        faults[path] = (ran, made, leaks[:2])
    text = html.unescape(await page.content())
    seen |= {label for label in SEEN if label in text}
    assert "{{7*7}}" in text or "49" not in text or "txet" not in text, path


async def test_nothing_that_was_typed_runs_or_turns_what_stands_around_it(house: House) -> None:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        missing("Chromium (apt-get install chromium)")
    admin = await house.browser("admin")
    citizen, _page = await follow(house, house.things["reference"])
    desk = f"/staff/tickets/{house.things['reference']}"
    await admin.open(desk)
    answered = await admin.send(f"{desk}/reply", mode="reply", text=hostile("staff.reply"))
    assert answered.status in {200, 303}
    await fill(house)
    origin = str(house.server.make_url("/"))
    token = house.token_of(str(house.things["conversation"]))
    held = {
        each.key: each for client in (admin.client, citizen) for each in client.session.cookie_jar
    }
    held["jisr_assistant"] = token
    faults: dict[str, object] = {}
    seen: set[str] = set()
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        context = await chromium.new_context(base_url=origin, bypass_csp=True, locale="fr-FR")
        await context.add_cookies(
            [
                {"name": name, "value": getattr(each, "value", each), "url": origin}
                for name, each in held.items()
            ]
        )
        await context.add_init_script(
            "window.pwned = [];"
            f"localStorage.setItem('jisr.conversation {origin.rstrip('/')}', '{token}')"
        )
        page = await context.new_page()
        for route in house.routes():
            is_page = not route.path.endswith((".pdf", ".csv", ".js", "/export", "/{name}"))
            plain_page = route.path in {"/assistant", "/suivi", "/suivi/ticket", "/verify"}
            in_console = route.path.startswith("/staff") and "/files/" not in route.path
            opened = is_page and (plain_page or in_console) and route.path not in STREAMS
            if route.method == "GET" and opened:
                await look(page, route.at(house.things), faults, seen)
        await page.goto("/?lang=fr")
        await page.evaluate("document.querySelector('jisr-chat').open()")
        said = page.locator("jisr-chat [role=log] .message")
        for label in ("turn.answer", "staff.reply"):
            await said.get_by_text(label).first.wait_for()
        assert await page.locator("jisr-chat [role=log]").evaluate(LEAKS) == []
        assert await page.locator(f"jisr-chat :is({MARKS})").count() == 0
        assert await page.evaluate("window.pwned") == []
        await chromium.close()
    assert faults == {}
    assert seen >= SEEN, SEEN - seen


async def test_nothing_in_an_address_comes_back_as_markup(house: House) -> None:
    admin = await house.browser("admin")
    citizen, _page = await follow(house, house.things["reference"])
    typed = quote(hostile("reflected"), safe="")
    names = ("q", "lang", "queue", "done", "canned", "ticket", "reference", "code", "date", "whose")
    query = "&".join(f"{name}={typed}" for name in (*names, "show", "table", "variety", "before"))
    for route in house.routes():
        if route.method != "GET" or route.path in STREAMS:
            continue
        client = admin.client if route.path.startswith("/staff") else citizen
        for path in (
            f"{route.at(house.things)}?{query}",
            f"{route.at(house.things).rstrip('/')}/{typed}",
        ):
            body = await (await client.get(path)).read()
            assert b"<script>pwned" not in body, path
            assert b" data-pwned>" not in body, path


async def test_nothing_in_a_refused_form_comes_back_as_markup(house: House) -> None:
    """What was typed is shown again, in fields."""
    admin = await house.browser("admin")
    await admin.open("/staff/account")
    citizen, page = await follow(house, house.things["reference"])
    names = {
        *("text", "name", "username", "email", "service", "title", "body", "note", "reason"),
        *("other", "message", "reference", "code", "state", "role", "hours", "source_title"),
        *("their_reference", "day", "country", "kept-reference", "topic", "to", "from-0", "view"),
    }
    for route in house.routes():
        if route.method != "POST" or route.path.startswith("/api/"):
            continue
        if route.path in {"/staff/sign-out", "/telegram/webhook"}:
            continue
        in_console = route.path.startswith("/staff")
        client = admin.client if in_console else citizen
        form = {name: hostile("typed") for name in names} | {"once": str(uuid4())}
        form["csrf"] = admin.csrf if in_console else csrf_of(page)
        body = await (await client.post(route.at(house.things), data=form)).text()
        assert "<script>pwned" not in body, route
        assert " data-pwned>" not in body, route


@pytest.mark.usefixtures("database_url")
def test_nothing_that_was_typed_is_markup_on_telegram() -> None:
    [part] = plain(hostile("telegram"))
    assert "<" not in part.html
    assert "&lt;script&gt;" in part.html
