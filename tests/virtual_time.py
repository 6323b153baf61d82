"""An event loop whose clock jumps to the next timer when there is nothing else to do.

What waits for minutes is over at once, in the order and at the (virtual) moments of real time.
For code that uses sockets of the loopback at most: what a thread does takes no time here.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any

_SETTLE_S = 0.002
_LEAST_S = 1e-6  # a clock that stood quite still would let a timer of "now" come for ever


class _JumpingSelector(selectors.DefaultSelector):
    def __init__(self) -> None:
        super().__init__()
        self.moment = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.moment += _LEAST_S
        if timeout is None or timeout <= 0:
            return super().select(timeout)
        # What was written to a socket a moment ago comes before any timer.
        ready = super().select(_SETTLE_S if len(self.get_map()) > 1 else 0)
        if not ready:
            self.moment += timeout
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """`time()` hardly moves while anything happens."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        """The virtual moment, in seconds from 0."""
        return self._jumping.moment


def in_virtual_time(scenario: Coroutine[Any, Any, None]) -> None:
    """Plays it on such a loop."""
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        runner.run(scenario)
