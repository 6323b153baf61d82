"""A greeting before a request does not make the request a greeting."""

import pytest

from nlu.text.courtesy import without_greeting


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bonjour madame, je veux porter plainte", "je veux porter plainte"),
        ("slm bghit nchki", "bghit nchki"),
        ("السلام عليكم ورحمة الله، أريد معلومات", "اريد معلومات"),
        ("السلام عليكم", "السلام عليكم"),
        ("bonjour toi", "bonjour toi"),
    ],
)
def test_a_leading_greeting_is_left_out_where_something_follows(text: str, left: str) -> None:
    assert without_greeting(text) == left


def test_a_sign_stays() -> None:
    assert without_greeting("👍") == "👍"
