from __future__ import annotations

import pytest
from sqlmodel import func, select

from bot.errors import AlreadyMerged, MoveRefused, NoSuchTicket, ReasonMissing, SameTicket
from bot.storage.database import Database
from bot.storage.models import AuditRow, TicketLink, TicketNote
from bot.tickets.casework import Casework
from bot.tickets.linking import Linking, likeness
from bot.tickets.settling import Settling
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import events, hire, one, put, rows, told

PHONE = "+33600000000"


@pytest.fixture
def linking(database: Database) -> Linking:
    return Linking(database)


@pytest.fixture
async def omar(database: Database) -> int:
    return await hire(database, "Omar")


async def links(database: Database) -> int:
    async with database.reading() as session:
        return (await session.exec(select(func.count()).select_from(TicketLink))).one()


async def test_a_link_is_kept_once_and_seen_from_both_sides(
    database: Database, linking: Linking, omar: int
):
    first, second = await seed(database, 2)
    await linking.link(second, first, omar)
    await linking.link(first, second, omar)
    assert await links(database) == 1
    for reference, other in ((first, second), (second, first)):
        file = await Casework(database).ticket(reference, omar)
        assert [ticket.reference for ticket in file.linked] == [other]
        assert [event for event, _actor in await events(database, reference)] == [
            "ticket.link.made"
        ]


async def test_a_link_is_taken_away_from_either_side(
    database: Database, linking: Linking, omar: int
):
    first, second = await seed(database, 2)
    await linking.link(first, second, omar)
    for _click in range(2):
        await linking.unlink(second, first, omar)
    assert await links(database) == 0
    assert len(await events(database, first)) == 2


async def test_a_ticket_is_neither_linked_with_itself_nor_with_none(
    database: Database, linking: Linking, omar: int
):
    [reference] = await seed(database, 1)
    with pytest.raises(SameTicket):
        await linking.link(reference, reference, omar)
    with pytest.raises(NoSuchTicket):
        await linking.link(reference, "MDM-2026-999999", omar)
    assert await links(database) == 0


async def test_a_merged_ticket_is_closed_and_its_citizen_told_where_it_goes_on(
    database: Database, linking: Linking, omar: int
):
    first, second = await seed(database, 2, contact=PHONE)
    assert await linking.merge(second, first, omar, "Même passeport.") is True
    merged, goes_on = await one(database, second), await one(database, first)
    assert (merged.state, merged.answer_type) == ("closed", "duplicate")
    assert (merged.merged_into_id, goes_on.state) == (goes_on.id, "new")
    assert await told(database) == [("ticket-merged", {"reference": second, "into": first})]
    assert await links(database) == 1
    [note] = await rows(database, TicketNote)
    assert note.text == "Même passeport."
    assert all("passeport" not in str(row.data) for row in await rows(database, AuditRow))


async def test_somebody_else_does_not_learn_the_other_reference(
    database: Database, linking: Linking, omar: int
):
    first, second = await seed(database, 2)
    assert await linking.merge(second, first, omar, "Même panne.") is False
    assert await told(database) == [("ticket-joined", {"reference": second})]


async def test_a_ticket_is_merged_once(database: Database, linking: Linking, omar: int):
    first, second, third = await seed(database, 3, contact=PHONE)
    for _click in range(2):
        assert await linking.merge(second, first, omar, "Même passeport.") is True
    assert len(await told(database)) == 1
    for reference, into in ((second, third), (third, second)):
        with pytest.raises(AlreadyMerged):
            await linking.merge(reference, into, omar, "Même passeport.")
    assert len(await told(database)) == 1


async def test_a_merged_ticket_that_is_reopened_stands_on_its_own_again(
    database: Database, linking: Linking, omar: int
):
    first, second = await seed(database, 2)
    await linking.merge(second, first, omar, "Même panne.")
    await Settling(database).reopen(second, omar, "Une autre panne.")
    ticket = await one(database, second)
    assert (ticket.state, ticket.merged_into_id) == ("open", None)
    assert await linking.merge(second, first, omar, "Même panne, vraiment.") is False


async def test_what_cannot_be_merged_stays_as_it_is(
    database: Database, linking: Linking, omar: int
):
    first, second = await seed(database, 2, contact=PHONE)
    await put(database, second, state="closed")
    with pytest.raises(MoveRefused):
        await linking.merge(second, first, omar, "Même passeport.")
    with pytest.raises(ReasonMissing):
        await linking.merge(first, second, omar, " ")
    with pytest.raises(SameTicket):
        await linking.merge(first, first, omar, "Même passeport.")
    assert await events(database, first) == []
    assert await told(database) == []


async def test_duplicates_are_the_same_persons_and_not_linked_yet(
    database: Database, linking: Linking, omar: int
):
    mine, likely, unlikely, others, linked = await seed(database, 5)
    description = "Mon passeport est en retard au consulat de Lille"
    await put(database, mine, contact=f"{PHONE}, x@example.org", description=description)
    await put(database, likely, contact=PHONE, description="Passeport en retard, consulat Lille")
    await put(database, unlikely, contact="X@example.org", description="Bourse pour ma fille")
    await put(database, others, contact="+33699999999", description=description)
    await put(database, linked, contact=PHONE, description=description)
    await linking.link(mine, linked, omar)
    found = await linking.duplicates(mine, omar)
    assert [each.reference for each in found] == [likely, unlikely]
    assert found[0].score > found[1].score


async def test_tickets_of_one_conversation_are_the_same_persons(
    database: Database, linking: Linking, omar: int
):
    first, second, _other = await seed(database, 3, contact=None)
    conversation_id = (await one(database, first)).conversation_id
    await put(database, second, conversation_id=conversation_id)
    assert [each.reference for each in await linking.duplicates(first, omar)] == [second]


async def test_who_left_no_trace_has_no_duplicates(database: Database, linking: Linking, omar: int):
    first, second = await seed(database, 2, contact=None)
    for reference in (first, second):
        await put(database, reference, conversation_id=None)
    assert await linking.duplicates(first, omar) == []


async def test_a_walled_duplicate_is_not_shown_to_the_staff_of_its_service(
    database: Database, linking: Linking, omar: int
):
    there = await hire(database, "There", service="consulate-lyon")
    mine, walled = await seed(database, 2, contact=PHONE)
    await put(database, walled, service="consulate-lyon", walled=True)
    assert await linking.duplicates(mine, there) == []
    assert [each.reference for each in await linking.duplicates(mine, omar)] == [walled]
    with pytest.raises(NoSuchTicket):
        await linking.link(mine, walled, there)


def test_the_same_matter_is_alike_in_both_scripts_of_darija():
    arabic, latin = "بغيت الباسبور ديالي من القنصلية", "bghit lpasseport dyali mn l9onsoliya"
    assert likeness(arabic, latin) > 80
    assert likeness(arabic, "la bourse de ma fille") < 50
