"""Waits for what only the database knows; it tells nobody when it changes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

_PATIENCE_S = 60.0
_LOOK_AGAIN_S = 0.02


async def until(is_true: Callable[[], Awaitable[bool]]) -> None:
    """Looks again until it is true; raises TimeoutError."""
    async with asyncio.timeout(_PATIENCE_S):
        while True:
            if await is_true():
                return
            await asyncio.sleep(_LOOK_AGAIN_S)
