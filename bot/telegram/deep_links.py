"""What the links on posters and QR codes ask for: t.me/<bot>?start=<payload>. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping

from bot.replies.said import Pick
from knowledge.base import UnknownTopic

_TOPIC = "topic_"
_SLASH = "__"  # no topic has it in its id, and a payload takes only A-Z, a-z, 0-9, _ and -

_PICKS: Mapping[str, Pick] = {
    "complaint": Pick("open_complaint"),
    "suivi": Pick("check_complaint"),
}


def link_to(bot_name: str, about: str, topics: Container[str]) -> str:
    """The link that opens the bot with that topic, "complaint" or "suivi"; raises UnknownTopic."""
    if about in _PICKS:
        return f"https://t.me/{bot_name}?start={about}"
    if about not in topics:
        raise UnknownTopic(about)
    return f"https://t.me/{bot_name}?start={topic_payload(about)}"


def topic_payload(topic_id: str) -> str:
    """The payload that stands for a topic."""
    return _TOPIC + topic_id.replace("/", _SLASH)


def picked(payload: str, topics: Container[str]) -> Pick | None:
    """What the payload asks for; None for one that nobody made, or that means nothing any more."""
    if not payload.startswith(_TOPIC):
        return _PICKS.get(payload)
    topic_id = payload.removeprefix(_TOPIC).replace(_SLASH, "/")
    return Pick("ask_programme", {"topic": topic_id}) if topic_id in topics else None
