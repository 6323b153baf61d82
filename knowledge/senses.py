"""The names that honestly mean several topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.schema import Ambiguous
from knowledge.vocabulary import bare_name
from nlu.text.variety import VARIETIES, Variety

Name = tuple[Variety, tuple[str, ...]]
Senses = Mapping[Name, tuple[str, ...]]


def senses_of(ambiguous: Iterable[Ambiguous]) -> Senses:
    """The topics that each ambiguous name may mean, by variety and bare name."""
    return {
        (variety, bare_name(name)): entry.topics
        for entry in ambiguous
        for variety in VARIETIES
        for name in entry.names[variety]
    }
