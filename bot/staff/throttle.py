"""Slows down guessing: after some failures a counter has to wait, each time longer."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import TooManyAttempts

FAILURES = 5
WAIT_S = 30.0
LONGEST_WAIT_S = 15 * 60.0
FORGOTTEN_AFTER_S = 3600.0
_MOST_NAMES = 10_000


@dataclass
class _Tally:
    attempts: int = 0
    last: float = 0.0
    until: float = 0.0


class Throttle:
    """Attempts by name, in the memory of this process.

    The fifth failure costs 30 s, each further one twice as much, at most 15 min: guessing is slow
    and nobody is locked out for good. An hour without an attempt and all is forgotten.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tallies: dict[str, _Tally] = {}

    def attempt(self, name: str) -> None:
        """Counts an attempt before it is checked, so that many at once count too.

        Raises TooManyAttempts while the name has to wait.
        """
        at = self._clock()
        tally = self._tallies.pop(name, None)
        if tally is None or at >= tally.last + FORGOTTEN_AFTER_S:
            tally = _Tally()
        self._tallies[name] = tally  # to the end: the one untouched longest makes room
        if at < tally.until:
            raise TooManyAttempts(seconds=math.ceil(tally.until - at))
        tally.attempts += 1
        tally.last = at
        tally.until = at + _wait(tally.attempts)
        if len(self._tallies) > _MOST_NAMES:
            del self._tallies[next(iter(self._tallies))]

    def forget(self, name: str) -> None:
        """The right answer came: the name starts afresh."""
        self._tallies.pop(name, None)


def _wait(attempts: int) -> float:
    if attempts < FAILURES:
        return 0.0
    doublings = min(attempts - FAILURES, 10)  # far beyond the longest wait
    return min(WAIT_S * 2.0**doublings, LONGEST_WAIT_S)
