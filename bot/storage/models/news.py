"""News that members of the diaspora asked for, and what became of each announcement."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import AutoString, Field, SQLModel

from bot.storage.models.columns import UtcDateTime, now
from nlu.text.variety import Variety


class Subscription(SQLModel, table=True):
    """What one conversation wants to hear of; nothing is sent in its quiet hours.

    Kinds and topics narrow it down; an empty list means all of them.
    """

    conversation_id: str = Field(foreign_key="conversation.id", primary_key=True)
    kinds: list[str] = Field(default_factory=list, sa_type=JSON)  # programme | deadline | law
    topics: list[str] = Field(default_factory=list, sa_type=JSON)  # programmes, e.g. "social"
    lang: Variety | None = Field(default=None, sa_type=AutoString)  # None: the conversation's
    country: str | None = None  # where they live; None hears of every country
    time_zone: str = "Africa/Casablanca"
    quiet_from: int = 21  # the hours at their place between which nothing is sent
    quiet_until: int = 8
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    consent_text: str | None = None  # to which words: the digest of a ConsentText
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Announcement(SQLModel, table=True):
    """What staff announce, in each variety; sent to whoever asked for such news."""

    __table_args__ = (Index("ix_announcement_state_send_at", "state", "send_at"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str  # programme | deadline | law
    topic: str | None = None  # a programme; None concerns everybody
    country: str | None = None  # None concerns every country
    texts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # by variety
    source_title: str = ""  # where it can be read: no news without a source
    source_url: str | None = None
    source_document: str | None = None  # where there is no page: the number of a gazette, say
    state: str = "draft"  # draft | scheduled | sending | sent | cancelled
    send_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_by: int = Field(foreign_key="staff.id")
    edited_by: int | None = Field(default=None, foreign_key="staff.id")  # who changed it last
    released_by: int | None = Field(default=None, foreign_key="staff.id")
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class AnnouncementDelivery(SQLModel, table=True):
    """One announcement on its way to one conversation.

    `sending` is written before Telegram is asked: what a crash leaves so is not sent a second time
    but shown to staff as uncertain.
    """

    __table_args__ = (
        UniqueConstraint("announcement_id", "conversation_id"),
        Index("ix_announcementdelivery_state_due_at", "state", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    announcement_id: int = Field(foreign_key="announcement.id")
    conversation_id: str | None = Field(  # forgotten after its time: the figures stay
        default=None, foreign_key="conversation.id", index=True
    )
    state: str = "pending"  # pending | sending | delivered | failed | uncertain | stopped
    due_at: datetime = Field(sa_type=UtcDateTime)  # after the person's quiet hours
    attempts: int = 0
    reason: str | None = None  # why it failed
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
