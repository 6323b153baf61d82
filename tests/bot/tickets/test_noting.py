from __future__ import annotations

import pytest

from bot.errors import EmptyMessage, NoSuchTicket, UnknownValue
from bot.storage.database import Database
from bot.storage.models import AuditRow, TicketNote
from bot.tickets.assignment import Assignment
from bot.tickets.casework import Casework
from bot.tickets.noting import Noting
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import events, hire, notices, one, rows, told


@pytest.fixture
def noting(database: Database) -> Noting:
    return Noting(database)


@pytest.fixture
async def omar(database: Database) -> int:
    return await hire(database, "Omar")


async def test_a_note_is_for_colleagues_only(database: Database, noting: Noting, omar: int):
    salma = await hire(database, "Salma")
    [reference] = await seed(database, 1)
    await Assignment(database).claim(reference, salma)
    for _click in range(2):
        await noting.note(reference, omar, " Rappeler lundi. ")
    [note] = (await Casework(database).ticket(reference, omar)).notes
    assert (note.text, note.staff_id) == ("Rappeler lundi.", omar)
    assert await told(database) == []
    assert await notices(database) == [(salma, "note")]
    assert all("lundi" not in str(row.data) for row in await rows(database, AuditRow))
    with pytest.raises(EmptyMessage):
        await noting.note(reference, omar, " ")
    assert len(await rows(database, TicketNote)) == 1


async def test_priority_and_category_are_set_once(database: Database, noting: Noting, omar: int):
    [reference] = await seed(database, 1)
    for _click in range(2):
        await noting.set_priority(reference, omar, "urgent")
        await noting.set_category(reference, omar, "justice")
    await noting.set_category(reference, omar, None)
    ticket = await one(database, reference)
    assert (ticket.priority, ticket.category) == ("urgent", None)
    audit = [row for row in await rows(database, AuditRow) if row.event != "ticket.opened"]
    assert [(row.event, row.data) for row in audit] == [
        ("ticket.priority.changed", {"from": "normal", "to": "urgent"}),
        ("ticket.category.changed", {"from": "consular", "to": "justice"}),
        ("ticket.category.changed", {"from": "justice", "to": None}),
    ]


async def test_values_that_do_not_exist_are_refused(database: Database, noting: Noting, omar: int):
    [reference] = await seed(database, 1)
    with pytest.raises(UnknownValue):
        await noting.set_priority(reference, omar, "soon")
    with pytest.raises(UnknownValue):
        await noting.set_category(reference, omar, "weather")
    with pytest.raises(NoSuchTicket):
        await noting.set_priority("MDM-2026-999999", omar, "high")
    assert await events(database, reference) == []


async def test_a_wall_takes_the_ticket_from_the_staff_of_its_service(
    database: Database, noting: Noting, omar: int
):
    there = await hire(database, "There", service="consulate-lyon")
    [reference] = await seed(database, 1)
    await Assignment(database).claim(reference, there)
    await Assignment(database).watch(reference, there)
    await Assignment(database).watch(reference, omar)
    for _click in range(2):
        await noting.set_service(reference, omar, " consulate-lyon ", walled=True)
    file = await Casework(database).ticket(reference, omar)
    assert (file.ticket.service, file.ticket.walled) == ("consulate-lyon", True)
    assert (file.ticket.assignee_id, file.watchers) == (None, {omar})
    assert await notices(database) == []


async def test_without_a_service_there_is_no_wall(database: Database, noting: Noting, omar: int):
    [reference] = await seed(database, 1)
    await noting.set_service(reference, omar, "consulate-lyon", walled=True)
    await noting.set_service(reference, omar, " ", walled=True)
    ticket = await one(database, reference)
    assert (ticket.service, ticket.walled) == (None, False)


async def test_the_wall_stands_however_the_service_is_written(database: Database):
    there = await hire(database, "There", service="Consulat général de Lyon")
    salma = await hire(database, "Salma")
    [reference] = await seed(database, 1)
    noting = Noting(database)
    await noting.set_service(reference, salma, "CONSULAT  general de lyon", walled=True)
    assert (await one(database, reference)).service == "Consulat général de Lyon"
    with pytest.raises(NoSuchTicket):
        await noting.note(reference, there, "Je la vois ?")
    await noting.set_service(reference, salma, "Consulat de Lille", walled=True)
    await noting.note(reference, there, "Elle n'est plus sur nous.")
