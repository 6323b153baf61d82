"""The real channel against our stand-in for the Bot API (tests/telegram_server)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port

from bot.dialogue.conversations import Conversations
from bot.dialogue.turns import Dialogue
from bot.replies.render import Renderer
from bot.settings import Settings
from bot.storage.database import Database
from bot.telegram.channel import TelegramChannel, telegram_channel
from bot.telegram.extension import MakeExtension
from bot.telegram.pacing import Limits
from bot.tickets.attachments import Attachments
from knowledge.base import Knowledge
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer

SECRET = "secret-of-the-tests-only"

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))

StartBot = Callable[..., Awaitable[TelegramChannel]]


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("workers", "sending", "receiving", "channel"):
        monkeypatch.setattr(f"bot.telegram.{module}._FIRST_PAUSE_S", 0.02)


@pytest.fixture(autouse=True)
def wide_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for Telegram's limits here; test_limits.py keeps them, in virtual time."""

    def limits(per_s: float) -> Limits:
        return Limits(per_s=per_s * 10, at_once=20, chat_at_once=100, chat_per_s=100.0)

    monkeypatch.setattr("bot.telegram.channel.Limits", limits)


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    server = TelegramServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def amina(telegram: TelegramServer) -> Citizen:
    return Citizen(telegram)


@pytest.fixture
def brahim(telegram: TelegramServer) -> Citizen:
    return Citizen(telegram, lang="ar")


def telegram_settings(api_url: str, token: str, **more: Any) -> Settings:
    return Settings(_env_file=None, TELEGRAM_BOT_TOKEN=token, TELEGRAM_API_URL=api_url, **more)


@pytest.fixture
async def start_bot(
    telegram: TelegramServer,
    database: Database,
    dialogue: Dialogue,
    conversations: Conversations,
    renderer: Renderer,
    attachments: Attachments,
    knowledge: Knowledge,
) -> AsyncIterator[StartBot]:
    """Starts a process's channel; several may run, and each may be stopped before the end."""
    async with AsyncExitStack() as stack:

        async def start(
            token: str = telegram.token, extensions: Sequence[MakeExtension] = (), **more: Any
        ) -> TelegramChannel:
            settings = telegram_settings(telegram.url, token, **more)
            channel = telegram_channel(
                settings,
                database,
                dialogue,
                conversations,
                renderer,
                attachments,
                knowledge,
                extensions,
            )
            assert channel is not None
            if url := settings.telegram_webhook_url:
                await _serve(stack, channel, int(url.split(":")[2].split("/")[0]))
            await channel.start()
            stack.push_async_callback(channel.stop)
            return channel

        yield start


@pytest.fixture
async def polling(start_bot: StartBot) -> TelegramChannel:
    return await start_bot()


@pytest.fixture
def webhook_settings() -> dict[str, str]:
    return {
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{unused_port()}/telegram/webhook",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
    }


def bare(text: str) -> str:
    """A text without the marks that keep names and numbers in their direction."""
    return text.translate(_ISOLATES)


async def _serve(stack: AsyncExitStack, channel: TelegramChannel, port: int) -> None:
    app = web.Application()
    channel.add_routes(app)
    runner = web.AppRunner(app, shutdown_timeout=0.2)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, "127.0.0.1", port).start()
