"""Lives of the application, one after the other, each ended by SIGKILL.

A life is forked from a server that has imported the application and read the knowledge base:
it listens within half a second instead of six.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import Mapping
from datetime import timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import aiohttp

from tests.chaos.life import live
from tests.stack import StackFailed, tail

_START_S = 120.0
_POLL_S = 0.01
_PATIENCE = aiohttp.ClientTimeout(total=1.0)


class Lives:
    """The application at one address, in one life after the other."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self.url = f"http://127.0.0.1:{environment['JISR_PORT']}"
        self._environment = dict(environment)
        self._log = log
        self._process: ForkServerProcess | None = None

    def begin(self, ahead: timedelta = timedelta()) -> None:
        """Starts a life with its clock `ahead` of ours; nothing answers yet."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.chaos.preloaded"])
        self._process = context.Process(
            target=live, args=(self._environment, self._log, ahead), daemon=True
        )
        self._process.start()

    async def listening(self) -> None:
        """Returns once it answers; raises StackFailed when it ends or takes too long."""
        until = time.monotonic() + _START_S
        async with aiohttp.ClientSession() as session:
            while time.monotonic() < until:
                if await _alive(session, self.url):
                    return
                if self._process is None or not self._process.is_alive():
                    break
                await asyncio.sleep(_POLL_S)
        raise StackFailed(f"a life did not begin\n{tail(self._log)}")

    async def kill(self) -> None:
        """SIGKILL: nothing of it runs on."""
        if self._process is None:
            return
        self._process.kill()
        await asyncio.to_thread(self._process.join)
        self._process.close()
        self._process = None


async def _alive(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(f"{url}/healthz", timeout=_PATIENCE) as answer:
            return answer.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False
