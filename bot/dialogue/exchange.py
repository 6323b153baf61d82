"""What goes into a turn and what comes out: plain values shared by all channels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.replies.said import Pick, Said
from nlu.text.variety import Variety


@dataclass(frozen=True)
class Incoming:
    """One message of a citizen: exactly one of text, choice and pick is given.

    `turn_id` is the channel plus the client's own message id; the same turn_id gets the same
    answer and nothing is done twice. `pick` is a command of the channel, never typed text.
    `corrects` are the turns of the message that this text takes the place of. `begins` is False
    where the sender names a conversation: one that was deleted does not begin anew by it.
    """

    conversation_id: str
    turn_id: str
    channel: str
    address: str | None = None
    text: str | None = None
    choice: str | None = None
    pick: Pick | None = None
    lang: Variety | None = None
    corrects: frozenset[str] = frozenset()
    begins: bool = True


@dataclass(frozen=True)
class Understood:
    """How a turn was understood; confidences and scores are 0..1."""

    lang: str
    intent: str
    confidence: float
    facet: str | None = None
    topic: str | None = None
    topics: Sequence[tuple[str, float]] = ()

    def as_json(self) -> dict[str, Any]:
        """As in the chat API (design, "The chat API")."""
        return {
            "lang": self.lang,
            "intent": self.intent,
            "confidence": round(self.confidence, 4),
            "topic": self.topic,
            "topics": [[topic, round(score, 4)] for topic, score in self.topics],
            "facet": self.facet,
        }


@dataclass(frozen=True)
class RasaAnswer:
    """What Rasa said, understood, and the conversation state that it leaves."""

    said: Sequence[Said]
    understood: Mapping[str, Any]
    state: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class TurnAnswer:
    """The answer to a turn, as the chat API gives it (without the conversation's token)."""

    understood: Mapping[str, Any]
    replies: Sequence[Mapping[str, Any]]
    asks: str | None = None
    ticket: Mapping[str, Any] | None = None
    offers: Sequence[str] = ()
    progress: Mapping[str, int] | None = None

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> TurnAnswer:
        """Reads what as_json wrote."""
        return cls(**body)

    def as_json(self) -> dict[str, Any]:
        """The form in which it is stored and sent."""
        return {
            "understood": dict(self.understood),
            "replies": [dict(reply) for reply in self.replies],
            "asks": self.asks,
            "ticket": dict(self.ticket) if self.ticket else None,
            "offers": list(self.offers),
            "progress": dict(self.progress) if self.progress else None,
        }
