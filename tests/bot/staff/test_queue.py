from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.papers.printer import Printer
from bot.staff.app import staff_app
from bot.storage.database import Database
from bot.storage.models import Ticket, now
from bot.storage.search import search_text
from tests.bot.staff.conftest import Browser
from tests.bot.staff.seeding import seed


def references(page: str) -> list[str]:
    return re.findall(r'<bdi dir="ltr">(MDM-\d{4}-\d{6})</bdi>', page)


def plain(page: str) -> str:
    return page.replace("\u2068", "").replace("\u2069", "")


def link(page: str, rel: str) -> str:
    found = re.search(rf'<a rel="{rel}" href="([^"]+)"', page)
    return html.unescape(found[1]) if found else ""


def counts(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<span class="count">(\d+)</span>', page)]


def view_field(page: str) -> str:
    found = re.search(r'name="view" value="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_conn, _cursor, statement, *_rest):
        if statement.startswith("SELECT"):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def test_newest_first_and_oldest_first(browser: Browser, database: Database):
    seeded = await seed(database, 6)
    await browser.open("/staff")
    assert references(browser.page) == seeded[::-1]
    await browser.open("/staff?order=oldest")
    assert references(browser.page) == seeded


async def test_a_filter_and_how_many_it_finds(browser: Browser, database: Database):
    await seed(database, 3, state="resolved")
    await browser.open("/staff?state=resolved")
    assert len(references(browser.page)) == 3
    assert "3 dossiers" in plain(browser.page)
    await browser.open("/staff?state=open")
    assert references(browser.page) == []
    assert "Aucun dossier" in browser.page


@pytest.mark.parametrize(
    "query",
    [
        "state=none",
        "queue=x",
        "order=x",
        "variety=x",
        "country=France",
        "assignee=me'--",
        "assignee=²",
        "since=yesterday",
        "until=2026-13-01",
        "after=x",
        "after=1~2026-01-01T00:00:00~1",
        "before=0~2026-01-01T00:00:00%2B00:00~9999999999",
    ],
)
async def test_a_malformed_address_is_the_plain_queue(
    browser: Browser, database: Database, query: str
):
    await seed(database, 2)
    assert (await browser.open(f"/staff?{query}")).status == 200
    assert len(references(browser.page)) == 2


async def test_pages_lead_to_each_other(browser: Browser, database: Database):
    seeded = await seed(database, 60)
    await browser.open("/staff?order=oldest")
    seen = [references(browser.page)]
    while following := link(browser.page, "next"):
        await browser.open(following)
        seen.append(references(browser.page))
    assert seen == [seeded[:25], seeded[25:50], seeded[50:]]
    await browser.open(link(browser.page, "prev"))
    assert references(browser.page) == seeded[25:50]


async def test_the_counts_are_refreshed_alone(browser: Browser, database: Database):
    await seed(database, 3)
    response = await browser.open("/staff/queues?queue=unassigned")
    assert response.status == 200
    assert "<html" not in browser.page
    assert counts(browser.page) == [0, 3, 0, 0, 0, 0, 3]
    assert 'id="queue-unassigned" href="/staff?queue=unassigned" aria-current="page"' in (
        browser.page
    )


async def test_words_are_found_and_kept_in_the_field(browser: Browser, database: Database):
    seeded = await seed(database)
    await browser.open("/staff?words=RENOUVELLEMENT%20%22passeport%22")
    assert references(browser.page) == [seeded[0]]
    assert 'value="RENOUVELLEMENT &#34;passeport&#34;"' in browser.page


async def test_a_view_is_saved_opened_renamed_and_deleted(browser: Browser, database: Database):
    seeded = await seed(database)
    await browser.open("/staff?variety=ary&order=oldest")
    await browser.send("/staff/views", name="  Darija ", view=view_field(browser.page))
    assert references(browser.page) == [seeded[2]]
    address = re.search(r'<a href="([^"]+)" aria-current="page"><bdi>Darija</bdi>', browser.page)
    assert address
    assert address[1] == "/staff?order=oldest&amp;variety=ary"
    await browser.open("/staff/views")
    rename = re.search(r"/staff/views/\d+/rename", browser.page)
    assert rename
    await browser.send(rename[0], name="En darija")
    assert "En darija" in browser.page
    await browser.send(rename[0].replace("rename", "delete"))
    assert "En darija" not in browser.page


async def test_a_view_without_a_name_is_refused_in_words(browser: Browser):
    await browser.open("/staff/views")
    await browser.open("/staff")
    response = await browser.send("/staff/views", name="  ", view="")
    assert response.status == 400
    assert "Il faut un nom" in browser.page


async def test_each_excerpt_has_the_direction_of_its_variety(browser: Browser, database: Database):
    await seed(database)
    await browser.open("/staff")
    for lang, direction in (("fr", "ltr"), ("ar", "rtl"), ("ary", "rtl"), ("ary-Latn", "ltr")):
        assert f'<div lang="{lang}" dir="{direction}">' in browser.page


async def test_what_a_citizen_wrote_is_never_markup(browser: Browser, database: Database):
    evil = '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 7*7 }}'
    [reference] = await seed(database, 1, description=evil, contact=evil, said=evil, answer=evil)
    for path in ("/staff", f"/staff/tickets/{reference}"):
        await browser.open(path)
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in browser.page
        assert "<script>alert" not in browser.page
        assert "<img" not in browser.page
        assert "{{ 7*7 }}" in browser.page


@pytest.mark.parametrize(
    "address", ["/staff", "/staff?queue=unassigned&variety=fr", "/staff?words=personne"]
)
async def test_the_number_of_queries_does_not_grow_with_the_tickets(
    browser: Browser, database: Database, address: str
):
    await seed(database, 1)
    with counted_queries() as for_one:
        await browser.open(address)
    await seed_more(database)
    with counted_queries() as for_many:
        await browser.open(address)
    assert len(references(browser.page)) == 25
    # session; notices; calendar and page; calendar and counts; colleagues; saved views
    assert len(for_one) == len(for_many) == 8


async def seed_more(database: Database) -> None:
    async with database.writing() as session:
        for number in range(100, 150):
            ticket = Ticket(
                acknowledge_by=now(),
                answer_by=now(),
                reference=f"MDM-2026-{number:06d}",
                code="ABC234",
                kind="complaint",
                description="Personne ne répond.",
                lang="fr",
                opened_by_turn=f"web:more-{number}",
            )
            ticket.search_text = search_text(ticket)
            session.add(ticket)


async def test_pages_take_nothing_from_elsewhere_and_are_not_kept(browser: Browser):
    response = await browser.open("/staff")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["Cache-Control"] == "no-store"
    assert not re.findall(r'(?:src|href)="(?!/staff|#)', browser.page)
    assert " style=" not in browser.page
    assert not re.findall(r"<script(?! src=)|\son\w+=", browser.page)


async def test_only_the_named_assets_are_served(visitor: Browser):
    assert (await visitor.open("/staff/assets/console.css")).status == 200
    assert (await visitor.open("/staff/assets/app.py")).status == 404
    assert (await visitor.open("/staff/assets/..%2Fapp.py")).status == 404


async def test_an_unknown_page_is_refused_in_words(browser: Browser):
    response = await browser.open("/staff/nowhere")
    assert response.status == 404
    assert "Cette page" in browser.page


async def test_the_console_works_under_any_path(database: Database, printer: Printer):
    app = web.Application()
    app.add_subapp("/desk", staff_app(database, 12, printer=printer))
    async with TestClient(TestServer(app)) as client:
        response = await client.get("/desk", allow_redirects=False)
        assert response.headers["Location"] == "/desk/sign-in"
        assert 'href="/desk/assets/console.css"' in await (await client.get("/desk/sign-in")).text()
