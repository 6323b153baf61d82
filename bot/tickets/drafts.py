"""The draft of a ticket as the slots of the conversation state, both ways. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.tickets.intake import Draft
from bot.tickets.kinds import Category, Kind

FEATURES: Mapping[str, Kind] = {
    "open_complaint": Kind.COMPLAINT,
    "make_suggestion": Kind.SUGGESTION,
    "talk_to_agent": Kind.QUESTION,
}
"""The features that open a ticket (intent, rules file, action), and of which kind."""

_CANCELLED = "cancelled"

CLEARED: Mapping[str, None] = dict.fromkeys(
    ("draft_kind", "consent", "category", "country", "description", "contact", "confirmation")
)
"""The slots of no draft: what a ticket, a refusal and a cancel leave behind, consent included."""


def draft_from(slots: Mapping[str, Any], kind: Kind, channel: str) -> Draft:
    """The draft in the slots; a fresh one where they hold none, or one of another kind."""
    if slots.get("draft_kind") != kind:
        return Draft(kind, channel)
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
    )


def slots_of(draft: Draft) -> dict[str, Any]:
    """The slots that hold the draft."""
    return {
        "draft_kind": str(draft.kind),
        "consent": draft.consent,
        "category": str(draft.category) if draft.category else None,
        "country": draft.country,
        "description": draft.description,
        "contact": draft.contact,
        "confirmation": _CANCELLED if draft.cancelled else draft.confirmed,
    }
