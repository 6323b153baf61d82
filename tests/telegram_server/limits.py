"""Telegram's limits on messages (https://core.telegram.org/bots/faq), counted over any stretch."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.telegram_server.errors import too_many_requests

Clock = Callable[[], float]


@dataclass(frozen=True)
class Limit:
    """So many messages in any stretch of that length."""

    count: int
    seconds: float


OVERALL = (Limit(30, 1),)
IN_A_CHAT = (Limit(6, 1), Limit(15, 10))  # "one a second", with short bursts
IN_A_GROUP = (Limit(20, 60),)


@dataclass(frozen=True)
class Sent:
    """A message that was taken, and when."""

    at: float
    chat_id: str


@dataclass
class FloodControl:
    """Refuses what is too much, on the clock that the test gives; keeps what was taken."""

    clock: Clock
    taken: list[Sent] = field(default_factory=list)
    refusals: int = 0

    def check(self, chat_id: str) -> None:
        """Takes the message or raises Telegram's 429."""
        self._require(self.taken, OVERALL)
        own = [sent for sent in self.taken if sent.chat_id == chat_id]
        self._require(own, IN_A_CHAT)
        if chat_id.startswith("-"):
            self._require(own, IN_A_GROUP)
        self.taken.append(Sent(self.clock(), chat_id))

    def times(self, chat_id: int | str) -> list[float]:
        """When messages to that chat were taken."""
        return [sent.at for sent in self.taken if sent.chat_id == str(chat_id)]

    def _require(self, taken: Sequence[Sent], limits: Sequence[Limit]) -> None:
        now = self.clock()
        for limit in limits:
            if len(taken) >= limit.count and (age := now - taken[-limit.count].at) < limit.seconds:
                self.refusals += 1
                raise too_many_requests(math.ceil(limit.seconds - age))
