"""Slows down the guessing of codes, and logs what became of each that was tried.

After some wrong ones in a row one has to wait. No line holds a code, a reference or who asked.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import structlog

from bot.errors import TooManyTries

log = structlog.get_logger(__name__)

IN_A_ROW = 5
WAIT_S = 60.0
_MOST_NAMES = 20_000

Code = Literal["ticket", "device", "link"]


@dataclass
class _Tally:
    tries: int = 0
    until: float = 0.0


class Guesses:
    """Tries of one kind of code by name (a reference, an asker), in this process's memory."""

    def __init__(self, code: Code, clock: Callable[[], float] = time.monotonic) -> None:
        self._code = code
        self._clock = clock
        self._tallies: dict[str, _Tally] = {}

    def attempt(self, *names: str) -> None:
        """Counts a try before it is checked, so that many at once count too.

        Raises TooManyTries while one of the names has to wait, whether it exists or not.
        """
        moment = self._clock()
        left = max(self._tallies.get(name, _Tally()).until - moment for name in names)
        if left > 0:
            log.warning("citizen.throttled", code=self._code)
            raise TooManyTries(seconds=math.ceil(left))
        for name in names:
            self._count(name, moment)

    def refused(self, ticket: int | None = None) -> None:
        """A wrong code came; for which ticket, where there is one."""
        log.warning("citizen.code-refused", code=self._code, ticket=ticket)

    def accepted(self, *names: str, ticket: int | None = None) -> None:
        """The right code came: these names start afresh."""
        log.info("citizen.code-accepted", code=self._code, ticket=ticket)
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
