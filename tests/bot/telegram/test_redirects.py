"""Who stands at the Bot API's address leads nobody to another: each call's path holds the token."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.dialogue.conversations import Conversations
from bot.dialogue.turns import Dialogue
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.telegram.channel import telegram_channel
from bot.tickets.attachments import Attachments
from knowledge.base import Knowledge
from tests.bot.telegram.conftest import telegram_settings

TOKEN = "1:token-of-the-tests-only"
_ME = {"id": 1, "is_bot": True, "first_name": "Jisr", "username": "jisr_bot"}
_PATIENCE_S = 20

# Where a call goes does not depend on the database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_of_the_bot_api_is_not_followed(
    status: int,
    database: Database,
    dialogue: Dialogue,
    conversations: Conversations,
    renderer: Renderer,
    attachments: Attachments,
    knowledge: Knowledge,
) -> None:
    """Neither by the client that polls nor by the one that does all else."""
    led: asyncio.Queue[str] = asyncio.Queue()
    visited: list[str] = []

    async def lead_away(request: web.Request) -> web.Response:
        method = request.path.removeprefix(f"/bot{TOKEN}/")
        if method in {"getMe", "deleteWebhook"}:
            return web.json_response({"ok": True, "result": _ME if method == "getMe" else True})
        led.put_nowait(method)
        return web.Response(status=status, headers={"Location": str(elsewhere.make_url("/"))})

    async def answer(request: web.Request) -> web.Response:
        visited.append(request.path)
        return web.json_response({"ok": True, "result": []})

    async with _serving(answer) as elsewhere, _serving(lead_away) as api:
        channel = telegram_channel(
            telegram_settings(str(api.make_url("")).rstrip("/"), TOKEN),
            database,
            dialogue,
            conversations,
            renderer,
            attachments,
            knowledge,
        )
        assert channel is not None
        await channel.start()
        try:
            await asyncio.wait_for(_until_twice(led, {"getUpdates", "setMyCommands"}), _PATIENCE_S)
        finally:
            await channel.stop()
    assert visited == []


async def _until_twice(led: asyncio.Queue[str], methods: set[str]) -> None:
    """The second time says that the first was a failure and no answer."""
    seen: dict[str, int] = {}
    while min(seen.get(method, 0) for method in methods) < 2:
        method = await led.get()
        seen[method] = seen.get(method, 0) + 1


def _serving(handle: Callable[[web.Request], Awaitable[Any]]) -> TestServer:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handle)
    return TestServer(app)
