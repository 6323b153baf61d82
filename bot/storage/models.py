"""The tables. Rules live elsewhere; a row only says what is kept and for how long it is unique."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Index, UniqueConstraint
from sqlalchemy.types import TypeDecorator
from sqlmodel import AutoString, Field, SQLModel

from nlu.text.variety import Variety


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A random identifier that tells nothing."""
    return uuid4().hex


def row_id(row: OutboxMessage | Staff | Ticket | TicketMessage | Turn) -> int:
    """The id of a row that is in its table (before that it has none)."""
    if row.id is None:
        raise ValueError(f"a {type(row).__name__} without id")
    return row.id


class UtcDateTime(TypeDecorator[datetime]):
    """A moment kept in UTC; SQLite, which has no time zones, gives it back aware all the same."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 the signature is SQLAlchemy's
        """Refuses a moment without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 the signature is SQLAlchemy's
        """Gives every moment its time zone back."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Conversation(SQLModel, table=True):
    """One conversation and all its state; Rasa keeps nothing (design, "Conversation state")."""

    __table_args__ = (UniqueConstraint("channel", "address"),)

    id: str = Field(default_factory=new_id, primary_key=True)
    channel: str
    address: str | None = None  # the Telegram chat; None on the web
    lang: Variety = Field(default="fr", sa_type=AutoString)
    lang_chosen: bool = False  # the citizen asked for it: it stays whatever is typed
    topic: str | None = None  # on the table
    asked: str | None = None  # the question just put
    rasa_state: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    welcomed: bool = False  # the first-contact notice was given
    blocked: bool = False  # the citizen blocked the bot: nothing is sent
    turn_holder: str | None = None  # who runs a turn now
    turn_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Turn(SQLModel, table=True):
    """One exchange as it was understood and answered; the same turn_id gets the same answer."""

    id: int | None = Field(default=None, primary_key=True)
    turn_id: str = Field(unique=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    text: str
    understood: dict[str, Any] = Field(sa_type=JSON)
    answer: dict[str, Any] = Field(sa_type=JSON)
    degraded: bool = False
    took_ms: int = 0
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Choice(SQLModel, table=True):
    """What a button stands for; valid in its conversation only."""

    payload: str = Field(primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    turn_id: str = Field(index=True)
    rank: int
    title: str
    pick: dict[str, Any] = Field(sa_type=JSON)


class OutboxMessage(SQLModel, table=True):
    """What leaves for a citizen later, written with its cause; id gives the order."""

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    channel: str
    said: dict[str, Any] = Field(sa_type=JSON)
    state: str = Field(default="pending", index=True)  # pending | delivered | failed
    attempts: int = 0
    next_attempt_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    delivered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Ticket(SQLModel, table=True):
    """A complaint, suggestion or question; opened once by a turn."""

    __table_args__ = (Index("ix_ticket_state_created", "state", "created_at"),)

    id: int | None = Field(default=None, primary_key=True)
    reference: str = Field(unique=True)
    code: str
    kind: str
    state: str = "new"
    category: str | None = None
    country: str | None = None
    description: str
    contact: str | None = None
    lang: str
    conversation_id: str | None = Field(default=None, foreign_key="conversation.id", index=True)
    opened_by_turn: str = Field(unique=True)
    consented_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime, index=True)
    updated_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class TicketCounter(SQLModel, table=True):
    """The last number given in a year; a row lock keeps references apart."""

    year: int = Field(primary_key=True)
    last: int = 0


class TicketMessage(SQLModel, table=True):
    """What a member of staff or the citizen wrote on a ticket."""

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    author: str  # citizen | staff
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    text: str
    lang: str
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class AuditRow(SQLModel, table=True):
    """One change by one actor, e.g. `ticket.state.changed`; never edited."""

    id: int | None = Field(default=None, primary_key=True)
    event: str
    actor: str  # staff:<id> | citizen | bot
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Staff(SQLModel, table=True):
    """A member of staff; the password only as its argon2 hash."""

    id: int | None = Field(default=None, primary_key=True)
    username: str = Field(unique=True)
    name: str
    password_hash: str
    role: str = "agent"  # agent | supervisor | admin
    lang: str = "fr"
    active: bool = True
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class StaffSession(SQLModel, table=True):
    """A signed-in browser; the cookie only as its SHA-256."""

    token_hash: str = Field(primary_key=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    csrf: str
    expires_at: datetime = Field(sa_type=UtcDateTime)


class TelegramUpdate(SQLModel, table=True):
    """An update as received, kept before it is confirmed to Telegram; handled once, in order."""

    update_id: int = Field(primary_key=True, sa_type=BigInteger)
    chat_id: str = Field(index=True)
    body: dict[str, Any] = Field(sa_type=JSON)
    state: str = Field(default="pending", index=True)  # pending | handled | failed
    attempts: int = 0
    received_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Secret(SQLModel, table=True):
    """A key that the application made for itself; shared by all its processes."""

    name: str = Field(primary_key=True)
    value: str


class Lease(SQLModel, table=True):
    """Who alone may do a thing (poll Telegram, say) until when."""

    name: str = Field(primary_key=True)
    holder: str
    until: datetime = Field(sa_type=UtcDateTime)
