"""What the moment of the conversation adds to a message: certain readings, and lifts for others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nlu.text.named import named_variety
from nlu.text.normalise import clean, normalise, tokens

REFERENCE = re.compile(r"\bmdm ?(?:19|20)\d\d ?\d{6}\b")
CODE = re.compile(r"[a-z0-9]{6}")

SHORT = 8
ASKED_LIFT = 2.0
FOLLOW_UP_LIFT = 2.0
# A message that names a topic, or surely does, is not about all of them, nor about something else.
NAMED = 0.6
NAMED_LIFTS = {"ask_programme": 0.4, "list_programmes": -1.5}
SURELY_NAMED = 0.8
SURELY_NAMED_LIFTS = {
    "ask_programme": 1.0,
    "list_programmes": -3.0,
    "out_of_scope": -1.0,
    "help": -1.0,
}
# Nor does it ask for something to be done, unless it is the words of a grievance.
UNGRIEVED_LIFTS = {
    "open_complaint": -0.6,
    "make_suggestion": -0.6,
    "my_data": -0.6,
    "change_language": -0.6,
    "check_complaint": -0.3,
}
# The words of a grievance, as the complaint form knows them.
GRIEVES_LIFT = 1.0
# In the middle of a form "فرنسا" is a country: a language is meant only where one is named.
FORM_QUESTIONS = frozenset({"consent", "category", "country", "description", "contact"})
UNNAMED_LANGUAGE_LIFT = -3.0
# What staff asked back, or why a ticket should be opened again: any text is the answer.
TICKET_QUESTIONS = frozenset({"ticket_information", "reopen_reason"})
ASKED_BY = {
    "reference": "check_complaint",
    "code": "check_complaint",
    "language": "change_language",
}


def certain_intent(text: str, context: Mapping[str, Any]) -> str | None:
    """The intent that the form of the message settles, whatever its words."""
    plain = normalise(text)
    if REFERENCE.search(plain):
        return "check_complaint"
    if context.get("asked") in TICKET_QUESTIONS:
        return "check_complaint"
    if context.get("asked") == "code" and CODE.fullmatch(clean(text).casefold()):
        return "check_complaint"
    return None


def lifts(text: str, context: Mapping[str, Any]) -> dict[str, float]:
    """What to add to the scores of intents, given the question just asked, the topic at
    hand, and how surely the knowledge base finds a topic in the text (`named`, 0..1), and whether
    it holds the words of a grievance (`grieves`)."""
    named = float(context.get("named") or 0.0)
    added: dict[str, float] = {}
    if named >= NAMED:
        added.update(SURELY_NAMED_LIFTS if named >= SURELY_NAMED else NAMED_LIFTS)
    if context.get("grieves"):
        added["open_complaint"] = GRIEVES_LIFT
    elif named >= SURELY_NAMED:
        added.update(UNGRIEVED_LIFTS)
    if context.get("asked") in FORM_QUESTIONS and named_variety(text) is None:
        added["change_language"] = UNNAMED_LANGUAGE_LIFT
    expected = ASKED_BY.get(str(context.get("asked")))
    if expected:
        added[expected] = ASKED_LIFT
    elif context.get("topic") and len(tokens(text)) <= SHORT:
        added["ask_programme"] = added.get("ask_programme", 0.0) + FOLLOW_UP_LIFT
    return added
