"""Watches the targets: says so before one is missed and after, each once a ticket."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import structlog
from sqlalchemy import ColumnElement, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.database import Database
from bot.storage.models import AuditRow, Ticket, TicketWatch, now
from bot.tickets.calendar import load_calendar
from bot.tickets.clock import due_soon_until
from bot.tickets.outgoing import tell_citizen, tell_staff
from bot.tickets.standings import answer_before, running
from bot.tickets.zones import local_date

log = structlog.get_logger(__name__)

_PAUSE_S = 3600.0


@dataclass(frozen=True)
class _Notice:
    told_at: Literal["warned_at", "breach_told_at"]
    say: str
    kind: str
    event: str


_NEAR = _Notice("warned_at", "target-near", "breach_near", "ticket.delay.announced")
_MISSED = _Notice("breach_told_at", "target-missed", "breached", "ticket.breach.told")


async def keep_time(database: Database) -> None:
    """Tells once an hour, for ever; cancelled from outside."""
    while True:
        await tell_of_targets(database, now())
        await asyncio.sleep(_PAUSE_S)


async def tell_of_targets(database: Database, moment: datetime) -> int:
    """Tells whose target to be answered is near or missed at that moment; gives how many."""
    async with database.reading() as session:
        soon = due_soon_until(moment, await load_calendar(session, None))
    near = answer_before(soon) & ~answer_before(moment)
    told = await _tell_all(database, _NEAR, near, moment)
    told += await _tell_all(database, _MISSED, answer_before(moment), moment)
    if told:
        log.info("targets.told", tickets=told)
    return told


async def _tell_all(
    database: Database, notice: _Notice, late: ColumnElement[bool], moment: datetime
) -> int:
    column = col(getattr(Ticket, notice.told_at))
    untold = running() & late & column.is_(None)
    async with database.reading() as session:
        found = await session.exec(select(Ticket.id).where(untold).order_by(col(Ticket.answer_by)))
        ticket_ids = found.all()
    told = 0
    for ticket_id in ticket_ids:
        async with database.writing() as session:
            # Of two processes, the one whose update finds it untold tells.
            done = await session.exec(
                update(Ticket)
                .where(col(Ticket.id) == ticket_id, untold)
                .values({notice.told_at: moment})
            )
            if done.rowcount:
                await _tell(session, ticket_id, notice)
                told += 1
    return told


async def _tell(session: AsyncSession, ticket_id: int | None, notice: _Notice) -> None:
    ticket = await session.get_one(Ticket, ticket_id)
    day = local_date(ticket.answer_by, ticket.country).isoformat()
    said = {"reference": ticket.reference, "answer_on": day}
    push = await tell_citizen(session, ticket, notice.say, said)
    await session.flush()
    data = {"outbox": push.id if push else None}
    session.add(AuditRow(event=notice.event, actor="bot", ticket_id=ticket.id, data=data))
    watching = await session.exec(
        select(TicketWatch.staff_id).where(TicketWatch.ticket_id == ticket_id)
    )
    assigned = [ticket.assignee_id] if ticket.assignee_id else []
    tell_staff(session, [*assigned, *watching], notice.kind, ticket, urgent=True)
