"""Tickets that belong together: linked, or merged into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Database
from bot.storage.models import Ticket


@dataclass(frozen=True)
class Duplicate:
    """A ticket of the same person; `score` (0 to 100) is how alike the descriptions are."""

    reference: str
    state: str
    created_at: datetime
    description: str
    score: float


def same_person(ticket: Ticket, other: Ticket) -> bool:
    """Whether both came from the same conversation or name the same e-mail or telephone."""
    raise NotImplementedError


class Linking:
    """Links and merges tickets."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def link(self, reference: str, other: str, staff_id: int) -> None:
        """Links two tickets, once and both ways. Raises NoSuchTicket (of either), SameTicket."""
        raise NotImplementedError

    async def unlink(self, reference: str, other: str, staff_id: int) -> None:
        """Takes the link away. Raises NoSuchTicket."""
        raise NotImplementedError

    async def merge(self, reference: str, into: str, staff_id: int, reason: str) -> bool:
        """Closes the ticket as a duplicate of another one, which goes on; links both.

        The citizen is told, and with the other reference only where both tickets are the same
        person's. Gives whether they are, so that staff can be warned. What is said later on the
        other ticket does not reach the citizen of this one. Raises NoSuchTicket (of either),
        SameTicket, AlreadyMerged, MoveRefused, ReasonMissing, MessageTooLong.
        """
        raise NotImplementedError

    async def duplicates(self, reference: str, staff_id: int) -> Sequence[Duplicate]:
        """The same person's tickets that are not linked yet, the likest first."""
        raise NotImplementedError
