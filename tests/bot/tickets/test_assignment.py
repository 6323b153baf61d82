from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.errors import AlreadyClaimed, NoSuchMember, NoSuchTicket, SameHandAgain
from bot.storage.database import Database
from bot.storage.models import AuditRow, Conversation, Staff, Ticket
from bot.tickets.assignment import Assignment, ranked
from bot.tickets.casework import Casework
from bot.tickets.desk import Desk, Filing
from bot.tickets.words import Words
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import events, hire, notices, one, put, rows
from tests.bot.tickets.drafts import FULL

TUESDAY_NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TUESDAY_NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)


@pytest.fixture
def assignment(database: Database) -> Assignment:
    return Assignment(database)


@pytest.fixture
async def omar(database: Database) -> int:
    return await hire(database, "Omar")


@pytest.fixture
async def salma(database: Database) -> int:
    return await hire(database, "Salma")


async def test_claiming_takes_a_new_ticket_up(
    database: Database, assignment: Assignment, omar: int
):
    [reference] = await seed(database, 1)
    await assignment.claim(reference, omar)
    ticket = await one(database, reference)
    assert (ticket.assignee_id, ticket.state) == (omar, "open")
    assert ticket.acknowledged_at is not None
    assert await events(database, reference) == [
        ("ticket.assignee.claimed", f"staff:{omar}"),
        ("ticket.state.changed", f"staff:{omar}"),
    ]


async def test_of_two_who_claim_at_once_one_wins_and_the_other_is_told_who(
    database: Database, assignment: Assignment, omar: int, salma: int
):
    [reference] = await seed(database, 1)
    outcomes = await asyncio.gather(
        *(assignment.claim(reference, each) for each in (omar, salma)), return_exceptions=True
    )
    ticket = await one(database, reference)
    refused = [outcome for outcome in outcomes if outcome is not None]
    assert len(refused) == 1
    assert isinstance(refused[0], AlreadyClaimed)
    winner = {omar: "Omar", salma: "Salma"}[ticket.assignee_id or 0]
    assert refused[0].fields == {"name": winner}
    assert [event for event, _actor in await events(database, reference)] == [
        "ticket.assignee.claimed",
        "ticket.state.changed",
    ]


async def test_claiming_twice_is_claiming_once(
    database: Database, assignment: Assignment, omar: int
):
    [reference] = await seed(database, 1, state="waiting_citizen")
    await assignment.claim(reference, omar)
    await assignment.claim(reference, omar)
    assert len(await events(database, reference)) == 1
    assert (await one(database, reference)).state == "waiting_citizen"


async def test_who_is_given_a_ticket_is_told_and_so_is_who_had_it(
    database: Database, assignment: Assignment, omar: int, salma: int
):
    boss = await hire(database, "Idriss", role="supervisor")
    [reference] = await seed(database, 1)
    await assignment.assign(reference, boss, omar)
    await assignment.assign(reference, boss, omar)
    await assignment.assign(reference, boss, salma)
    assert await notices(database) == [
        (omar, "assigned"),
        (salma, "assigned"),
        (omar, "released"),
    ]
    audit = [row.data for row in await rows(database, AuditRow) if "assignee" in row.event]
    assert audit == [{"from": None, "to": omar}, {"from": omar, "to": salma}]


async def test_a_ticket_is_given_to_active_members_only(
    database: Database, assignment: Assignment, omar: int
):
    gone = await hire(database, "Gone", active=False)
    [reference] = await seed(database, 1)
    for nobody in (gone, 4711):
        with pytest.raises(NoSuchMember):
            await assignment.assign(reference, omar, nobody)
    assert await events(database, reference) == []


async def test_who_is_displaced_is_told(
    database: Database, assignment: Assignment, omar: int, salma: int
):
    [reference] = await seed(database, 1)
    await assignment.claim(reference, omar)
    await assignment.take_over(reference, salma)
    await assignment.take_over(reference, salma)
    assert (await one(database, reference)).assignee_id == salma
    assert await notices(database) == [(omar, "taken_over")]


async def test_a_ticket_given_back_can_be_claimed_again(
    database: Database, assignment: Assignment, omar: int, salma: int
):
    [reference] = await seed(database, 1)
    await assignment.claim(reference, omar)
    await assignment.release(reference, omar)
    await assignment.release(reference, omar)
    assert (await one(database, reference)).assignee_id is None
    await assignment.claim(reference, salma)
    await assignment.release(reference, omar)
    assert await notices(database) == [(salma, "released")]


async def test_a_reopened_ticket_does_not_go_back_to_who_settled_it(
    database: Database, assignment: Assignment, omar: int, salma: int
):
    [reference] = await seed(database, 1, state="open")
    await put(database, reference, reopened=1, settled_by=omar)
    deeds: list[Callable[[], Awaitable[Any]]] = [
        lambda: assignment.claim(reference, omar),
        lambda: assignment.take_over(reference, omar),
        lambda: assignment.assign(reference, salma, omar),
    ]
    for deed in deeds:
        with pytest.raises(SameHandAgain):
            await deed()
    await assignment.claim(reference, salma)
    assert (await one(database, reference)).assignee_id == salma


async def test_watching_is_begun_and_ended_once(
    database: Database, assignment: Assignment, omar: int
):
    [reference] = await seed(database, 1)
    await assignment.watch(reference, omar)
    await assignment.watch(reference, omar)
    assert (await Casework(database).ticket(reference, omar)).watchers == {omar}
    await assignment.unwatch(reference, omar)
    await assignment.unwatch(reference, omar)
    assert (await Casework(database).ticket(reference, omar)).watchers == frozenset()
    assert [event for event, _actor in await events(database, reference)] == [
        "ticket.watch.started",
        "ticket.watch.ended",
    ]


async def test_no_such_ticket(assignment: Assignment, omar: int):
    missing = "MDM-2026-999999"
    for deed in (
        assignment.claim(missing, omar),
        assignment.assign(missing, omar, omar),
        assignment.take_over(missing, omar),
        assignment.release(missing, omar),
        assignment.watch(missing, omar),
        assignment.unwatch(missing, omar),
    ):
        with pytest.raises(NoSuchTicket):
            await deed


def member(number: int, **changes: Any) -> Staff:
    return Staff(id=number, username=str(number), name=str(number), password_hash="", **changes)


def in_french(**changes: Any) -> Ticket:
    return Ticket(reference="MDM-2026-000001", lang="fr", kind="complaint", **changes)


def who(ticket: Ticket, *loads: tuple[Staff, int], at: datetime = TUESDAY_NOON) -> list[int]:
    return [candidate.staff_id for candidate in ranked(ticket, loads, at)]


def test_who_has_least_to_do_comes_first():
    assert who(in_french(), (member(1), 5), (member(2), 0), (member(3), 2)) == [2, 3, 1]


def test_only_who_speaks_the_variety_and_without_languages_it_is_french_and_arabic():
    speaks = member(1, languages=["ary", "ary-Latn"])
    ticket = in_french()
    assert who(ticket, (speaks, 0), (member(2), 0)) == [2]
    ticket.lang = "ary-Latn"
    assert who(ticket, (speaks, 0), (member(2), 0)) == [1]


def test_an_administrator_without_languages_gets_nobodys_ticket():
    keeper = member(1, role="admin")
    answers_too = member(2, role="admin", languages=["fr"])
    assert who(in_french(), (keeper, 0), (answers_too, 4)) == [2]


def test_who_is_at_work_comes_before_who_has_less_to_do():
    by_day = member(1, hours={"1": ["08:30", "16:30"]})
    by_night = member(2, hours={"1": ["20:00", "23:59"]})
    off = member(3, hours={"2": ["08:30", "16:30"]})
    loads = ((by_day, 4), (by_night, 3), (off, 0))
    assert who(in_french(), *loads) == [1, 3, 2]
    assert who(in_french(), *loads, at=TUESDAY_NIGHT) == [2, 3, 1]


def test_who_is_away_is_no_candidate_through_that_day():
    away = member(1, away_until=date(2026, 11, 24))
    back = member(2, away_until=date(2026, 11, 23))
    assert who(in_french(), (away, 0), (back, 9)) == [2]


def test_neither_the_staff_of_the_service_nor_who_settled_it_is_a_candidate():
    walled = in_french(service="consulate-lyon", walled=True, reopened=1, settled_by=2)
    there = member(1, service="consulate-lyon")
    assert who(walled, (there, 0), (member(2), 0), (member(3), 7)) == [3]


async def test_candidates_are_counted_by_their_open_tickets(
    database: Database, assignment: Assignment, omar: int, salma: int
):
    await hire(database, "Gone", active=False)
    first, second, third = await seed(database, 3, lang="fr")
    await put(database, first, assignee_id=omar, state="open")
    await put(database, second, assignee_id=salma, state="closed")
    found = await assignment.candidates(await one(database, third))
    assert [(each.name, each.open_tickets) for each in found] == [("Salma", 0), ("Omar", 1)]


@pytest.mark.parametrize("assigns", [True, False])
async def test_a_new_ticket_is_given_to_somebody_only_where_that_is_wanted(
    database: Database, words: Words, omar: int, assigns: bool
):
    desk = Desk(database, 15, 60, words, assigns=assigns)
    async with database.writing() as session:
        conversation = Conversation(channel="web", lang="fr")
        session.add(conversation)
    ticket = await desk.open(FULL, Filing("web:1", conversation.id, "fr"))
    assert (await one(database, ticket.reference)).assignee_id == (omar if assigns else None)
    assert await notices(database) == ([(omar, "assigned")] if assigns else [])
