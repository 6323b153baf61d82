"""One turn of a conversation at a time, also between processes; and nobody holds it for long."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from bot.dialogue.conversations import Conversations
from bot.storage.database import Database
from bot.storage.models import Conversation, now
from tests.bot.conftest import Citizen
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.waiting import until


@pytest.fixture(autouse=True)
def short_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.dialogue.conversations._CLAIM_LENGTH", timedelta(seconds=2))
    monkeypatch.setattr("bot.dialogue.conversations._CLAIM_RENEWED_S", 0.02)


async def test_a_conversation_whose_process_died_goes_on(
    citizen: Citizen, database: Database
) -> None:
    await citizen.says("bonjour")
    await hold(database, now() - timedelta(milliseconds=1))
    assert (await citizen.says("bonjour")).replies


async def test_a_claim_of_a_clock_that_ran_ahead_holds_nobody_up(
    citizen: Citizen, database: Database
) -> None:
    await citizen.says("bonjour")
    await hold(database, now() + timedelta(hours=1))
    assert (await citizen.says("bonjour")).replies


async def test_a_turn_that_takes_long_keeps_its_conversation(
    citizen: Citizen, rasa: RasaStandIn, database: Database, conversations: Conversations
) -> None:
    if database.is_sqlite:
        return  # one process: a lock in it is enough
    rasa.hold = asyncio.Event()
    speaking = asyncio.create_task(citizen.says("bonjour"))
    await until(lambda: held_until(conversations, citizen))
    first = await held_until(conversations, citizen)
    assert first is not None

    async def was_renewed() -> bool:
        renewed = await held_until(conversations, citizen)
        return renewed is not None and renewed > first

    await until(was_renewed)
    rasa.hold.set()
    assert (await speaking).replies
    assert await held_until(conversations, citizen) is None


async def hold(database: Database, moment: datetime) -> None:
    """As a process of before left it."""
    async with database.writing() as session:
        await session.exec(update(Conversation).values(turn_holder="dead", turn_until=moment))


async def held_until(conversations: Conversations, citizen: Citizen) -> datetime | None:
    async with conversations._database.reading() as session:
        row = await session.get(Conversation, citizen.conversation_id)
    return row.turn_until if row else None
