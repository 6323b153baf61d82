"""Fills an empty desk with invented tickets, for training and pictures."""

from __future__ import annotations

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.demo.inventing import Inventor, Life
from bot.demo.stories import Stories, load_stories
from bot.errors import DeskNotEmpty
from bot.staff.accounts import create_staff
from bot.staff.passwords import new_password
from bot.storage.database import Database
from bot.storage.models import (
    Announcement,
    AuditRow,
    OutboxMessage,
    Staff,
    Ticket,
    TicketCounter,
    TicketMessage,
    now,
    row_id,
)

TICKETS = 2_000
_SEED = 2026
_AT_ONCE = 250
_SENT = {
    "reply": "ticket.reply.sent",
    "question": "ticket.question.sent",
    "closing": "ticket.settled",
}


async def fill(database: Database, count: int = TICKETS) -> str | None:
    """Makes the invented staff and that many tickets; returns the password that they share.

    None where it was filled before. Raises DeskNotEmpty where there are tickets of other people.
    """
    stories = load_stories()
    if await _is_filled(database, stories):
        return None
    password = new_password()
    for member in stories.staff:
        await create_staff(database, password=password, **member)
    staff_ids = await _staff_ids(database, stories)
    inventor = Inventor(stories, staff_ids, now(), _SEED)
    for first in range(1, count + 1, _AT_ONCE):
        async with database.writing() as session:
            for number in range(first, min(first + _AT_ONCE, count + 1)):
                await _keep(session, inventor.life(number))
    async with database.writing() as session:
        for conversation, turn in inventor.missed():
            session.add(conversation)
            await session.flush()
            session.add(turn)
        session.add(TicketCounter(year=now().year, last=count))
        session.add_all(
            Announcement(created_by=staff_ids[0], **each) for each in stories.announcements
        )
    return password


async def _is_filled(database: Database, stories: Stories) -> bool:
    async with database.reading() as session:
        ticket = (await session.exec(select(Ticket).limit(1))).first()
        names = (await session.exec(select(Staff.username))).all()
    if ticket is None:
        return False
    if stories.staff[0]["username"] in names and ticket.opened_by_turn.startswith("demo:"):
        return True
    raise DeskNotEmpty


async def _staff_ids(database: Database, stories: Stories) -> list[int]:
    invented = {member["username"] for member in stories.staff}
    async with database.reading() as session:
        return [
            row_id(member)
            for member in await session.exec(select(Staff))
            if member.username in invented
        ]


async def _keep(session: AsyncSession, life: Life) -> None:
    session.add(life.conversation)
    await session.flush()
    session.add_all([life.turn, life.ticket])
    await session.flush()
    ticket_id = row_id(life.ticket)
    for row in (*life.messages, *life.forwardings):
        row.ticket_id = ticket_id
        session.add(row)
    pushes = [_delivered(life, message) for message in life.messages]
    session.add_all(pushes)
    await session.flush()
    sent = [_sent(life, *pair) for pair in zip(life.messages, pushes, strict=True)]
    for entry in sorted([*life.audit, *sent], key=lambda row: row.created_at):
        entry.ticket_id = ticket_id
        session.add(entry)


def _delivered(life: Life, message: TicketMessage) -> OutboxMessage:
    return OutboxMessage(
        conversation_id=life.conversation.id,
        channel=life.conversation.channel,
        said={"say": "ticket-reply", "args": {"reference": life.ticket.reference}},
        state="delivered",
        created_at=message.created_at,
        delivered_at=message.created_at,
    )


def _sent(life: Life, message: TicketMessage, push: OutboxMessage) -> AuditRow:
    return AuditRow(
        event=_SENT[message.kind],
        actor=f"staff:{message.staff_id}",
        data={"message": message.id, "outbox": push.id, "state": life.ticket.state},
        created_at=message.created_at,
    )
