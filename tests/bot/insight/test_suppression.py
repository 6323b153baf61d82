"""Which counts are shown, so that no person can be read or computed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.insight.suppression import FEWEST, Hidden, column, share, shown

FEW, BESIDE = Hidden.FEW, Hidden.BESIDE


def test_one_to_four_are_few() -> None:
    assert [shown(count) for count in range(7)] == [0, FEW, FEW, FEW, FEW, 5, 6]


@pytest.mark.parametrize(
    ("counts", "cells"),
    [
        ([12, 7, 0], [12, 7, 0]),
        ([30, 12, 9, 2], [30, 12, BESIDE, FEW]),
        ([30, 6, 2], [BESIDE, 6, FEW]),  # with 6 beside it, 8 in all would give 2 or less away
        ([30, 3, 2], [30, FEW, FEW]),
        ([30, 1, 1], [BESIDE, FEW, FEW]),
        ([30, 4, 4], [BESIDE, FEW, FEW]),
        ([3], [FEW]),
        ([0, 0], [0, 0]),
        ([], []),
    ],
)
def test_a_small_count_cannot_be_computed_from_the_total(
    counts: list[int], cells: list[int | Hidden]
) -> None:
    assert column(counts) == cells


@given(st.lists(st.integers(0, 40), max_size=12))
def test_what_is_hidden_may_always_be_more_than_one_thing(counts: list[int]) -> None:
    cells = column(counts)
    few = [count for count, cell in zip(counts, cells, strict=True) if cell is FEW]
    beside = [count for count, cell in zip(counts, cells, strict=True) if cell is BESIDE]
    assert all(0 < count < FEWEST for count in few)
    assert all(cell is FEW for count, cell in zip(counts, cells, strict=True) if 0 < count < 5)
    told_apart = len(few) == 1 or set(few) in ({1}, {4})
    if few and told_apart and max(counts) >= FEWEST:
        assert len(beside) == 1
    else:
        assert beside == []


def test_a_share_that_gives_a_small_count_away_is_not_shown() -> None:
    assert share(25, 100) == 25.0
    assert share(0, 10) == 0.0
    assert share(2, 100) is None
    assert share(98, 100) is None
    assert share(1, 4) is None
    assert share(0, 0) is None
