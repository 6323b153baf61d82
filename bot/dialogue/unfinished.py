"""A half-filled form of a ticket and how it moves to another conversation. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.state import active_form, slots, with_slots
from bot.replies.said import Said
from bot.storage.models import Conversation
from bot.tickets.drafts import CLEARED, FEATURES, draft_from, slots_of
from bot.tickets.form import Draft
from bot.tickets.telling import question_said


@dataclass(frozen=True)
class Unfinished:
    """The form that is open: its feature, and the answers as they stand."""

    feature: str
    draft: Draft


@dataclass(frozen=True)
class Moved:
    """What the conversation that goes on with a form takes over, and the question to repeat."""

    values: Mapping[str, Any]
    question: Said


def unfinished(conversation: Conversation, channel: str | None = None) -> Unfinished | None:
    """The form that is open in a conversation, as another channel would ask it if one is named."""
    feature = active_form(conversation.rasa_state)
    if feature is None or feature not in FEATURES:
        return None
    kept = slots(conversation.rasa_state)
    draft = draft_from(kept, FEATURES[feature], channel or conversation.channel)
    return Unfinished(feature, draft)


def moved(source: Conversation, target: Conversation) -> Moved | None:
    """How the open form of `source` goes on in `target`.

    None where there is none, or none with anything left to ask there: it is then finished where
    it was begun.
    """
    form = unfinished(source, target.channel)
    question = question_said(form.draft) if form else None
    if form is None or question is None:
        return None
    values = {**slots_of(form.draft), "requested_slot": question["asks"]}
    return Moved(
        {
            "rasa_state": with_slots(source.rasa_state, values, form.feature),
            "asked": question["asks"],
            "topic": source.topic,
            # What is still to be asked is noted where it is asked.
            "consent_text": source.consent_text if form.draft.consent else None,
            **({} if target.lang_chosen else _language(source)),
        },
        Said.from_json(question),
    )


def closed(source: Conversation) -> dict[str, Any]:
    """What is left of a conversation whose form went on elsewhere: no draft, no question."""
    empty: dict[str, Any] = {**CLEARED, "requested_slot": None}
    return {"rasa_state": with_slots(source.rasa_state, empty, None), "asked": None}


def _language(source: Conversation) -> dict[str, Any]:
    return {"lang": source.lang, "lang_chosen": source.lang_chosen}
