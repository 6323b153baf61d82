"""The draft of a ticket as the slots of the conversation state, both ways. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.tickets.form import Draft
from bot.tickets.kinds import Category, Kind

FEATURES: Mapping[str, Kind] = {
    "open_complaint": Kind.COMPLAINT,
    "make_suggestion": Kind.SUGGESTION,
    "talk_to_agent": Kind.QUESTION,
}
"""The features that open a ticket (intent, rules file, action), and of which kind."""

_CANCELLED = "cancelled"
_HANDED_OVER = ("consent", "description", "contact")

CLEARED: Mapping[str, None] = dict.fromkeys(
    (
        *("draft_kind", "draft_waited", "consent", "category", "country", "description"),
        *("contact", "confirmation"),
    )
)
"""The slots of no draft: what a ticket, a refusal and a cancel leave behind, consent included."""


def draft_from(
    slots: Mapping[str, Any], kind: Kind, channel: str, *, handed_over: bool = False
) -> Draft:
    """The draft in the slots; a fresh one where they hold none, or one of another kind.

    handed_over: the form of another kind gave the message away just now, so that its consent,
    description and contact go on in this draft.
    """
    if slots.get("draft_kind") != kind:
        if not handed_over:
            return Draft(kind, channel)
        told: dict[str, Any] = {name: slots.get(name) for name in _HANDED_OVER}
        return Draft(kind, channel, **told)
    category = slots.get("category")
    confirmation = slots.get("confirmation")
    return Draft(
        kind,
        channel,
        consent=slots.get("consent"),
        category=Category(category) if category else None,
        country=slots.get("country"),
        description=slots.get("description"),
        contact=slots.get("contact"),
        confirmed=True if confirmation is True else None,
        cancelled=confirmation == _CANCELLED,
        waited=int(slots.get("draft_waited") or 0),
    )


def slots_of(draft: Draft) -> dict[str, Any]:
    """The slots that hold the draft."""
    return {
        "draft_kind": str(draft.kind),
        "draft_waited": draft.waited or None,
        "consent": draft.consent,
        "category": str(draft.category) if draft.category else None,
        "country": draft.country,
        "description": draft.description,
        "contact": draft.contact,
        "confirmation": _CANCELLED if draft.cancelled else draft.confirmed,
    }
