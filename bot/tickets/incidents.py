"""One cause behind many tickets: grouped, and answered together, each in its own language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.storage.database import Database


@dataclass(frozen=True)
class Answered:
    """The tickets that an answer reached, and those for whose variety there was no text."""

    references: Sequence[str]
    skipped: Sequence[str]


class Incidents:
    """Groups tickets into incidents. A ticket belongs to one at most."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, title: str, references: Iterable[str], staff_id: int) -> int:
        """A new incident with these tickets; gives its number. Raises NoSuchTicket, EmptyMessage,
        MessageTooLong."""
        raise NotImplementedError

    async def add(self, incident_id: int, reference: str, staff_id: int) -> None:
        """Puts a ticket into the incident. Raises NoSuchTicket, NoSuchIncident."""
        raise NotImplementedError

    async def remove(self, incident_id: int, reference: str, staff_id: int) -> None:
        """Takes a ticket out of the incident. Raises NoSuchTicket."""
        raise NotImplementedError

    async def answer(
        self,
        incident_id: int,
        staff_id: int,
        texts: Mapping[str, str],
        *,
        ary_for_latin: bool = False,
        answer_type: str | None = None,
        remedy: str = "none",
    ) -> Answered:
        """Writes to the citizen of each unsettled ticket the text in the ticket's variety.

        A ticket without a text of its variety is skipped; `ary_for_latin` lets Darija in Latin
        letters fall back to Darija in Arabic letters. With an answer type each ticket is resolved
        too, and the text is its reason. The same text within a minute is written once. Raises
        NoSuchIncident, EmptyMessage, MessageTooLong, UnknownValue(field), RemedyMissing.
        """
        raise NotImplementedError
