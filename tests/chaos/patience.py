"""A client that does not give up: it sends the same again until it is answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import aiohttp

from tests.nginx import Loopback

_PAUSE_S = 0.05
_PATIENCE = aiohttp.ClientTimeout(total=20.0)
_AGAIN = frozenset({429, 500, 502, 503, 504})  # too fast, or a fault that passes

Send = Callable[[], AbstractAsyncContextManager[aiohttp.ClientResponse]]


@dataclass(frozen=True)
class Heard:
    """What somebody heard who asked once."""

    status: int
    body: Mapping[str, Any]

    @property
    def is_worded_fault(self) -> bool:
        """Whether it is a fault of ours, told in words."""
        error = self.body.get("error", {})
        return self.status == 500 and error["code"] == "internal_error" and bool(error["message"])


async def ask_once(url: str) -> Heard:
    """Sends one message of a new citizen, once."""
    body = {"client_id": str(uuid4()), "message": "salam", "conversation": None}
    async with (
        aiohttp.ClientSession(timeout=_PATIENCE) as session,
        session.post(f"{url}/api/chat", json=body) as response,
    ):
        return Heard(response.status, await response.json())


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
    connector = aiohttp.TCPConnector(limit=0, resolver=Loopback())
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(
        connector=connector, cookie_jar=jar, timeout=_PATIENCE
    ) as session:
        yield session
