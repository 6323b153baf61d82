"""The complaint desk's side for staff: one ticket with all that belongs to it, changes.

Every change is one transaction with its audit row and, where the citizen is told, with the message
to come. Texts of people never stand in an audit row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import and_, not_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import MoveRefused, NotAllowed
from bot.storage.consents import consent_text
from bot.storage.database import Database
from bot.storage.links import linked_with
from bot.storage.models import (
    Attachment,
    AuditRow,
    ConsentText,
    Conversation,
    Forwarding,
    Incident,
    OutboxMessage,
    Staff,
    Ticket,
    TicketLink,
    TicketMessage,
    TicketNote,
    Turn,
    row_id,
)
from bot.tickets.cases import (
    REPLY_MAX_CHARS,
    WALL_OPENED,
    actor_of,
    audited,
    changed,
    checked_text,
    find_ticket,
    just_sent,
    move_to,
    take_up,
    ticket_for,
    watchers,
    write_to_citizen,
)
from bot.tickets.kinds import State, moves_by_hand
from bot.tickets.outgoing import tell_citizen, tell_staff
from bot.tickets.references import parse
from bot.tickets.talking import INFORMATION
from bot.tickets.wall import MAY_OPEN, not_walled_from, visible_to

__all__ = ["MOST_TURNS", "REPLY_MAX_CHARS", "CaseFile", "Casework"]

_Row = TypeVar("_Row", AuditRow, Forwarding, TicketMessage, TicketNote)

MOST_TURNS = 100


@dataclass(frozen=True)
class CaseFile:
    """A ticket and all that belongs to it, oldest first.

    `turns` are the newest MOST_TURNS of the conversation and `cut` says that there were more;
    `names` are the names of staff by id; `deliveries` the outbox states of replies by message id;
    `linked` the tickets that the member of staff may see among those linked with this one;
    `watchers` the ids of who watches it; `attachments` the files that came with it.
    """

    ticket: Ticket
    conversation: Conversation | None
    messages: Sequence[TicketMessage]
    audit: Sequence[AuditRow]
    turns: Sequence[Turn]
    cut: bool
    names: Mapping[int, str]
    deliveries: Mapping[int, str]
    notes: Sequence[TicketNote] = ()
    forwardings: Sequence[Forwarding] = ()
    linked: Sequence[Ticket] = ()
    watchers: frozenset[int] = frozenset()
    incident: Incident | None = None
    attachments: Sequence[Attachment] = ()
    both_channels: bool = False  # the citizen goes on with it on the other channel too
    consent: ConsentText | None = None  # the words that the citizen agreed to

    @property
    def codes(self) -> frozenset[str]:
        """The secret codes that the conversation holds; they are the citizen's, not for staff."""
        told = [(turn.answer.get("ticket") or {}).get("code") for turn in self.turns]
        typed = [parse(turn.text, code_expected=True).code for turn in self.turns]
        known = [self.ticket.code, parse(self.ticket.description).code, *told, *typed]
        return frozenset(code for code in known if code)


class Casework:
    """What staff do with tickets. Who may do it is decided before; `staff_id` is who did."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ticket(self, reference: str, staff_id: int) -> CaseFile:
        """The ticket and all that belongs to it, for a member of staff.

        Raises NoSuchTicket, also where the wall keeps them from it.
        """
        async with self._database.reading() as session:
            ticket = await ticket_for(session, reference, staff_id)
            messages = await _belonging(session, TicketMessage, ticket)
            audit = await _belonging(session, AuditRow, ticket)
            turns = await _newest_turns(session, ticket, staff_id)
            watching = await watchers(session, ticket)
            return CaseFile(
                ticket=ticket,
                conversation=await _conversation(session, ticket),
                messages=messages,
                audit=audit,
                turns=turns[-MOST_TURNS:],
                cut=len(turns) > MOST_TURNS,
                names=await _names(session, ticket, audit, watching),
                deliveries=await _deliveries(session, audit),
                notes=await _belonging(session, TicketNote, ticket),
                forwardings=await _belonging(session, Forwarding, ticket),
                linked=await _linked(session, ticket, staff_id),
                watchers=frozenset(watching),
                incident=await _incident(session, ticket),
                attachments=await _attachments(session, ticket),
                both_channels=await _on_both_channels(session, ticket),
                consent=await consent_text(session, ticket.consent_text),
            )

    async def open_walled(self, reference: str, staff_id: int) -> None:
        """Opens a ticket that the wall keeps from the member; from then on they see it.

        It leaves a trace, and those whom the wall does not keep away hear of it at once
        (docs/adr/0005-two-people.md). Raises NotAllowed for an agent, whether there is such a
        ticket or not, and NoSuchTicket.
        """
        async with self._database.writing() as session:
            member = await session.get(Staff, staff_id)
            if member is None or member.role not in MAY_OPEN:
                raise NotAllowed
            ticket = await find_ticket(session, reference, alone=True)
            if not visible_to(ticket, member):
                audited(session, ticket, actor_of(staff_id), WALL_OPENED)
                tell_staff(session, await _outside(session, ticket), "wall_opened", ticket)

    async def reply(self, reference: str, staff_id: int, text: str) -> None:
        """Answers the citizen and takes up a new ticket.

        The same text sent again within a minute is a double click and changes nothing. Raises
        NoSuchTicket, EmptyMessage, MessageTooLong.
        """
        text = checked_text(text)
        actor = actor_of(staff_id)
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            if await just_sent(session, ticket, staff_id, text):
                return
            data = await write_to_citizen(session, ticket, staff_id, "reply", text, "staff-reply")
            changed(session, ticket, actor, "ticket.reply.sent", data)
            await take_up(session, ticket, actor)

    async def ask_back(self, reference: str, staff_id: int, text: str) -> None:
        """Asks the citizen something; the ticket waits for them, and its clock stands still.

        A double click asks once. Raises NoSuchTicket, EmptyMessage, MessageTooLong, and
        MoveRefused for a settled ticket.
        """
        text = checked_text(text)
        actor = actor_of(staff_id)
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            if await just_sent(session, ticket, staff_id, text, "question"):
                return
            await move_to(session, ticket, actor, State.WAITING_CITIZEN)
            data = await write_to_citizen(
                session, ticket, staff_id, "question", text, "ticket-question", asks=INFORMATION
            )
            changed(session, ticket, actor, "ticket.question.sent", data)

    async def move(self, reference: str, staff_id: int, state: str) -> None:
        """Changes the state and tells the citizen; raises NoSuchTicket, MoveRefused.

        Only where a click is enough (`moves_by_hand`): Settling ends and reopens a ticket.
        """
        async with self._database.writing() as session:
            ticket = await ticket_for(session, reference, staff_id, alone=True)
            wanted = _permitted(ticket, state)
            await move_to(session, ticket, actor_of(staff_id), wanted)
            said = {"reference": ticket.reference, "state": wanted.value}
            await tell_citizen(session, ticket, "ticket-state-changed", said)


async def _on_both_channels(session: AsyncSession, ticket: Ticket) -> bool:
    if ticket.conversation_id is None:
        return False
    return await linked_with(session, ticket.conversation_id) is not None


async def _conversation(session: AsyncSession, ticket: Ticket) -> Conversation | None:
    if ticket.conversation_id is None:
        return None
    return await session.get(Conversation, ticket.conversation_id)


async def _outside(session: AsyncSession, ticket: Ticket) -> list[int]:
    """The supervisors and administrators whom the wall does not keep away."""
    query = select(Staff).where(col(Staff.active).is_(True), col(Staff.role).in_(MAY_OPEN))
    members = (await session.exec(query)).all()
    return [row_id(member) for member in members if visible_to(ticket, member)]


async def _belonging(session: AsyncSession, table: type[_Row], ticket: Ticket) -> Sequence[_Row]:
    found = await session.exec(
        select(table).where(table.ticket_id == ticket.id).order_by(col(table.id))
    )
    return found.all()


async def _newest_turns(session: AsyncSession, ticket: Ticket, staff_id: int) -> list[Turn]:
    """None where the wall keeps another ticket of the conversation from the member: its words
    stand among them."""
    member = await session.get(Staff, staff_id)
    if ticket.conversation_id is None or member is None:
        return []
    hidden = select(Ticket.id).where(
        Ticket.conversation_id == ticket.conversation_id,
        col(Ticket.id) != ticket.id,
        not_(not_walled_from(member)),
    )
    found = await session.exec(
        select(Turn)
        .where(Turn.conversation_id == ticket.conversation_id, ~hidden.exists())
        .order_by(col(Turn.id).desc())
        .limit(MOST_TURNS + 1)
    )
    return list(reversed(found.all()))


async def _names(
    session: AsyncSession, ticket: Ticket, audit: Sequence[AuditRow], watching: set[int]
) -> Mapping[int, str]:
    """Of all who wrote or changed something, watch the ticket, or have or had it."""
    actors = {int(row.actor.removeprefix("staff:")) for row in audit if row.actor[:6] == "staff:"}
    holders = {
        row.data.get(end)
        for row in audit
        if row.event.startswith("ticket.assignee.")
        for end in ("from", "to")
    }
    ids = actors | holders | watching | {ticket.assignee_id, ticket.settled_by}
    found = await session.exec(select(Staff).where(col(Staff.id).in_(ids - {None})))
    return {staff.id: staff.name for staff in found if staff.id is not None}


async def _linked(session: AsyncSession, ticket: Ticket, staff_id: int) -> Sequence[Ticket]:
    member = await session.get(Staff, staff_id)
    if member is None:
        return []
    ends = or_(
        and_(col(TicketLink.ticket_id) == ticket.id, col(TicketLink.other_id) == Ticket.id),
        and_(col(TicketLink.other_id) == ticket.id, col(TicketLink.ticket_id) == Ticket.id),
    )
    found = await session.exec(
        select(Ticket)
        .where(select(TicketLink).where(ends).exists(), not_walled_from(member))
        .order_by(col(Ticket.id))
    )
    return found.all()


async def _attachments(session: AsyncSession, ticket: Ticket) -> Sequence[Attachment]:
    found = await session.exec(
        select(Attachment)
        .where(Attachment.ticket_id == ticket.id)
        .order_by(col(Attachment.created_at), col(Attachment.id))
    )
    return found.all()


async def _incident(session: AsyncSession, ticket: Ticket) -> Incident | None:
    if ticket.incident_id is None:
        return None
    return await session.get(Incident, ticket.incident_id)


async def _deliveries(session: AsyncSession, audit: Sequence[AuditRow]) -> Mapping[int, str]:
    # What is told without a message of the ticket, as that a target is missed, has none to mark.
    pushes = {
        row.data["outbox"]: row.data["message"]
        for row in audit
        if row.data.get("outbox") and "message" in row.data
    }
    found = await session.exec(select(OutboxMessage).where(col(OutboxMessage.id).in_(pushes)))
    return {pushes[push.id]: push.state for push in found}


def _permitted(ticket: Ticket, state: str) -> State:
    if state in set(State) and State(state) in moves_by_hand(State(ticket.state)):
        return State(state)
    raise MoveRefused(current=ticket.state, wanted=state)
