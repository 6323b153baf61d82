"""When the next message may leave, so that Telegram has nothing to refuse: its limits, kept by us.

Telegram takes about 30 messages a second of a bot, one a second in a chat with short bursts, and
20 a minute in a group or channel (https://core.telegram.org/bots/faq). It counts over any second,
so each bucket is smaller than its limit: what fits at once and what flows out make the limit.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum

from aiolimiter import AsyncLimiter
from telegram.ext import AIORateLimiter

_MOST_CHATS_KEPT = 4096


class Lane(Enum):
    """What a message is: an answer to somebody, or one of many that nobody waits for."""

    ANSWER = "answer"
    BULK = "bulk"


@dataclass(frozen=True)
class Limits:
    """How much may leave; tests have their own."""

    per_s: float = 28.0
    at_once: int = 2
    kept_for_answers_per_s: float = 5.0
    chat_at_once: int = 5
    chat_per_s: float = 1.0
    group_per_min: float = 10.0  # and as many at once

    @property
    def bulk_per_s(self) -> float:
        """What mass sending may take at most."""
        return max(self.per_s - self.kept_for_answers_per_s, 1.0)


class Pace:
    """Gives each message its turn: bulk only where no answer waits, and never all of the rate."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._shared = AIORateLimiter(
            overall_max_rate=limits.at_once,
            overall_time_period=limits.at_once / limits.per_s,
            group_max_rate=limits.group_per_min,
        )
        self._chats: dict[str, AsyncLimiter] = {}
        self._bulk = AsyncLimiter(1, 1 / limits.bulk_per_s)
        self._next_in_bulk = asyncio.Lock()
        self._answers_waiting = 0
        self._no_answer_waits = asyncio.Event()
        self._no_answer_waits.set()

    async def turn(self, chat_id: str, lane: Lane) -> None:
        """Waits until a message to this chat may leave."""
        await self._chat(chat_id).acquire()
        if lane is Lane.BULK:
            await self._turn_in_bulk(chat_id)
        elif chat_id.isdecimal():  # a person
            async with self._ahead_of_bulk():
                await self._overall(chat_id)
        else:
            await self._overall(chat_id)

    async def _turn_in_bulk(self, chat_id: str) -> None:
        # One at a time: however many wait in bulk, an answer waits for one of them at most.
        async with self._next_in_bulk:
            await self._bulk.acquire()
            await self._no_answer_waits.wait()
            await self._overall(chat_id)

    async def _overall(self, chat_id: str) -> None:
        """The library's own limits, overall and by group, asked for a turn alone."""
        await self._shared.process_request(_nothing, (), {}, "", {"chat_id": chat_id}, None)

    @asynccontextmanager
    async def _ahead_of_bulk(self) -> AsyncIterator[None]:
        self._answers_waiting += 1
        self._no_answer_waits.clear()
        try:
            yield
        finally:
            self._answers_waiting -= 1
            if not self._answers_waiting:
                self._no_answer_waits.set()

    def _chat(self, chat_id: str) -> AsyncLimiter:
        if len(self._chats) >= _MOST_CHATS_KEPT:
            self._forget_idle_chats()
        burst = self._limits.chat_at_once
        return self._chats.setdefault(chat_id, AsyncLimiter(burst, burst / self._limits.chat_per_s))

    def _forget_idle_chats(self) -> None:
        burst = self._limits.chat_at_once
        self._chats = {
            chat_id: limiter
            for chat_id, limiter in self._chats.items()
            if not limiter.has_capacity(burst)
        }


async def _nothing() -> bool:
    return True
