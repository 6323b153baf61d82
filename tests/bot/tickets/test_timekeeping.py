"""The notices about targets, and how tickets stand in SQL as they do one by one."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlmodel import col, select, update

from bot.office import OFFICE
from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import (
    AuditRow,
    ClosedDay,
    OutboxMessage,
    Staff,
    StaffNotice,
    Ticket,
    TicketWatch,
)
from bot.tickets.calendar import load_calendar
from bot.tickets.casework import Casework
from bot.tickets.clock import CLOSING, Standing, standing
from bot.tickets.settling import Settling
from bot.tickets.standings import stands
from bot.tickets.timekeeping import tell_of_targets
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import without_ticket

NEAR = datetime.combine(date(2026, 9, 15), time(9), OFFICE)
BY = datetime.combine(date(2026, 9, 16), CLOSING, OFFICE)
MISSED = datetime.combine(date(2026, 9, 17), time(9), OFFICE)
COMPLAINT = {"kind": "complaint", "country": "FR"}


async def set_ticket(database: Database, reference: str, **values: Any) -> None:
    async with database.writing() as session:
        await session.exec(update(Ticket).where(Ticket.reference == reference).values(**values))


async def due(database: Database, **values: Any) -> str:
    [reference] = await seed(database, 1, channel="telegram", **COMPLAINT)
    await set_ticket(database, reference, answer_by=BY, acknowledged_at=NEAR, **values)
    return reference


async def rows(database: Database, table: Any) -> list[Any]:
    async with database.reading() as session:
        return list((await session.exec(select(table).order_by(table.id))).all())


async def said(database: Database) -> list[tuple[str, dict[str, Any]]]:
    return [
        (push.said["say"], without_ticket(push)) for push in await rows(database, OutboxMessage)
    ]


async def two_of_staff(database: Database) -> list[int]:
    for name in ("omar", "nadia"):
        await create_staff(database, name, name=name, password="long enough")
    return [staff.id for staff in await rows(database, Staff)]


async def test_before_and_after_a_missed_target_citizen_and_staff_are_told_once(
    database: Database,
):
    assignee, watcher = await two_of_staff(database)
    reference = await due(database, assignee_id=assignee)
    [ticket] = await rows(database, Ticket)
    async with database.writing() as session:
        session.add(TicketWatch(ticket_id=ticket.id, staff_id=watcher))
    told = [await tell_of_targets(database, when) for when in (NEAR, NEAR, MISSED, MISSED)]
    assert told == [1, 0, 1, 0]
    args = {"reference": reference, "answer_on": "2026-09-16"}
    assert await said(database) == [("target-near", args), ("target-missed", args)]
    notices = [(row.staff_id, row.kind) for row in await rows(database, StaffNotice)]
    assert notices == [
        (assignee, "breach_near"),
        (watcher, "breach_near"),
        (assignee, "breached"),
        (watcher, "breached"),
    ]
    events = [row.event for row in await rows(database, AuditRow) if row.ticket_id]
    assert events == ["ticket.opened", "ticket.delay.announced", "ticket.breach.told"]


async def test_a_target_found_missed_is_not_announced_any_more(database: Database):
    await due(database)
    assert await tell_of_targets(database, MISSED) == 1
    assert [say for say, _ in await said(database)] == ["target-missed"]


@pytest.mark.parametrize(
    "values",
    [
        {"stopped_at": NEAR},
        {"settled_at": NEAR},
        {"kind": "suggestion"},
        {"answer_by": BY + timedelta(days=14)},
    ],
)
async def test_nothing_is_told_where_no_target_counts(database: Database, values: dict[str, Any]):
    reference = await due(database)
    await set_ticket(database, reference, **values)
    assert await tell_of_targets(database, NEAR) == 0
    assert await tell_of_targets(database, MISSED) == 0
    assert await said(database) == []


async def test_before_a_feast_that_staff_entered_it_is_told_earlier(database: Database):
    [staff_id, _] = await two_of_staff(database)
    await due(database)
    early = NEAR - timedelta(days=4)
    assert await tell_of_targets(database, early) == 0
    async with database.writing() as session:
        for day in (14, 15):
            feast = date(2026, 9, day)
            session.add(ClosedDay(country="MA", day=feast, name="Aïd", staff_id=staff_id))
    assert await tell_of_targets(database, early) == 1


async def test_the_date_is_that_of_the_citizens_own_country(database: Database):
    reference = await due(database)
    late = datetime.combine(date(2026, 9, 16), time(23, 30), OFFICE)
    await set_ticket(database, reference, country="AU", answer_by=late)
    await tell_of_targets(database, NEAR)
    [(_, args)] = await said(database)
    assert args["answer_on"] == "2026-09-17"


async def test_a_ticket_without_its_conversation_still_tells_staff(database: Database):
    [assignee, _] = await two_of_staff(database)
    await due(database, assignee_id=assignee, conversation_id=None)
    assert await tell_of_targets(database, NEAR) == 1
    assert await said(database) == []
    assert len(await rows(database, StaffNotice)) == 1


async def test_two_processes_tell_once(database: Database):
    await due(database)
    told = await asyncio.gather(*(tell_of_targets(database, NEAR) for _ in range(4)))
    assert sorted(told) == [0, 0, 0, 1]
    assert len(await said(database)) == 1


async def test_waiting_for_the_citizen_moves_the_targets_by_as_long(database: Database):
    [staff_id, _] = await two_of_staff(database)
    [reference] = await seed(database, 1, state="open")
    await set_ticket(database, reference, answer_by=BY)
    casework = Casework(database)
    await casework.move(reference, staff_id, "waiting_citizen")
    [waiting] = await rows(database, Ticket)
    assert waiting.stopped_at is not None
    assert waiting.answer_by == BY
    long_ago = waiting.stopped_at - timedelta(days=5)
    await set_ticket(database, reference, stopped_at=long_ago)
    await casework.move(reference, staff_id, "open")
    [going_on] = await rows(database, Ticket)
    assert going_on.stopped_at is None
    assert going_on.answer_by - BY >= timedelta(days=5)


async def test_settling_names_who_and_when_and_reopening_keeps_who(database: Database):
    [staff_id, _] = await two_of_staff(database)
    [reference] = await seed(database, 1)
    settling = Settling(database)
    await settling.resolve(reference, staff_id, "granted", "C'est fait.", "none")
    [settled] = await rows(database, Ticket)
    assert (settled.settled_by, settled.settled_at is None) == (staff_id, False)
    assert settled.acknowledged_at is not None
    await settling.reopen(reference, staff_id, "Pas tout à fait.")
    [reopened] = await rows(database, Ticket)
    assert (reopened.settled_by, reopened.settled_at) == (staff_id, None)


@pytest.mark.parametrize("moment", [NEAR, MISSED])
async def test_the_queues_and_a_ticket_agree_how_it_stands(database: Database, moment: datetime):
    references = await seed(database, 24)
    for number, reference in enumerate(references):
        days = timedelta(days=number % 6)
        await set_ticket(
            database,
            reference,
            answer_by=BY + days * 2 - timedelta(days=3),
            acknowledge_by=BY - days,
            acknowledged_at=NEAR if number % 3 else None,
            stopped_at=NEAR if number % 11 == 5 else None,
            settled_at=NEAR if number % 7 == 6 else None,
        )
    async with database.reading() as session:
        calendar = await load_calendar(session, None)
        found = {
            each: set(
                await session.exec(select(Ticket.reference).where(stands(each, moment, calendar)))
            )
            for each in Standing
        }
        tickets = (await session.exec(select(Ticket).order_by(col(Ticket.id)))).all()
    expected: dict[Standing, set[str]] = {each: set() for each in Standing}
    for ticket in tickets:
        expected[standing(ticket, moment, calendar)].add(ticket.reference)
    assert found == expected
    assert all(expected.values()) or moment == MISSED
