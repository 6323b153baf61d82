"""The changes of a ticket in words: what, by whom, when. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.staff.wording import Labels
from bot.storage.models import AuditRow
from bot.tickets.casework import CaseFile

_WORDED = ("from", "to", "other", "into", "state")
_FAMILIES = {
    "ticket.state.changed": "state",
    "ticket.priority.changed": "priority",
    "ticket.category.changed": "category",
    "ticket.settled": "state",
}


@dataclass(frozen=True)
class Change:
    """One line of the timeline."""

    words: str
    who: str
    at: datetime


def timeline(file: CaseFile, labels: Labels, since: datetime | None = None) -> list[Change]:
    """What happened to the ticket, oldest first; `since` leaves out what was known before."""
    rows = [row for row in file.audit if since is None or row.created_at > since]
    tickets = {ticket.id: ticket.reference for ticket in file.linked}
    return [
        Change(
            _words(row, file.names, tickets, labels), who(row.actor, file, labels), row.created_at
        )
        for row in rows
    ]


def who(actor: str, file: CaseFile, labels: Labels) -> str:
    """Whoever an audit row names."""
    if not actor.startswith("staff:"):
        return labels.of("actor", actor)
    return file.names.get(int(actor.removeprefix("staff:"))) or labels("actor-former")


def _words(
    row: AuditRow, names: Mapping[int, str], tickets: Mapping[int | None, str], labels: Labels
) -> str:
    key = f"event-{row.event.replace('_', '-').replace('.', '-')}"
    if not labels.knows(key):
        return row.event
    values = {
        name: _value(row.event, row.data.get(name), names, tickets, labels) for name in _WORDED
    }
    return labels(key, **values)


def _value(
    event: str,
    value: Any,
    names: Mapping[int, str],
    tickets: Mapping[int | None, str],
    labels: Labels,
) -> str:
    if event.startswith("ticket.assignee."):
        return names.get(value, labels("ticket-none"))
    if event.startswith(("ticket.link.", "ticket.merge")):
        return tickets.get(value, labels("ticket-none"))
    family = _FAMILIES.get(event)
    return labels.of(family, value) if family else labels("ticket-none")
