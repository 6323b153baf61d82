"""What a ticket's page tells in order: messages and notes in one stream, and the conversation with
what the bot understood. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage.models import TicketMessage, TicketNote, Turn
from bot.tickets.talking import INFORMATION, REASON
from nlu.text.variety import detect

# What a message of a citizen answered, by its kind.
_ASKED = {"information": INFORMATION, "reopening": REASON}


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
    """A turn; `answered` is the question that it answered, `open_question` the one that
    stayed open."""

    turn: Turn
    answered: str | None = None
    open_question: str | None = None


def entries(messages: Sequence[TicketMessage], notes: Sequence[TicketNote]) -> list[Entry]:
    """All that was written on a ticket, oldest first."""
    written = [_of_message(message) for message in messages] + [_of_note(note) for note in notes]
    return sorted(written, key=lambda entry: entry.at)


def exchanges(turns: Sequence[Turn], messages: Sequence[TicketMessage] = ()) -> list[Exchange]:
    """The turns, each with what was asked before it: by the form, or by staff on the ticket.

    Under a question a short answer means what the question makes of it, whatever intent it looks
    like: "Belgique" is a country and no refusal.
    """
    kept = {each.turn_id: _ASKED.get(each.kind) for each in messages if each.turn_id}
    asked = [None, *(turn.answer.get("asks") for turn in turns)]
    return [
        _exchange(turn, kept.get(turn.turn_id) or before)
        for turn, before in zip(turns, asked, strict=False)
    ]


def _exchange(turn: Turn, asked: str | None) -> Exchange:
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
