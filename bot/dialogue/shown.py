"""Replies as a citizen is shown them, with the choices that are kept for them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from bot.dialogue.state import active_form
from bot.replies.said import Reply, Said
from bot.storage.models import Choice
from bot.tickets.drafts import FEATURES
from bot.tickets.form import Draft, questions

_TICKET_EVENTS: Mapping[str, str] = {
    "ticket-opened": "opened",
    "ticket-found": "found",
    "ticket-not-found": "not_found",
    "ticket-cancelled": "cancelled",
}


def with_choices(
    replies: Sequence[Reply], conversation_id: str, turn_id: str
) -> tuple[list[Choice], list[dict[str, Any]]]:
    """The choices to keep, ranked through all replies, and each reply with its own."""
    kept: list[Choice] = []
    shown: list[dict[str, Any]] = []
    for reply in replies:
        own = [
            Choice(
                payload=secrets.token_urlsafe(12),
                conversation_id=conversation_id,
                turn_id=turn_id,
                rank=len(kept) + place,
                title=option.title,
                pick=option.pick.as_json(),
            )
            for place, option in enumerate(reply.options, start=1)
        ]
        kept += own
        shown.append(reply_json(reply, own))
    return kept, shown


def reply_json(reply: Reply, choices: Sequence[Choice]) -> dict[str, Any]:
    """A reply as the chat API gives it."""
    return {
        "text": reply.text,
        "lang": reply.lang,
        "dir": reply.dir,
        "choices": [{"title": choice.title, "payload": choice.payload} for choice in choices],
        "topic": reply.topic,
        "facet": reply.facet,
        "sources": [vars(source) for source in reply.sources],
    }


def ticket_event(said: Sequence[Said]) -> dict[str, Any] | None:
    """What became of a ticket in a turn, with what the citizen is to keep of it."""
    for part in said:
        if event := _TICKET_EVENTS.get(part.say):
            return {
                "event": event,
                "reference": part.args.get("reference"),
                "code": part.args.get("code"),
            }
    return None


def form_progress(
    state: Sequence[Mapping[str, Any]], channel: str, asks: str | None
) -> dict[str, int] | None:
    """Which question of how many the open form asks; None where it asks none of its own."""
    kind = FEATURES.get(active_form(state) or "")
    if kind is None:
        return None
    asked = [str(question) for question in questions(Draft(kind, channel))]
    if asks not in asked:
        return None
    return {"step": asked.index(asks) + 1, "of": len(asked)}
