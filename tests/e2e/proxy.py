"""A proxy as citizens meet them abroad: it passes all on, but what it is told to spoil."""

from __future__ import annotations

import asyncio
from collections import Counter
from enum import Enum

import aiohttp
from aiohttp import web

EVENTS = "/api/chat/events"
_SPOILT = ("Connection", "Content-Length", "Keep-Alive", "Transfer-Encoding")


class Stream(Enum):
    """What becomes of the event stream."""

    PASSED = "passed on"
    REFUSED = "answered with 403"
    CUT = "ended at its first word"
    HELD = "held back for ever"


class Proxy:
    """Listens on a loopback port in front of the application at `target`."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.stream = Stream.PASSED
        self.is_down = False
        self.answers_to_lose = 0
        self.seen: Counter[str] = Counter()
        self.last_event_ids: list[str | None] = []
        self.streams: list[web.Request] = []  # that are open
        self.url = ""
        self.answering = asyncio.Event()
        self.answering.set()

    async def start(self) -> None:
        """Begins to listen; `url` tells where."""
        self._session = aiohttp.ClientSession(auto_decompress=False)
        app = web.Application(client_max_size=20 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", self._pass_on)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Ends, whatever is still open."""
        self.answering.set()
        await self._runner.cleanup()
        await self._session.close()

    def go_down(self) -> None:
        """Nothing gets through any more, and what is open ends."""
        self.is_down = True
        for request in self.streams:
            _hang_up(request)

    async def _pass_on(self, request: web.Request) -> web.StreamResponse:
        self.seen[f"{request.method} {request.path}"] += 1
        if self.is_down:
            return _hang_up(request)
        if request.path == EVENTS:
            self.last_event_ids.append(request.headers.get("Last-Event-ID"))
        if request.path == EVENTS and self.stream is not Stream.PASSED:
            return await self._spoil(request)
        headers = {name: value for name, value in request.headers.items() if name != "Host"}
        body = await request.read()
        try:
            async with self._session.request(
                request.method,
                self.target + request.path_qs,
                headers=headers,
                data=body or None,
                timeout=aiohttp.ClientTimeout(total=None),
            ) as answer:
                return await self._answer(request, answer)
        except (aiohttp.ClientError, ConnectionResetError):
            return _hang_up(request)

    async def _answer(
        self, request: web.Request, answer: aiohttp.ClientResponse
    ) -> web.StreamResponse:
        if request.method == "POST" and self.answers_to_lose:
            await answer.read()
            self.answers_to_lose -= 1
            return _hang_up(request)
        await self.answering.wait()
        kept = {name: value for name, value in answer.headers.items() if name not in _SPOILT}
        response = web.StreamResponse(status=answer.status, headers=kept)
        await response.prepare(request)
        if request.path == EVENTS:
            return await self._stream(request, answer, response)
        await response.write(await answer.read())
        await response.write_eof()
        return response

    async def _stream(
        self, request: web.Request, answer: aiohttp.ClientResponse, response: web.StreamResponse
    ) -> web.StreamResponse:
        self.streams.append(request)
        try:
            async for chunk in answer.content.iter_any():
                await response.write(chunk)
        finally:
            self.streams.remove(request)
        await response.write_eof()
        return response

    async def _spoil(self, request: web.Request) -> web.StreamResponse:
        if self.stream is Stream.REFUSED:
            return web.Response(status=403, text="Blocked by policy")
        if self.stream is Stream.HELD:
            await asyncio.Event().wait()  # until the browser gives up
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await response.write(b": open\n\n")
        await response.write_eof()
        return response


def _hang_up(request: web.Request) -> web.Response:
    """Ends the connection without an answer, as a network does that goes away."""
    if request.transport:
        request.transport.abort()
    return web.Response(status=502)
