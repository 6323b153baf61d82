"""Tickets that lie with another body: sent, acknowledged, chased, ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bot.storage.database import Database
from bot.storage.models import Forwarding


class Stage(StrEnum):
    """How far a forwarding has come."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    CHASED = "chased"
    ENDED = "ended"


def stage(forwarding: Forwarding) -> Stage:
    """How far it has come. A body that was chased after it had acknowledged counts as chased."""
    if forwarding.ended_at:
        return Stage.ENDED
    if forwarding.chases:
        return Stage.CHASED
    return Stage.ACKNOWLEDGED if forwarding.acknowledged_at else Stage.SENT


class Forwardings:
    """Sends tickets on and follows them; a body is chased after `chase_days`."""

    def __init__(self, database: Database, chase_days: int = 7) -> None:
        self._database = database
        self._chase_days = chase_days

    async def send(self, reference: str, staff_id: int, body: str, note: str = "") -> None:
        """Sends the ticket to a body, tells the citizen, and waits; takes a new one up first.

        `note` is for staff only. Raises NoSuchTicket, MoveRefused, AlreadyForwarded(body),
        EmptyMessage without a body, MessageTooLong.
        """
        raise NotImplementedError

    async def acknowledge(self, reference: str, staff_id: int, their_reference: str = "") -> None:
        """The body has it, under a reference of its own. Raises NoSuchTicket, NotForwarded."""
        raise NotImplementedError

    async def chase(self, reference: str, staff_id: int) -> None:
        """The body was reminded, and will be again. Raises NoSuchTicket, NotForwarded.

        A second time within a minute is a double click and changes nothing.
        """
        raise NotImplementedError

    async def end(self, reference: str, staff_id: int) -> None:
        """The body has answered: the ticket is open again. Raises NoSuchTicket, NotForwarded."""
        raise NotImplementedError

    async def chases_due(self, moment: datetime) -> Sequence[Forwarding]:
        """The forwardings to chase, the longest due first."""
        raise NotImplementedError


async def remind_of_chases(database: Database) -> int:
    """Tells who has the ticket (else who sent it on) that a body is to be chased, once per due
    date; gives how many were told."""
    raise NotImplementedError
