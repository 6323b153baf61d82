"""A stand-in for Rasa's connector: answers as scripted, late, or not at all. Not Rasa.

What Rasa really does is tested in tests/nlu and tests/e2e/test_conversations.py.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

TOKEN = "token-of-the-tests-only"

Meanwhile = Callable[[Mapping[str, Any]], Awaitable[None]]


@dataclass
class RasaStandIn:
    """What it answers next, and what it was asked."""

    said: list[dict[str, Any]] = field(default_factory=lambda: [{"say": "greet"}])
    intent: str = "greet"
    status: int = 200
    asked: list[dict[str, Any]] = field(default_factory=list)
    hold: asyncio.Event | None = None
    meanwhile: Meanwhile | None = None
    running: int = 0
    most_running: int = 0

    async def turn(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.asked.append(body)
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            if self.meanwhile:
                await self.meanwhile(body)
            if self.hold:
                await self.hold.wait()
        finally:
            self.running -= 1
        if self.status != 200:
            return web.json_response({"error": {"code": "internal"}}, status=self.status)
        return web.json_response(
            {
                "said": self.said,
                "understood": {"intent": self.intent, "confidence": 0.9, "facet": None},
                "state": [*body["state"], {"event": "user"}],
            }
        )

    async def ready(self, _request: web.Request) -> web.Response:
        return web.json_response({"ready": True}, status=self.status)

    def server(self) -> TestServer:
        app = web.Application()
        app.router.add_post("/webhooks/jisr/turn", self.turn)
        app.router.add_get("/ready", self.ready)
        return TestServer(app)
