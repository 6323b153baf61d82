"""What staff keep of a ticket among themselves: notes, priority, category, its service."""

from __future__ import annotations

from bot.storage.database import Database


class Noting:
    """Changes that the citizen does not hear of. Setting what is set already changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, reference: str, staff_id: int, text: str) -> None:
        """Writes a note to colleagues; a double click writes one. Raises NoSuchTicket,
        EmptyMessage, MessageTooLong."""
        raise NotImplementedError

    async def set_priority(self, reference: str, staff_id: int, priority: str) -> None:
        """normal, high or urgent. Raises NoSuchTicket, UnknownValue(field)."""
        raise NotImplementedError

    async def set_category(self, reference: str, staff_id: int, category: str | None) -> None:
        """What the ticket is about, or None. Raises NoSuchTicket, UnknownValue(field)."""
        raise NotImplementedError

    async def set_service(
        self, reference: str, staff_id: int, service: str | None, walled: bool
    ) -> None:
        """The service it is about and whether its staff are kept from it. Raises NoSuchTicket."""
        raise NotImplementedError
