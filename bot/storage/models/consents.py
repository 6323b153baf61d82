"""The texts by which people are asked for their consent."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.storage.models.columns import UtcDateTime, now


class ConsentText(SQLModel, table=True):
    """A consent text as it was worded in one variety; written when first shown, never changed.

    Who agreed refers to it by its digest: a text that is worded otherwise is another row.
    """

    digest: str = Field(primary_key=True)  # SHA-256 of message key, variety and text
    asked_by: str  # the message key, e.g. "ask-consent"
    lang: str
    text: str
    first_shown_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)

    @property
    def version(self) -> str:
        """How people name this wording."""
        return self.digest[:8]
