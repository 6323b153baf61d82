"""The end of a ticket, with its answer type, reason and next remedy; and its reopening."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.database import Database
from bot.tickets.kinds import AnswerType, Remedy


@dataclass(frozen=True)
class Settlement:
    """With what a ticket ends; `reason` is for the citizen to read."""

    answer_type: AnswerType
    reason: str
    remedy: Remedy


class Settling:
    """Resolves, closes and reopens tickets; a ticket can be reopened for `reopen_days`."""

    def __init__(self, database: Database, reopen_days: int = 30) -> None:
        self._database = database
        self._reopen_days = reopen_days

    async def resolve(
        self, reference: str, staff_id: int, answer_type: str, reason: str, remedy: str
    ) -> None:
        """Ends the ticket as resolved and asks the citizen whether it is.

        A new ticket is taken up first. The same again changes nothing. Raises NoSuchTicket,
        MoveRefused, UnknownValue(field), ReasonMissing, RemedyMissing, MessageTooLong.
        """
        raise NotImplementedError

    async def close(
        self, reference: str, staff_id: int, answer_type: str, reason: str, remedy: str
    ) -> None:
        """Ends the ticket as closed; else as `resolve`."""
        raise NotImplementedError

    async def reopen(self, reference: str, staff_id: int, reason: str) -> None:
        """Opens a settled ticket again and gives it to somebody else than who settled it.

        Where there is nobody else it is unassigned. Raises NoSuchTicket, MoveRefused,
        ReasonMissing, MessageTooLong, TooLateToReopen(days).
        """
        raise NotImplementedError
