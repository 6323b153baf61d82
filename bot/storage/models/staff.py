"""Members of staff, their sessions, and what is kept for each of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.storage.models.columns import UtcDateTime, new_id, now


class Staff(SQLModel, table=True):
    """A member of staff; the password only as its argon2 hash."""

    id: int | None = Field(default=None, primary_key=True)
    username: str = Field(unique=True)
    name: str
    password_hash: str
    role: str = "agent"  # agent | supervisor | admin
    lang: str = "fr"
    active: bool = True
    email: str | None = None
    languages: list[str] = Field(default_factory=list, sa_type=JSON)  # varieties they answer in
    service: str | None = None  # where they work, e.g. a consulate
    hours: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # {"0": ["08:30", "16:30"]}
    away_until: date | None = None
    must_change_password: bool = False  # it is a first password, made by the service
    password_set_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # None: at first
    totp_secret: str | None = None  # set once a code of it was entered
    totp_last: int | None = None  # the time step last used: no code counts twice
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class StaffSession(SQLModel, table=True):
    """A signed-in browser; the cookie only as its SHA-256."""

    token_hash: str = Field(primary_key=True)
    id: str = Field(default_factory=new_id, unique=True)  # by which it is listed and ended
    staff_id: int = Field(foreign_key="staff.id", index=True)
    csrf: str
    browser: str = ""
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)


class SavedView(SQLModel, table=True):
    """A queue with its filters, under a name of its owner's."""

    id: int | None = Field(default=None, primary_key=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    name: str
    query: dict[str, str] = Field(default_factory=dict, sa_type=JSON)


class StaffNotice(SQLModel, table=True):
    """Something a member of staff should see, of a ticket of theirs or one they watch."""

    id: int | None = Field(default=None, primary_key=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    kind: str
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id")
    urgent: bool = False
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class FactCheck(SQLModel, table=True):
    """A member of staff confirmed one answer of the knowledge base on a day."""

    id: int | None = Field(default=None, primary_key=True)
    topic: str = Field(index=True)
    facet: str
    verified_on: date
    staff_id: int = Field(foreign_key="staff.id")
    name: str
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
