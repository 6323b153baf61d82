"""Where Rasa reads and writes a conversation: the request at hand, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import Event, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker

from nlu.bounded import bounded


class MalformedStateError(ValueError):
    """The state of a request is not a list of Rasa events."""


@dataclass
class Turn:
    """The state that came with a request, and what has become of it."""

    before: list[Event]
    events: list[Event] = field(default_factory=list)

    def state(self) -> list[dict[str, Any]]:
        """The state to send back."""
        return bounded([event.as_dict() for event in self.events])


TURN: ContextVar[Turn] = ContextVar("turn")


def turn_from(state: Sequence[Any]) -> Turn:
    """The turn that starts from a state as a request carries it; raises MalformedStateError."""
    try:
        events = deserialise_events(list(state))
    except Exception as fault:  # Rasa raises whatever the missing key or wrong type leads to
        raise MalformedStateError(type(fault).__name__) from fault
    if len(events) != len(state):
        raise MalformedStateError("unknown events")
    return Turn(before=events)


class RequestStateStore(TrackerStore):
    """Gives Rasa the state of the request in `TURN` and takes the new one; keeps nothing."""

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation of the current request, None if it is a new one."""
        turn = TURN.get()
        if not turn.before:
            return None
        return DialogueStateTracker.from_events(sender_id, turn.before, slots=self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Leave the conversation with the current request."""
        TURN.get().events = list(tracker.events)
