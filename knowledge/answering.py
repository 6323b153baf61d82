"""From a question to what to say about it: one rule for the action and for degraded mode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.base import Knowledge
from knowledge.routing import route
from knowledge.schema import Facet

Say = tuple[str, dict[str, Any]]


def answer_said(
    knowledge: Knowledge,
    text: str,
    *,
    on_table: str | None,
    picked: Mapping[str, Any] | None = None,
    facet: Facet | None = None,
    facet_confidence: float = 0.0,
) -> Say:
    """`answer`, `did-you-mean` or `unknown`, with topic, facet and the ranked topics.

    A pressed choice names its topic outright; scores are 0..1.
    """
    if picked and picked.get("topic"):
        topic = knowledge.topic(picked["topic"])
        return "answer", {
            "topic": topic.id,
            "facet": picked.get("facet") or "overview",
            "ranked": [[topic.id, 1.0]],
        }
    routed = route(
        knowledge, text, on_table=on_table, facet=facet, facet_confidence=facet_confidence
    )
    ranked = [[found.topic, found.score] for found in routed.ranked]
    if routed.kind == "answer":
        return "answer", {"topic": routed.topic, "facet": routed.facet, "ranked": ranked}
    key = "did-you-mean" if routed.kind == "ambiguous" else "unknown"
    return key, {"facet": routed.facet, "ranked": ranked}
