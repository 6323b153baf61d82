"""The end of a ticket, with its answer type, reason and next remedy; and its reopening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import MoveRefused, RemedyMissing, TooLateToReopen, UnknownValue
from bot.storage.database import Database
from bot.storage.models import Staff, Ticket, TicketNote, now, row_id
from bot.tickets.assignment import candidates_for, give, settled_it
from bot.tickets.cases import (
    actor_of,
    changed,
    checked_reason,
    just_sent,
    move_to,
    take_up,
    ticket_for,
    watchers,
    write_to_citizen,
)
from bot.tickets.kinds import SETTLED, AnswerType, Remedy, State
from bot.tickets.outgoing import tell_citizen, tell_staff

_UNHANDLED = frozenset({AnswerType.WITHDRAWN, AnswerType.DUPLICATE, AnswerType.ABUSE})


@dataclass(frozen=True)
class Settlement:
    """With what a ticket ends; `reason` is for the citizen to read."""

    answer_type: AnswerType
    reason: str
    remedy: Remedy

    @property
    def needs_no_handling(self) -> bool:
        """Whether it is closed without being taken up, and nobody is asked if it is solved."""
        return self.answer_type in _UNHANDLED


def settlement(answer_type: str, reason: str, remedy: str) -> Settlement:
    """Reads a settlement from a form.

    Raises UnknownValue(field), ReasonMissing, MessageTooLong, and RemedyMissing for a refusal
    that does not say where to turn next.
    """
    if answer_type not in set(AnswerType):
        raise UnknownValue(field="answer_type")
    if remedy not in set(Remedy):
        raise UnknownValue(field="remedy")
    if answer_type == AnswerType.REFUSED and remedy == Remedy.NONE:
        raise RemedyMissing
    return Settlement(AnswerType(answer_type), checked_reason(reason), Remedy(remedy))


async def settle(
    session: AsyncSession,
    ticket: Ticket,
    staff_id: int,
    how: Settlement,
    state: State,
    reopen_days: int,
) -> None:
    """Ends the ticket, keeps how, tells the citizen and who watches it. Raises MoveRefused."""
    actor = actor_of(staff_id)
    if state == ticket.state:
        raise MoveRefused(current=ticket.state, wanted=state.value)
    if not how.needs_no_handling:
        await take_up(session, ticket, actor)
    await move_to(session, ticket, actor, state)
    keep(ticket, how)
    ids = {
        "answer_type": how.answer_type.value,
        "remedy": how.remedy.value,
        "state": state.value,
    }
    more = {**ids, "reopen_days": reopen_days, "ask_solved": not how.needs_no_handling}
    told = await write_to_citizen(
        session, ticket, staff_id, "closing", how.reason, "ticket-settled", more
    )
    changed(session, ticket, actor, "ticket.settled", {**told, **ids})
    tell_staff(session, await watchers(session, ticket, but=staff_id), "settled", ticket)


def keep(ticket: Ticket, how: Settlement) -> None:
    """Writes the settlement into the ticket; what the citizen said of an earlier one is gone."""
    ticket.answer_type = how.answer_type.value
    ticket.closing_reason = how.reason
    ticket.remedy = how.remedy.value
    ticket.solved = ticket.rating = ticket.rating_words = None


def reopenable_until(settled_at: datetime, days: int) -> datetime:
    """Until when a ticket that was settled at that moment can be reopened."""
    return settled_at + timedelta(days=days)


async def reopen(
    session: AsyncSession, ticket: Ticket, actor: str, moment: datetime, days: int
) -> None:
    """Opens a settled ticket again, whoever asks for it, and gives it to another hand.

    Who has it keeps it unless they settled it; else the fittest candidate gets it, or nobody. A
    ticket that was merged into another one stands on its own again.
    Raises MoveRefused, TooLateToReopen(days).
    """
    if ticket.state not in SETTLED:
        raise MoveRefused(current=ticket.state, wanted=State.OPEN.value)
    if ticket.settled_at is None or moment > reopenable_until(ticket.settled_at, days):
        raise TooLateToReopen(days=days)
    await move_to(session, ticket, actor, State.OPEN)
    ticket.reopened += 1
    ticket.merged_into_id = None
    changed(session, ticket, actor, "ticket.reopened", {"times": ticket.reopened})
    await _pass_on(session, ticket, moment)
    but = ticket.assignee_id
    tell_staff(session, await watchers(session, ticket, but) - {_member(actor)}, "reopened", ticket)


class Settling:
    """Resolves, closes and reopens tickets; a ticket can be reopened for `reopen_days`."""

    def __init__(self, database: Database, reopen_days: int = 30) -> None:
        self._database = database
        self._reopen_days = reopen_days

    async def resolve(
        self, reference: str, staff_id: int, answer_type: str, reason: str, remedy: str
    ) -> None:
        """Ends the ticket as resolved and asks the citizen whether it is.

        A new ticket is taken up first. A double click ends it once. Raises NoSuchTicket,
        MoveRefused, UnknownValue(field), ReasonMissing, RemedyMissing, MessageTooLong.
        """
        how = settlement(answer_type, reason, remedy)
        await self._settle(reference, staff_id, how, State.RESOLVED)

    async def close(
        self, reference: str, staff_id: int, answer_type: str, reason: str, remedy: str
    ) -> None:
        """Ends the ticket as closed; else as `resolve`.

        What needs no handling (withdrawn, a duplicate, an abuse) is closed without being taken up.
        """
        how = settlement(answer_type, reason, remedy)
        await self._settle(reference, staff_id, how, State.CLOSED)

    async def _settle(self, reference: str, staff_id: int, how: Settlement, state: State) -> None:
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            if ticket.state == state and await just_sent(
                session, ticket, staff_id, how.reason, "closing"
            ):
                return
            await settle(session, ticket, staff_id, how, state, self._reopen_days)

    async def reopen(self, reference: str, staff_id: int, reason: str) -> None:
        """Opens a settled ticket again, tells the citizen, and gives it to another hand.

        The reason is kept as a note. Where nobody else can have it, it is unassigned. Raises
        NoSuchTicket, MoveRefused, ReasonMissing, MessageTooLong, TooLateToReopen(days).
        """
        reason = checked_reason(reason)
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            await reopen(session, ticket, actor_of(staff_id), now(), self._reopen_days)
            session.add(TicketNote(ticket_id=row_id(ticket), staff_id=staff_id, text=reason))
            said = {"reference": ticket.reference, "state": ticket.state}
            await tell_citizen(session, ticket, "ticket-state-changed", said)


async def _pass_on(session: AsyncSession, ticket: Ticket, moment: datetime) -> None:
    """Whoever asked for the reopening, it is the desk that chooses the hand."""
    holder = await session.get(Staff, ticket.assignee_id) if ticket.assignee_id else None
    if holder and holder.active and not settled_it(ticket, row_id(holder)):
        tell_staff(session, [row_id(holder)], "reopened", ticket)
        return
    candidates = await candidates_for(session, ticket, moment)
    if candidates:
        give(session, ticket, "bot", candidates[0].staff_id)
    elif holder:
        data = {"from": ticket.assignee_id}
        changed(session, ticket, "bot", "ticket.assignee.released", data)
        ticket.assignee_id = None


def _member(actor: str) -> int | None:
    kind, _, number = actor.partition(":")
    return int(number) if kind == "staff" else None
