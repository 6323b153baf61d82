"""What is said of a ticket that was found: its state, until when, the newest answer. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.storage.models import Ticket, now, row_id
from bot.tickets.calendar import ServiceCalendar
from bot.tickets.clock import standing
from bot.tickets.following import Progress
from bot.tickets.kinds import Kind
from bot.tickets.zones import local_date

_MOST_LISTED = 6


def found_args(progress: Progress) -> dict[str, Any]:
    """The values of `ticket-found`."""
    ticket, answers = progress.ticket, progress.answers
    return {
        "reference": ticket.reference,
        "kind": ticket.kind,
        "state": ticket.state,
        "opened_on": told_date(ticket, ticket.created_at),
        "answer_on": answer_date(ticket),
        # Only what is past or stands still is told: any calendar will do.
        "standing": standing(ticket, now(), ServiceCalendar()).value,
        "text": answers[-1].text if answers else "",
        "ticket": row_id(ticket),
        "may": sorted(progress.may),
    }


def listed_args(tickets: Sequence[Ticket]) -> dict[str, Any]:
    """The values of `which-ticket`: the newest of them."""
    return {"tickets": [[row_id(one), one.reference] for one in tickets[:_MOST_LISTED]]}


def answer_date(ticket: Ticket) -> str | None:
    """By when the desk aims to answer; a suggestion has no such target."""
    return None if ticket.kind == Kind.SUGGESTION else told_date(ticket, ticket.answer_by)


def told_date(ticket: Ticket, moment: datetime) -> str:
    """A moment as the day at the citizen's place."""
    return local_date(moment, ticket.country).isoformat()
