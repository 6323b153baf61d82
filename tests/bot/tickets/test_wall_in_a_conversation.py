"""Two tickets of one conversation, one of them behind the wall."""

from __future__ import annotations

import pytest

from bot.storage.database import Database
from bot.tickets.casework import Casework
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import hire, one, put

LYON = "consulate-lyon"


@pytest.fixture
async def references(database: Database) -> tuple[str, str]:
    """A ticket, and a walled one about Lyon from the same conversation."""
    ticket, walled = await seed(database, 2)
    conversation_id = (await one(database, ticket)).conversation_id
    await put(database, walled, conversation_id=conversation_id, service=LYON, walled=True)
    return ticket, walled


async def test_who_may_not_see_one_does_not_read_it_in_the_conversation_of_the_other(
    database: Database, references: tuple[str, str]
) -> None:
    ticket, walled = references
    there = await hire(database, "There", service=LYON, role="supervisor")
    casework = Casework(database)
    assert (await casework.ticket(ticket, there)).turns == []
    await casework.open_walled(walled, there)
    assert (await casework.ticket(walled, there)).turns != []


async def test_who_may_see_both_reads_the_conversation(
    database: Database, references: tuple[str, str]
) -> None:
    elsewhere = await hire(database, "Elsewhere", service="consulate-lille")
    nowhere = await hire(database, "Nowhere")
    for reference in references:
        for member in (elsewhere, nowhere):
            assert (await Casework(database).ticket(reference, member)).turns != []
