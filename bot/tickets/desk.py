"""The complaint desk's side for citizens: opening a ticket once, and finding it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import TicketNotFound, TooManyTries
from bot.storage.database import Database
from bot.storage.models import AuditRow, Conversation, Ticket, TicketCounter, now, row_id
from bot.storage.search import search_text
from bot.tickets.alarm import raise_alarm
from bot.tickets.assignment import auto_assign
from bot.tickets.attachments import attach_waiting, drop_waiting
from bot.tickets.calendar import load_calendar
from bot.tickets.clock import target
from bot.tickets.finding import answer_date, found_args, listed_args, told_date
from bot.tickets.following import FollowUp
from bot.tickets.form import Draft, ending
from bot.tickets.references import new_code, written
from bot.tickets.relation import relation_of
from bot.tickets.words import Words

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

    With `assigns` each new ticket goes to the fittest member of staff. Where an emergency was told,
    the ticket is urgent and all who are on duty hear of it.
    """

    def __init__(
        self,
        database: Database,
        acknowledge_days: int,
        answer_days: int,
        words: Words,
        follow_up: FollowUp | None = None,
        *,
        assigns: bool = False,
    ) -> None:
        self._database = database
        self._follow_up = follow_up or FollowUp(database)
        self._kin = words.kin
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
                    "acknowledge_on": told_date(ticket, ticket.acknowledge_by),
                    "answer_on": answer_date(ticket),
                }
            case "cancelled":
                await self._forget_files(filing)
                return "ticket-cancelled", {}
            case "refused":
                await self._forget_files(filing)
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

    async def lookup(self, reference: str, code: str, asker: str = "") -> Say:
        """`ticket-found` with its state and last answer, or `ticket-not-found`.

        An unknown reference and a wrong code get the same answer; too many of them, a wait.
        """
        try:
            progress = await self._follow_up.find(reference, code, asker)
        except TicketNotFound:
            return "ticket-not-found", {}
        except TooManyTries as error:
            return "error-too-many-tries", error.fields
        return "ticket-found", found_args(progress)

    async def at_hand(self, conversation_id: str, reference: str | None = None) -> Say | None:
        """What is said without a code, to who is on both channels; None where one is needed.

        The ticket of that reference, or the only one, is told; of several, which one is asked.
        """
        tickets = await self._follow_up.at_hand(conversation_id)
        if reference:
            tickets = [ticket for ticket in tickets if ticket.reference == reference]
        if not tickets:
            return None
        if len(tickets) > 1:
            return "which-ticket", listed_args(tickets)
        return "ticket-found", found_args(await self._follow_up.progress(row_id(tickets[0])))

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
                relation=relation_of(draft.description or "", self._kin),
                lang=filing.lang,
                conversation_id=filing.conversation_id,
                consent_text=await _consent_text(session, filing.conversation_id),
                opened_by_turn=filing.turn_id,
                created_at=opened,
                updated_at=opened,
                acknowledge_by=target(opened, self._acknowledge_days, calendar),
                answer_by=target(opened, self._answer_days, calendar),
            )
            ticket.search_text = search_text(ticket)
            session.add(ticket)
            await session.flush()
            session.add(
                AuditRow(
                    event="ticket.opened",
                    actor="citizen",
                    ticket_id=ticket.id,
                    data={"consent_text": ticket.consent_text},
                )
            )
            await raise_alarm(session, ticket, opened)
            if self._assigns:
                await auto_assign(session, ticket, opened)
            await attach_waiting(session, ticket)
        return ticket

    async def _forget_files(self, filing: Filing) -> None:
        async with self._database.writing() as session:
            await drop_waiting(session, filing.conversation_id)

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


async def _consent_text(session: AsyncSession, conversation_id: str) -> str | None:
    """The words in which the form asked for consent."""
    conversation = await session.get(Conversation, conversation_id)
    return conversation.consent_text if conversation else None
