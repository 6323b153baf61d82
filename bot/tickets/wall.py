"""The wall of conflicting interests: a ticket about a service can be hidden from its staff."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import ColumnElement, or_, true
from sqlmodel import col

from bot.storage.models import Ticket

MAY_OPEN = frozenset({"supervisor", "admin"})
"""The roles that may open a walled ticket; it leaves a trace."""


class Member(Protocol):
    """A member of staff as the wall sees them."""

    @property
    def service(self) -> str | None:
        """Where they work."""


def visible_to(ticket: Ticket, member: Member) -> bool:
    """Whether the member sees the ticket: not one about their own service behind the wall."""
    return not (ticket.walled and ticket.service is not None and ticket.service == member.service)


def not_walled_from(member: Member) -> ColumnElement[bool]:
    """The same for a query on Ticket: the tickets that are not walled from the member."""
    if member.service is None:
        return true()
    about_another = or_(col(Ticket.service).is_(None), col(Ticket.service) != member.service)
    return or_(col(Ticket.walled).is_(False), about_another)
