"""What is done for privacy, and by whom: what was forgotten when."""

from __future__ import annotations

from datetime import datetime
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
