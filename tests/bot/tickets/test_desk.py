"""What a ticket is opened with, and what is told of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select, update

from bot.storage.database import Database
from bot.storage.models import Conversation, Ticket, now
from bot.tickets.calendar import Calendars
from bot.tickets.clock import target
from bot.tickets.desk import Desk, Filing
from bot.tickets.form import Draft
from bot.tickets.kinds import Kind
from bot.tickets.zones import local_date
from tests.bot.tickets.drafts import FULL

CONFIRMED = replace(FULL, confirmed=True)


async def filed(desk: Desk, database: Database, draft: Draft = CONFIRMED) -> tuple[Ticket, dict]:
    async with database.writing() as session:
        session.add(Conversation(id="c1", channel="web"))
    say, told = await desk.conclude(draft, Filing("web:1", "c1", "fr"))
    assert say == "ticket-opened"
    async with database.reading() as session:
        return (await session.exec(select(Ticket))).one(), told


async def test_a_ticket_opens_with_its_targets_on_open_days_and_tells_their_dates(
    desk: Desk, database: Database
):
    ticket, told = await filed(desk, database)
    calendar = Calendars().of("FR")
    assert ticket.acknowledge_by == target(ticket.created_at, 15, calendar)
    assert ticket.answer_by == target(ticket.created_at, 60, calendar)
    assert told["acknowledge_on"] == local_date(ticket.acknowledge_by, "FR").isoformat()
    assert told["answer_on"] == local_date(ticket.answer_by, "FR").isoformat()


async def test_a_suggestion_is_told_no_date_of_an_answer(desk: Desk, database: Database):
    _, told = await filed(desk, database, replace(CONFIRMED, kind=Kind.SUGGESTION))
    assert (told["answer_on"], bool(told["acknowledge_on"])) == (None, True)


@pytest.mark.parametrize(
    ("description", "relation"),
    [("Le passeport de ma mère n'arrive pas.", "parent"), ("Mon passeport n'arrive pas.", None)],
)
async def test_for_whom_it_is_filed_is_kept(
    desk: Desk, database: Database, description: str, relation: str | None
):
    ticket, _ = await filed(desk, database, replace(CONFIRMED, description=description))
    assert ticket.relation == relation


@pytest.mark.parametrize(
    ("column", "standing"),
    [("answer_by", "breached"), ("stopped_at", "stopped"), ("settled_at", "settled")],
)
async def test_who_looks_it_up_learns_how_it_stands(
    desk: Desk, database: Database, column: str, standing: str
):
    ticket, _ = await filed(desk, database)
    before = await desk.lookup(ticket.reference, ticket.code)
    async with database.writing() as session:
        await session.exec(update(Ticket).values({column: now() - timedelta(days=1)}))
    after = await desk.lookup(ticket.reference, ticket.code)
    assert before[1]["standing"] == "on_time"
    assert after[1]["standing"] == standing
