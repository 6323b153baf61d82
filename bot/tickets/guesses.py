"""Slows down the guessing of codes: after some wrong ones in a row one has to wait."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import TooManyTries

IN_A_ROW = 5
WAIT_S = 60.0
_MOST_NAMES = 20_000


@dataclass
class _Tally:
    tries: int = 0
    until: float = 0.0


class Guesses:
    """Tries by name (a reference, an asker), in the memory of this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tallies: dict[str, _Tally] = {}

    def attempt(self, *names: str) -> None:
        """Counts a try before it is checked, so that many at once count too.

        Raises TooManyTries while one of the names has to wait, whether it exists or not.
        """
        moment = self._clock()
        left = max(self._tallies.get(name, _Tally()).until - moment for name in names)
        if left > 0:
            raise TooManyTries(seconds=math.ceil(left))
        for name in names:
            self._count(name, moment)

    def forget(self, *names: str) -> None:
        """The right code came: these names start afresh."""
        for name in names:
            self._tallies.pop(name, None)

    def _count(self, name: str, moment: float) -> None:
        # Taken out and put back: the name that was quiet longest is the first to be forgotten.
        tally = self._tallies.pop(name, _Tally())
        tries = tally.tries + 1
        wait = tries >= IN_A_ROW
        self._tallies[name] = _Tally(until=moment + WAIT_S) if wait else _Tally(tries)
        if len(self._tallies) > _MOST_NAMES:
            del self._tallies[next(iter(self._tallies))]
