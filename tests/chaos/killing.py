"""The application killed again and again at random moments while citizens and staff use it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import Conversation, Lease, Ticket, Turn
from bot.web.chat import turn_of
from tests.chaos.invariants import breaches
from tests.chaos.ledger import Ledger
from tests.chaos.lives import Lives
from tests.chaos.load import Load
from tests.chaos.stored import Stored, read_stored

_MOST_HEARD = 6
_LONGEST_MOMENT_S = 0.1
_LONGEST_LIFE_S = 20.0
_KILLED_WHILE_STARTING = 0.1


@dataclass(frozen=True)
class Run:
    """What came of it.

    `half_done` tickets were opened by a life that died before it kept the turn; `unheard` turns
    were kept by one that died before it answered.
    """

    kills: int
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
    """One application and all who use it; the seed gives all random choices."""

    def __init__(self, lives: Lives, database: Database, files: Path, seed: int) -> None:
        self._lives = lives
        self._database = database
        self._files = files
        self._random = Random(seed)  # noqa: S311 no secret
        self._load = Load(lives.url, database, seed)
        self._half_done = 0
        self._unheard = 0

    async def run(self, kills: int) -> Run:
        """Kills so often, lets everybody finish, and reads what is stored."""

        async def kill() -> None:
            for _ in range(kills):
                await self._one_life()

        began = time.monotonic()
        self._lives.begin()
        try:
            await self._load.during(kill)
            stored = await read_stored(self._database, self._files)
        finally:
            await self._lives.kill()
        seconds = time.monotonic() - began
        return Run(kills, self._load.ledger, stored, seconds, self._half_done, self._unheard)

    async def _one_life(self) -> None:
        if self._random.random() >= _KILLED_WHILE_STARTING:
            await self._lives.listening()
            await self._load.heard(self._random.randint(0, _MOST_HEARD), _LONGEST_LIFE_S)
        # At any moment of what comes next, in the middle of a commit as well.
        await asyncio.sleep(self._random.uniform(0.0, _LONGEST_MOMENT_S))
        await self._lives.kill()
        await self._look_where_it_hit()
        await self._let_go()
        self._lives.begin()

    async def _look_where_it_hit(self) -> None:
        waiting = [
            turn_of(message.conversation_id, UUID(message.client_id))
            for message in self._load.ledger.messages
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
