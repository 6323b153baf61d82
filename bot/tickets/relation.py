"""For whom somebody files, where they say it themselves. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.tickets.lexicon import Lexicon, Span, folded
from bot.tickets.words import Kin

_AFTER_FOR = "after_for_"


class Relation(StrEnum):
    """Who the person is to the citizen; `deceased` whoever it was."""

    PARENT = "parent"
    CHILD = "child"
    SPOUSE = "spouse"
    SIBLING = "sibling"
    RELATIVE = "relative"
    DECEASED = "deceased"
    OTHER = "other"


def relation_of(description: str, kin: Kin) -> Relation | None:
    """Whom a description is about; None where the citizen speaks of themselves.

    Who was named after "pour", «ديال» and the like counts before who was only named.
    """
    words = folded(description)
    about = list(_about(words, kin))
    if not about:
        return Relation.DECEASED if kin.late.find(words) else None
    if kin.deceased.find(words):
        return Relation.DECEASED
    named_for = [person for person, is_for in about if is_for]
    return (named_for or [person for person, _ in about])[0]


def _about(words: Sequence[str], kin: Kin) -> Iterator[tuple[Relation, bool]]:
    """Those named whom it may be about, and whether after a word of `for`."""
    for span in kin.people.find(words):
        if _stands_before(words, span, kin.beside):
            continue
        name = min(span.values)
        person = Relation(name.removeprefix(_AFTER_FOR))
        if _stands_before(words, span, kin.on_behalf):
            yield person, True
        elif not name.startswith(_AFTER_FOR) and not _stands_after(words, span, kin.acts):
            yield person, False


def _stands_before(words: Sequence[str], span: Span, cues: Lexicon) -> bool:
    before = words[max(0, span.start - cues.longest) : span.start]
    return any(cue.end == len(before) for cue in cues.find(before))


def _stands_after(words: Sequence[str], span: Span, cues: Lexicon) -> bool:
    after = words[span.end : span.end + cues.longest]
    return any(cue.start == 0 for cue in cues.find(after))
