"""Conversations, their turns, and what goes between them and the channels."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, UniqueConstraint
from sqlmodel import AutoString, Field, SQLModel

from bot.storage.models.columns import UtcDateTime, new_id, now
from nlu.text.variety import Variety


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
    consent_text: str | None = None  # the digest of the one shown last (ConsentText)
    welcomed: bool = False  # the first-contact notice was given
    blocked: bool = False  # the citizen blocked the bot: nothing is sent
    turn_holder: str | None = None  # who runs a turn now
    turn_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Turn(SQLModel, table=True):
    """One exchange as it was understood and answered; the same turn_id gets the same answer.

    `lang`, `topic` and `facet` are those of `understood`, by which staff look for turns.
    """

    __table_args__ = (
        Index("ix_turn_created_at", "created_at", "lang", "topic", "facet", "unanswered"),
        Index("ix_turn_conversation_id", "conversation_id", "created_at", "unanswered"),
    )

    id: int | None = Field(default=None, primary_key=True)
    turn_id: str = Field(unique=True)
    conversation_id: str = Field(foreign_key="conversation.id")
    text: str
    understood: dict[str, Any] = Field(sa_type=JSON)
    answer: dict[str, Any] = Field(sa_type=JSON)
    lang: str | None = None
    topic: str | None = None
    facet: str | None = None
    degraded: bool = False
    unanswered: str | None = Field(default=None, index=True)  # why staff should look at it
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


class TelegramUpdate(SQLModel, table=True):
    """An update as received, kept before it is confirmed to Telegram; handled once, in order."""

    update_id: int = Field(primary_key=True, sa_type=BigInteger)
    chat_id: str = Field(index=True)
    body: dict[str, Any] = Field(sa_type=JSON)
    state: str = Field(default="pending", index=True)  # pending | handled | failed
    attempts: int = 0
    received_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class SentParts(SQLModel, table=True):
    """How many parts of one answer reached Telegram, so that a crash repeats none of them."""

    key: str = Field(primary_key=True)
    parts: int
    sent_at: datetime = Field(sa_type=UtcDateTime, index=True)


class Secret(SQLModel, table=True):
    """A key that the application made for itself; shared by all its processes."""

    name: str = Field(primary_key=True)
    value: str


class Lease(SQLModel, table=True):
    """Who alone may do a thing (poll Telegram, say) until when."""

    name: str = Field(primary_key=True)
    holder: str
    until: datetime = Field(sa_type=UtcDateTime)


class TurnFeedback(SQLModel, table=True):
    """What a citizen thought of one answer; the newest word counts."""

    turn_id: str = Field(primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    helpful: bool = Field(index=True)
    words: str | None = None
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class TurnReview(SQLModel, table=True):
    """What staff say a turn should have been; its text is kept masked, longer than the turn."""

    turn_id: str = Field(primary_key=True)
    verdict: str  # right | wrong | other_topic | other_intent
    intent: str | None = None
    topic: str | None = None
    facet: str | None = None
    lang: str
    masked_text: str
    staff_id: int = Field(foreign_key="staff.id")
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class ContinuationCode(SQLModel, table=True):
    """A short code by which another device goes on; only its SHA-256 is kept."""

    code_hash: str = Field(primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class EndedVisit(SQLModel, table=True):
    """A visit to a ticket that was left before its time; nothing tells whose it was."""

    nonce: str = Field(primary_key=True)
    until: datetime = Field(sa_type=UtcDateTime)  # when the visit is over anyway


class ConversationLink(SQLModel, table=True):
    """One person in two conversations on two channels; only the SHA-256 of its code is kept.

    `from_id` gave the code, `to_id` typed it: what was begun in the first goes on in the second.
    The link holds once both agreed, the giver last, until it is ended.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    code_hash: str = Field(unique=True)
    from_id: str = Field(foreign_key="conversation.id", index=True)
    to_id: str | None = Field(default=None, foreign_key="conversation.id", index=True)
    keep: str | None = None  # moved | own: which half-filled form, where both have one
    expires_at: datetime = Field(sa_type=UtcDateTime)  # of the code, then of the asking
    to_agreed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    from_agreed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
