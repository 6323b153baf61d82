"""Turns are forgotten after their time, unless a ticket still needs them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.storage.database import Database
from bot.storage.models import (
    Choice,
    Conversation,
    Subscription,
    Ticket,
    Turn,
    TurnFeedback,
    now,
)
from bot.storage.retention import forget_turns

DAYS = 30


async def keep(database: Database, age_days: int, ticket_state: str | None = None) -> None:
    """One conversation with one turn of that age, and a ticket in that state if any."""
    async with database.writing() as session:
        session.add(Conversation(id="c", channel="web"))
        await session.flush()
        at = now() - timedelta(days=age_days)
        turn = Turn(turn_id="t", conversation_id="c", text="", understood={}, answer={})
        turn.created_at = at
        session.add(turn)
        session.add(
            Choice(payload="p", conversation_id="c", turn_id="t", rank=1, title="", pick={})
        )
        session.add(TurnFeedback(turn_id="t", conversation_id="c", helpful=False, words="non"))
        if ticket_state:
            session.add(
                Ticket(
                    acknowledge_by=now(),
                    answer_by=now(),
                    reference="MDM-2026-000001",
                    code="ABC234",
                    kind="question",
                    state=ticket_state,
                    settled_at=None if ticket_state == "open" else at,
                    description="",
                    lang="fr",
                    conversation_id="c",
                    opened_by_turn="t",
                )
            )


@pytest.mark.parametrize(
    ("age_days", "ticket_state", "left"),
    [(31, None, 0), (29, None, 1), (31, "open", 1), (31, "resolved", 0), (31, "closed", 0)],
)
async def test_old_turns_go_unless_a_ticket_still_needs_them(
    database: Database, age_days: int, ticket_state: str | None, left: int
) -> None:
    await keep(database, age_days, ticket_state)
    assert await forget_turns(database, DAYS) == 1 - left
    async with database.reading() as session:
        assert len((await session.exec(select(Turn))).all()) == left
        assert len((await session.exec(select(Choice))).all()) == left
        assert len((await session.exec(select(TurnFeedback))).all()) == left
        assert (await session.get(Conversation, "c")) is not None


@pytest.mark.parametrize(("stopped_days_ago", "left"), [(31, 0), (29, 1), (None, 1)])
async def test_what_was_chosen_goes_some_time_after_announcements_were_stopped(
    database: Database, stopped_days_ago: int | None, left: int
) -> None:
    stopped = now() - timedelta(days=stopped_days_ago) if stopped_days_ago else None
    long_ago = now() - timedelta(days=100)
    async with database.writing() as session:
        session.add(Conversation(id="c", channel="telegram"))
        await session.flush()
        session.add(Subscription(conversation_id="c", stopped_at=stopped, created_at=long_ago))
    await forget_turns(database, DAYS)
    async with database.reading() as session:
        assert len((await session.exec(select(Subscription))).all()) == left
