"""Somebody holds a place by sending slowly (slowloris): headers or body, byte after byte.

A connection whose first request does not come, or whose next one does not, is closed; a body that
does not come to its end in time ends its connection (bot.web.patience). Oversize ones are refused
before they are read.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from aiohttp.test_utils import unused_port

from bot import __main__ as application
from bot.web import patience
from tests.security.house import House, bearer

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

LIMIT_S = 0.3
NEVER_S = 60.0
HEAD = b"POST %s HTTP/1.1\r\nHost: jisr.example\r\nContent-Type: %s\r\n"
SLOW_BODIES = {
    "/api/chat": b"application/json",
    "/api/chat/files": b"multipart/form-data; boundary=x",
    "/suivi": b"application/x-www-form-urlencoded",
    "/suivi/ticket/add": b"multipart/form-data; boundary=x",
    "/assistant": b"application/x-www-form-urlencoded",
    "/assistant/file": b"multipart/form-data; boundary=x",
    "/staff/sign-in": b"application/x-www-form-urlencoded",
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "_KEEP_ALIVE_S", LIMIT_S)
    monkeypatch.setattr(patience, "BODY_S", LIMIT_S)
    monkeypatch.setattr(patience, "FILES_S", LIMIT_S)


@asynccontextmanager
async def connected(
    house: House,
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A plain connection to the application as it listens when it runs."""
    port = unused_port()
    async with AsyncExitStack() as stack, asyncio.timeout(NEVER_S):
        await application._listen(stack, house.app, "127.0.0.1", port)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        yield reader, writer
        writer.close()


async def trickle(writer: asyncio.StreamWriter, endless: bytes) -> None:
    """Byte after byte, for as long as the other side takes them."""
    while not writer.is_closing():
        writer.write(endless)
        await writer.drain()
        await asyncio.sleep(LIMIT_S / 10)


async def ended(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, endless: bytes
) -> bytes:
    """What came back until the other side closed the connection."""
    sending = asyncio.create_task(trickle(writer, endless))
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)


async def test_who_sends_nothing_is_not_waited_for(empty_house: House) -> None:
    async with connected(empty_house) as (reader, _writer):
        assert await reader.read() == b""


async def test_headers_that_trickle_are_not_waited_for(empty_house: House) -> None:
    async with connected(empty_house) as (reader, writer):
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: jisr.example\r\n")
        assert await ended(reader, writer, b"X-A: b\r\n") == b""


async def test_headers_that_trickle_after_a_first_request_are_not_waited_for(
    empty_house: House,
) -> None:
    async with connected(empty_house) as (reader, writer):
        writer.write(
            b"GET /healthz HTTP/1.1\r\nHost: jisr.example\r\n\r\nGET /healthz HTTP/1.1\r\n"
        )
        answered = await ended(reader, writer, b"X-A: b\r\n")
        assert answered.count(b"HTTP/1.1 200") == 1


@pytest.mark.parametrize(("path", "content_type"), SLOW_BODIES.items())
async def test_a_body_that_trickles_is_not_waited_for(
    house: House, path: str, content_type: bytes
) -> None:
    token = house.token_of(str(house.things["conversation"]))
    own = f"Authorization: {bearer(token)['Authorization']}\r\n".encode()
    async with connected(house) as (reader, writer):
        writer.write(HEAD % (path.encode(), content_type) + own)
        writer.write(b"Content-Length: 200000\r\n\r\n--x\r\n")
        assert b"HTTP/1.1 200" not in await ended(reader, writer, b"a")


async def test_a_body_that_came_in_time_may_be_worked_on_for_longer(empty_house: House) -> None:
    """The limit is on the sending alone: a stream goes on, and an answer takes what it takes."""
    said = await empty_house.says("bonjour")
    own = f"Authorization: Bearer {said['conversation']}\r\n".encode()
    async with connected(empty_house) as (reader, writer):
        writer.write(b"GET /api/chat/events HTTP/1.1\r\nHost: jisr.example\r\n" + own + b"\r\n")
        assert b": open" in await reader.readuntil(b": open")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(LIMIT_S * 3):
                assert await reader.read() is None


async def test_an_oversize_body_is_refused_before_it_is_read(house: House) -> None:
    client = await house.client()
    own = bearer(house.token_of(str(house.things["conversation"])))
    large = b"x" * (256 * 1024 + 1)
    plain = {"Content-Type": "application/x-www-form-urlencoded"}
    for path, headers, status in (
        ("/api/chat", {"Content-Type": "application/json"}, 413),
        ("/api/chat/feedback", {"Content-Type": "application/json", **own}, 413),
        ("/suivi", plain, 413),
        ("/assistant", plain, 413),
        ("/staff/sign-in", plain, 413),
        ("/telegram/webhook", {}, 401),
    ):
        response = await client.post(path, data=large, headers=headers)
        assert response.status == status, path


async def test_oversize_headers_are_refused(empty_house: House) -> None:
    async with connected(empty_house) as (reader, writer):
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: jisr.example\r\nX-A: " + b"a" * 20_000)
        writer.write(b"\r\n\r\n")
        assert (await reader.readline()).split()[1] == b"400"
