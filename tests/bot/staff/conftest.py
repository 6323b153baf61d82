"""The console, mounted as the application mounts it, and a browser in front of it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot.staff.accounts import Door, create_staff
from bot.staff.app import staff_app
from bot.staff.throttle import Throttle
from bot.storage.database import Database
from bot.tickets.attachments import Attachments
from bot.web.app import public_app

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


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def visitor(
    database: Database, clock: Clock, attachments: Attachments
) -> AsyncIterator[Browser]:
    """A browser without a session."""
    await create_staff(database, USERNAME, name="Salma B.", password=PASSWORD)
    app = public_app([])
    app.add_subapp(
        "/staff", staff_app(database, 12, Door(database, Throttle(clock)), files=attachments)
    )
    async with TestClient(TestServer(app)) as client:
        yield Browser(client)


@pytest.fixture
async def browser(visitor: Browser) -> Browser:
    """A browser whose member of staff is signed in."""
    assert (await visitor.sign_in()).status == 303
    return visitor
