"""The complaint desk's side for citizens: opening a ticket once, and finding it again."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.database import Database
from bot.storage.models import AuditRow, Ticket, TicketCounter, TicketMessage, now
from bot.tickets.assignment import auto_assign
from bot.tickets.calendar import ServiceCalendar, load_calendar
from bot.tickets.clock import standing, target
from bot.tickets.form import Draft, ending
from bot.tickets.kinds import Kind
from bot.tickets.references import new_code, written
from bot.tickets.zones import local_date

Say = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Filing:
    """From where a draft is filed; a turn opens one ticket at most."""

    turn_id: str
    conversation_id: str
    lang: str


class Desk:
    """Opens and finds tickets. The targets are service targets, in days, not legal rights.

    The citizen is told their dates, in their own time zone. A suggestion has no target to be
    answered.

    With `assigns` each new ticket goes to the fittest member of staff.
    """

    def __init__(
        self,
        database: Database,
        acknowledge_days: int,
        answer_days: int,
        *,
        assigns: bool = False,
    ) -> None:
        self._database = database
        self._acknowledge_days = acknowledge_days
        self._answer_days = answer_days
        self._assigns = assigns

    async def conclude(self, draft: Draft, filing: Filing) -> Say:
        """Ends an intake: opens the ticket, or says that it was cancelled or refused.

        A draft that reached no end, because its form failed, says `internal-error`.
        """
        match ending(draft):
            case "open":
                ticket = await self.open(draft, filing)
                return "ticket-opened", {
                    "reference": ticket.reference,
                    "code": ticket.code,
                    "kind": ticket.kind,
                    "acknowledge_on": _told_date(ticket, ticket.acknowledge_by),
                    "answer_on": _answer_date(ticket),
                }
            case "cancelled":
                return "ticket-cancelled", {}
            case "refused":
                return "consent-refused", {}
            case _:
                return "internal-error", {}

    async def open(self, draft: Draft, filing: Filing) -> Ticket:
        """The ticket of this turn: opened now, or found where the turn opened it before."""
        found = await self._opened_by(filing.turn_id)
        if found:
            return found
        try:
            return await self._insert(draft, filing)
        except IntegrityError:
            # Rasa and the degraded mode may conclude the same turn at the same moment.
            found = await self._opened_by(filing.turn_id)
            if found is None:
                raise
            return found

    async def lookup(self, reference: str, code: str) -> Say:
        """`ticket-found` with its state and last answer, or `ticket-not-found`.

        An unknown reference and a wrong code get the same answer.
        """
        async with self._database.reading() as session:
            ticket = (
                await session.exec(select(Ticket).where(Ticket.reference == reference))
            ).first()
            if ticket is None or not hmac.compare_digest(ticket.code, code):
                return "ticket-not-found", {}
            answer = await _last_staff_message(session, ticket)
        return "ticket-found", {
            "reference": ticket.reference,
            "kind": ticket.kind,
            "state": ticket.state,
            "opened_on": _told_date(ticket, ticket.created_at),
            "answer_on": _answer_date(ticket),
            # Only what is past or stands still is told: any calendar will do.
            "standing": standing(ticket, now(), ServiceCalendar()).value,
            "text": answer.text if answer else "",
        }

    async def _opened_by(self, turn_id: str) -> Ticket | None:
        async with self._database.reading() as session:
            found = await session.exec(select(Ticket).where(Ticket.opened_by_turn == turn_id))
            return found.first()

    async def _insert(self, draft: Draft, filing: Filing) -> Ticket:
        opened = now()
        async with self._database.writing() as session:
            calendar = await load_calendar(session, draft.country)
            ticket = Ticket(
                reference=await self._next_reference(session),
                code=new_code(),
                kind=draft.kind,
                category=draft.category,
                country=draft.country,
                description=draft.description or "",
                contact=draft.contact or None,
                lang=filing.lang,
                conversation_id=filing.conversation_id,
                opened_by_turn=filing.turn_id,
                created_at=opened,
                updated_at=opened,
                acknowledge_by=target(opened, self._acknowledge_days, calendar),
                answer_by=target(opened, self._answer_days, calendar),
            )
            session.add(ticket)
            await session.flush()
            session.add(AuditRow(event="ticket.opened", actor="citizen", ticket_id=ticket.id))
            if self._assigns:
                await auto_assign(session, ticket, opened)
        return ticket

    async def _next_reference(self, session: AsyncSession) -> str:
        year = now().year
        await session.exec(
            self._database.insert(TicketCounter).values(year=year, last=0).on_conflict_do_nothing()
        )
        number = await session.scalar(
            update(TicketCounter)
            .where(col(TicketCounter.year) == year)
            .values(last=col(TicketCounter.last) + 1)
            .returning(col(TicketCounter.last))
        )
        return written(year, int(number or 0))


async def _last_staff_message(session: AsyncSession, ticket: Ticket) -> TicketMessage | None:
    found = await session.exec(
        select(TicketMessage)
        .where(TicketMessage.ticket_id == ticket.id, TicketMessage.author == "staff")
        .order_by(col(TicketMessage.id).desc())
        .limit(1)
    )
    return found.first()


def _answer_date(ticket: Ticket) -> str | None:
    return None if ticket.kind == Kind.SUGGESTION else _told_date(ticket, ticket.answer_by)


def _told_date(ticket: Ticket, moment: datetime) -> str:
    return local_date(moment, ticket.country).isoformat()
