"""Small numbers are not shown where they could tell of a person. Pure.

The rule, for every column of a table that counts people's tickets by something:

1. A count of 1 to 4 is shown as "<5". 0 tells of nobody and is shown.
2. No hidden count may be computed from the others and the column's total. Where one alone is
   hidden, or several whose sum gives them away (all 1, or all 4), one more is hidden ("…"): the
   smallest of 8 and more, else the largest there is. With 8 or more beside it, a hidden count may
   still be 1, 2, 3 or 4.
3. A total follows rule 1 as well.
4. A share or a mean of fewer than 5 is not shown.

It covers each column with its own total; it does not cover what other tables add.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

FEWEST = 5
_COVER = 8


class Hidden(StrEnum):
    """What stands where a count is not shown."""

    FEW = "<5"
    BESIDE = "…"


Shown = int | Hidden


def shown(count: int) -> Shown:
    """The count, or "<5" for 1 to 4."""
    return Hidden.FEW if 0 < count < FEWEST else count


def column(counts: Sequence[int]) -> list[Shown]:
    """The counts of a column whose total is known, so that no hidden one can be computed."""
    cells = [shown(count) for count in counts]
    few = [count for count in counts if 0 < count < FEWEST]
    if few and _given_away(few) and (beside := _to_hide(counts)) is not None:
        cells[beside] = Hidden.BESIDE
    return cells


def share(part: int, whole: int) -> float | None:
    """The part in percent; None where it would give a small count away, or there is nothing."""
    if whole < FEWEST or isinstance(shown(part), Hidden) or isinstance(shown(whole - part), Hidden):
        return None
    return round(100 * part / whole, 1)


def _given_away(few: Sequence[int]) -> bool:
    return len(few) == 1 or set(few) in ({1}, {FEWEST - 1})


def _to_hide(counts: Sequence[int]) -> int | None:
    places = [place for place, count in enumerate(counts) if count >= FEWEST]
    covering = [place for place in places if counts[place] >= _COVER]
    if covering:
        return min(covering, key=counts.__getitem__)
    return max(places, key=counts.__getitem__, default=None)
