"""A client that does not give up: it sends the same again until it is answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import aiohttp

_PAUSE_S = 0.05
_PATIENCE = aiohttp.ClientTimeout(total=20.0)
_AGAIN = frozenset({429, 500, 502, 503, 504})  # too fast, or a fault that passes

Send = Callable[[], AbstractAsyncContextManager[aiohttp.ClientResponse]]


@dataclass(frozen=True)
class Outcome:
    """The answer that was no "try again", and after how many tries it came."""

    status: int
    body: str
    location: str
    tries: int


async def until_answered(send: Send) -> Outcome:
    """Sends until the application answers, however often it dies meanwhile."""
    tries = 0
    while True:
        tries += 1
        try:
            async with send() as response:
                body = await response.text()
                if response.status not in _AGAIN:
                    location = response.headers.get("Location", "")
                    return Outcome(response.status, body, location, tries)
        except (aiohttp.ClientError, TimeoutError):
            pass  # it died, and will be back
        await asyncio.sleep(_PAUSE_S)


@asynccontextmanager
async def patient_session() -> AsyncIterator[aiohttp.ClientSession]:
    """A session for `until_answered`; it keeps cookies of loopback addresses too."""
    connector = aiohttp.TCPConnector(limit=0)
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(
        connector=connector, cookie_jar=jar, timeout=_PATIENCE
    ) as session:
        yield session
