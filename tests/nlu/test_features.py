"""What the classifiers see of any text; runs without Rasa."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.components.features import BLOCKS, blocks


@given(st.text())
def test_any_text_has_its_features(text: str) -> None:
    found = blocks(text)
    assert set(found) == set(BLOCKS)
    assert all(count > 0 for block in found.values() for count in block.values())


def test_spellings_of_both_scripts_share_their_keys() -> None:
    assert blocks("n9l ljotman")["key"] == blocks("نقل الجثمان")["key"]


def test_haste_reads_like_leisure() -> None:
    assert blocks("cb")["word"] == blocks("combien")["word"]


def test_of_a_text_without_words_the_signs_are_seen() -> None:
    assert blocks("👍")["word"]["👍"] == 1


@pytest.mark.parametrize("text", ["", "   ", "\u202e\u2066"])
def test_nothing_has_no_features(text: str) -> None:
    assert not any(blocks(text).values())
