"""Reads and writes the bounded conversation state (Rasa events as JSON), purely.

The application owns this state (design, "Conversation state"); degraded mode uses it to go on
with a complaint that Rasa's form began, and leaves it so that Rasa can take over again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Event = Mapping[str, Any]

_FORM_SUFFIX = "_form"


def slots(state: Sequence[Event]) -> dict[str, Any]:
    """The slots as the events leave them."""
    return {event["name"]: event["value"] for event in state if event.get("event") == "slot"}


def active_form(state: Sequence[Event]) -> str | None:
    """The feature whose form is open, e.g. `open_complaint`; None if no form is."""
    loops = [event["name"] for event in state if event.get("event") == "active_loop"]
    name = loops[-1] if loops else None
    return str(name).removesuffix(_FORM_SUFFIX) if name else None


def with_slots(
    state: Sequence[Event], values: Mapping[str, Any], form: str | None
) -> list[dict[str, Any]]:
    """The state after a turn that Rasa did not see: these slots, and this form open or none."""
    return [
        *(dict(event) for event in state),
        {"event": "active_loop", "name": f"{form}{_FORM_SUFFIX}" if form else None},
        *({"event": "slot", "name": name, "value": value} for name, value in values.items()),
        {"event": "action", "name": "action_listen"},
    ]
