"""What tells of a person, and where in a text it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What was found; the value is what stands for it in texts for training."""

    NAME = "NAME"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    ADDRESS = "ADDRESS"
    ID = "ID"  # cards, files, accounts, references, dates of birth
    CODE = "CODE"
    LINK = "LINK"


@dataclass(frozen=True)
class Found:
    """A stretch of a text."""

    start: int
    end: int
    kind: Kind


# No cleaned text holds it, it is neither a letter nor a blank, and it keeps every place as it was.
HIDDEN = "\0"


def hide(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text of the same length with these stretches hidden."""
    letters = list(text)
    for start, end in stretches:
        letters[start:end] = HIDDEN * (end - start)
    return "".join(letters)
