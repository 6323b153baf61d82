"""Which known words a misspelt one may mean."""

import pytest

from knowledge.guessing import Guessing

GUESSING = Guessing(["bourse", "bourses", "course", "منحه", "passeport"])


@pytest.mark.parametrize(("typed", "meant"), [("bouse", "bourse"), ("passport", "passeport")])
def test_the_nearest_word_stands_first(typed: str, meant: str) -> None:
    guessed = GUESSING.meant(typed)
    assert next(iter(guessed)) == meant
    assert all(0.7 < alike < 1 for alike in guessed.values())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("فمنحه", "منحه"), ("وفمنحه", "منحه"), ("منحتهم", "منحه"), ("kan9elleb", "n9eleb")],
)
def test_a_known_word_is_found_under_what_is_written_to_it(typed: str, meant: str) -> None:
    assert Guessing(["منحه", "منحت", "n9eleb"]).meant(typed) in ({meant: 0.95}, {"منحت": 0.95})


@pytest.mark.parametrize("typed", ["zanzibar", "bo", "b" * 40, ""])
def test_what_is_near_to_nothing_means_nothing(typed: str) -> None:
    assert GUESSING.meant(typed) == {}
