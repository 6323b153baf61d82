"""What the intake has to say after a message: shared by the forms and the degraded mode. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from bot.tickets.contact import email_in
from bot.tickets.form import TELEGRAM, Draft, Filled, Question, next_question, summary
from bot.tickets.kinds import Kind
from bot.tickets.lexicon import folded
from bot.tickets.words import Words

_ASKED_BY_KIND: Mapping[tuple[Question, Kind], str] = {
    (Question.DESCRIPTION, Kind.SUGGESTION): "ask-description-suggestion",
    (Question.DESCRIPTION, Kind.QUESTION): "ask-description-question",
}


def unclear_key(filled: Filled, asked: Question | None) -> str | None:
    """The message key that tells why the question comes again; None where it was answered."""
    return f"unclear-{asked}" if asked and filled.outcome == "unclear" else None


def competence_said(before: Draft, after: Draft, known: Collection[str]) -> dict[str, Any] | None:
    """Who is competent, once the citizen has said what a complaint is about; else None.

    `known` are the categories of which that is known. A choice to stop comes with it; the next
    question follows in the same turn.
    """
    if after.category in (None, before.category) or after.category not in known:
        return None
    if next_question(after) is None:
        return None
    return {"say": "competence", "args": {"category": str(after.category)}}


def court_said(before: Draft, after: Draft, words: Words) -> dict[str, Any] | None:
    """That the desk does not decide what a court decides, once the citizen says that one does.

    A choice to stop comes with it; the next question follows in the same turn.
    """
    if after.kind is Kind.SUGGESTION or next_question(after) is None:
        return None
    if in_court(before.description, words) or not in_court(after.description, words):
        return None
    return {"say": "in-court", "args": {}}


def in_court(description: str | None, words: Words) -> bool:
    """Whether a description says that the matter is before a court already."""
    found = words.court.find(folded(description or ""))
    return any("in_court" in span.values for span in found)


def how_to_follow_said(ended: str, draft: Draft) -> dict[str, Any] | None:
    """How and when to look, after a ticket was opened that no answer can reach; else None."""
    if ended != "ticket-opened" or draft.channel == TELEGRAM or email_in(draft.contact):
        return None
    return {"say": "ticket-how-to-follow", "args": {}}


def question_said(draft: Draft) -> dict[str, Any] | None:
    """The next question as a thing to say; None when nothing is left to ask."""
    question = next_question(draft)
    if question is None:
        return None
    args = summary(draft) if question is Question.CONFIRMATION else {}
    say = _ASKED_BY_KIND.get((question, draft.kind), f"ask-{question}")
    return {"say": say, "args": args, "asks": str(question)}
