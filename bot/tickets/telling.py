"""What the intake has to say after a message: shared by the forms and the degraded mode. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.tickets.form import Draft, Filled, Question, next_question, summary
from bot.tickets.kinds import Kind

_ASKED_BY_KIND: Mapping[tuple[Question, Kind], str] = {
    (Question.DESCRIPTION, Kind.SUGGESTION): "ask-description-suggestion",
    (Question.DESCRIPTION, Kind.QUESTION): "ask-description-question",
}


def unclear_key(filled: Filled, asked: Question | None) -> str | None:
    """The message key that tells why the question comes again; None where it was answered."""
    return f"unclear-{asked}" if asked and filled.outcome == "unclear" else None


def question_said(draft: Draft) -> dict[str, Any] | None:
    """The next question as a thing to say; None when nothing is left to ask."""
    question = next_question(draft)
    if question is None:
        return None
    args = summary(draft) if question is Question.CONFIRMATION else {}
    say = _ASKED_BY_KIND.get((question, draft.kind), f"ask-{question}")
    return {"say": say, "args": args, "asks": str(question)}
