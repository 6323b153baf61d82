"""What a citizen may know of a ticket, as plain facts: pure rules, no words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.storage.models import AuditRow, Ticket, TicketMessage
from bot.tickets.kinds import SETTLED, AnswerType, Kind, State
from bot.tickets.settling import reopenable_until

Happening = Literal[
    "received",
    "taken_up",
    "asked",
    "handed_on",
    "answered",
    "written",
    "resolved",
    "closed",
    "withdrawn",
    "reopened",
]
Action = Literal["add", "withdraw", "rate", "reopen"]
Next = Literal["acknowledge", "answer", "citizen", "third_party", "nothing"]

_BY_STATE: dict[str, Happening] = {
    State.OPEN: "taken_up",
    State.WAITING_CITIZEN: "asked",
    State.WAITING_THIRD_PARTY: "handed_on",
    State.RESOLVED: "resolved",
    State.CLOSED: "closed",
}
_BY_MESSAGE: dict[tuple[str, str], Happening] = {
    ("staff", "reply"): "answered",
    ("citizen", "information"): "written",
}

_ONE_GO = timedelta(minutes=10)


@dataclass(frozen=True)
class Step:
    """Something that happened to a ticket."""

    what: Happening
    at: datetime


@dataclass(frozen=True)
class Timeline:
    """What happened, oldest first, and what comes next: until when, and whether it is late.

    `until` is a service target; there is none while the citizen or another body is waited for.
    """

    steps: Sequence[Step]
    next: Next
    until: datetime | None
    late: bool


def timeline(
    ticket: Ticket, audit: Sequence[AuditRow], messages: Sequence[TicketMessage], now: datetime
) -> Timeline:
    """The story of a ticket as its citizen may read it."""
    steps = [Step("received", ticket.created_at), *_moves(audit), *_written(messages)]
    following, until = _next(ticket)
    return Timeline(
        steps=_at_one_go(sorted(steps, key=lambda step: step.at)),
        next=following,
        until=until,
        late=until is not None and until < now,
    )


def actions(ticket: Ticket, now: datetime, reopen_days: int) -> frozenset[Action]:
    """What the citizen can do with the ticket now."""
    if ticket.merged_into_id is not None:
        return frozenset()
    if ticket.state not in SETTLED:
        return frozenset({"add", "withdraw"})
    allowed: set[Action] = set() if ticket.answer_type == AnswerType.WITHDRAWN else {"rate"}
    until = reopen_until(ticket, reopen_days)
    if until and now <= until:
        allowed.add("reopen")
    return frozenset(allowed)


def reopen_until(ticket: Ticket, reopen_days: int) -> datetime | None:
    """The last moment at which a settled ticket can be reopened; None for any other."""
    return reopenable_until(ticket.settled_at, reopen_days) if ticket.settled_at else None


def _moves(audit: Sequence[AuditRow]) -> Iterator[Step]:
    for row in audit:
        if row.event == "ticket.state.changed" and not _was_answer(row):
            yield Step(_move(row), row.created_at)


def _was_answer(row: AuditRow) -> bool:
    """Whether the ticket went on because the citizen wrote, which is a step of its own."""
    way = (row.data["from"], row.data["to"])
    return row.actor == "citizen" and way == (State.WAITING_CITIZEN, State.OPEN)


def _move(row: AuditRow) -> Happening:
    origin, target = row.data["from"], row.data["to"]
    if target == State.OPEN and origin in SETTLED:
        return "reopened"
    if target == State.CLOSED and row.actor == "citizen":
        return "withdrawn"
    return _BY_STATE[target]


def _written(messages: Sequence[TicketMessage]) -> Iterator[Step]:
    for message in messages:
        if what := _BY_MESSAGE.get((message.author, message.kind)):
            yield Step(what, message.created_at)


def _at_one_go(steps: Sequence[Step]) -> list[Step]:
    """The steps, with a text and its files, sent together, as one."""
    told: list[Step] = []
    for step in steps:
        last = told[-1] if told else None
        if last and last.what == step.what == "written" and step.at - last.at < _ONE_GO:
            continue
        told.append(step)
    return told


def _next(ticket: Ticket) -> tuple[Next, datetime | None]:
    match ticket.state:
        case State.NEW:
            return "acknowledge", ticket.acknowledge_by
        case State.OPEN:
            return "answer", _answer_by(ticket)
        case State.WAITING_CITIZEN:
            return "citizen", None
        case State.WAITING_THIRD_PARTY:
            return "third_party", _answer_by(ticket)
        case _:
            return "nothing", None


def _answer_by(ticket: Ticket) -> datetime | None:
    """A suggestion has no target to be answered."""
    return None if ticket.kind == Kind.SUGGESTION else ticket.answer_by
