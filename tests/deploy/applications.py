"""Two processes that stand where the application's would, and tell what nginx sent them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import unused_port

WIDGET = b"the widget"
HEADERS = {
    "Content-Security-Policy": "default-src 'self'",
    "X-Content-Type-Options": "nosniff",
}
"""What it says of each of its answers."""

_MOST_BYTES = 64 * 1024 * 1024


@dataclass
class Application:
    """One of them. It answers any path with its name, but for those that a test is about."""

    name: str
    port: int = field(default_factory=unused_port)
    seen: list[web.Request] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application(client_max_size=_MOST_BYTES)
        app.router.add_get("/api/chat/events", self._events)
        app.router.add_get("/staff/notices/events", self._events)
        app.router.add_get("/widget.js", self._widget)
        app.router.add_route("*", "/dies", self._die)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def _answer(self, request: web.Request) -> web.Response:
        self.seen.append(request)
        await request.read()
        text = f"<p>{self.name}</p>" * 100
        return web.Response(text=text, content_type="text/html", headers=HEADERS)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Says one thing, and the next only when a test knows that the first arrived."""
        self.seen.append(request)
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        await response.write(b"data: first\n\n")
        await self.heard.wait()
        await response.write(b"data: second\n\n")
        return response

    async def _widget(self, request: web.Request) -> web.Response:
        self.seen.append(request)
        encoding = request.headers.get("Accept-Encoding")
        cached = {"Cache-Control": "public, max-age=300", "Vary": "Accept-Encoding"}
        headers = {**HEADERS, **cached, "Content-Type": "text/javascript; charset=utf-8"}
        if encoding:
            headers["Content-Encoding"] = encoding
        return web.Response(body=WIDGET, headers=headers)

    async def _die(self, request: web.Request) -> web.Response:
        """It was killed when it had read the request."""
        self.seen.append(request)
        await request.read()
        if request.transport:
            request.transport.abort()
        return web.Response()
