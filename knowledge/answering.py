"""From a question to what to say about it: one rule for the action and for degraded mode."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from knowledge.base import Knowledge
from knowledge.routing import Routed, route
from knowledge.schema import Facet
from nlu.text.variety import Variety

Say = tuple[str, dict[str, Any]]

POSTS_TOPIC = "institutions/ministry-contact"  # the topic under which the directory answers


def answer_said(
    knowledge: Knowledge,
    text: str,
    lang: Variety | None = None,
    *,
    on_table: str | None,
    picked: Mapping[str, Any] | None = None,
    facet: Facet | None = None,
    facet_confidence: float = 0.0,
    is_question: bool = False,
) -> Say:
    """What to say: `answer`, `posts`, `term`, `did-you-mean` or `unknown`, with its values.

    `answer` has topic, facet, the ranked topics and those that may be meant beside it; the others
    have what they are about. A pressed choice names its topic or post outright; `is_question` is
    as in `route`; scores are 0..1.
    """
    if picked and picked.get("topic"):
        topic = knowledge.topic(picked["topic"])
        return _answer(topic.id, picked.get("facet") or "overview", [[topic.id, 1.0]])
    if picked and picked.get("posts"):
        return _posts(picked["posts"], [])
    routed = route(
        knowledge,
        text,
        lang,
        on_table=on_table,
        facet=facet,
        facet_confidence=facet_confidence,
        is_question=is_question,
    )
    ranked = [[found.topic, round(found.score, 3)] for found in routed.ranked]
    posts = knowledge.directory.find(text)
    if posts and (posts.alone or routed.facet == "contact" or not routed.topic):
        return _posts([post.id for post in posts.posts], ranked)
    term = knowledge.glossary.find(text)
    if term and (term.topic is None or term.topic != routed.topic):
        return "term", {
            "term": term.term,
            "topic": term.topic,
            "facet": "overview",
            "ranked": ranked,
        }
    return _said(routed, ranked)


def _said(routed: Routed, ranked: list[list[Any]]) -> Say:
    if routed.topic:
        return _answer(routed.topic, routed.facet, ranked, routed.beside)
    key = "did-you-mean" if routed.kind == "ambiguous" else "unknown"
    return key, {"facet": routed.facet, "ranked": ranked}


def _answer(topic: str, facet: str, ranked: list[list[Any]], beside: Sequence[str] = ()) -> Say:
    return "answer", {"topic": topic, "facet": facet, "ranked": ranked, "beside": list(beside)}


def _posts(posts: list[str], ranked: list[list[Any]]) -> Say:
    return "posts", {"posts": posts, "topic": POSTS_TOPIC, "facet": "contact", "ranked": ranked}
