"""The chain over the audit rows."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.storage.models.columns import UtcDateTime, now


class AuditSeal(SQLModel, table=True):
    """One link: the digest of an audit row and of the link before it. Numbers have no gaps."""

    number: int = Field(primary_key=True)
    audit_id: int = Field(foreign_key="auditrow.id", unique=True)
    digest: str
    sealed_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
