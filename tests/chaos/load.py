"""Citizens and staff at work, while something is done to the application."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from random import Random

import aiohttp

from bot.staff.accounts import create_staff
from bot.storage.database import Database
from tests.chaos.citizens import Citizen
from tests.chaos.ledger import Ledger
from tests.chaos.patience import patient_session
from tests.chaos.staff import Member

CITIZENS = 6
_MEMBERS = ("member-1", "member-2")
_PASSWORD = "une phrase longue pour entrer"
_POLL_S = 0.005


class Load:
    """So many citizens and two members of staff; the seed gives all that they choose.

    `console_url` is where staff go if not to `url`.
    """

    def __init__(
        self,
        url: str,
        database: Database,
        seed: int,
        citizens: int = CITIZENS,
        console_url: str | None = None,
    ) -> None:
        self.ledger = Ledger()
        self._url = url
        self._console_url = console_url or url
        self._database = database
        self._random = Random(seed)  # noqa: S311 no secret
        self._citizens = citizens

    async def during(self, disturb: Callable[[], Awaitable[None]]) -> None:
        """Everybody is at work while `disturb` runs, and finishes what they began after it."""
        for name in _MEMBERS:
            await create_staff(self._database, name, password=_PASSWORD)
        async with AsyncExitStack() as stack:
            web = await stack.enter_async_context(patient_session())
            desks = [await stack.enter_async_context(patient_session()) for _ in _MEMBERS]
            await self._at_work(web, desks, disturb)

    async def _at_work(
        self,
        web: aiohttp.ClientSession,
        desks: list[aiohttp.ClientSession],
        disturb: Callable[[], Awaitable[None]],
    ) -> None:
        over = asyncio.Event()
        citizens = [
            Citizen(web, self._url, self.ledger, self._own_random()) for _ in range(self._citizens)
        ]
        async with asyncio.TaskGroup() as tasks:
            for citizen in citizens:
                tasks.create_task(citizen.visit_until(over.is_set))
            for name, desk in zip(_MEMBERS, desks, strict=True):
                member = Member(desk, self._console_url, self.ledger, self._own_random())
                tasks.create_task(member.reply_until(over.is_set, name, _PASSWORD))
            await disturb()
            over.set()
        for citizen in citizens:
            await citizen.come_back()

    async def heard(self, more: int, patience_s: float) -> bool:
        """Waits for so many more acknowledgements; whether they came in time.

        So a fault meets as much work on a slow machine as on a quick one.
        """
        enough = self.ledger.heard + more
        try:
            async with asyncio.timeout(patience_s):
                while self.ledger.heard < enough:  # noqa: ASYNC110 the ledger is plain
                    await asyncio.sleep(_POLL_S)
        except TimeoutError:
            return False
        return True

    def _own_random(self) -> Random:
        return Random(self._random.getrandbits(64))  # noqa: S311 no secret
