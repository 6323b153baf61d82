"""The whole application as bot.assembly puts it together, furnished: one thing of every kind in it.

Its routes are read from its router, so that a new one without a place in these tests fails them.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlmodel import SQLModel, select

from bot.assembly import Assembly
from bot.privacy.approvals import Kind
from bot.privacy.releases import Asked, Releases
from bot.settings import Settings
from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import (
    Conversation,
    Incident,
    SavedView,
    Staff,
    StaffNotice,
    Ticket,
    Turn,
    now,
    row_id,
)
from bot.tickets.attachments import SentFile
from bot.web import keys
from knowledge.base import Knowledge
from tests.bot.files.samples import image_bytes
from tests.bot.news.newsroom import release
from tests.bot.staff.conftest import PASSWORD, Browser
from tests.bot.staff.seeding import seed

SITE = "https://consulat.example"
WEBHOOK_SECRET = "the-secret-of-these-tests"
SERVICE = "Consulat de Lyon"
CODE = "ABC234"

Client = TestClient[web.Request, web.Application]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Route:
    """A way into the application."""

    method: str
    path: str

    @property
    def placeholders(self) -> list[str]:
        return _PLACEHOLDER.findall(self.path)

    def at(self, values: Mapping[str, object]) -> str:
        """The path with its placeholders filled; KeyError for one that nobody thought of."""
        return _PLACEHOLDER.sub(lambda found: str(values[found[1]]), self.path)


@dataclass
class House:
    """The application, listening, and what is in it."""

    app: web.Application
    server: TestServer
    database: Database
    settings: Settings
    stack: AsyncExitStack
    things: dict[str, object] = field(default_factory=dict)

    async def client(self) -> Client:
        """A browser nobody has used."""
        return await self.stack.enter_async_context(TestClient(self.server))

    async def browser(self, username: str) -> Browser:
        """A browser in which that member of staff is signed in."""
        browser = Browser(await self.client())
        assert (await browser.sign_in(PASSWORD, username)).status == 303
        return browser

    async def member(self, username: str, role: str, **fields: object) -> int:
        """A member of staff of that role."""
        await create_staff(
            self.database, username, name=username.title(), role=role, password=PASSWORD
        )
        query = select(Staff).where(Staff.username == username)
        async with self.database.writing() as session:
            member = (await session.exec(query)).one()
            for name, value in fields.items():
                setattr(member, name, value)
        return row_id(member)

    async def says(self, text: str, token: str | None = None) -> dict[str, Any]:
        """One turn of a citizen; the answer of the chat API."""
        client = await self.client()
        body = {"client_id": str(uuid4()), "conversation": token, "message": text}
        response = await client.post("/api/chat", json=body)
        assert response.status == 200, await response.text()
        return dict(await response.json())

    def token_of(self, conversation_id: str) -> str:
        """The bearer token of a conversation."""
        return self.app[keys.TOKENS].issue(conversation_id)

    def routes(self) -> Iterator[Route]:
        """Every route of the public application, HEAD and preflights left out."""
        for route in self.app.router.routes():
            resource = route.resource
            if resource is not None and route.method not in {"HEAD", "OPTIONS"}:
                yield Route(route.method, resource.canonical)

    def staff_routes(self) -> Iterator[Route]:
        return (route for route in self.routes() if route.path.startswith("/staff"))


@asynccontextmanager
async def opened(
    database: Database, knowledge: Knowledge, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """The application without Rasa and without a tick of its own."""
    # Read once for all tests: it takes seconds.
    monkeypatch.setattr("bot.assembly.load", lambda **_options: knowledge)
    settings = Settings(
        demo=True,
        _env_file=None,
        widget_origins=[SITE],
        files_dir=str(folder / "files"),
        rasa_timeout_s=0.5,
        rasa_port=9,
        TELEGRAM_BOT_TOKEN="1:none",
        TELEGRAM_WEBHOOK_URL="https://jisr.example/telegram/webhook",
        TELEGRAM_WEBHOOK_SECRET=WEBHOOK_SECRET,
        TELEGRAM_API_URL="http://127.0.0.1:9",
    )
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        parts = await Assembly.of(settings, database, session)
        server = await stack.enter_async_context(TestServer(parts.public))
        yield House(parts.public, server, database, settings, stack)


async def furnish(house: House) -> None:
    """One of everything that has an id, and staff of every role."""
    database = house.database
    ids = {role: await house.member(role, role) for role in ("agent", "supervisor", "admin")}
    await house.member("lyon", "agent", service=SERVICE)
    victim = await house.member("victim", "agent")
    [plain, walled] = await seed(database, 2)
    async with database.writing() as session:
        tickets = {each.reference: each for each in await session.exec(select(Ticket))}
        tickets[walled].service, tickets[walled].walled = SERVICE, True
        incident = Incident(title="Panne", staff_id=ids["admin"])
        view = SavedView(staff_id=ids["admin"], name="Les miens", query={"queue": "mine"})
        session.add_all([incident, view])
        await session.flush()
        tickets[plain].incident_id = incident.id
        tickets[plain].updated_at = now() - timedelta(hours=2)
        session.add(
            StaffNotice(staff_id=ids["admin"], kind="citizen_wrote", ticket_id=tickets[plain].id)
        )
        turn = (await session.exec(select(Turn).order_by(Turn.id).limit(1))).one()
        turn.unanswered = "fallback"
        house.things |= {
            "reference": plain,
            "walled": walled,
            "incident": incident.id,
            "view_id": view.id,
            "turn": turn.id,
            "conversation": tickets[plain].conversation_id,
            "staff_id": victim,
            "name": "console.css",
            "table": "flow",
            "kind": "json",
        }
    house.things["id"] = await _file(house, tickets[plain])
    house.things["walled_file"] = await _file(house, tickets[walled])
    house.things["number"] = await release(database)
    await _asked_to_leave(house, ids["supervisor"])


async def _asked_to_leave(house: House, staff_id: int) -> None:
    """What a supervisor asked to see; its number is that of the announcement."""
    asked = Asked(Kind.ORIGINAL, "vérifier", turn_id=int(str(house.things["turn"])))
    assert await Releases(house.database).ask(staff_id, asked) == house.things["number"]


async def _file(house: House, ticket: Ticket) -> str:
    taken = await house.app[keys.ATTACHMENTS].take(
        SentFile(
            source=f"web:{uuid4()}",
            name="recu.png",
            data=image_bytes("PNG"),
            conversation_id=ticket.conversation_id,
            ticket_id=ticket.id,
        )
    )
    return taken.attachment.id


async def follow(house: House, reference: object, code: str = CODE) -> tuple[Client, str]:
    """A browser that opened a ticket at /suivi, and the page it then sees."""
    client = await house.client()
    page = await (await client.get("/suivi")).text()
    form = {"csrf": csrf_of(page), "reference": str(reference), "code": code}
    return client, await (await client.post("/suivi", data=form)).text()


def csrf_of(page: str) -> str:
    """The token of a page's forms."""
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found, "the page has no form with a token"
    return found[1]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def contents(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, to see that nothing was changed."""
    async with database.reading() as session:
        connection = await session.connection()
        return {
            name: sorted(map(tuple, await connection.execute(table.select())), key=repr)
            for name, table in SQLModel.metadata.tables.items()
        }


async def conversation_of(database: Database, lang: str = "fr") -> str:
    """A conversation on the web, as if somebody had begun it."""
    conversation = Conversation(channel="web", lang=lang)
    async with database.writing() as session:
        session.add(conversation)
    return conversation.id
