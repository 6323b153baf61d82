"""Who has read a conversation's pushes up to a number misses none with a smaller one."""

from __future__ import annotations

import asyncio

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dialogue.outbox import Outbox
from bot.storage.database import Database
from bot.storage.models import Ticket
from bot.tickets.outgoing import tell_citizen
from tests.bot.staff.seeding import seed

_LONG_ENOUGH_S = 0.3


async def tell(session: AsyncSession, say: str) -> str:
    ticket = (await session.exec(select(Ticket))).one()
    push = await tell_citizen(session, ticket, say, {})
    await session.flush()
    assert push is not None
    return push.conversation_id


async def test_a_number_is_not_seen_before_a_smaller_one(database: Database) -> None:
    await seed(database, 1)

    async def tell_too() -> None:
        async with database.writing() as session:
            await tell(session, "second")

    async with database.writing() as session:
        conversation_id = await tell(session, "first")
        second = asyncio.create_task(tell_too())
        # It waits for the first; were it not to wait, it would be through by then.
        await asyncio.wait({second}, timeout=_LONG_ENOUGH_S)
        assert await Outbox(database).after(conversation_id, 0) == []
    await second
    seen = await Outbox(database).after(conversation_id, 0)
    assert [push.said["say"] for push in seen] == ["first", "second"]
