"""The emergency lane: what is said first, and what is left unsaid beneath it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.said import Said
from knowledge.emergency import EmergencyKind

# Its texts open with condolences of their own.
_CONDOLING_TOPIC = "social/remains-repatriation"
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
    if told or (kind == "death" and topic == _CONDOLING_TOPIC):
        return said
    return [first, *(part for part in said if part.say not in _NOT_UNDERSTOOD)]
