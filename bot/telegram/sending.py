"""What leaves for Telegram: in order, patient with its limits and faults, shown once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.dialogue.outbox import Undeliverable
from bot.dialogue.pushes import Pushes
from bot.replies.render import Renderer
from bot.storage.models import Conversation, OutboxMessage
from bot.telegram.chats import Chats
from bot.telegram.wording import Part, answer

log = logging.getLogger(__name__)

_TRIES = 4
_FIRST_PAUSE_S = 0.5
_LONGEST_WAIT_S = 30.0
_NOT_WORTH_A_RETRY = frozenset({"sendChatAction"})

Json = dict[str, Any]


class Patience(BaseRateLimiter[None]):
    """Waits as long as Telegram asks a chat to wait (429) and repeats what a fault (5xx) lost.

    A wait longer than 30 seconds is raised as RetryAfter instead, also to later calls for that
    chat. A time-out is raised at once: the call may have reached Telegram.
    """

    def __init__(self) -> None:
        self._not_before: dict[Any, float] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | Json | list[Json]]],
        args: Any,
        kwargs: Json,
        endpoint: str,
        data: Json,
        rate_limit_args: None,  # noqa: ARG002 the signature is the library's
    ) -> bool | Json | list[Json]:
        """Makes the call, several times if need be."""
        tries = 1 if endpoint in _NOT_WORTH_A_RETRY else _TRIES
        chat_id = data.get("chat_id")
        for attempt in range(1, tries + 1):
            await self._wait(chat_id)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._not_before[chat_id] = time.monotonic() + seconds_of(error)
                if attempt == tries:
                    raise
            except NetworkError as error:
                # Its subclasses are refusals and time-outs, which another try would not mend.
                if attempt == tries or type(error) is not NetworkError:
                    raise
                await asyncio.sleep(_FIRST_PAUSE_S * 2 ** (attempt - 1))
        raise AssertionError("a try returns or raises")

    async def _wait(self, chat_id: Any) -> None:
        pause = self._not_before.get(chat_id, 0.0) - time.monotonic()
        if pause > _LONGEST_WAIT_S:
            raise RetryAfter(timedelta(seconds=pause))
        if pause > 0:
            await asyncio.sleep(pause)
        self._not_before.pop(chat_id, None)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    pause = error.retry_after  # the library is between two types for it
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


class Sender:
    """Sends messages of several parts, and goes on where a failed try of the same key stopped.

    The places are kept in memory: only a crash between two parts can show a part twice.
    """

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._sent: dict[str, int] = {}

    async def send(self, chat_id: int | str, parts: Sequence[Part], key: str) -> None:
        """Sends what is not sent yet; raises what Telegram answers."""
        for place in range(self._sent.get(key, 0), len(parts)):
            part = parts[place]
            await self._send(chat_id, part)
            self._sent[key] = place + 1
        self._sent.pop(key, None)

    async def _send(self, chat_id: int | str, part: Part) -> None:
        try:
            await self._bot.send_message(chat_id, part.html, reply_markup=part.keyboard)
        except (ValueError, TypeError, KeyError) as error:
            # Telegram took the message; the library cannot read what it gave back. Once is enough.
            log.warning("telegram.unreadable-answer error=%s", type(error).__name__)


class TelegramDeliverer:
    """Takes messages of the outbox to their chats (bot.dialogue.outbox.Deliverer)."""

    def __init__(self, sender: Sender, chats: Chats, pushes: Pushes, renderer: Renderer) -> None:
        self._sender = sender
        self._chats = chats
        self._pushes = pushes
        self._renderer = renderer

    async def deliver(self, conversation: Conversation, message: OutboxMessage) -> None:
        """Sends it. Raises Undeliverable to a chat that is gone or blocked the bot."""
        address = conversation.address
        if address is None or conversation.blocked:
            raise Undeliverable("blocked" if conversation.blocked else "no address")
        shown = await self._pushes.shown(message, conversation.lang)
        try:
            parts = answer([shown], self._renderer)
            await self._sender.send(address, parts, key=f"outbox:{message.id}")
        except Forbidden as error:
            await self._chats.mark_blocked(address, blocked=True)
            raise Undeliverable("forbidden") from error
        except BadRequest as error:
            if "chat not found" in error.message.lower():
                raise Undeliverable("chat not found") from error
            raise
