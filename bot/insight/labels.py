"""What staff say a turn should have been, and the evaluation case that comes of it. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.errors import LabelRefused
from bot.storage.models import TurnReview
from nlu.evaluation.cases import FACETS, INTENTS

_ABOUT_TOPICS = "ask_programme"
_ID_LENGTH = 12


class Verdict(StrEnum):
    """What was wrong with how a turn was understood, if anything."""

    RIGHT = "right"
    WRONG = "wrong"
    OTHER_TOPIC = "other_topic"
    OTHER_INTENT = "other_intent"


@dataclass(frozen=True)
class Label:
    """How a turn is to be understood; `intent` is None where only the fault is known."""

    verdict: Verdict
    intent: str | None = None
    topic: str | None = None
    facet: str | None = None


@dataclass(frozen=True)
class Answered:
    """A filled-in form, not checked yet."""

    verdict: str
    intent: str = ""
    topic: str = ""
    facet: str = ""


def label(answered: Answered, understood: Mapping[str, Any], topics: Container[str]) -> Label:
    """The label that a form means; raises LabelRefused with the field that is missing or unknown.

    "Right" keeps what was understood; another topic is asked about, whatever was understood;
    another intent has a topic only where one is given.
    """
    if answered.verdict not in set(Verdict):
        raise LabelRefused(field="verdict")
    verdict = Verdict(answered.verdict)
    if verdict is Verdict.RIGHT:
        return Label(verdict, *(understood.get(part) for part in ("intent", "topic", "facet")))
    if verdict is Verdict.WRONG:
        return Label(verdict)
    topic = _one_of(topics, answered.topic, "topic", needed=verdict is Verdict.OTHER_TOPIC)
    facet = _one_of(FACETS, answered.facet, "facet")
    if verdict is Verdict.OTHER_TOPIC:
        return Label(verdict, _ABOUT_TOPICS, topic, facet)
    return Label(verdict, _one_of(INTENTS, answered.intent, "intent", needed=True), topic, facet)


def _one_of(known: Container[str], value: str, field: str, *, needed: bool = False) -> str | None:
    value = value.strip()
    if (needed and not value) or (value and value not in known):
        raise LabelRefused(field=field)
    return value or None


def case(review: TurnReview) -> dict[str, Any] | None:
    """The case of `make evaluate` that a review gives; None where no right answer is known.

    Its id tells nothing of the conversation.
    """
    if review.intent is None:
        return None
    digest = hashlib.sha256(review.turn_id.encode()).hexdigest()
    return {
        "id": f"review-{digest[:_ID_LENGTH]}",
        "lang": review.lang,
        "text": review.masked_text,
        "intent": review.intent,
        "topics": [review.topic] if review.topic else [],
        "facet": review.facet,
        "note": review.verdict,
    }
