"""What a browser keeps for us: unchanged, for one purpose, under the present key."""

from __future__ import annotations

from sqlmodel import delete

from bot.staff.seals import Seals
from bot.storage.database import Database
from bot.storage.models import Secret

MINUTE = 60


async def test_what_was_sealed_opens_for_its_purpose_alone(database: Database) -> None:
    seals = Seals(database)
    sealed = await seals.seal("half", "7", MINUTE)
    assert await seals.open("half", sealed) == "7"
    assert await seals.open("device", sealed) is None
    assert await seals.open("half", sealed[:-4] + "AAA=") is None


async def test_every_process_opens_what_another_sealed(database: Database) -> None:
    assert (
        await Seals(database).open("half", await Seals(database).seal("half", "7", MINUTE)) == "7"
    )


async def test_a_key_is_replaced_by_deleting_it_and_opens_nothing_old(database: Database) -> None:
    before = await Seals(database).seal("half", "7", MINUTE)
    async with database.writing() as session:
        await session.exec(delete(Secret))
    restarted = Seals(database)
    assert await restarted.open("half", before) is None
    assert await restarted.open("half", await restarted.seal("half", "7", MINUTE)) == "7"
