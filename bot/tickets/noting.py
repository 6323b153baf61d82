"""What staff keep of a ticket among themselves: notes, priority, category, its service."""

from __future__ import annotations

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import UnknownValue
from bot.storage.database import Database
from bot.storage.models import Staff, Ticket, TicketNote, TicketWatch, now, row_id
from bot.storage.search import search_text
from bot.tickets.cases import (
    DOUBLE_CLICK,
    actor_of,
    changed,
    checked_name,
    checked_text,
    ticket_for,
    watchers,
)
from bot.tickets.kinds import Category, Priority
from bot.tickets.outgoing import tell_staff
from bot.tickets.wall import visible_to
from nlu.text.normalise import normalise


class Noting:
    """Changes that the citizen does not hear of. Setting what is set already changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, reference: str, staff_id: int, text: str) -> None:
        """Writes a note to colleagues; a double click writes one.

        Who has the ticket and who watches it hear of it. Raises NoSuchTicket, EmptyMessage,
        MessageTooLong.
        """
        text = checked_text(text)
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            if await _just_noted(session, ticket, staff_id, text):
                return
            note = TicketNote(ticket_id=row_id(ticket), staff_id=staff_id, text=text)
            session.add(note)
            await session.flush()
            changed(session, ticket, actor_of(staff_id), "ticket.note.written", {"note": note.id})
            concerned = await watchers(session, ticket, but=staff_id)
            if ticket.assignee_id and ticket.assignee_id != staff_id:
                concerned.add(ticket.assignee_id)
            tell_staff(session, concerned, "note", ticket)

    async def set_priority(self, reference: str, staff_id: int, priority: str) -> None:
        """normal, high or urgent. Raises NoSuchTicket, UnknownValue(field)."""
        if priority not in set(Priority):
            raise UnknownValue(field="priority")
        await self._set(reference, staff_id, "priority", priority, "ticket.priority.changed")

    async def set_category(self, reference: str, staff_id: int, category: str | None) -> None:
        """What the ticket is about, or None. Raises NoSuchTicket, UnknownValue(field)."""
        if category is not None and category not in set(Category):
            raise UnknownValue(field="category")
        await self._set(reference, staff_id, "category", category, "ticket.category.changed")

    async def set_service(
        self, reference: str, staff_id: int, service: str | None, walled: bool
    ) -> None:
        """The service it is about and whether its staff are kept from it.

        Without a service there is no wall. Whom the wall keeps away has and watches the ticket no
        longer. Raises NoSuchTicket, MessageTooLong.
        """
        service = checked_name(service) if service and service.strip() else None
        walled = walled and service is not None
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            service = await _as_its_staff_have_it(session, service)
            if (ticket.service, ticket.walled) == (service, walled):
                return
            data = {"from": ticket.service, "to": service, "walled": walled}
            changed(session, ticket, actor_of(staff_id), "ticket.service.changed", data)
            ticket.service, ticket.walled = service, walled
            if walled:
                await _keep_away(session, ticket, actor_of(staff_id))

    async def _set(
        self, reference: str, staff_id: int, field: str, value: str | None, event: str
    ) -> None:
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            former = getattr(ticket, field)
            if former == value:
                return
            data = {"from": former, "to": value}
            changed(session, ticket, actor_of(staff_id), event, data)
            setattr(ticket, field, value)
            ticket.search_text = search_text(ticket)


async def _just_noted(session: AsyncSession, ticket: Ticket, staff_id: int, text: str) -> bool:
    found = await session.exec(
        select(TicketNote)
        .where(TicketNote.ticket_id == ticket.id)
        .order_by(col(TicketNote.id).desc())
        .limit(1)
    )
    last = found.first()
    if last is None or (last.staff_id, last.text) != (staff_id, text):
        return False
    return now() - last.created_at < DOUBLE_CLICK


async def _as_its_staff_have_it(session: AsyncSession, service: str | None) -> str | None:
    """The service as it is written in the accounts of its staff: the wall knows it by that."""
    if service is None:
        return None
    known = select(Staff.service).where(col(Staff.service).is_not(None)).distinct()
    wanted = normalise(service)
    found = (each for each in await session.exec(known) if each and normalise(each) == wanted)
    return next(found, service)


async def _keep_away(session: AsyncSession, ticket: Ticket, actor: str) -> None:
    """Takes the ticket from the staff of its service."""
    kept_away = select(Staff.id).where(Staff.service == ticket.service)
    await session.exec(
        delete(TicketWatch).where(
            col(TicketWatch.ticket_id) == ticket.id, col(TicketWatch.staff_id).in_(kept_away)
        )
    )
    holder = await session.get(Staff, ticket.assignee_id) if ticket.assignee_id else None
    if holder and not visible_to(ticket, holder):
        changed(session, ticket, actor, "ticket.assignee.released", {"from": holder.id})
        ticket.assignee_id = None
