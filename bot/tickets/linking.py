"""Tickets that belong together: linked, or merged into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz
from sqlalchemy import ColumnElement, func
from sqlmodel import col, delete, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import AlreadyMerged, MoveRefused, SameTicket
from bot.storage.database import Database
from bot.storage.models import Staff, Ticket, TicketLink, TicketNote, now, row_id
from bot.tickets.cases import (
    actor_of,
    changed,
    checked_reason,
    move_to,
    ticket_for,
    watchers,
)
from bot.tickets.contact import read_contact
from bot.tickets.kinds import AnswerType, Remedy, State
from bot.tickets.outgoing import tell_citizen, tell_staff
from bot.tickets.wall import not_walled_from
from nlu.text.key import keys

_MOST_DUPLICATES = 50


@dataclass(frozen=True)
class Duplicate:
    """A ticket of the same person; `score` (0 to 100) is how alike the descriptions are."""

    reference: str
    state: str
    created_at: datetime
    description: str
    score: float


def same_person(ticket: Ticket, other: Ticket) -> bool:
    """Whether both came from the same conversation or name the same e-mail or telephone."""
    if ticket.conversation_id is not None and ticket.conversation_id == other.conversation_id:
        return True
    return not _contacts(ticket).isdisjoint(_contacts(other))


def likeness(text: str, other: str) -> float:
    """How alike two descriptions are, 0 to 100, in whichever script each is written."""
    return fuzz.token_sort_ratio(" ".join(keys(text)), " ".join(keys(other)))


class Linking:
    """Links and merges tickets."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def link(self, reference: str, other: str, staff_id: int) -> None:
        """Links two tickets, once and both ways. Raises NoSuchTicket (of either), SameTicket."""
        async with self._database.writing() as session:
            one, two = await _both(session, reference, other, staff_id)
            await self._link(session, one, two, staff_id)

    async def unlink(self, reference: str, other: str, staff_id: int) -> None:
        """Takes the link away. Raises NoSuchTicket (of either), SameTicket."""
        actor = actor_of(staff_id)
        async with self._database.writing() as session:
            one, two = await _both(session, reference, other, staff_id)
            older, newer = sorted((row_id(one), row_id(two)))
            removed = await session.exec(
                delete(TicketLink).where(
                    col(TicketLink.ticket_id) == older, col(TicketLink.other_id) == newer
                )
            )
            if removed.rowcount:
                changed(session, one, actor, "ticket.link.removed", {"other": two.id})
                changed(session, two, actor, "ticket.link.removed", {"other": one.id})

    async def merge(self, reference: str, into: str, staff_id: int, reason: str) -> bool:
        """Closes the ticket as a duplicate of another one, which goes on; links both.

        The citizen is told, and with the other reference only where both tickets are the same
        person's. Gives whether they are, so that staff can be warned. The reason is kept as a
        note. What is said later on the other ticket does not reach the citizen of this one.
        Raises NoSuchTicket (of either), SameTicket, AlreadyMerged, MoveRefused, ReasonMissing,
        MessageTooLong.
        """
        reason = checked_reason(reason)
        async with self._database.writing() as session:
            ticket, goes_on = await _both(session, reference, into, staff_id)
            if ticket.merged_into_id == goes_on.id:
                return same_person(ticket, goes_on)
            if ticket.merged_into_id or goes_on.merged_into_id:
                raise AlreadyMerged
            await _close_as_duplicate(session, ticket, goes_on, staff_id)
            session.add(TicketNote(ticket_id=row_id(ticket), staff_id=staff_id, text=reason))
            await self._link(session, ticket, goes_on, staff_id)
            await _tell_of_merge(session, ticket, goes_on, staff_id)
            return same_person(ticket, goes_on)

    async def duplicates(self, reference: str, staff_id: int) -> Sequence[Duplicate]:
        """The same person's tickets that are not linked yet, the likest first.

        Raises NoSuchTicket.
        """
        async with self._database.reading() as session:
            ticket = await ticket_for(session, reference, staff_id)
            others = await _perhaps_same_person(session, ticket, staff_id)
        found = [
            Duplicate(
                other.reference,
                other.state,
                other.created_at,
                other.description,
                likeness(ticket.description, other.description),
            )
            for other in others
            if same_person(ticket, other)
        ]
        return sorted(found, key=lambda one: (-one.score, one.reference))

    async def _link(self, session: AsyncSession, one: Ticket, two: Ticket, staff_id: int) -> None:
        older, newer = sorted((row_id(one), row_id(two)))
        added = await session.exec(
            self._database.insert(TicketLink)
            .values(ticket_id=older, other_id=newer, staff_id=staff_id, created_at=now())
            .on_conflict_do_nothing()
            .returning(col(TicketLink.other_id))  # not every driver counts such rows
        )
        if added.first():
            actor = actor_of(staff_id)
            changed(session, one, actor, "ticket.link.made", {"other": two.id})
            changed(session, two, actor, "ticket.link.made", {"other": one.id})


async def _both(
    session: AsyncSession, reference: str, other: str, staff_id: int
) -> tuple[Ticket, Ticket]:
    if reference == other:
        raise SameTicket
    # Always the smaller reference first: two who take the same two never wait for each other.
    locked = {
        name: await ticket_for(session, name, staff_id, alone=True)
        for name in sorted((reference, other))
    }
    return locked[reference], locked[other]


async def _close_as_duplicate(
    session: AsyncSession, ticket: Ticket, goes_on: Ticket, staff_id: int
) -> None:
    if ticket.state == State.CLOSED:
        raise MoveRefused(current=ticket.state, wanted=State.CLOSED.value)
    actor = actor_of(staff_id)
    await move_to(session, ticket, actor, State.CLOSED)
    ticket.answer_type = AnswerType.DUPLICATE.value
    ticket.remedy = Remedy.NONE.value
    ticket.merged_into_id = goes_on.id
    changed(session, ticket, actor, "ticket.merged", {"into": goes_on.id})
    changed(session, goes_on, actor, "ticket.merge.received", {"from": ticket.id})


async def _tell_of_merge(
    session: AsyncSession, ticket: Ticket, goes_on: Ticket, staff_id: int
) -> None:
    if same_person(ticket, goes_on):
        said = {"reference": ticket.reference, "into": goes_on.reference}
        await tell_citizen(session, ticket, "ticket-merged", said)
    else:
        await tell_citizen(session, ticket, "ticket-joined", {"reference": ticket.reference})
    concerned = await watchers(session, ticket, but=staff_id) | {ticket.assignee_id}
    tell_staff(
        session, [each for each in concerned if each not in {None, staff_id}], "merged", ticket
    )


async def _perhaps_same_person(
    session: AsyncSession, ticket: Ticket, staff_id: int
) -> Sequence[Ticket]:
    """Tickets of that conversation or naming such a contact; the newest, where there are many."""
    signs = _signs(ticket)
    member = await session.get(Staff, staff_id)
    if not signs or member is None:
        return []
    linked = select(TicketLink).where(
        or_(
            (col(TicketLink.ticket_id) == ticket.id) & (col(TicketLink.other_id) == Ticket.id),
            (col(TicketLink.other_id) == ticket.id) & (col(TicketLink.ticket_id) == Ticket.id),
        )
    )
    found = await session.exec(
        select(Ticket)
        .where(or_(*signs), col(Ticket.id) != ticket.id, ~linked.exists())
        .where(not_walled_from(member))
        .order_by(col(Ticket.id).desc())
        .limit(_MOST_DUPLICATES)
    )
    return found.all()


def _signs(ticket: Ticket) -> list[ColumnElement[bool]]:
    signs = [
        func.lower(col(Ticket.contact)).contains(each, autoescape=True)
        for each in _contacts(ticket)
    ]
    if ticket.conversation_id is not None:
        signs.append(col(Ticket.conversation_id) == ticket.conversation_id)
    return signs


def _contacts(ticket: Ticket) -> frozenset[str]:
    contact = read_contact(ticket.contact or "")
    return frozenset(contact.casefold().split(", ")) if contact else frozenset()
