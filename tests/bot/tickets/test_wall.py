from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlmodel import col, select

from bot.errors import NoSuchTicket, NotAllowed
from bot.storage.database import Database
from bot.storage.models import Staff, StaffNotice, Ticket
from bot.tickets.assignment import Assignment
from bot.tickets.casework import Casework
from bot.tickets.forwarding import Forwardings
from bot.tickets.incidents import Incidents
from bot.tickets.linking import Linking
from bot.tickets.noting import Noting
from bot.tickets.settling import Settling
from bot.tickets.wall import not_walled_from, visible_to
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import events, hire, one, put, rows

LYON = "consulate-lyon"


def somebody(service: str | None) -> Staff:
    return Staff(username="x", name="X", password_hash="", service=service)


@pytest.mark.parametrize(
    ("service", "walled", "works_at", "sees"),
    [
        (LYON, True, LYON, False),
        (LYON, True, "consulate-lille", True),
        (LYON, True, None, True),
        (LYON, False, LYON, True),
        (None, True, None, True),
        (None, True, LYON, True),
    ],
)
async def test_the_wall_keeps_away_the_staff_of_the_service_alone(
    database: Database, service: str | None, walled: bool, works_at: str | None, sees: bool
):
    [reference] = await seed(database, 1)
    await put(database, reference, service=service, walled=walled)
    member = somebody(works_at)
    assert visible_to(await one(database, reference), member) is sees
    async with database.reading() as session:
        found = await session.exec(
            select(Ticket.reference).where(not_walled_from(member), col(Ticket.id).is_not(None))
        )
        assert (found.all() == [reference]) is sees


async def test_whatever_they_do_a_walled_ticket_is_not_there(database: Database):
    there = await hire(database, "There", service=LYON, role="supervisor")
    reference, other = await seed(database, 2)
    await put(database, reference, service=LYON, walled=True)
    casework, assignment, settling = Casework(database), Assignment(database), Settling(database)
    forwardings, noting, linking = Forwardings(database), Noting(database), Linking(database)
    deeds: list[Callable[[], Awaitable[Any]]] = [
        lambda: casework.ticket(reference, there),
        lambda: casework.reply(reference, there, "Merci."),
        lambda: casework.ask_back(reference, there, "Quand ?"),
        lambda: casework.move(reference, there, "open"),
        lambda: assignment.claim(reference, there),
        lambda: assignment.assign(reference, there, there),
        lambda: assignment.take_over(reference, there),
        lambda: assignment.release(reference, there),
        lambda: assignment.watch(reference, there),
        lambda: assignment.unwatch(reference, there),
        lambda: settling.close(reference, there, "granted", "Réglé.", "none"),
        lambda: settling.resolve(reference, there, "granted", "Réglé.", "none"),
        lambda: settling.reopen(reference, there, "Encore."),
        lambda: forwardings.send(reference, there, "Douane"),
        lambda: forwardings.acknowledge(reference, there),
        lambda: forwardings.chase(reference, there),
        lambda: forwardings.end(reference, there),
        lambda: noting.note(reference, there, "Note."),
        lambda: noting.set_priority(reference, there, "high"),
        lambda: noting.set_category(reference, there, "justice"),
        lambda: noting.set_service(reference, there, None, walled=False),
        lambda: linking.link(other, reference, there),
        lambda: linking.merge(other, reference, there, "Doublon."),
        lambda: linking.duplicates(reference, there),
        lambda: Incidents(database).open("Panne", [reference], there),
    ]
    for deed in deeds:
        with pytest.raises(NoSuchTicket):
            await deed()
    assert await events(database, reference) == []


async def test_a_supervisor_opens_a_walled_ticket_and_leaves_a_trace(database: Database):
    boss = await hire(database, "Boss", service=LYON, role="supervisor")
    [reference] = await seed(database, 1)
    await put(database, reference, service=LYON, walled=True)
    casework = Casework(database)
    await casework.open_walled(reference, boss)
    assert (await casework.ticket(reference, boss)).ticket.reference == reference
    assert await events(database, reference) == [("ticket.wall.opened", f"staff:{boss}")]


async def test_those_outside_the_wall_hear_at_once_that_it_was_opened(database: Database):
    boss = await hire(database, "Boss", service=LYON, role="supervisor")
    outside = await hire(database, "Outside", service="consulate-lille", role="supervisor")
    await hire(database, "Inside", service=LYON, role="admin")
    await hire(database, "Gone", role="admin", active=False)
    await hire(database, "Agent")
    [reference] = await seed(database, 1)
    await put(database, reference, service=LYON, walled=True)
    await Casework(database).open_walled(reference, boss)
    told = [(notice.kind, notice.staff_id) for notice in await rows(database, StaffNotice)]
    assert told == [("wall_opened", outside)]


async def test_an_agent_opens_no_walled_ticket_nor_learns_whether_there_is_one(
    database: Database,
):
    agent = await hire(database, "Agent", service=LYON)
    [reference] = await seed(database, 1)
    await put(database, reference, service=LYON, walled=True)
    casework = Casework(database)
    for asked in (reference, "MDM-2026-999999"):
        with pytest.raises(NotAllowed):
            await casework.open_walled(asked, agent)
    assert await events(database, reference) == []


async def test_what_one_supervisor_opened_is_not_open_to_another(database: Database):
    boss = await hire(database, "Boss", service=LYON, role="supervisor")
    other = await hire(database, "Other", service=LYON, role="supervisor")
    [reference] = await seed(database, 1)
    await put(database, reference, service=LYON, walled=True)
    casework = Casework(database)
    await casework.open_walled(reference, boss)
    with pytest.raises(NoSuchTicket):
        await casework.ticket(reference, other)


async def test_opening_what_is_not_walled_leaves_no_trace(database: Database):
    boss = await hire(database, "Boss", role="admin")
    [reference] = await seed(database, 1)
    await Casework(database).open_walled(reference, boss)
    assert await events(database, reference) == []
