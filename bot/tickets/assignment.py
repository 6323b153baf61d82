"""Who works on a ticket: claiming, assigning, taking over, releasing, watching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.storage.database import Database
from bot.storage.models import Ticket


@dataclass(frozen=True)
class Candidate:
    """A member of staff who could take a ticket; `at_work` is within their hours now."""

    staff_id: int
    name: str
    at_work: bool
    open_tickets: int


class Assignment:
    """Gives tickets to members of staff. Who may do it is decided before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, reference: str, staff_id: int) -> None:
        """Takes a ticket that nobody has, and takes a new one up.

        Of several at once one wins; the others get AlreadyClaimed with the winner's name. Claiming
        one's own ticket again changes nothing. Raises NoSuchTicket, SameHandAgain.
        """
        raise NotImplementedError

    async def assign(self, reference: str, by: int, to: int) -> None:
        """Gives the ticket to somebody, who is told. Raises NoSuchTicket, NoSuchMember (also of
        whom the wall keeps away), SameHandAgain."""
        raise NotImplementedError

    async def take_over(self, reference: str, staff_id: int) -> None:
        """Takes the ticket from whoever has it, who is told. Raises NoSuchTicket, SameHandAgain."""
        raise NotImplementedError

    async def release(self, reference: str, staff_id: int) -> None:
        """Gives the ticket back to all; who had it is told where it was somebody else."""
        raise NotImplementedError

    async def watch(self, reference: str, staff_id: int) -> None:
        """From now on the member hears of the ticket."""
        raise NotImplementedError

    async def unwatch(self, reference: str, staff_id: int) -> None:
        """The member hears of it no more."""
        raise NotImplementedError

    async def candidates(self, ticket: Ticket) -> Sequence[Candidate]:
        """Who could take the ticket, the fittest first: who speaks its variety, is not away and is
        not kept from it; at work first, then by fewest open tickets."""
        raise NotImplementedError
