"""What a ticket's page tells in order: messages and notes in one stream, and the conversation with
what the bot understood. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bot.storage.models import TicketMessage, TicketNote, Turn
from nlu.text.variety import detect


@dataclass(frozen=True)
class Entry:
    """A message or a note; `internal` is for staff only. `message_id` is None for a note."""

    kind: str
    author: str
    staff_id: int | None
    text: str
    lang: str
    at: datetime
    internal: bool = False
    message_id: int | None = None


@dataclass(frozen=True)
class Exchange:
    """A turn; `answered` is the question of a form that it answered, `open_question` the one that
    stayed open."""

    turn: Turn
    answered: str | None = None
    open_question: str | None = None


def entries(messages: Sequence[TicketMessage], notes: Sequence[TicketNote]) -> list[Entry]:
    """All that was written on a ticket, oldest first."""
    written = [_of_message(message) for message in messages] + [_of_note(note) for note in notes]
    return sorted(written, key=lambda entry: entry.at)


def exchanges(turns: Sequence[Turn]) -> list[Exchange]:
    """The turns, each with what the form had asked before it.

    Under a question a short answer means what the question makes of it, whatever intent it looks
    like: "Belgique" is a country and no refusal.
    """
    first = [Exchange(turn) for turn in turns[:1]]
    return first + [_exchange(former, turn) for former, turn in pairwise(turns)]


def _exchange(former: Turn, turn: Turn) -> Exchange:
    asked = former.answer.get("asks")
    if asked is None:
        return Exchange(turn)
    if asked == turn.answer.get("asks"):
        return Exchange(turn, open_question=asked)
    return Exchange(turn, answered=asked)


def _of_message(message: TicketMessage) -> Entry:
    return Entry(
        kind=message.kind,
        author=message.author,
        staff_id=message.staff_id,
        text=message.text,
        lang=message.lang,
        at=message.created_at,
        message_id=message.id,
    )


def _of_note(note: TicketNote) -> Entry:
    return Entry(
        kind="note",
        author="staff",
        staff_id=note.staff_id,
        text=note.text,
        lang=detect(note.text).lang,
        at=note.created_at,
        internal=True,
    )
