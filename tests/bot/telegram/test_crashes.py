"""A process that dies in the middle: what was shown is not shown again, what was not is shown."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import delete, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.database import Database
from bot.storage.models import Conversation, Lease, TelegramUpdate
from bot.telegram.channel import TelegramChannel
from tests.bot.telegram.conftest import StartBot
from tests.bot.telegram.waiting import until
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer

_MOST_WRITES = 30


async def die(channel: TelegramChannel, database: Database) -> None:
    """Ends it where it stands; what it held is free again, as it would be after a minute."""
    tasks = [channel._running, *channel._workers._busy.values()]
    for task in tasks:
        if task:
            task.cancel()
    await asyncio.gather(*(task for task in tasks if task), return_exceptions=True)
    async with database.writing() as session:
        await session.exec(delete(Lease))
        await session.exec(update(Conversation).values(turn_holder=None, turn_until=None))


async def handled(database: Database, update_id: int) -> None:
    """Waits until the update is done with."""

    async def is_handled() -> bool:
        async with database.reading() as session:
            row = await session.get(TelegramUpdate, update_id)
        return row is not None and row.state == "handled"

    await until(is_handled)


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("taken", [True, False])
async def test_only_the_part_in_flight_when_the_process_dies_can_be_shown_twice(
    start_bot: StartBot,
    telegram: TelegramServer,
    database: Database,
    amina: Citizen,
    place: int,
    taken: bool,
) -> None:
    telegram.lose_next("sendMessage", taken=taken, after=place)
    channel = await start_bot()
    update_id = await amina.send_text("bonjour")
    await telegram.store.until(lambda: len(telegram.calls("sendMessage")) == place + 1)
    await die(channel, database)
    await start_bot()
    await handled(database, update_id)
    greeting, notice = dict.fromkeys(amina.texts)
    shown = Counter(amina.texts)
    in_flight, other = (notice, greeting) if place else (greeting, notice)
    assert shown[in_flight] == (2 if taken else 1)
    assert shown[other] == 1


class Dying(Database):
    """A database before whose n-th writing the process stops for ever."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.left = 0
        self.reached = asyncio.Event()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        self.left -= 1
        if self.left == 0:
            self.reached.set()
            await asyncio.Event().wait()
        async with super().writing() as session:
            yield session


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Dying]:
    database = Dying(database_url)
    yield database
    await database.close()


async def test_a_death_before_any_writing_loses_nothing_and_repeats_one_part_at_most(
    start_bot: StartBot, database: Dying, amina: Citizen
) -> None:
    channel = await start_bot()
    await handled(database, await amina.send_text("bonjour"))
    deaths = 0
    for writing in range(1, _MOST_WRITES):
        before = len(amina.messages)
        database.reached.clear()
        database.left = writing
        update_id = await amina.send_text(f"question {writing}")
        if not await _died(database, update_id):
            database.left = 0  # nor does it die over anything else
            break
        deaths += 1
        await die(channel, database)
        channel = await start_bot()
        await handled(database, update_id)
        assert 1 <= len(amina.messages) - before <= 2
    assert deaths >= 4  # the update, the attempt, the turn, the mark


async def _died(database: Dying, update_id: int) -> bool:
    """Whether the process came to that writing before the update was done with."""
    reached = asyncio.create_task(database.reached.wait())
    done = asyncio.create_task(handled(database, update_id))
    await asyncio.wait({reached, done}, return_when=asyncio.FIRST_COMPLETED)
    for task in (reached, done):
        task.cancel()
    await asyncio.gather(reached, done, return_exceptions=True)
    return database.reached.is_set()
