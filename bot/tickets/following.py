"""What a citizen does with a ticket after it was opened: looks, adds, withdraws, rates, reopens.

The pages and the chat use the same door. Every change is one transaction with its audit row and the
notices to staff; what carries a turn_id is done once.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import (
    EmptyMessage,
    MalformedRequest,
    MessageTooLong,
    NoLongerReopened,
    TicketNotFound,
    TicketSettled,
    TicketUnderWay,
)
from bot.storage.database import Database
from bot.storage.links import linked_with
from bot.storage.models import (
    Attachment,
    AuditRow,
    Staff,
    Ticket,
    TicketMessage,
    now,
    row_id,
)
from bot.tickets.cases import audited, changed, move_to, watchers
from bot.tickets.guesses import Guesses
from bot.tickets.kinds import SETTLED, AnswerType, Remedy, State
from bot.tickets.linking import same_person
from bot.tickets.outgoing import tell_staff
from bot.tickets.progress import (
    Action,
    Timeline,
    actions,
    reopen_until,
    timeline,
)
from bot.tickets.settling import reopen
from nlu.text.normalise import clean
from nlu.text.variety import detect

CITIZEN = "citizen"
"""The actor of these changes, as an audit row names it."""

REOPEN_DAYS = 30
TEXT_MAX_CHARS = 4000
WORDS_MAX_CHARS = 1000
RATINGS = range(1, 6)

_NO_CODE = "......"  # stands in where there is no ticket; no code has dots
_HANDED = "ticket.assignee."


@dataclass(frozen=True)
class Holder:
    """With whom a ticket is: a role and, where known, the service; never a name."""

    role: str
    service: str | None
    since: datetime


@dataclass(frozen=True)
class Progress:
    """All that the citizen may know of a ticket.

    `holder` is None until a member of staff has it; `answers` are what staff wrote, oldest first;
    `may` is what the citizen can do now; `goes_on` is the reference of the ticket that it was
    merged into, where that one is the same person's.
    """

    ticket: Ticket
    timeline: Timeline
    holder: Holder | None
    answers: Sequence[TicketMessage]
    files: Sequence[Attachment]
    may: frozenset[Action]
    reopen_until: datetime | None
    goes_on: str | None


class FollowUp:
    """A citizen's side of tickets. Who holds a ticket_id has shown reference and code before."""

    def __init__(self, database: Database, reopen_days: int = REOPEN_DAYS) -> None:
        self._database = database
        self._reopen_days = reopen_days
        self._guesses = Guesses("ticket")

    async def find(self, reference: str, code: str, asker: str = "") -> Progress:
        """The ticket of that reference and code. `asker` is who tries: a conversation, an address.

        An unknown reference and a wrong code are one answer after the same work. Raises
        TicketNotFound, TooManyTries.
        """
        names = [f"reference:{reference}", *([f"asker:{asker}"] if asker else [])]
        self._guesses.attempt(*names)
        async with self._database.reading() as session:
            found = await session.exec(select(Ticket).where(Ticket.reference == reference))
            ticket = found.first()
            known = ticket.code if ticket else _NO_CODE
            right = hmac.compare_digest(known.encode(), code.upper().encode(errors="replace"))
            if ticket is None or not right:
                self._guesses.refused(ticket.id if ticket else None)
                raise TicketNotFound
            self._guesses.accepted(*names, ticket=ticket.id)
            return await self._progress(session, ticket)

    async def progress(self, ticket_id: int) -> Progress:
        """The ticket as it stands; raises TicketNotFound."""
        async with self._database.reading() as session:
            ticket = await session.get(Ticket, ticket_id)
            if ticket is None:
                raise TicketNotFound
            return await self._progress(session, ticket)

    async def tickets_of(self, conversation_id: str) -> Sequence[Ticket]:
        """The tickets of who writes in a conversation, on both channels, newest first."""
        async with self._database.reading() as session:
            across = await linked_with(session, conversation_id)
            found = await session.exec(
                select(Ticket)
                .where(col(Ticket.conversation_id).in_([conversation_id, across]))
                .order_by(col(Ticket.id).desc())
            )
            return found.all()

    async def at_hand(self, conversation_id: str) -> Sequence[Ticket]:
        """The tickets that need no code there, newest first: those of who is on both channels."""
        async with self._database.reading() as session:
            if await linked_with(session, conversation_id) is None:
                return []
        return await self.tickets_of(conversation_id)

    async def add_information(self, ticket_id: int, text: str, turn_id: str) -> None:
        """Keeps what the citizen adds; a ticket that waited for it goes on.

        Raises TicketNotFound, TicketSettled, EmptyMessage, MessageTooLong.
        """
        text = _checked(text, TEXT_MAX_CHARS)
        async with self._database.writing() as session:
            ticket = await _alone(session, ticket_id)
            if await _done(session, ticket, turn_id):
                return
            self._require("add", ticket)
            message = await _write(session, ticket, "information", text, turn_id)
            data = {"turn": turn_id, "message": message.id}
            changed(session, ticket, CITIZEN, "ticket.information.added", data)
            if ticket.state == State.WAITING_CITIZEN:
                await move_to(session, ticket, CITIZEN, State.OPEN)
            await _tell_those_concerned(session, ticket, "citizen_wrote")

    async def withdraw(self, ticket_id: int, turn_id: str) -> None:
        """Closes the ticket at its author's wish; raises TicketNotFound, TicketSettled."""
        async with self._database.writing() as session:
            ticket = await _alone(session, ticket_id)
            if await _done(session, ticket, turn_id):
                return
            self._require("withdraw", ticket)
            audited(session, ticket, CITIZEN, "ticket.withdrawn", {"turn": turn_id})
            await move_to(session, ticket, CITIZEN, State.CLOSED)
            ticket.answer_type = AnswerType.WITHDRAWN.value
            ticket.remedy = Remedy.REOPEN.value
            await _tell_those_concerned(session, ticket, "withdrawn")

    async def say_solved(self, ticket_id: int, solved: bool) -> None:
        """Keeps whether the citizen calls it solved; the last word counts.

        Raises TicketNotFound, TicketUnderWay, TicketSettled.
        """
        async with self._database.writing() as session:
            ticket = await _alone(session, ticket_id)
            self._require("rate", ticket)
            if ticket.solved is solved:
                return
            ticket.solved = solved
            audited(session, ticket, CITIZEN, "ticket.rated", {"solved": solved})

    async def rate(self, ticket_id: int, solved: bool | None, rating: int, words: str = "") -> None:
        """Keeps what the citizen thinks of the outcome; the last word counts.

        `solved` is None where they were not asked: what they said of it before stays.

        Raises TicketNotFound, TicketUnderWay, MalformedRequest, MessageTooLong.
        """
        if rating not in RATINGS:
            raise MalformedRequest(field="rating")
        kept = _checked(words, WORDS_MAX_CHARS) if words.strip() else None
        async with self._database.writing() as session:
            ticket = await _alone(session, ticket_id)
            self._require("rate", ticket)
            solved = ticket.solved if solved is None else solved
            if (ticket.solved, ticket.rating, ticket.rating_words) == (solved, rating, kept):
                return
            ticket.solved, ticket.rating, ticket.rating_words = solved, rating, kept
            data = {"solved": solved, "rating": rating}
            audited(session, ticket, CITIZEN, "ticket.rated", data)

    async def reopen(self, ticket_id: int, reason: str, turn_id: str) -> None:
        """Opens a settled ticket again, for another member of staff than settled it.

        Raises TicketNotFound, TicketUnderWay, NoLongerReopened, EmptyMessage, MessageTooLong.
        """
        reason = _checked(reason, TEXT_MAX_CHARS)
        async with self._database.writing() as session:
            ticket = await _alone(session, ticket_id)
            if await _done(session, ticket, turn_id):
                return
            self._require("reopen", ticket)
            message = await _write(session, ticket, "reopening", reason, turn_id)
            data = {"turn": turn_id, "message": message.id}
            audited(session, ticket, CITIZEN, "ticket.reopening.asked", data)
            await reopen(session, ticket, CITIZEN, now(), self._reopen_days)

    def _require(self, action: Action, ticket: Ticket) -> None:
        if action in actions(ticket, now(), self._reopen_days):
            return
        if action in {"add", "withdraw"}:
            raise TicketSettled
        if ticket.state not in SETTLED:
            raise TicketUnderWay
        if action == "reopen":
            raise NoLongerReopened(days=self._reopen_days)
        raise TicketSettled

    async def _progress(self, session: AsyncSession, ticket: Ticket) -> Progress:
        audit = await session.exec(
            select(AuditRow).where(AuditRow.ticket_id == ticket.id).order_by(col(AuditRow.id))
        )
        rows = audit.all()
        found = await session.exec(
            select(TicketMessage)
            .where(TicketMessage.ticket_id == ticket.id)
            .order_by(col(TicketMessage.id))
        )
        messages = found.all()
        files = await session.exec(
            select(Attachment)
            .where(Attachment.ticket_id == ticket.id)
            .order_by(col(Attachment.created_at))
        )
        settled = ticket.state in SETTLED
        return Progress(
            ticket=ticket,
            timeline=timeline(ticket, rows, messages, now()),
            holder=await _holder(session, ticket, rows),
            answers=[message for message in messages if message.author == "staff"],
            files=files.all(),
            may=actions(ticket, now(), self._reopen_days),
            reopen_until=reopen_until(ticket, self._reopen_days) if settled else None,
            goes_on=await _goes_on(session, ticket),
        )


async def _alone(session: AsyncSession, ticket_id: int) -> Ticket:
    """The ticket, away from other writers (PostgreSQL; SQLite has one writer anyway)."""
    found = await session.exec(select(Ticket).where(Ticket.id == ticket_id).with_for_update())
    ticket = found.first()
    if ticket is None:
        raise TicketNotFound
    return ticket


async def _done(session: AsyncSession, ticket: Ticket, turn_id: str) -> bool:
    """Whether the turn was carried out on this ticket before."""
    found = await session.exec(
        select(AuditRow).where(AuditRow.ticket_id == ticket.id, AuditRow.actor == CITIZEN)
    )
    return any(row.data.get("turn") == turn_id for row in found)


async def _write(
    session: AsyncSession, ticket: Ticket, kind: str, text: str, turn_id: str
) -> TicketMessage:
    message = TicketMessage(
        ticket_id=row_id(ticket),
        author="citizen",
        kind=kind,
        text=text,
        lang=detect(text).lang,
        turn_id=turn_id,
    )
    session.add(message)
    await session.flush()
    return message


async def _tell_those_concerned(session: AsyncSession, ticket: Ticket, kind: str) -> None:
    """A notice for whoever has the ticket and whoever watches it."""
    concerned = await watchers(session, ticket)
    if ticket.assignee_id:
        concerned.add(ticket.assignee_id)
    tell_staff(session, concerned, kind, ticket)


async def _goes_on(session: AsyncSession, ticket: Ticket) -> str | None:
    if ticket.merged_into_id is None:
        return None
    other = await session.get(Ticket, ticket.merged_into_id)
    return other.reference if other and same_person(ticket, other) else None


async def _holder(
    session: AsyncSession, ticket: Ticket, audit: Sequence[AuditRow]
) -> Holder | None:
    if ticket.assignee_id is None:
        return None
    member = await session.get(Staff, ticket.assignee_id)
    if member is None:
        return None
    since = [row.created_at for row in audit if row.event.startswith(_HANDED)]
    return Holder(member.role, member.service, since[-1] if since else ticket.updated_at)


def _checked(text: str, limit: int) -> str:
    text = "\n".join(map(clean, text.splitlines())).strip()
    if not text:
        raise EmptyMessage
    if len(text) > limit:
        raise MessageTooLong(length=len(text), limit=limit)
    return text
