"""The OpenAPI documents say what the routers answer: no more, no less."""

from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.insight.parts import Insight
from bot.news.parts import News
from bot.papers.printer import Printer
from bot.replies.render import Renderer
from bot.staff.app import staff_app
from bot.storage.database import Database
from bot.web.app import public_app
from knowledge.base import Knowledge
from knowledge.verified import Verifications
from tests.fuzz.contract import PUBLIC, STAFF, operations, read_document
from tests.fuzz.routes import routes

# Beside folders of files (/demo, /styles), and beside POST /telegram/webhook, which is Telegram's
# alone and described by Telegram: https://core.telegram.org/bots/api#setwebhook
NOT_DESCRIBED: dict[tuple[str, str], str] = {}

WHAT_TO_DO = (
    "Describe the route in bot/web/openapi.yaml or bot/staff/openapi.yaml (its fields, its "
    "answers, its refusals), or name it in NOT_DESCRIBED of this file and say why."
)


@pytest.fixture
def app(
    tmp_path: Path, printer: Printer, renderer: Renderer, knowledge: Knowledge
) -> web.Application:
    """Both applications with all their parts; nobody asks the database anything."""
    app, database = public_app([]), Database(f"sqlite:///{tmp_path}/jisr.db")
    console = staff_app(
        database,
        12,
        printer=printer,
        insight=Insight.of(database, knowledge, Verifications()),
        news=News.of(database, renderer, knowledge),
    )
    app.add_subapp("/staff", console)
    return app


def test_every_route_is_described_and_everything_described_is_a_route(
    app: web.Application,
) -> None:
    described = {*operations(read_document(PUBLIC)), *operations(read_document(STAFF))}
    answered = set(routes(app)) - set(NOT_DESCRIBED)
    assert sorted(answered - described) == [], WHAT_TO_DO
    assert sorted(described - answered) == [], "described, but no route answers it"


def test_the_console_is_described_in_the_document_that_is_not_served() -> None:
    assert all(path.startswith("/staff") for _, path in operations(read_document(STAFF)))
    assert not any(path.startswith("/staff") for _, path in operations(read_document(PUBLIC)))


@pytest.mark.parametrize("file", [PUBLIC, STAFF], ids=["public", "staff"])
def test_the_document_is_openapi(file: Path) -> None:
    schemathesis.openapi.from_path(file).validate()


async def test_programs_find_the_document_at_its_address() -> None:
    async with TestClient(TestServer(public_app([]))) as client:
        response = await client.get("/api/openapi.json")
        assert response.status == 200
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert await response.json() == read_document(PUBLIC)
