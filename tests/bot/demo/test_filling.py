"""The desk of invented tickets: lives that hang together, and no place for other people's."""

from __future__ import annotations

import sys

import pytest
from sqlmodel import col, select

from bot.__main__ import main
from bot.demo.filling import fill
from bot.demo.stories import load_stories
from bot.errors import DeskNotEmpty
from bot.news.content import require_complete
from bot.storage.database import Database
from bot.storage.models import Announcement, AuditRow, OutboxMessage, Ticket, TicketMessage, Turn
from tests.bot.staff.seeding import seed

COUNT = 40


async def test_every_message_is_delivered_and_stands_in_the_history(database: Database):
    assert await fill(database, COUNT)
    async with database.reading() as session:
        tickets = (await session.exec(select(Ticket))).all()
        written = (await session.exec(select(TicketMessage.id))).all()
        states = (await session.exec(select(OutboxMessage.state))).all()
        told = (await session.exec(select(AuditRow).order_by(col(AuditRow.id)))).all()
    assert len(tickets) == COUNT
    assert len(written) > 0
    assert set(states) == {"delivered"}
    assert sorted(row.data["message"] for row in told if "message" in row.data) == sorted(written)
    for ticket in tickets:
        history = [row.created_at for row in told if row.ticket_id == ticket.id]
        assert history == sorted(history)


async def test_there_are_questions_without_an_answer(database: Database):
    await fill(database, 1)
    async with database.reading() as session:
        missed = await session.exec(select(Turn.text).where(col(Turn.unanswered).is_not(None)))
        assert sorted(missed) == sorted(each.text for each in load_stories().missed)


async def test_no_invented_announcement_would_leave(database: Database):
    await fill(database, 1)
    async with database.reading() as session:
        announcements = (await session.exec(select(Announcement))).all()
    assert {each.state for each in announcements} == {"draft", "cancelled"}
    for each in announcements:
        require_complete(each)


async def test_a_second_start_changes_nothing(database: Database):
    await fill(database, 1)
    assert await fill(database, 1) is None
    async with database.reading() as session:
        assert len((await session.exec(select(Ticket))).all()) == 1


def test_an_installation_for_citizens_takes_no_invented_tickets(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.delenv("JISR_DEMO", raising=False)
    monkeypatch.setattr(sys, "argv", ["bot", "demo"])
    assert main() == 2
    assert "JISR_DEMO" in capsys.readouterr().err


async def test_a_desk_with_other_peoples_tickets_is_left_alone(database: Database):
    await seed(database, 1)
    with pytest.raises(DeskNotEmpty):
        await fill(database, 1)
