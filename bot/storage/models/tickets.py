"""Tickets and all that hangs on them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.storage.models.columns import UtcDateTime, new_id, now


class Ticket(SQLModel, table=True):
    """A complaint, suggestion or question; opened once by a turn.

    While the clock stands still (`stopped_at`) the targets do not count; when it goes on they are
    moved by as long as it stood still. The indexes of the queues stand in the migrations.
    """

    id: int | None = Field(default=None, primary_key=True)
    reference: str = Field(unique=True)
    code: str
    kind: str
    state: str = "new"
    priority: str = "normal"  # normal | high | urgent
    category: str | None = None
    country: str | None = None
    description: str
    contact: str | None = None
    relation: str | None = None  # for whom the citizen files, where they said it
    lang: str
    conversation_id: str | None = Field(default=None, foreign_key="conversation.id", index=True)
    opened_by_turn: str = Field(unique=True)
    consented_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    consent_text: str | None = None  # to which words: the digest of a ConsentText
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime, index=True)
    updated_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)

    assignee_id: int | None = Field(default=None, foreign_key="staff.id")
    service: str | None = None  # the service it is about, e.g. a consulate
    walled: bool = False  # hidden from the staff of that service

    acknowledge_by: datetime = Field(sa_type=UtcDateTime)
    answer_by: datetime = Field(sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    acknowledged_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    warned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # notice before a breach
    breach_told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    settled_by: int | None = Field(default=None, foreign_key="staff.id")
    answer_type: str | None = None
    closing_reason: str | None = None
    remedy: str | None = None
    solved: bool | None = None  # what the citizen says
    rating: int | None = None  # 1 to 5
    rating_words: str | None = None
    reopened: int = 0  # how many times

    incident_id: int | None = Field(default=None, foreign_key="incident.id", index=True)
    merged_into_id: int | None = Field(default=None, foreign_key="ticket.id")
    search_text: str = ""  # normalised words and cross-script keys
    anonymised_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TicketCounter(SQLModel, table=True):
    """The last number given in a year; a row lock keeps references apart."""

    year: int = Field(primary_key=True)
    last: int = 0


class TicketMessage(SQLModel, table=True):
    """What a member of staff or the citizen wrote on a ticket, for both to read."""

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    author: str  # citizen | staff
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    kind: str = "reply"  # reply | question | closing | information | reopening
    text: str
    lang: str
    turn_id: str | None = Field(default=None, unique=True)  # of a citizen's: written once
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class TicketNote(SQLModel, table=True):
    """What staff write to each other on a ticket; never shown to a citizen."""

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    staff_id: int = Field(foreign_key="staff.id")
    text: str
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class TicketWatch(SQLModel, table=True):
    """A member of staff who wants to hear of a ticket that is not theirs."""

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    staff_id: int = Field(foreign_key="staff.id", primary_key=True)


class TicketLink(SQLModel, table=True):
    """Two tickets that belong together; kept once, the older ticket first."""

    ticket_id: int = Field(foreign_key="ticket.id", primary_key=True)
    other_id: int = Field(foreign_key="ticket.id", primary_key=True, index=True)
    staff_id: int = Field(foreign_key="staff.id")
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Incident(SQLModel, table=True):
    """One cause behind many tickets, answered together."""

    id: int | None = Field(default=None, primary_key=True)
    title: str
    staff_id: int = Field(foreign_key="staff.id")
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Forwarding(SQLModel, table=True):
    """A ticket sent to the body that is competent, until that body has answered."""

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    body: str
    staff_id: int = Field(foreign_key="staff.id")
    sent_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    their_reference: str | None = None
    acknowledged_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    chases: int = 0
    chase_by: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Attachment(SQLModel, table=True):
    """A file of a citizen; its bytes lie outside the web root under `id`, a random name."""

    id: str = Field(default_factory=new_id, primary_key=True)
    conversation_id: str | None = Field(default=None, foreign_key="conversation.id", index=True)
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    message_id: int | None = Field(default=None, foreign_key="ticketmessage.id", index=True)
    source: str = Field(unique=True)  # the channel's own id of the file: it is taken once
    kind: str  # image | document | voice
    media_type: str
    name: str
    size: int
    sha256: str
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class AuditRow(SQLModel, table=True):
    """One change by one actor, e.g. `ticket.state.changed`; never edited."""

    id: int | None = Field(default=None, primary_key=True)
    event: str
    actor: str  # staff:<id> | citizen | bot
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class ClosedDay(SQLModel, table=True):
    """A day off that staff entered, a religious day that was announced, say."""

    country: str = Field(primary_key=True)  # ISO 3166-1
    day: date = Field(primary_key=True)
    name: str
    staff_id: int = Field(foreign_key="staff.id")


class Mail(SQLModel, table=True):
    """An e-mail to come; it holds no content of a ticket, only a link."""

    id: int | None = Field(default=None, primary_key=True)
    recipient: str
    say: str  # what it tells: of a citizen's ticket, or the kind of a notice to staff
    args: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    lang: str
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    notice_id: int | None = Field(default=None, foreign_key="staffnotice.id", unique=True)
    state: str = Field(default="pending", index=True)  # pending | delivered | failed
    attempts: int = 0
    next_attempt_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
