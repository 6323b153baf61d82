"""The repository itself: `make lint` says the same, but CI runs the tests."""

from __future__ import annotations

from tests.validator.__main__ import all_faults


def test_words_examples_topics_and_settings_have_no_faults() -> None:
    assert all_faults() == []
