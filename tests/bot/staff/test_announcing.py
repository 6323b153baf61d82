"""The announcements page: who writes, who releases, what is shown before and after."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.news.parts import News
from bot.office import OFFICE
from bot.staff.roles import Role
from bot.storage.database import Database
from bot.storage.models import Announcement, AnnouncementDelivery, Conversation, now
from tests.bot.news.newsroom import release, subscribe
from tests.bot.staff.conftest import Browser, Office, opened

FIELDS = {
    "kind": "deadline",
    "topic": "social",
    "country": "",
    "text-fr": "Les bourses <ferment> le 30.",
    "text-ar": "آخر أجل للمنح يوم 30.",
    "text-ary": "",
    "text-ary-Latn": "",
    "source_title": "Bulletin officiel",
    "source_url": "https://example.org/bo",
    "source_document": "",
}
NOW = {"read": "1", "when": "now"}


async def kept(database: Database) -> list[Announcement]:
    async with database.reading() as session:
        return list((await session.exec(select(Announcement).order_by(Announcement.id))).all())


async def events(office: Office) -> list[str]:
    return [row.event for row in await office.audit() if row.event.startswith("news.")]


def seen(page: str) -> str:
    return re.findall(r'name="seen" value="([^"]+)"', page)[-1]


async def drafted(browser: Browser, **fields: str) -> None:
    """The page of a new draft, as its author sees it."""
    await browser.open("/staff/news/new")
    assert (await browser.send("/staff/news/new", **{**FIELDS, **fields})).status == 200


async def releases(browser: Browser, **fields: str) -> int:
    await browser.open("/staff/news/1")
    version = seen(browser.page) if 'name="seen"' in browser.page else ""
    sent = {"seen": version, **NOW, **fields}
    return (await browser.send("/staff/news/1/release", **sent)).status


@pytest.fixture
async def amal(office: Office) -> Browser:
    return await office.signed_in("amal", "supervisor")


@pytest.fixture
async def badr(office: Office) -> Browser:
    return await office.signed_in("badr", "supervisor")


async def test_one_writes_and_another_lets_it_leave(
    office: Office, amal: Browser, badr: Browser
) -> None:
    await drafted(amal)
    assert await releases(badr) == 200
    [announcement] = await kept(office.database)
    assert (announcement.state, announcement.created_by, announcement.released_by) == (
        "scheduled",
        1,
        2,
    )
    assert await events(office) == ["news.created", "news.released"]


async def test_the_author_does_not_release_it(office: Office, amal: Browser) -> None:
    await drafted(amal)
    await amal.open("/staff/news/1")
    assert "/staff/news/1/release" not in amal.page
    assert await releases(amal) == 409
    assert (await kept(office.database))[0].state == "draft"


async def test_who_changed_it_last_does_not_release_it_either(
    office: Office, amal: Browser, badr: Browser
) -> None:
    await drafted(amal)
    await badr.open("/staff/news/1")
    await badr.send("/staff/news/1", **{**FIELDS, "seen": seen(badr.page), "text-fr": "Le 29."})
    assert await releases(badr) == 409
    assert await releases(await office.signed_in("chama", "admin")) == 200
    assert await events(office) == ["news.created", "news.edited", "news.released"]


async def test_without_four_eyes_the_author_releases_it(
    database: Database, clock, printer, renderer, knowledge
) -> None:
    news = News.of(database, renderer, knowledge, four_eyes=False)
    async with opened(database, clock, printer, news=news) as office:
        browser = await office.signed_in("amal", "supervisor")
        await drafted(browser)
        assert await releases(browser) == 200
        assert (await kept(database))[0].released_by == 1


@pytest.mark.parametrize(("role", "may"), [("agent", False), ("supervisor", True), ("admin", True)])
async def test_agents_look_only(office: Office, amal: Browser, role: Role, may: bool) -> None:
    await drafted(amal)
    browser = await office.signed_in("someone", role)
    for path in ("/staff/news", "/staff/news/1", "/staff/news/1/figures"):
        assert (await browser.open(path)).status == 200
    assert "bourses &lt;ferment&gt;" in (await office_page(browser, "/staff/news/1"))
    assert (await browser.open("/staff/news/new")).status == (200 if may else 403)
    await browser.open("/staff/account")
    csrf = browser.csrf
    for path in ("/new", "/1", "/1/release", "/1/take-back", "/1/cancel"):
        answer = await browser.client.post(f"/staff/news{path}", data={**FIELDS, "csrf": csrf})
        assert (answer.status == 403) != may
    if not may:
        assert [each.state for each in await kept(office.database)] == ["draft"]
        assert await events(office) == ["news.created"]


async def office_page(browser: Browser, path: str) -> str:
    await browser.open(path)
    return browser.page


async def test_the_preview_shows_what_telegram_shows(amal: Browser) -> None:
    await drafted(amal)
    assert "<b>Une échéance approche</b>" in amal.page
    assert "Les bourses &lt;ferment&gt; le 30." in amal.page
    assert (
        '<a href="https://example.org/bo">Source : \u2068Bulletin officiel\u2069</a>' in amal.page
    )
    assert "Ne plus recevoir d&#39;annonces" in amal.page
    assert 'class="post" lang="ar" dir="rtl"' in amal.page
    # Darija has no text of its own yet: its readers get the Arabic or the French one.
    assert amal.page.count('class="post" lang="ar"') == 2
    assert amal.page.count('class="post" lang="fr"') == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"text-fr": "", "text-ar": "", "text-ary": "غير بالدارجة"},
        {"source_title": ""},
        {"source_url": "", "source_document": ""},
    ],
)
async def test_what_is_not_complete_is_kept_and_does_not_leave(
    office: Office, amal: Browser, badr: Browser, changes: dict[str, str]
) -> None:
    await drafted(amal, **changes)
    assert await releases(badr) == 400
    assert (await kept(office.database))[0].state == "draft"


async def test_a_document_is_a_source_where_there_is_no_page(amal: Browser, badr: Browser) -> None:
    await drafted(amal, source_url="", source_document="BO n° 7000")
    assert "Bulletin officiel, BO n° 7000" in amal.page
    assert await releases(badr) == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "rumour"},
        {"topic": "no-such"},
        {"country": "ZZ"},
        {"source_url": "javascript:alert(1)"},
        {"source_url": "https://"},
        {"text-ar": "ا" * 3001},
        {"text-fr": "😀" * 1501},
        {"source_title": "x" * 201},
    ],
)
async def test_what_is_wrong_is_refused_and_what_was_typed_is_kept(
    office: Office, amal: Browser, changes: dict[str, str]
) -> None:
    await amal.open("/staff/news/new")
    response = await amal.send("/staff/news/new", **{**FIELDS, **changes})
    assert response.status == 400
    assert "آخر أجل" in amal.page or "text-ar" in changes
    assert await kept(office.database) == []


async def test_it_is_scheduled_by_the_clock_of_the_office(
    office: Office, amal: Browser, badr: Browser
) -> None:
    await drafted(amal)
    day = (now().astimezone(OFFICE) + timedelta(days=3)).date()
    assert await releases(badr, when="then", day=day.isoformat(), time="09:30") == 200
    [announcement] = await kept(office.database)
    assert announcement.send_at is not None
    local = announcement.send_at.astimezone(OFFICE)
    assert (local.date(), local.hour, local.minute) == (day, 9, 30)


@pytest.mark.parametrize(
    "fields",
    [
        {"when": "then", "day": "2020-01-01", "time": "10:00"},
        {"when": "then", "day": "9999-12-31", "time": "23:59"},
        {"when": "then", "day": "", "time": ""},
        {"read": ""},
    ],
)
async def test_a_moment_that_is_none_or_texts_not_read_are_refused(
    office: Office, amal: Browser, badr: Browser, fields: dict[str, str]
) -> None:
    await drafted(amal)
    assert await releases(badr, **fields) == 400
    assert (await kept(office.database))[0].state == "draft"


async def test_what_changed_after_it_was_read_does_not_leave(
    office: Office, amal: Browser, badr: Browser
) -> None:
    await drafted(amal)
    await badr.open("/staff/news/1")
    read = seen(badr.page)
    await amal.open("/staff/news/1")
    await amal.send("/staff/news/1", **{**FIELDS, "seen": seen(amal.page), "text-fr": "Autre."})
    assert (await badr.send("/staff/news/1/release", seen=read, **NOW)).status == 409
    stale = await badr.send("/staff/news/1", **{**FIELDS, "seen": read, "text-fr": "Encore."})
    assert stale.status == 409
    assert "Encore." in badr.page
    [announcement] = await kept(office.database)
    assert (announcement.state, announcement.texts["fr"]) == ("draft", "Autre.")


async def test_whom_it_reaches_is_shown_and_few_are_not_counted_out(
    office: Office, amal: Browser, badr: Browser
) -> None:
    await subscribe(office.database, *range(1, 13))
    await subscribe(office.database, *range(21, 24), lang="ar")
    await subscribe(office.database, *range(31, 41), channel="web")
    await drafted(amal)
    await badr.open("/staff/news/1")
    [reach] = re.findall(r"<caption>.*?</table>", badr.page, re.DOTALL)
    assert re.findall(r'<bdi dir="ltr">([^<]+)', reach) == ["&lt;5", "…", "0", "0", "15"]


async def test_the_figures_tell_what_became_of_it_by_reason(office: Office, badr: Browser) -> None:
    ids = await subscribe(office.database, *range(1, 41))
    number = await release(office.database)
    fates = [("delivered", None)] * 20 + [("failed", "blocked")] * 9 + [("pending", None)] * 6
    fates += [("uncertain", "interrupted")] * 5
    async with office.database.writing() as session:
        session.add_all(
            AnnouncementDelivery(
                announcement_id=number, conversation_id=each, due_at=now(), state=state, reason=why
            )
            for each, (state, why) in zip(ids, fates, strict=True)
        )
    await badr.open(f"/staff/news/{number}/figures")
    rows = dict(re.findall(r'<th scope="row">([^<]+)</th><td><bdi dir="ltr">([^<]+)', badr.page))
    assert rows == {
        "En attente": "6",
        "Remise": "20",
        "Échec : a bloqué le bot": "9",
        "Incertain : interrompu en cours d&#39;envoi": "5",
        "Total": "40",
    }
    assert "hx-get" in badr.page  # it goes on by itself


async def test_it_is_taken_back_and_cancelled_as_long_as_it_is_not_sent(
    office: Office, amal: Browser, badr: Browser
) -> None:
    await drafted(amal)
    await releases(
        badr, when="then", day=(now() + timedelta(days=9)).date().isoformat(), time="10:00"
    )
    await badr.send("/staff/news/1/take-back")
    assert (await kept(office.database))[0].state == "draft"
    await amal.open("/staff/news/1")
    await amal.send("/staff/news/1/cancel")
    assert (await kept(office.database))[0].state == "cancelled"
    for path in ("cancel", "take-back", "release"):
        await badr.open("/staff/account")
        answer = await badr.send(f"/staff/news/1/{path}", seen="", **NOW)
        assert answer.status == 409
    assert await events(office) == [
        "news.created",
        "news.released",
        "news.taken_back",
        "news.cancelled",
    ]


async def test_an_announcement_that_is_none_is_not_found(badr: Browser) -> None:
    for path in ("/staff/news/7", "/staff/news/7/figures"):
        assert (await badr.open(path)).status == 404
    await badr.open("/staff/account")
    for path in ("", "/release", "/take-back", "/cancel"):
        answer = await badr.send(f"/staff/news/7{path}", **FIELDS, **NOW)
        assert answer.status == 404, path
        await badr.open("/staff/account")


async def test_no_audit_row_holds_a_text(office: Office, amal: Browser) -> None:
    await drafted(amal)
    rows = [row for row in await office.audit() if row.event == "news.created"]
    assert [row.data for row in rows] == [{"announcement": 1}]
    async with office.database.reading() as session:
        assert (await session.exec(select(Conversation))).all() == []
