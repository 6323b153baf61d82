"""The emergency lane: what is said first, and what is left unsaid beneath it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.said import Said
from knowledge import bereavement
from knowledge.emergency import EmergencyKind

# To the bereaved: the papers, as a list to keep.
_PAPERS = Said("answer", {"topic": bereavement.TOPIC, "facet": "documents", "ranked": []})
# What the condolences and the papers have told already.
_TOLD_BY_PAPERS = frozenset({"overview", "documents"})
# What is not said under the first reply to an emergency, which was understood after all.
_NOT_UNDERSTOOD = frozenset(
    {"not-understood", "not-understood-again", "unknown", "degraded-unknown", "out-of-scope"}
)
# To somebody who wants to die the search finds funerals.
_FOUND = frozenset({"answer", "did-you-mean", "list-programmes"})


def with_first_reply(
    kind: EmergencyKind, said: Sequence[Said], topic: str | None, *, told: bool
) -> Sequence[Said]:
    """The turn's words with the emergency's own first: once a kind and conversation (`told`)."""
    first = Said(f"emergency-{kind.replace('_', '-')}")
    if kind == "self_harm":
        left = [part for part in said if part.say not in _NOT_UNDERSTOOD | _FOUND]
        return left if left and told else [first, *left]
    if told:
        return said
    left = [part for part in said if part.say not in _NOT_UNDERSTOOD]
    if kind == "death" and topic in (None, bereavement.TOPIC):
        return [first, _PAPERS, *(part for part in left if not _told_by_papers(part))]
    return [first, *left]


def _told_by_papers(part: Said) -> bool:
    about_remains = part.say == "answer" and part.args["topic"] == bereavement.TOPIC
    return about_remains and part.args["facet"] in _TOLD_BY_PAPERS
