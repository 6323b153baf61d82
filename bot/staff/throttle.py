"""Slows down guessing: after some wrong passwords a name has to wait."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import TooManyAttempts

FAILURES = 5
WAIT_S = 30.0
_MOST_NAMES = 10_000


@dataclass
class _Tally:
    attempts: int = 0
    until: float = 0.0


class Throttle:
    """Attempts by name, in the memory of this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tallies: dict[str, _Tally] = {}

    def attempt(self, name: str) -> None:
        """Counts an attempt before it is checked, so that many at once count too.

        Raises TooManyAttempts while the name has to wait.
        """
        tally = self._tallies.setdefault(name, _Tally())
        left = tally.until - self._clock()
        if left > 0:
            raise TooManyAttempts(seconds=math.ceil(left))
        tally.attempts += 1
        if tally.attempts >= FAILURES:
            self._tallies[name] = _Tally(until=self._clock() + WAIT_S)
        if len(self._tallies) > _MOST_NAMES:
            del self._tallies[next(iter(self._tallies))]

    def forget(self, name: str) -> None:
        """The right password came: the name starts afresh."""
        self._tallies.pop(name, None)
