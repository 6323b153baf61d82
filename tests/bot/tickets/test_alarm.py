"""An emergency told on the way to a ticket makes it urgent and reaches who is on duty."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.storage.database import Database
from bot.storage.models import Conversation, Staff, StaffNotice, Ticket, Turn
from bot.tickets.alarm import on_duty
from bot.tickets.desk import Desk, Filing
from bot.tickets.form import Draft
from bot.tickets.kinds import Kind
from bot.tickets.words import Words
from tests.bot.tickets.desk_room import events, hire, rows
from tests.bot.tickets.drafts import FULL

COMPLAINT = replace(FULL, confirmed=True)
QUESTION = replace(COMPLAINT, kind=Kind.QUESTION, category=None)
THURSDAY = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
OFFICE = {"3": ["08:30", "16:30"]}
AT_HOME = {"0": ["08:30", "16:30"]}


async def told_before(database: Database, *texts: str) -> None:
    """The conversation in which the ticket is about to be opened."""
    async with database.writing() as session:
        session.add(Conversation(id="c1", channel="web"))
        await session.flush()
        for number, text in enumerate(texts):
            kept = {"understood": {}, "answer": {}}
            session.add(Turn(turn_id=f"web:{number}", conversation_id="c1", text=text, **kept))


async def opened(desk: Desk, draft: Draft) -> Ticket:
    return await desk.open(draft, Filing("web:last", "c1", "fr"))


async def heard(database: Database) -> list[tuple[int, str, bool]]:
    return [(each.staff_id, each.kind, each.urgent) for each in await rows(database, StaffNotice)]


@pytest.mark.parametrize(
    "text",
    [
        "mon mari me frappe et me menace",
        "بنتي ضاعت ليا فالسوق",
        "rajli kaydrebni",
        "أريد أن أموت",
    ],
)
async def test_an_emergency_in_the_description_is_urgent_and_heard(
    desk: Desk, database: Database, text: str
) -> None:
    await told_before(database)
    salma = await hire(database, "Salma")
    ticket = await opened(desk, replace(QUESTION, description=text))
    assert ticket.priority == "urgent"
    assert await heard(database) == [(salma, "emergency", True)]
    assert ("ticket.priority.changed", "bot") in await events(database, ticket.reference)


async def test_an_emergency_told_before_the_form_counts_too(desk: Desk, database: Database) -> None:
    await told_before(database, "mon père est mort ce matin", *["bonjour"] * 15)
    await hire(database, "Salma")
    assert (await opened(desk, QUESTION)).priority == "urgent"
    assert len(await heard(database)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ["bonjour", "je veux parler à une personne"],
        ["j'ai perdu mon passeport"],
        ["mon père est mort ce matin", *["bonjour"] * 16],
    ],
    ids=["nothing grave", "a lost passport", "long ago"],
)
async def test_what_can_wait_stays_in_its_row(
    desk: Desk, database: Database, texts: list[str]
) -> None:
    await told_before(database, *texts)
    await hire(database, "Salma")
    ticket = await opened(desk, QUESTION)
    assert ticket.priority == "normal"
    assert await heard(database) == []
    assert await events(database, ticket.reference) == []


async def test_the_emergency_of_another_conversation_is_not_this_one_s(
    desk: Desk, database: Database
) -> None:
    await told_before(database, "mon père est mort ce matin")
    await hire(database, "Salma")
    async with database.writing() as session:
        session.add(Conversation(id="c2", channel="web"))
    ticket = await desk.open(QUESTION, Filing("web:other", "c2", "fr"))
    assert (ticket.priority, await heard(database)) == ("normal", [])


async def test_opened_twice_it_is_heard_once(desk: Desk, database: Database) -> None:
    await told_before(database, "mon père est mort ce matin")
    await hire(database, "Salma")
    for _ in range(2):
        await opened(desk, COMPLAINT)
    assert len(await heard(database)) == 1


async def test_who_left_hears_nothing(desk: Desk, database: Database) -> None:
    await told_before(database, "mon père est mort ce matin")
    await hire(database, "Omar", active=False)
    assert (await opened(desk, COMPLAINT)).priority == "urgent"
    assert await heard(database) == []


async def test_whoever_gets_the_ticket_hears_of_both(database: Database, words: Words) -> None:
    await told_before(database, "mon père est mort ce matin")
    salma = await hire(database, "Salma")
    desk = Desk(database, 15, 60, words, assigns=True)
    assert (await opened(desk, COMPLAINT)).assignee_id == salma
    assert [kind for _, kind, _ in await heard(database)] == ["emergency", "assigned"]


def member(name: str, **changes: object) -> Staff:
    return Staff(username=name, name=name, password_hash="-", **changes)


def test_on_duty_is_who_is_at_work_and_not_away() -> None:
    there, at_home = member("there", hours=OFFICE), member("home", hours=AT_HOME)
    away = member("away", hours=OFFICE, away_until=date(2026, 11, 30))
    assert on_duty([there, at_home, away], THURSDAY) == [there]


def test_where_nobody_is_at_work_all_are_on_duty() -> None:
    members = [member("a", hours=OFFICE), member("b", hours=AT_HOME)]
    assert on_duty(members, THURSDAY + timedelta(hours=12)) == members
