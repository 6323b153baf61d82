"""The story of a ticket as its citizen may read it: pure rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.storage.models import AuditRow, Ticket, TicketMessage
from bot.tickets.progress import actions, timeline

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def ticket(**changes: Any) -> Ticket:
    values = {
        "reference": "MDM-2026-000001",
        "code": "ABC234",
        "kind": "complaint",
        "state": "new",
        "description": "…",
        "lang": "fr",
        "opened_by_turn": "web:1",
        "created_at": START,
        "updated_at": START,
        "acknowledge_by": day(15),
        "answer_by": day(60),
    }
    return Ticket(**{**values, **changes})


def moved(origin: str, target: str, at: datetime, actor: str = "staff:1") -> AuditRow:
    data = {"from": origin, "to": target}
    return AuditRow(event="ticket.state.changed", actor=actor, data=data, created_at=at)


def wrote(author: str, kind: str, at: datetime) -> TicketMessage:
    return TicketMessage(ticket_id=1, author=author, kind=kind, text="…", lang="fr", created_at=at)


def test_a_new_ticket_was_received_and_waits_to_be_acknowledged() -> None:
    told = timeline(ticket(), [], [], day(1))
    assert [(step.what, step.at) for step in told.steps] == [("received", START)]
    assert (told.next, told.until, told.late) == ("acknowledge", day(15), False)


def test_a_life_is_told_in_order_and_without_what_is_internal() -> None:
    audit = [
        AuditRow(event="ticket.opened", actor="citizen", created_at=START),
        moved("new", "open", day(1)),
        AuditRow(event="ticket.note.written", actor="staff:1", created_at=day(2)),
        moved("open", "waiting_citizen", day(3)),
        moved("waiting_citizen", "open", day(4), actor="citizen"),
        moved("open", "resolved", day(6)),
        moved("resolved", "open", day(8), actor="citizen"),
        moved("open", "closed", day(9), actor="citizen"),
    ]
    messages = [
        wrote("staff", "question", day(3)),
        wrote("citizen", "information", day(4) - timedelta(minutes=1)),
        wrote("staff", "reply", day(5)),
        wrote("staff", "closing", day(6)),
        wrote("citizen", "reopening", day(8)),
    ]
    told = timeline(ticket(state="closed"), audit, messages, day(10))
    assert [step.what for step in told.steps] == [
        "received",
        "taken_up",
        "asked",
        "written",
        "answered",
        "resolved",
        "reopened",
        "withdrawn",
    ]
    assert (told.next, told.until) == ("nothing", None)


def test_a_text_and_its_files_are_one_step_and_a_later_one_another() -> None:
    minutes = [day(1) + timedelta(minutes=number) for number in (0, 1, 2, 30)]
    messages = [wrote("citizen", "information", at) for at in minutes]
    told = timeline(ticket(), [], messages, day(2))
    assert [step.at for step in told.steps] == [START, minutes[0], minutes[3]]


@pytest.mark.parametrize(
    ("state", "following", "until"),
    [
        ("open", "answer", day(60)),
        ("waiting_citizen", "citizen", None),
        ("waiting_third_party", "third_party", day(60)),
    ],
)
def test_what_comes_next_and_until_when(state: str, following: str, until: datetime | None) -> None:
    told = timeline(ticket(state=state), [], [], day(20))
    assert (told.next, told.until, told.late) == (following, until, False)


def test_a_target_that_passed_is_late() -> None:
    assert timeline(ticket(state="open"), [], [], day(61)).late


def test_what_is_under_way_is_added_to_or_withdrawn() -> None:
    assert actions(ticket(state="open"), day(1), 30) == {"add", "withdraw"}


@pytest.mark.parametrize(("days", "may"), [(30, {"rate", "reopen"}), (30.1, {"rate"})])
def test_what_is_settled_is_rated_and_for_a_while_reopened(days: float, may: set[str]) -> None:
    settled = ticket(state="resolved", settled_at=START)
    assert actions(settled, day(days), 30) == may


def test_what_was_withdrawn_is_not_rated() -> None:
    withdrawn = ticket(state="closed", settled_at=START, answer_type="withdrawn")
    assert actions(withdrawn, day(1), 30) == {"reopen"}


def test_what_was_never_settled_by_the_clock_is_not_reopened() -> None:
    assert actions(ticket(state="closed"), day(1), 30) == {"rate"}


def test_what_was_joined_with_another_is_only_looked_at() -> None:
    assert actions(ticket(state="closed", merged_into_id=7), day(1), 30) == frozenset()


def test_a_suggestion_has_no_target_to_be_answered() -> None:
    told = timeline(ticket(kind="suggestion", state="open"), [], [], day(99))
    assert (told.next, told.until, told.late) == ("answer", None, False)
