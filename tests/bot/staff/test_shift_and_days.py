"""The shift sheet and the closed days page: what they show, and to whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select, update

from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import AuditRow, ClosedDay, SavedView, Staff, Ticket, now
from tests.bot.staff.conftest import USERNAME, Browser
from tests.bot.staff.seeding import seed
from tests.bot.staff.test_queue import references

A_DAY = (now() + timedelta(days=40)).date().isoformat()


async def become(database: Database, role: str) -> None:
    async with database.writing() as session:
        await session.exec(update(Staff).where(Staff.username == USERNAME).values(role=role))


async def test_the_sheet_shows_ones_own_and_a_supervisor_everyones(
    browser: Browser, database: Database
):
    await create_staff(database, "omar", password="a long pass phrase")
    [mine, theirs] = await seed(database, 2, state="waiting_citizen")
    async with database.writing() as session:
        for reference, username in ((mine, USERNAME), (theirs, "omar")):
            holder = (await session.exec(select(Staff.id).where(Staff.username == username))).one()
            await session.exec(
                update(Ticket).where(Ticket.reference == reference).values(assignee_id=holder)
            )
    await browser.open("/staff/shift")
    assert references(browser.page) == [mine]
    assert (await browser.open("/staff/shift?whose=all")).status == 403
    assert theirs not in browser.page
    await become(database, "supervisor")
    await browser.open("/staff/shift?whose=all")
    assert sorted(references(browser.page)) == [mine, theirs]


async def test_a_supervisor_enters_a_day_and_takes_it_back(browser: Browser, database: Database):
    await become(database, "supervisor")
    await browser.open("/staff/closed-days?country=FR")
    assert "France" in browser.page
    fields = {"country": "FR", "day": A_DAY, "name": "Aïd <annoncé>"}
    await browser.send("/staff/closed-days", **fields)
    assert "Aïd &lt;annoncé&gt;" in browser.page
    await browser.send("/staff/closed-days/remove", country="FR", day=A_DAY)
    assert "annoncé&gt;" not in browser.page
    async with database.reading() as session:
        assert (await session.exec(select(ClosedDay))).all() == []
        events = [row.event for row in await session.exec(select(AuditRow))]
    assert events[-2:] == ["calendar.day.added", "calendar.day.removed"]


@pytest.mark.parametrize(
    "changes",
    [
        {"day": "2020-01-01"},
        {"day": "soon"},
        {"day": "9999-12-31"},
        {"name": " "},
        {"name": "x" * 81},
        {"country": "ZZ"},
        {"country": ""},
    ],
)
async def test_a_day_that_is_none_is_refused_and_what_was_typed_is_kept(
    browser: Browser, database: Database, changes: dict[str, str]
):
    await become(database, "admin")
    await browser.open("/staff/closed-days")
    fields = {"country": "MA", "day": A_DAY, "name": "Fête annoncée", **changes}
    response = await browser.send("/staff/closed-days", **fields)
    assert response.status == 400
    assert f'value="{fields["name"]}"' in browser.page
    async with database.reading() as session:
        assert (await session.exec(select(ClosedDay))).all() == []


async def test_an_agent_neither_sees_nor_changes_closed_days(browser: Browser, database: Database):
    async with database.writing() as session:
        member = (await session.exec(select(Staff.id))).first() or 0
        day = (now() + timedelta(days=30)).date()
        session.add(ClosedDay(country="MA", day=day, name="Fête secrète", staff_id=member))
    await browser.open("/staff")
    assert "closed-days" not in browser.page
    csrf = browser.csrf
    assert (await browser.open("/staff/closed-days")).status == 403
    assert "Fête secrète" not in browser.page
    for path in ("/staff/closed-days", "/staff/closed-days/remove"):
        fields = {"csrf": csrf, "country": "MA", "day": day.isoformat(), "name": "x"}
        assert (await browser.client.post(path, data=fields)).status == 403
    async with database.reading() as session:
        [kept] = (await session.exec(select(ClosedDay))).all()
    assert kept.name == "Fête secrète"


async def test_the_views_of_others_do_not_exist(browser: Browser, database: Database):
    await create_staff(database, "omar", password="a long pass phrase")
    async with database.writing() as session:
        other = (await session.exec(select(Staff.id).where(Staff.username == "omar"))).one() or 0
        view = SavedView(staff_id=other, name="À Omar seul", query={"country": "FR"})
        session.add(view)
    await browser.open("/staff")
    csrf = browser.csrf
    for path in ("/staff", "/staff/views"):
        await browser.open(path)
        assert "À Omar seul" not in browser.page
    for change in ("rename", "delete"):
        fields = {"csrf": csrf, "name": "À moi"}
        answer = await browser.client.post(f"/staff/views/{view.id}/{change}", data=fields)
        assert answer.status == 404
    async with database.reading() as session:
        [kept] = (await session.exec(select(SavedView))).all()
    assert (kept.name, kept.staff_id) == ("À Omar seul", other)
