"""Numbers that keep their order in text that runs from right to left."""

from __future__ import annotations

import re

_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"
# A telephone number: groups of digits with blanks between them would change places.
_GROUPED = re.compile(r"(?<![\w-])\+?\d+(?:[ \u00a0.-]\d+){2,}(?![\w-])")


def with_numbers_in_order(text: str) -> str:
    """The text with each telephone number isolated (Unicode UAX 9, LRI ... PDI)."""
    return _GROUPED.sub(lambda number: f"{_LEFT_TO_RIGHT}{number[0]}{_END}", text)
