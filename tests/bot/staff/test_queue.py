from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.staff.app import staff_app
from bot.storage.database import Database
from bot.storage.models import Ticket, now
from tests.bot.staff.conftest import Browser
from tests.bot.staff.seeding import seed


def references(page: str) -> list[str]:
    return re.findall(r'<bdi dir="ltr">(MDM-\d{4}-\d{6})</bdi>', page)


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


async def test_one_state_with_its_count(browser: Browser, database: Database):
    await seed(database, 3, state="resolved")
    await browser.open("/staff?state=resolved")
    assert len(references(browser.page)) == 3
    assert "3 dossiers" in browser.page.replace("\u2068", "").replace("\u2069", "")
    await browser.open("/staff?state=open")
    assert references(browser.page) == []
    assert "Aucun dossier" in browser.page


@pytest.mark.parametrize(
    "query", ["state=none", "page=0", "page=-1", "page=x", "page=²", "order=x"]
)
async def test_a_malformed_address_is_the_plain_queue(
    browser: Browser, database: Database, query: str
):
    await seed(database, 2)
    assert (await browser.open(f"/staff?{query}")).status == 200
    assert len(references(browser.page)) == 2


async def test_pages(browser: Browser, database: Database):
    seeded = await seed(database, 60)
    await browser.open("/staff?page=2&order=oldest")
    assert references(browser.page) == seeded[25:50]
    assert "/staff?order=oldest&amp;page=3" in browser.page
    await browser.open("/staff?page=99999")
    assert references(browser.page) == seeded[9::-1]


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


async def test_the_number_of_queries_does_not_grow_with_the_tickets(
    browser: Browser, database: Database
):
    await seed(database, 1)
    with counted_queries() as for_one:
        await browser.open("/staff")
    await seed_more(database)
    with counted_queries() as for_many:
        await browser.open("/staff")
    assert len(references(browser.page)) == 25
    assert len(for_one) == len(for_many) == 4  # the session, the notices, the counts, the page


async def seed_more(database: Database) -> None:
    async with database.writing() as session:
        for number in range(100, 150):
            session.add(
                Ticket(
                    acknowledge_by=now(),
                    answer_by=now(),
                    reference=f"MDM-2026-{number:06d}",
                    code="ABC234",
                    kind="complaint",
                    description="…",
                    lang="fr",
                    opened_by_turn=f"web:more-{number}",
                )
            )


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


async def test_the_console_works_under_any_path(database: Database):
    app = web.Application()
    app.add_subapp("/desk", staff_app(database, 12))
    async with TestClient(TestServer(app)) as client:
        response = await client.get("/desk", allow_redirects=False)
        assert response.headers["Location"] == "/desk/sign-in"
        assert 'href="/desk/assets/console.css"' in await (await client.get("/desk/sign-in")).text()
