"""What all tables share: moments in UTC, random ids, the id of a kept row, the table itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol
from uuid import uuid4

from sqlalchemy import DateTime, Dialect, Table
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A random identifier that tells nothing."""
    return uuid4().hex


class Numbered(Protocol):
    """A row that its table numbers."""

    id: int | None


def row_id(row: Numbered) -> int:
    """The id of a row that is in its table (before that it has none)."""
    if row.id is None:
        raise ValueError(f"a {type(row).__name__} without id")
    return row.id


def table_of(model: type[SQLModel]) -> Table:
    """The table of a class, for statements that make no objects."""
    return model.__table__  # type: ignore[attr-defined, no-any-return]


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
