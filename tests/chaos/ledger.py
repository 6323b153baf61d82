"""What clients sent and what they were acknowledged: the application is held to this, no more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Message:
    """One message of a citizen; `answers` are all that came for it, the same each time."""

    conversation_id: str
    client_id: str
    text: str
    answers: list[Json] = field(default_factory=list)
    tries: int = 0

    @property
    def opened(self) -> str | None:
        """The reference of the ticket that an answer confirmed."""
        for answer in self.answers:
            if (answer["ticket"] or {}).get("event") == "opened":
                return str(answer["ticket"]["reference"])
        return None


@dataclass
class File:
    """One file of a citizen, and the ids under which it was acknowledged."""

    conversation_id: str
    client_id: str
    ids: list[str] = field(default_factory=list)


@dataclass
class Reply:
    """One reply of staff; no two have the same text."""

    conversation_id: str
    reference: str
    text: str
    acknowledged: bool = False


@dataclass
class Shown:
    """A push as a citizen's client showed it: each id once, as the widget does."""

    id: int
    text: str


@dataclass
class Ledger:
    """All that clients know, in the order in which they learnt it."""

    messages: list[Message] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    shown: dict[str, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    heard: int = 0
    """How often anything was acknowledged to anybody."""
    refused: list[str] = field(default_factory=list)
    """Answers that no client should have got: anything but 200 or "try again"."""

    def acknowledged(self) -> list[Message]:
        """The messages that were answered."""
        return [message for message in self.messages if message.answers]

    def tickets(self) -> dict[str, str]:
        """The conversations of the tickets that were confirmed, by reference."""
        return {
            message.opened: message.conversation_id for message in self.messages if message.opened
        }

    def owed(self, conversation_id: str) -> set[str]:
        """The replies that staff were told are on their way, and that were not shown yet."""
        seen = "\n".join(shown.text for shown in self.shown[conversation_id])
        return {
            reply.text
            for reply in self.replies
            if reply.acknowledged
            and reply.conversation_id == conversation_id
            and reply.text not in seen
        }
