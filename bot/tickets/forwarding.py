"""Tickets that lie with another body: sent, acknowledged, chased, ended."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

import structlog
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import AlreadyForwarded, NotForwarded
from bot.storage.database import Database
from bot.storage.models import (
    Forwarding,
    Staff,
    StaffNotice,
    Ticket,
    TicketNote,
    now,
    row_id,
)
from bot.tickets.cases import (
    DOUBLE_CLICK,
    actor_of,
    changed,
    checked_name,
    checked_text,
    move_to,
    ticket_for,
    watchers,
)
from bot.tickets.kinds import SETTLED, State
from bot.tickets.outgoing import tell_citizen, tell_staff
from bot.tickets.wall import visible_to

log = structlog.get_logger(__name__)

_PAUSE_S = 15 * 60.0


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
        self._chase_after = timedelta(days=chase_days)

    async def send(self, reference: str, staff_id: int, body: str, note: str = "") -> None:
        """Sends the ticket to a body, tells the citizen, and waits; takes a new one up first.

        `note` is for staff only. A double click sends once. Raises NoSuchTicket, MoveRefused,
        AlreadyForwarded(body), EmptyMessage without a body, MessageTooLong.
        """
        body = checked_name(body)
        note = checked_text(note) if note.strip() else ""
        actor = actor_of(staff_id)
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            before = await _under_way(session, ticket)
            if before and _double_click(before, body, staff_id):
                return
            if before:
                raise AlreadyForwarded(body=before.body)
            await move_to(session, ticket, actor, State.WAITING_THIRD_PARTY)
            sent = Forwarding(
                ticket_id=row_id(ticket),
                body=body,
                staff_id=staff_id,
                chase_by=now() + self._chase_after,
            )
            session.add(sent)
            if note:
                session.add(TicketNote(ticket_id=row_id(ticket), staff_id=staff_id, text=note))
            await session.flush()
            changed(session, ticket, actor, "ticket.forwarding.sent", {"forwarding": sent.id})
            said = {"reference": ticket.reference, "body": body}
            await tell_citizen(session, ticket, "ticket-forwarded", said)

    async def acknowledge(self, reference: str, staff_id: int, their_reference: str = "") -> None:
        """The body has it, under a reference of its own.

        Again, it corrects that reference. Raises NoSuchTicket, NotForwarded, MessageTooLong.
        """
        theirs = checked_name(their_reference) if their_reference.strip() else None
        async with self._database.writing() as session:
            ticket, sent = await self._lying(session, reference, staff_id)
            if sent.acknowledged_at and sent.their_reference == theirs:
                return
            sent.acknowledged_at = sent.acknowledged_at or now()
            sent.their_reference = theirs
            _noted(session, ticket, staff_id, "ticket.forwarding.acknowledged", sent)

    async def chase(self, reference: str, staff_id: int) -> None:
        """The body was reminded, and will be again. Raises NoSuchTicket, NotForwarded.

        A second time within a minute is a double click and changes nothing.
        """
        async with self._database.writing() as session:
            ticket, sent = await self._lying(session, reference, staff_id)
            due_next = now() + self._chase_after
            if sent.chases and sent.chase_by and due_next - sent.chase_by < DOUBLE_CLICK:
                return
            sent.chases += 1
            sent.chase_by = due_next
            _noted(session, ticket, staff_id, "ticket.forwarding.chased", sent)

    async def end(self, reference: str, staff_id: int) -> None:
        """The body has answered: the ticket is open again. Raises NoSuchTicket, NotForwarded."""
        async with self._database.writing() as session:
            ticket, sent = await self._lying(session, reference, staff_id)
            sent.ended_at = now()
            sent.chase_by = None
            _noted(session, ticket, staff_id, "ticket.forwarding.ended", sent)
            if ticket.state == State.WAITING_THIRD_PARTY:
                await move_to(session, ticket, actor_of(staff_id), State.OPEN)
            others = await watchers(session, ticket, but=staff_id)
            tell_staff(session, others, "forwarding_ended", ticket)

    async def chases_due(self, moment: datetime) -> Sequence[Forwarding]:
        """The forwardings to chase, the longest due first."""
        async with self._database.reading() as session:
            return [sent for sent, _ticket in await _due(session, moment)]

    async def _lying(
        self, session: AsyncSession, reference: str, staff_id: int
    ) -> tuple[Ticket, Forwarding]:
        ticket = await ticket_for(session, reference, staff_id, alone=True)
        sent = await _under_way(session, ticket)
        if sent is None:
            raise NotForwarded
        return ticket, sent


async def keep_reminding(database: Database) -> None:
    """Reminds of chases that are due, for ever; cancelled from outside."""
    while True:
        await remind_of_chases(database)
        await asyncio.sleep(_PAUSE_S)


async def remind_of_chases(database: Database) -> int:
    """Tells who has the ticket (else who sent it on) that a body is to be chased.

    Once per due date and member of staff; nobody whom the wall keeps from the ticket. Gives how
    many were told.
    """
    told = 0
    async with database.writing() as session:
        for sent, ticket in await _due(session, now()):
            staff_id = ticket.assignee_id or sent.staff_id
            member = await session.get_one(Staff, staff_id)
            if visible_to(ticket, member) and not await _told_already(session, sent, staff_id):
                tell_staff(session, [staff_id], "chase_due", ticket)
                told += 1
    if told:
        log.info("chases.due", told=told)
    return told


def _double_click(sent: Forwarding, body: str, staff_id: int) -> bool:
    same = (sent.body, sent.staff_id) == (body, staff_id)
    return same and now() - sent.sent_at < DOUBLE_CLICK


def _noted(
    session: AsyncSession, ticket: Ticket, staff_id: int, event: str, sent: Forwarding
) -> None:
    data = {"forwarding": sent.id}
    changed(session, ticket, actor_of(staff_id), event, data)


async def _under_way(session: AsyncSession, ticket: Ticket) -> Forwarding | None:
    found = await session.exec(
        select(Forwarding).where(
            Forwarding.ticket_id == ticket.id, col(Forwarding.ended_at).is_(None)
        )
    )
    return found.first()


async def _due(session: AsyncSession, moment: datetime) -> Sequence[tuple[Forwarding, Ticket]]:
    """Of settled tickets no chase is due."""
    found = await session.exec(
        select(Forwarding, Ticket)
        .join(Ticket, col(Ticket.id) == col(Forwarding.ticket_id))
        .where(
            col(Forwarding.chase_by) <= moment,
            col(Forwarding.ended_at).is_(None),
            col(Ticket.state).not_in(SETTLED),
        )
        .order_by(col(Forwarding.chase_by))
    )
    return found.all()


async def _told_already(session: AsyncSession, sent: Forwarding, staff_id: int) -> bool:
    found = await session.exec(
        select(StaffNotice.id)
        .where(
            StaffNotice.staff_id == staff_id,
            StaffNotice.ticket_id == sent.ticket_id,
            StaffNotice.kind == "chase_due",
            col(StaffNotice.created_at) >= sent.chase_by,
        )
        .limit(1)
    )
    return found.first() is not None
