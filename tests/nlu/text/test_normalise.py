"""What cleaning and normalising promise."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.text.normalise import clean, normalise, tokens

MARKS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
WORDS = st.text(alphabet="abéçœ79 شكايةأإآىئؤڭ٢٣ــَُِ'!-" + MARKS, max_size=30)


@given(st.text() | WORDS)
def test_clean_leaves_no_marks_and_is_idempotent(text: str) -> None:
    cleaned = clean(text)
    assert not set(cleaned) & set(MARKS)
    assert not [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs")]
    assert clean(cleaned) == cleaned


@given(st.text() | WORDS)
def test_normalise_is_idempotent(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text() | WORDS)
def test_normalise_does_not_see_marks_or_case(text: str) -> None:
    assert normalise(clean(text)) == normalise(text)


def test_clean_keeps_a_new_line_as_one_blank() -> None:
    assert clean(" \u2067salam\r\n\n wach\u2069\tlabas ") == "salam wach labas"


def test_clean_composes_letters() -> None:
    assert clean("e\u0301tude") == "étude"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Élève, ÇA VA ?", "eleve ca va"),
        ("l'aide d’études", "l aide d etudes"),
        ("أإآٱ ى ة ئ ؤ", "اااا ي ه ي و".replace("اااا", "ا")),
        ("شكـــاية", "شكايه"),
        ("مُحَمَّد", "محمد"),
        ("٢٠١٨ ۲۰۱۸", "2018 2018"),
        ("سلااااام", "سلام"),
        ("saaaalam bezzaf", "salam bezzaf"),
        ("10000 000", "10000 000"),
        ("N9L-LJOTMAN!!", "n9l ljotman"),
        ("cœur", "coeur"),
        ("ڭالو", "كالو"),
        ("", ""),
        ("🙏🙏", ""),
    ],
)
def test_normalise_makes_spellings_comparable(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


def test_tokens_are_the_words_in_order() -> None:
    assert tokens("Chno, khassni?  3afak") == ["chno", "khassni", "3afak"]
