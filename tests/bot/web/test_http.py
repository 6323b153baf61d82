"""How the application speaks HTTP: nothing of the inside, nothing ambiguous, nothing to guess."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.papers.printer import Printer
from bot.staff.accounts import create_staff
from bot.staff.app import staff_app
from bot.storage.database import Database
from bot.web import keys
from bot.web.app import public_app

HTTPS = {"X-Forwarded-Proto": "https"}
ANSWERS = [
    "/",
    "/widget.js",
    "/demo/demo.css",
    "/healthz",
    "/suivi",
    "/assistant",
    "/verify",
    "/api/chat",
    "/nowhere",
    "/staff/sign-in",
    "/staff",
    "/staff/assets/console.css",
    "/staff/assets/keys.js",
]
TWO_LENGTHS = [
    b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
    b"Content-Length: 4\r\nContent-Length: 60\r\n",
    b"Content-Length: +4\r\n",
    b"Transfer-Encoding: xchunked\r\n",
    b"Transfer-Encoding: chunked, identity\r\n",
]
"""What a message says of its length, so that two servers might read it in two ways."""

PASSWORD = "une phrase longue pour entrer"


@pytest.fixture
async def house(
    client: TestClient[Any, Any], database: Database, printer: Printer
) -> AsyncIterator[TestClient[Any, Any]]:
    """The public application with the console beside it."""
    app = public_app([], demo=True)
    for key in (
        keys.RENDERER,
        keys.PRINTER,
        keys.TOKENS,
        keys.VISITS,
        keys.CONVERSATIONS,
        keys.OUTBOX,
        keys.PUSHES,
        keys.RASA,
        keys.DIALOGUE,
        keys.FOLLOW_UP,
    ):
        app[key] = client.app[key]
    app.add_subapp("/staff", staff_app(database, 12, printer=printer))
    async with TestClient(TestServer(app)) as house:
        yield house


async def raw(client: TestClient[Any, Any], message: bytes) -> bytes:
    """What comes back on a connection of its own until the server closes it."""
    reader, writer = await asyncio.open_connection(client.host, client.port)
    writer.write(message)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 20)
    writer.close()
    return answer


async def test_behind_https_browsers_are_told_to_stay_there(house: TestClient[Any, Any]) -> None:
    for path in ANSWERS:
        secure = await house.get(path, headers=HTTPS, allow_redirects=False)
        told = secure.headers["Strict-Transport-Security"]
        assert told == "max-age=31536000; includeSubDomains", path
        plain = await house.get(path, allow_redirects=False)
        assert "Strict-Transport-Security" not in plain.headers, path


async def test_every_answer_keeps_addresses_to_itself(house: TestClient[Any, Any]) -> None:
    kept = {"no-referrer", "same-origin", "strict-origin-when-cross-origin"}
    for path in ANSWERS:
        response = await house.get(path, allow_redirects=False)
        assert response.headers["Referrer-Policy"] in kept, path


async def test_what_is_text_says_its_charset(house: TestClient[Any, Any]) -> None:
    seen = set()
    for path in ANSWERS:
        response = await house.get(path, allow_redirects=False)
        if response.content_type.startswith("text/") or response.content_type.endswith("/json"):
            assert response.charset == "utf-8", path
            seen.add(response.content_type)
    assert {"text/html", "text/css", "application/json"} <= seen


@pytest.mark.parametrize("lengths", TWO_LENGTHS)
async def test_a_message_of_two_lengths_is_refused(
    client: TestClient[Any, Any], lengths: bytes
) -> None:
    """What one server reads as a body must be no second request for another."""
    hidden = b"GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
    head = b"POST /api/chat HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
    answer = await raw(client, head + lengths + b"\r\n0\r\n\r\n" + hidden)
    assert re.match(rb"HTTP/1\.[01] 400 ", answer)
    assert b"alive" not in answer


async def test_trace_is_no_method_here(house: TestClient[Any, Any]) -> None:
    for path in ("/", "/api/chat", "/staff/sign-in", "/nowhere"):
        headers = {"Cookie": "jisr_staff=secret"}
        response = await house.request("TRACE", path, headers=headers, allow_redirects=False)
        assert response.status in {303, 404, 405}, path
        assert "secret" not in await response.text()


async def test_no_folder_is_listed_and_no_other_file_is_served(
    house: TestClient[Any, Any],
) -> None:
    for path in (
        *(
            "/demo",
            "/demo/",
            "/styles/",
            "/staff/assets/",
            "/assets/",
            "/.git/config",
            "/.env",
            "/static/",
        ),
        *("/demo/../app.py", "/demo/%2e%2e/app.py", "/demo/..%2f..%2f.env", "/bot/web/app.py"),
        *("/var/jisr.db", "/staff/assets/..%2fapp.py", "/staff/assets/%2e%2e%2fconsole.css"),
    ):
        response = await house.get(path, allow_redirects=False)
        assert response.status in {303, 403, 404}, path  # the console leads strangers to its door
        assert "Index of" not in await response.text()


async def test_figures_are_not_served_to_the_public(house: TestClient[Any, Any]) -> None:
    for path in ("/metrics", "/webhook", "/api/metrics", "/staff/metrics", "/debug", "/docs"):
        response = await house.get(path)
        assert response.status == 404 or response.url.path == "/staff/sign-in", path


async def test_a_failure_tells_nothing_of_the_inside(
    client: TestClient[Any, Any], logged: io.StringIO
) -> None:
    class Broken:
        def __getattr__(self, name: str) -> Any:
            raise RuntimeError("postgresql://jisr:secret@db/jisr")

    body = {"client_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff", "message": "salam"}
    client.app._state[keys.DIALOGUE] = Broken()
    answer = await client.post("/api/chat", json=body)
    assert answer.status == 500
    assert (await answer.json())["error"]["code"] == "internal_error"
    told = await answer.text()
    for word in ("secret", "postgresql", "Traceback", "RuntimeError", "bot/"):
        assert word not in told
    assert '"request.failed"' in logged.getvalue()
    assert "secret" not in logged.getvalue()


async def test_a_parameter_counts_only_where_it_belongs(
    house: TestClient[Any, Any], database: Database
) -> None:
    """Neither a password nor a form's token is read out of the address."""
    await create_staff(database, "salma", password=PASSWORD)
    form = {"username": "salma", "password": PASSWORD}
    in_the_address = await house.post("/staff/sign-in", params=form)
    assert in_the_address.status == 401
    await house.post("/staff/sign-in", data=form)
    page = await (await house.get("/staff/account")).text()
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    assert token
    changed = await house.post("/staff/account", params={"csrf": token}, data={"name": "S."})
    assert changed.status == 403


def test_a_get_changes_nothing_at_the_desk(printer: Printer) -> None:
    """Whatever is named after a change is reached by POST alone."""
    app = staff_app(Database("sqlite://"), 12, printer=printer)
    changes = {
        resource.canonical
        for resource in app.router.resources()
        for route in resource
        if route.method == "POST"
    }
    looks = {
        resource.canonical
        for resource in app.router.resources()
        for route in resource
        if route.method == "GET"
    }
    assert len(changes) > 40
    # Both at one address: a form's page, and what the form does.
    assert {path for path in changes & looks if path.rpartition("/")[2] in _CHANGING} == set()
    assert {method for r in app.router.routes() for method in [r.method]} == {"GET", "HEAD", "POST"}


_CHANGING = {
    "deactivate",
    "activate",
    "end",
    "off",
    "reply",
    "release",
    "cancel",
    "delete",
    "remove",
}


async def test_signing_out_clears_what_the_browser_kept(
    house: TestClient[Any, Any], database: Database
) -> None:
    await create_staff(database, "salma", password=PASSWORD)
    await house.post("/staff/sign-in", data={"username": "salma", "password": PASSWORD})
    page = await (await house.get("/staff/account")).text()
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    response = await house.post("/staff/sign-out", data={"csrf": token}, allow_redirects=False)
    assert response.headers["Clear-Site-Data"] == '"storage"'
    assert response.cookies["jisr_staff"]["max-age"] == "0"
