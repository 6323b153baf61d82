"""The complaint desk's side for staff: the queue, one ticket with all that belongs to it, changes.

Every change is one transaction with its audit row and, where the citizen is told, with the message
to come. Texts of people never stand in an audit row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from bot.errors import EmptyMessage, MessageTooLong, MoveRefused, NoSuchTicket
from bot.storage.database import Database
from bot.storage.models import (
    AuditRow,
    Conversation,
    OutboxMessage,
    Staff,
    Ticket,
    TicketMessage,
    Turn,
    now,
    row_id,
)
from bot.tickets.calendar import load_calendar
from bot.tickets.kinds import State, may_move
from bot.tickets.moving import change_state
from bot.tickets.outgoing import tell_citizen
from bot.tickets.references import parse
from nlu.text.variety import detect

Order = Literal["newest", "oldest"]

PAGE_SIZE = 25
REPLY_MAX_CHARS = 3500  # with its heading it still fits one Telegram message
MOST_TURNS = 100

_EXCERPT_CHARS = 200
_DOUBLE_CLICK = timedelta(minutes=1)


@dataclass(frozen=True)
class QueueRow:
    """A ticket as one line of the queue."""

    reference: str
    kind: str
    category: str | None
    country: str | None
    lang: str
    state: str
    created_at: datetime
    excerpt: str


@dataclass(frozen=True)
class QueuePage:
    """One page of the queue. `counts` is by state and over all tickets; `number` starts at 1."""

    rows: Sequence[QueueRow]
    counts: Mapping[str, int]
    number: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // PAGE_SIZE))


@dataclass(frozen=True)
class CaseFile:
    """A ticket and all that belongs to it, oldest first.

    `turns` are the newest MOST_TURNS of the conversation and `cut` says that there were more;
    `names` are the names of staff by id; `deliveries` the outbox states of replies by message id.
    """

    ticket: Ticket
    conversation: Conversation | None
    messages: Sequence[TicketMessage]
    audit: Sequence[AuditRow]
    turns: Sequence[Turn]
    cut: bool
    names: Mapping[int, str]
    deliveries: Mapping[int, str]

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

    async def queue(
        self, number: int = 1, order: Order = "newest", state: State | None = None
    ) -> QueuePage:
        """A page of the queue, all states or one: two queries, however many tickets.

        A number beyond the last page gives the last page.
        """
        async with self._database.reading() as session:
            by_state = await session.exec(select(Ticket.state, func.count()).group_by(Ticket.state))
            counts = {name: count for name, count in by_state}  # noqa: C416 mypy knows no dict of rows
            total = counts.get(state, 0) if state else sum(counts.values())
            page = QueuePage([], counts, number, total)
            number = max(1, min(number, page.last))
            found = await session.exec(_page_query(number, order, state))
            rows = [QueueRow(*row) for row in found]
        return QueuePage(rows, counts, number, total)

    async def ticket(self, reference: str) -> CaseFile:
        """The ticket and all that belongs to it; raises NoSuchTicket."""
        async with self._database.reading() as session:
            ticket = await _by_reference(session, reference)
            messages = await session.exec(
                select(TicketMessage)
                .where(TicketMessage.ticket_id == ticket.id)
                .order_by(col(TicketMessage.id))
            )
            found = await session.exec(
                select(AuditRow).where(AuditRow.ticket_id == ticket.id).order_by(col(AuditRow.id))
            )
            audit = found.all()
            turns = await _newest_turns(session, ticket.conversation_id)
            return CaseFile(
                ticket=ticket,
                conversation=await _conversation(session, ticket),
                messages=messages.all(),
                audit=audit,
                turns=turns[-MOST_TURNS:],
                cut=len(turns) > MOST_TURNS,
                names=await _names(session, audit),
                deliveries=await _deliveries(session, audit),
            )

    async def reply(self, reference: str, staff_id: int, text: str) -> None:
        """Answers the citizen and takes up a new ticket.

        The same text sent again within a minute is a double click and changes nothing. Raises
        NoSuchTicket, EmptyMessage, MessageTooLong.
        """
        text = _checked(text)
        async with self._database.writing() as session:
            ticket = await _by_reference(session, reference, alone=True)
            if await _just_sent(session, ticket, staff_id, text):
                return
            message = TicketMessage(
                ticket_id=row_id(ticket),
                author="staff",
                staff_id=staff_id,
                text=text,
                lang=detect(text).lang,
            )
            session.add(message)
            said = {"reference": ticket.reference, "text": text}
            push = await tell_citizen(session, ticket, "staff-reply", said)
            await session.flush()
            data = {"message": message.id, "outbox": push.id if push else None}
            session.add(_audit(ticket, staff_id, "ticket.reply.sent", data))
            if ticket.state == State.NEW:
                await _change_state(session, ticket, staff_id, State.OPEN)
            ticket.updated_at = now()

    async def move(self, reference: str, staff_id: int, state: str) -> None:
        """Changes the state and tells the citizen; raises NoSuchTicket, MoveRefused."""
        async with self._database.writing() as session:
            ticket = await _by_reference(session, reference, alone=True)
            wanted = _permitted(ticket, state)
            await _change_state(session, ticket, staff_id, wanted)
            said = {"reference": ticket.reference, "state": wanted.value}
            await tell_citizen(session, ticket, "ticket-state-changed", said)


def _page_query(number: int, order: Order, state: State | None) -> Select[*tuple[Any, ...]]:
    columns = (
        Ticket.reference,
        Ticket.kind,
        Ticket.category,
        Ticket.country,
        Ticket.lang,
        Ticket.state,
        Ticket.created_at,
        func.substr(Ticket.description, 1, _EXCERPT_CHARS),
    )
    keys = (col(Ticket.created_at), col(Ticket.id))
    query: Select[*tuple[Any, ...]] = select(*columns)  # type: ignore[call-overload]
    if state:
        query = query.where(col(Ticket.state) == state.value)
    if order == "newest":
        query = query.order_by(*(key.desc() for key in keys))
    else:
        query = query.order_by(*keys)
    return query.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)


async def _by_reference(session: AsyncSession, reference: str, *, alone: bool = False) -> Ticket:
    """`alone` keeps other writers away from the row (PostgreSQL; SQLite has one writer anyway)."""
    query = select(Ticket).where(Ticket.reference == reference)
    found = await session.exec(query.with_for_update() if alone else query)
    ticket = found.first()
    if ticket is None:
        raise NoSuchTicket(reference=reference)
    return ticket


async def _conversation(session: AsyncSession, ticket: Ticket) -> Conversation | None:
    if ticket.conversation_id is None:
        return None
    return await session.get(Conversation, ticket.conversation_id)


async def _newest_turns(session: AsyncSession, conversation_id: str | None) -> list[Turn]:
    if conversation_id is None:
        return []
    found = await session.exec(
        select(Turn)
        .where(Turn.conversation_id == conversation_id)
        .order_by(col(Turn.id).desc())
        .limit(MOST_TURNS + 1)
    )
    return list(reversed(found.all()))


async def _names(session: AsyncSession, audit: Sequence[AuditRow]) -> Mapping[int, str]:
    """Whoever wrote or changed something left an audit row, so these are all names needed."""
    ids = {int(row.actor.removeprefix("staff:")) for row in audit if row.actor[:6] == "staff:"}
    found = await session.exec(select(Staff).where(col(Staff.id).in_(ids)))
    return {staff.id: staff.name for staff in found if staff.id is not None}


async def _deliveries(session: AsyncSession, audit: Sequence[AuditRow]) -> Mapping[int, str]:
    pushes = {row.data["outbox"]: row.data["message"] for row in audit if row.data.get("outbox")}
    found = await session.exec(select(OutboxMessage).where(col(OutboxMessage.id).in_(pushes)))
    return {pushes[push.id]: push.state for push in found}


async def _just_sent(session: AsyncSession, ticket: Ticket, staff_id: int, text: str) -> bool:
    found = await session.exec(
        select(TicketMessage)
        .where(TicketMessage.ticket_id == ticket.id)
        .order_by(col(TicketMessage.id).desc())
        .limit(1)
    )
    last = found.first()
    if last is None or last.staff_id != staff_id or last.text != text:
        return False
    return now() - last.created_at < _DOUBLE_CLICK


async def _change_state(session: AsyncSession, ticket: Ticket, staff_id: int, state: State) -> None:
    calendar = await load_calendar(session, ticket.country)
    change_state(session, ticket, f"staff:{staff_id}", state, now(), calendar)


def _permitted(ticket: Ticket, state: str) -> State:
    if state in set(State) and may_move(State(ticket.state), State(state)):
        return State(state)
    raise MoveRefused(current=ticket.state, wanted=state)


def _checked(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not text:
        raise EmptyMessage
    if len(text) > REPLY_MAX_CHARS:
        raise MessageTooLong(length=len(text), limit=REPLY_MAX_CHARS)
    return text


def _audit(ticket: Ticket, staff_id: int, event: str, data: dict[str, Any]) -> AuditRow:
    return AuditRow(event=event, actor=f"staff:{staff_id}", ticket_id=ticket.id, data=data)
