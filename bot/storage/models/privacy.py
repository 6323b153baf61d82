"""What is done for privacy, and by whom: what was forgotten when, what left the desk and why."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.storage.models.columns import UtcDateTime, now


class RetentionRun(SQLModel, table=True):
    """One run over all classes of data; `counts` is how many rows of each were dealt with."""

    id: int | None = Field(default=None, primary_key=True)
    actor: str  # bot | staff:<id> | operator
    dry: bool = False  # counted only
    state: str = Field(default="asked", index=True)  # asked | running | done | failed
    counts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    error: str | None = None  # the kind of the fault, never its words
    asked_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    begun_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ReleaseRequest(SQLModel, table=True):
    """A member of staff asks to let something leave or to see what is masked; another decides.

    What is asked for never changes afterwards. `expires_at` is that of the asking, then of the
    approval. The reason is kept here and its digest in the audit.
    """

    id: int | None = Field(default=None, primary_key=True)
    kind: str  # transcripts | reviews | original
    first_day: date | None = None
    last_day: date | None = None
    lang: str | None = None
    turn_id: int | None = None  # the one turn; no foreign key: it may be forgotten meanwhile
    rows: int  # as counted when it was asked
    reason: str
    asked_by: int = Field(foreign_key="staff.id")
    asked_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)
    approved: bool | None = None
    decided_by: int | None = Field(default=None, foreign_key="staff.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    refusal: str | None = None
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
