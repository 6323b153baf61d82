"""Check codes: whoever holds a paper can tell whether it is ours, and nobody can make one up."""

from __future__ import annotations

from datetime import date

import pytest

from bot.papers.checking import check_code, is_ours

KEY, REFERENCE, DAY = "a-key-of-the-tests", "MDM-2026-000123", date(2026, 11, 26)


@pytest.mark.parametrize("paper", ["receipt", "dossier"])
@pytest.mark.parametrize("typed", [str, str.lower, lambda code: code.replace("-", " ")])
def test_the_code_of_a_paper_is_ours_however_it_is_typed(paper: str, typed: object) -> None:
    code = check_code(KEY, paper, REFERENCE, DAY)
    assert is_ours(KEY, REFERENCE, DAY, typed(code))


@pytest.mark.parametrize(
    ("key", "reference", "day"),
    [
        ("another-key", REFERENCE, DAY),
        (KEY, "MDM-2026-000124", DAY),
        (KEY, REFERENCE, date(2026, 11, 27)),
    ],
)
def test_a_code_is_worth_nothing_for_anything_else(key: str, reference: str, day: date) -> None:
    assert not is_ours(key, reference, day, check_code(KEY, "receipt", REFERENCE, DAY))


@pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA", "رمز", "A" * 500])
def test_what_is_no_code_is_not_ours(code: str) -> None:
    assert not is_ours(KEY, REFERENCE, DAY, code)
