"""The console, mounted as the application mounts it, and a browser in front of it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer
from argon2 import PasswordHasher
from sqlmodel import select

from bot.insight.parts import Insight
from bot.limiting import Limiter
from bot.news.parts import News
from bot.papers.printer import Printer
from bot.replies.render import Renderer
from bot.staff import passwords
from bot.staff.accounts import Door, create_staff
from bot.staff.app import staff_app
from bot.staff.throttle import Throttle
from bot.storage.database import Database
from bot.storage.models import AuditRow, Staff, StaffSession, row_id
from bot.tickets.attachments import Attachments
from bot.web.app import public_app
from knowledge.base import Knowledge
from knowledge.verified import Verifications

USERNAME = "salma"
PASSWORD = "une phrase longue pour entrer"


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Browser:
    """A browser that keeps cookies and sends the forms of the last page."""

    client: TestClient[Any, Any]
    page: str = ""

    async def open(self, path: str, **options: Any) -> ClientResponse:
        response = await self.client.get(path, **options)
        self.page = await response.text()
        return response

    async def send(
        self,
        path: str,
        *,
        csrf: bool = True,
        headers: dict[str, str] | None = None,
        **fields: str,
    ) -> ClientResponse:
        if csrf:
            fields["csrf"] = self.csrf
        response = await self.client.post(path, data=fields, headers=headers)
        self.page = await response.text()
        return response

    @property
    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="([^"]+)"', self.page)
        assert found, "the page has no form of a signed-in member"
        return found[1]

    async def sign_in(self, password: str = PASSWORD, username: str = USERNAME) -> ClientResponse:
        response = await self.client.post(
            "/staff/sign-in",
            data={"username": username, "password": password},
            allow_redirects=False,
        )
        self.page = await response.text()
        return response


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """argon2 with the least work: a strong hash takes longer than most tests."""
    least = partial(PasswordHasher, time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "PasswordHasher", least)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def insight(database: Database, knowledge: Knowledge) -> Insight:
    return Insight.of(database, knowledge, Verifications())


@pytest.fixture
def news(database: Database, renderer: Renderer, knowledge: Knowledge) -> News:
    return News.of(database, renderer, knowledge)


@pytest.fixture
async def visitor(
    database: Database,
    clock: Clock,
    printer: Printer,
    insight: Insight,
    news: News,
    attachments: Attachments,
) -> AsyncIterator[Browser]:
    """A browser without a session."""
    await create_staff(database, USERNAME, name="Salma B.", password=PASSWORD)
    app = public_app([])
    door = Door(database, Throttle(clock))
    console = staff_app(
        database, 12, printer=printer, door=door, insight=insight, news=news, files=attachments
    )
    app.add_subapp("/staff", console)
    async with TestClient(TestServer(app)) as client:
        yield Browser(client)


@pytest.fixture
async def browser(visitor: Browser) -> Browser:
    """A browser whose member of staff is signed in."""
    assert (await visitor.sign_in()).status == 303
    return visitor


@dataclass
class Office:
    """The console with several members of staff."""

    database: Database
    server: TestServer
    stack: AsyncExitStack

    async def browser(self) -> Browser:
        """A browser nobody has used."""
        return Browser(await self.stack.enter_async_context(TestClient(self.server)))

    async def member(self, username: str, role: str = "agent", **fields: object) -> int:
        await create_staff(
            self.database, username, name=username.title(), role=role, password=PASSWORD
        )
        return row_id(await self.change(username, **fields))

    async def signed_in(self, username: str, role: str = "agent", **fields: object) -> Browser:
        await self.member(username, role, **fields)
        return await self.enters(username)

    async def enters(self, username: str, password: str = PASSWORD) -> Browser:
        browser = await self.browser()
        assert (await browser.sign_in(password, username)).status == 303
        return browser

    async def change(self, username: str, **fields: object) -> Staff:
        async with self.database.writing() as session:
            member = (await session.exec(select(Staff).where(Staff.username == username))).one()
            for name, value in fields.items():
                setattr(member, name, value)
        return member

    async def kept(self, username: str) -> Staff:
        return await self.change(username)

    async def sessions(self, username: str) -> list[StaffSession]:
        query = (
            select(StaffSession)
            .join(Staff, StaffSession.staff_id == Staff.id)
            .where(Staff.username == username)
        )
        async with self.database.reading() as session:
            return list((await session.exec(query)).all())

    async def audit(self) -> list[AuditRow]:
        async with self.database.reading() as session:
            return list((await session.exec(select(AuditRow).order_by(AuditRow.id))).all())


@asynccontextmanager
async def opened(
    database: Database,
    clock: Clock,
    printer: Printer,
    totp_roles: Collection[str] = (),
    news: News | None = None,
    limiter: Limiter | None = None,
) -> AsyncIterator[Office]:
    app = public_app([])
    door = Door(database, Throttle(clock))
    console = staff_app(
        database,
        12,
        printer=printer,
        door=door,
        totp_roles=totp_roles,
        news=news,
        limiter=limiter,
    )
    app.add_subapp("/staff", console)
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(TestServer(app))
        yield Office(database, server, stack)


@pytest.fixture
async def office(
    database: Database, clock: Clock, printer: Printer, news: News
) -> AsyncIterator[Office]:
    """The console, to put several people in front of."""
    async with opened(database, clock, printer, news=news) as office:
        yield office
