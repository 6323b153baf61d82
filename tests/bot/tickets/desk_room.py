"""A desk with people at it, and what the tables hold afterwards."""

from __future__ import annotations

from typing import Any

from sqlmodel import select, update

from bot.storage.database import Database
from bot.storage.models import (
    AuditRow,
    OutboxMessage,
    Staff,
    StaffNotice,
    Ticket,
    row_id,
)


async def hire(database: Database, name: str, **changes: Any) -> int:
    """A member of staff who never signs in."""
    member = Staff(username=name.lower(), name=name, password_hash="none", **changes)
    async with database.writing() as session:
        session.add(member)
        await session.flush()
        return row_id(member)


async def rows(database: Database, table: Any) -> list[Any]:
    async with database.reading() as session:
        return list((await session.exec(select(table).order_by(table.id))).all())


async def one(database: Database, reference: str) -> Ticket:
    async with database.reading() as session:
        return (await session.exec(select(Ticket).where(Ticket.reference == reference))).one()


async def put(database: Database, reference: str, **columns: Any) -> None:
    async with database.writing() as session:
        await session.exec(update(Ticket).where(Ticket.reference == reference).values(**columns))


async def events(database: Database, reference: str) -> list[tuple[str, str]]:
    """What happened to the ticket after it was opened, and who did it."""
    ticket = await one(database, reference)
    audit = await rows(database, AuditRow)
    mine = [(row.event, row.actor) for row in audit if row.ticket_id == ticket.id]
    return [row for row in mine if row[0] != "ticket.opened"]


async def told(database: Database) -> list[tuple[str, dict[str, Any]]]:
    """What citizens are to be told; of which ticket is left out."""
    return [
        (push.said["say"], without_ticket(push)) for push in await rows(database, OutboxMessage)
    ]


def without_ticket(push: OutboxMessage) -> dict[str, Any]:
    return {name: value for name, value in push.said["args"].items() if name != "ticket"}


async def notices(database: Database) -> list[tuple[int, str]]:
    """What members of staff are to be told."""
    return [(notice.staff_id, notice.kind) for notice in await rows(database, StaffNotice)]
