"""A text without what tells who wrote it, or of whom: names, addresses, numbers, codes.

What is kept of a question longer than the question itself is kept in this form. It rather masks a
word too many than one too few; the words that say what is asked stay.
"""

import re
from collections.abc import Callable

from nlu.text.normalise import clean
from nlu.text.personal.addresses import addresses
from nlu.text.personal.found import Found, Kind, hide
from nlu.text.personal.names import names
from nlu.text.personal.numbers import codes, contacts, numbers

MASK = "•••"

# Each sees only what those before it have left.
_FINDERS = (codes, contacts, addresses, numbers, names)
_JOINT = re.compile(r"[ \-/.]*")


def masked(text: str) -> str:
    """The text with what tells of a person made unreadable, for people to read."""
    return _rendered(clean(text), lambda _: MASK)


def pseudonymised(text: str) -> str:
    """The same with what it was in its place, for training: "smiti [NAME]"."""
    return _rendered(clean(text), lambda kind: f"[{kind.value}]")


def personal(text: str) -> list[Found]:
    """What tells of a person in a cleaned text, in order."""
    every: list[Found] = []
    for finder in _FINDERS:
        seen = list(finder(text))
        text = hide(text, ((found.start, found.end) for found in seen))
        every += seen
    return sorted(every, key=lambda found: (found.start, -found.end))


def _rendered(text: str, label: Callable[[Kind], str]) -> str:
    kept, place, last = [], 0, ""
    for found in personal(text):
        between = text[place : found.start]
        goes_on = last == label(found.kind) and _JOINT.fullmatch(between)
        if found.end <= place:
            continue
        if not goes_on and found.start >= place:
            last = label(found.kind)
            kept += [between, last]
        place = found.end
    return "".join([*kept, text[place:]])
