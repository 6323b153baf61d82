"""The application killed again and again at random moments while citizens and staff use it."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

import aiohttp
from sqlalchemy import delete, update
from sqlmodel import col, select

from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import Conversation, Lease, Ticket, Turn
from bot.web.chat import turn_of
from tests.chaos.citizens import Citizen
from tests.chaos.invariants import breaches
from tests.chaos.ledger import Ledger
from tests.chaos.lives import Lives
from tests.chaos.patience import patient_session
from tests.chaos.staff import Member
from tests.chaos.stored import Stored, read_stored

_LONGEST_LIFE_S = 0.8
_KILLED_WHILE_STARTING = 0.1
_PASSWORD = "une phrase longue pour entrer"


@dataclass(frozen=True)
class Plan:
    """How often to kill, and how many are at it meanwhile; the seed gives all random choices."""

    kills: int
    seed: int
    citizens: int = 6
    staff: int = 2


@dataclass(frozen=True)
class Run:
    """What came of it.

    `half_done` tickets were opened by a life that died before it kept the turn; `unheard` turns
    were kept by one that died before it answered.
    """

    plan: Plan
    ledger: Ledger
    stored: Stored
    seconds: float
    half_done: int
    unheard: int

    @property
    def breaches(self) -> list[str]:
        """What did not hold; nothing, if all is well."""
        return breaches(self.ledger, self.stored)


class Killing:
    """One application and all who use it."""

    def __init__(self, plan: Plan, lives: Lives, database: Database, files: Path) -> None:
        self._plan = plan
        self._lives = lives
        self._database = database
        self._files = files
        self._random = Random(plan.seed)  # noqa: S311 no secret
        self._ledger = Ledger()
        self._half_done = 0
        self._unheard = 0

    async def run(self) -> Run:
        """Kills as often as planned, lets everybody finish, and reads what is stored."""
        began = time.monotonic()
        for name in self._members():
            await create_staff(self._database, name, password=_PASSWORD)
        self._lives.begin()
        try:
            async with patient_session() as session:
                await self._under_load(session)
            stored = await read_stored(self._database, self._files)
        finally:
            await self._lives.kill()
        seconds = time.monotonic() - began
        return Run(self._plan, self._ledger, stored, seconds, self._half_done, self._unheard)

    async def _under_load(self, session: aiohttp.ClientSession) -> None:
        survived = asyncio.Event()
        citizens = [
            Citizen(session, self._lives.url, self._ledger, self._own_random())
            for _ in range(self._plan.citizens)
        ]
        async with AsyncExitStack() as stack, asyncio.TaskGroup() as tasks:
            for citizen in citizens:
                tasks.create_task(citizen.visit_until(survived.is_set))
            for name in self._members():
                desk = await stack.enter_async_context(patient_session())
                member = Member(desk, self._lives.url, self._ledger, self._own_random())
                tasks.create_task(member.reply_until(survived.is_set, name, _PASSWORD))
            for _ in range(self._plan.kills):
                await self._one_life()
            survived.set()
        for citizen in citizens:
            await citizen.come_back()

    async def _one_life(self) -> None:
        if self._random.random() >= _KILLED_WHILE_STARTING:
            await self._lives.listening()
        await asyncio.sleep(self._random.uniform(0.0, _LONGEST_LIFE_S))
        await self._lives.kill()
        await self._look_where_it_hit()
        await self._let_go()
        self._lives.begin()

    async def _look_where_it_hit(self) -> None:
        waiting = [
            turn_of(message.conversation_id, UUID(message.client_id))
            for message in self._ledger.messages
            if not message.answers
        ]
        kept = select(Turn.turn_id).where(col(Turn.turn_id).in_(waiting))
        opened = select(Ticket.opened_by_turn).where(col(Ticket.opened_by_turn).in_(waiting))
        async with self._database.reading() as session:
            answered = set(await session.exec(kept))
            half_done = set(await session.exec(opened)) - answered
        self._unheard += len(answered)
        self._half_done += len(half_done)

    async def _let_go(self) -> None:
        """Frees at once what the dead hold, which frees itself within half a minute."""
        async with self._database.writing() as session:
            await session.exec(delete(Lease))
            await session.exec(update(Conversation).values(turn_holder=None, turn_until=None))

    def _members(self) -> list[str]:
        return [f"member-{number}" for number in range(self._plan.staff)]

    def _own_random(self) -> Random:
        return Random(self._random.getrandbits(64))  # noqa: S311 no secret
