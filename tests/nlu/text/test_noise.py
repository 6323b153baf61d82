"""What says nothing in any language, and what does."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.text.noise import says_nothing


@pytest.mark.parametrize(
    "text",
    [
        *("x", "ق", "7", "12345678", "٩٩٩٩", "+212 600 000000", "a" * 3999, "هههههه"),
        *(
            "https://example.org/a?b=c",
            "www.example.org",
            base64.b64encode(bytes(range(60))).decode(),
        ),
        "q" * 10 + "w" * 40,
    ],
)
def test_noise_is_told(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["ok", "a+", "?", "👍", "RAMED", "MDM-2026-000123", "bourse 2026", "https://x.org c'est quoi"],
)
def test_what_may_mean_something_is_none(text: str) -> None:
    assert not says_nothing(text)


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert says_nothing(text) in (True, False)
