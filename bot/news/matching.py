"""Who hears of an announcement, and in which of its texts. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.storage.models import Announcement, Subscription
from nlu.text.variety import Variety


class Kind(StrEnum):
    """What an announcement is about."""

    PROGRAMME = "programme"
    DEADLINE = "deadline"
    LAW = "law"


# Which text a reader gets where staff left theirs empty, best first: what they read most easily.
INSTEAD: Mapping[Variety, tuple[Variety, ...]] = {
    "ar": ("ar", "ary", "fr", "ary-Latn"),
    "fr": ("fr", "ary-Latn", "ar", "ary"),
    "ary": ("ary", "ar", "ary-Latn", "fr"),
    "ary-Latn": ("ary-Latn", "fr", "ary", "ar"),
}

# One of them at least is written before anything leaves.
WRITTEN_FIRST: tuple[Variety, ...] = ("fr", "ar")


def wants(subscription: Subscription, announcement: Announcement) -> bool:
    """Whether a person asked for such news, and did not stop them."""
    return (
        subscription.stopped_at is None
        and _among(announcement.kind, subscription.kinds)
        and _among(announcement.topic, subscription.topics)
        and (subscription.country is None or announcement.country in {None, subscription.country})
    )


def variety_for(texts: Mapping[str, str], lang: Variety) -> Variety:
    """The variety in which a reader of `lang` gets these texts; `lang` while there are none."""
    return next((variety for variety in INSTEAD[lang] if texts.get(variety)), lang)


def is_written(texts: Mapping[str, str]) -> bool:
    """Whether the texts reach everybody: in French or in Arabic at least."""
    return any(texts.get(variety) for variety in WRITTEN_FIRST)


def _among(value: str | None, asked: list[str]) -> bool:
    """An empty list asks for all; what concerns everybody has no value."""
    return value is None or not asked or value in asked
