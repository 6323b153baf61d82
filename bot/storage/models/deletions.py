"""What was deleted at people's wish."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.storage.models.columns import UtcDateTime, now


class Deletion(SQLModel, table=True):
    """The receipt of one deletion: numbers only, nothing that tells whose data it was."""

    id: str = Field(primary_key=True)  # random; whoever has it sees the numbers
    channel: str
    deleted: dict[str, int] = Field(default_factory=dict, sa_type=JSON)  # by class
    tickets_kept: int = 0
    backups_until: datetime = Field(sa_type=UtcDateTime)  # until then it may lie in a back-up
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
