"""Telephone numbers keep their order between Arabic words."""

import pytest

from bot.replies.bidi import with_numbers_in_order


@pytest.mark.parametrize("number", ["05 22 30 30 30", "+212 537 20 55 66", "01.56.56.72.00"])
def test_a_telephone_number_is_isolated(number: str) -> None:
    assert with_numbers_in_order(f"الهاتف: {number}.") == f"الهاتف: \u2066{number}\u2069."


@pytest.mark.parametrize(
    "text", ["سنة 2017 و 2018", "6\u202f990\u202f500 درهم", "MDM-2026-000123", "12 شهرا"]
)
def test_years_amounts_dates_and_references_stay_as_they_are(text: str) -> None:
    assert with_numbers_in_order(text) in (text, f"\u2066{text}\u2069")
