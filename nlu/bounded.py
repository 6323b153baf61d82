"""The state of a conversation in a fixed number of events: `bounded`.

Standard library only: the application's tests run it without Rasa. Events are Rasa's, as dicts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Event = dict[str, Any]

RECENT = 16
FORGOTTEN_SLOTS = frozenset({"session_started_metadata"})
LISTEN: Event = {"event": "action", "name": "action_listen"}
READ_AGAIN = ("intent", "entities", "text", "facet")


def bounded(events: Sequence[Mapping[str, Any]]) -> list[Event]:
    """A state that restores the same slots and form as `events`, and never grows.

    It holds at most the last 16 events, cut where the bot waited for the citizen, after the
    SlotSet and ActiveLoop events that stand for everything before the cut. It ends with the
    bot waiting. Nothing in means nothing out, and a state put through again stays the same.
    """
    if not events:
        return []
    kept = [dict(event) for event in events]
    if not _waits(kept[-1]):
        kept.append(dict(LISTEN))
    cut = _cut(kept)
    return _standing_for(kept[:cut]) + [_slim(event) for event in kept[cut:]]


def _cut(events: Sequence[Event]) -> int:
    recent = range(max(0, len(events) - RECENT), len(events))
    return next(i for i in recent if _waits(events[i]))


def _waits(event: Mapping[str, Any]) -> bool:
    return event.get("event") == "action" and event.get("name") == "action_listen"


def _standing_for(events: Sequence[Event]) -> list[Event]:
    slots: dict[str, Any] = {}
    form: str | None = None
    for event in events:
        kind = event.get("event")
        if kind == "slot":
            slots[str(event["name"])] = event.get("value")
        elif kind == "active_loop":
            form = event.get("name")
        elif kind in ("reset_slots", "restart"):
            slots, form = {}, form if kind == "reset_slots" else None
    restored: list[Event] = [
        {"event": "slot", "name": name, "value": value}
        for name, value in slots.items()
        if value is not None and name not in FORGOTTEN_SLOTS
    ]
    return restored + ([{"event": "active_loop", "name": form}] if form else [])


def _slim(event: Event) -> Event:
    """The event without what nobody reads again: a user event's ranking and copies."""
    if event.get("event") != "user":
        return event
    parsed = event.get("parse_data") or {}
    return {**event, "parse_data": {key: parsed[key] for key in READ_AGAIN if key in parsed}}
