"""Who works on a ticket: claiming, assigning, taking over, releasing, watching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import func
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import AlreadyClaimed, NoSuchMember, SameHandAgain
from bot.office import OFFICE
from bot.storage.database import Database
from bot.storage.models import Staff, Ticket, TicketWatch, now, row_id
from bot.tickets.cases import actor_of, audited, changed, take_up, ticket_for
from bot.tickets.kinds import SETTLED
from bot.tickets.outgoing import tell_staff
from bot.tickets.wall import visible_to

_SPOKEN_BY_ALL = ("fr", "ar")
_ADMIN = "admin"


@dataclass(frozen=True)
class Candidate:
    """A member of staff who could take a ticket; `at_work` is within their hours now."""

    staff_id: int
    name: str
    at_work: bool
    open_tickets: int


def settled_it(ticket: Ticket, staff_id: int) -> bool:
    """Whether the ticket was reopened after this member of staff had settled it."""
    return ticket.reopened > 0 and ticket.settled_by == staff_id


def at_work(member: Staff, moment: datetime) -> bool:
    """Whether it is within the member's hours; who gave no hours counts as at work."""
    if not member.hours:
        return True
    local = moment.astimezone(OFFICE)
    hours = member.hours.get(str(local.weekday()))
    if not hours:
        return False
    start, end = (time.fromisoformat(hour) for hour in hours)
    return start <= local.time() < end


def is_away(member: Staff, moment: datetime) -> bool:
    """Whether the member is out of office, through the day they gave."""
    today = moment.astimezone(OFFICE).date()
    return member.away_until is not None and today <= member.away_until


def _spoken(member: Staff) -> Sequence[str]:
    """An administrator who names no language keeps the accounts only."""
    if member.languages:
        return member.languages
    return () if member.role == _ADMIN else _SPOKEN_BY_ALL


def ranked(
    ticket: Ticket, loads: Iterable[tuple[Staff, int]], moment: datetime
) -> Sequence[Candidate]:
    """Who of these members, each with their open tickets, could take the ticket; the fittest first.

    They speak its variety, are not away, are not kept from it by the wall and did not settle it
    before it was reopened. At work first, then by fewest open tickets.
    """
    fit = [
        Candidate(row_id(member), member.name, at_work(member, moment), load)
        for member, load in loads
        if ticket.lang in _spoken(member)
        and not is_away(member, moment)
        and visible_to(ticket, member)
        and not settled_it(ticket, row_id(member))
    ]
    return sorted(fit, key=lambda one: (not one.at_work, one.open_tickets, one.staff_id))


class Assignment:
    """Gives tickets to members of staff. Who may do it is decided before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, reference: str, staff_id: int) -> None:
        """Takes a ticket that nobody has, and takes a new one up.

        Of several at once one wins; the others get AlreadyClaimed with the winner's name. Claiming
        one's own ticket again changes nothing. Raises NoSuchTicket, SameHandAgain.
        """
        actor = actor_of(staff_id)
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id)
            _other_hand(ticket, staff_id)
            won = await session.exec(
                update(Ticket)
                .where(col(Ticket.id) == ticket.id, col(Ticket.assignee_id).is_(None))
                .values(assignee_id=staff_id)
                .execution_options(synchronize_session=False)
            )
            # What was read before may be older than what the update waited for.
            await session.refresh(ticket)
            if won.rowcount:
                changed(session, ticket, actor, "ticket.assignee.claimed", {"to": staff_id})
                await take_up(session, ticket, actor)
            elif ticket.assignee_id != staff_id:
                raise AlreadyClaimed(name=await _name(session, ticket.assignee_id))

    async def assign(self, reference: str, by: int, to: int) -> None:
        """Gives the ticket to somebody, who is told; who had it is told too.

        To oneself it is taking over. Raises NoSuchTicket, NoSuchMember (also of whom the wall keeps
        away), SameHandAgain.
        """
        if to == by:
            await self.take_over(reference, by)
            return
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, by, alone=True)
            member = await session.get(Staff, to)
            if member is None or not member.active or not visible_to(ticket, member):
                raise NoSuchMember
            _other_hand(ticket, to)
            former = ticket.assignee_id
            if former == to:
                return
            give(session, ticket, actor_of(by), to)
            _tell_former(session, ticket, former, by, "released")

    async def take_over(self, reference: str, staff_id: int) -> None:
        """Takes the ticket from whoever has it, who is told, and takes a new one up.

        Raises NoSuchTicket, SameHandAgain.
        """
        actor = actor_of(staff_id)
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            _other_hand(ticket, staff_id)
            former = ticket.assignee_id
            if former == staff_id:
                return
            data = {"from": former, "to": staff_id}
            changed(session, ticket, actor, "ticket.assignee.taken_over", data)
            ticket.assignee_id = staff_id
            await take_up(session, ticket, actor)
            _tell_former(session, ticket, former, staff_id, "taken_over")

    async def release(self, reference: str, staff_id: int) -> None:
        """Gives the ticket back to all; who had it is told where somebody else did it.

        Raises NoSuchTicket.
        """
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            former = ticket.assignee_id
            if former is None:
                return
            actor = actor_of(staff_id)
            changed(session, ticket, actor, "ticket.assignee.released", {"from": former})
            ticket.assignee_id = None
            _tell_former(session, ticket, former, staff_id, "released")

    async def watch(self, reference: str, staff_id: int) -> None:
        """From now on the member hears of the ticket. Raises NoSuchTicket."""
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id)
            added = await session.exec(
                self._database.insert(TicketWatch)
                .values(ticket_id=ticket.id, staff_id=staff_id)
                .on_conflict_do_nothing()
                .returning(col(TicketWatch.staff_id))  # not every driver counts such rows
            )
            if added.first():
                audited(session, ticket, actor_of(staff_id), "ticket.watch.started")

    async def unwatch(self, reference: str, staff_id: int) -> None:
        """The member hears of it no more. Raises NoSuchTicket."""
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id)
            removed = await session.exec(
                delete(TicketWatch).where(
                    col(TicketWatch.ticket_id) == ticket.id,
                    col(TicketWatch.staff_id) == staff_id,
                )
            )
            if removed.rowcount:
                audited(session, ticket, actor_of(staff_id), "ticket.watch.ended")

    async def candidates(self, ticket: Ticket) -> Sequence[Candidate]:
        """Who could take the ticket now, the fittest first (`ranked`)."""
        async with self._database.reading() as session:
            return await candidates_for(session, ticket, now())


async def candidates_for(
    session: AsyncSession, ticket: Ticket, moment: datetime
) -> Sequence[Candidate]:
    """Who could take the ticket at that moment, the fittest first: one query."""
    loads = (
        select(Ticket.assignee_id, func.count().label("load"))
        .where(col(Ticket.state).not_in(SETTLED), col(Ticket.assignee_id).is_not(None))
        .group_by(col(Ticket.assignee_id))
        .subquery()
    )
    found = await session.exec(
        select(Staff, func.coalesce(loads.c.load, 0))
        .outerjoin(loads, loads.c.assignee_id == col(Staff.id))
        .where(col(Staff.active).is_(True))
    )
    return ranked(ticket, found.all(), moment)


async def auto_assign(session: AsyncSession, ticket: Ticket, moment: datetime) -> None:
    """Gives the ticket to the fittest candidate, who is told; to nobody where there is none."""
    candidates = await candidates_for(session, ticket, moment)
    if candidates:
        give(session, ticket, "bot", candidates[0].staff_id)


def give(session: AsyncSession, ticket: Ticket, actor: str, to: int) -> None:
    """Gives the ticket to somebody, who is told."""
    data = {"from": ticket.assignee_id, "to": to}
    changed(session, ticket, actor, "ticket.assignee.assigned", data)
    ticket.assignee_id = to
    tell_staff(session, [to], "assigned", ticket)


def _other_hand(ticket: Ticket, staff_id: int) -> None:
    if settled_it(ticket, staff_id):
        raise SameHandAgain


def _tell_former(
    session: AsyncSession, ticket: Ticket, former: int | None, by: int, kind: str
) -> None:
    if former is not None and former != by:
        tell_staff(session, [former], kind, ticket)


async def _name(session: AsyncSession, staff_id: int | None) -> str:
    member = await session.get(Staff, staff_id)
    return member.name if member else ""
