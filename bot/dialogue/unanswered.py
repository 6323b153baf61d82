"""Which turns staff should look at: those that did not answer. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.replies.said import Said
from knowledge.base import Knowledge

_WHY: Mapping[str, str] = {
    "not-understood": "not_understood",
    "not-understood-again": "not_understood",
    "unknown": "unknown",
    "degraded-unknown": "unknown",
    "other-language": "other_language",
    "internal-error": "failed",
}


def why_unanswered(said: Sequence[Said], knowledge: Knowledge) -> str | None:
    """not_understood, unknown, other_language, failed or no_source; None where it was answered."""
    for part in said:
        if part.say in _WHY:
            return _WHY[part.say]
        if part.say == "answer" and _lacks_its_facet(part, knowledge):
            return "no_source"
    return None


def _lacks_its_facet(part: Said, knowledge: Knowledge) -> bool:
    return part.args["facet"] not in knowledge.topic(part.args["topic"]).answers
