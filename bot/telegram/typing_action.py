"""The typing action, shown for as long as an answer takes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

_AGAIN_S = 4.0  # Telegram shows it for five seconds


@asynccontextmanager
async def typing(bot: Bot, chat_id: int) -> AsyncIterator[None]:
    """Shows it until the end of the block; that it cannot be shown is no reason not to answer."""
    answered = asyncio.Event()
    task = asyncio.create_task(_show(bot, chat_id, answered))
    try:
        yield
    finally:
        answered.set()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _show(bot: Bot, chat_id: int, answered: asyncio.Event) -> None:
    # The event ends it too: a library under a request may lose the cancellation.
    while not answered.is_set():
        with suppress(TelegramError):
            await bot.send_chat_action(chat_id, ChatAction.TYPING)
        with suppress(TimeoutError):
            await asyncio.wait_for(answered.wait(), _AGAIN_S)
