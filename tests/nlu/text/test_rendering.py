"""Latin-script Darija in Arabic letters, for staff who do not read it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.text.rendering import Rendering

SPOKEN = [
    "المنحة",
    "ولدي",
    "القنصلية",
    "نقل",
    "الجثمان",
    "الواليد",
    "شهور",
    "نجيب",
    "بنتي",
    "وجدة",
    "شحال",
]
FRENCH = ["bourse", "dossier", "consulat"]


@pytest.mark.parametrize(
    ("written", "rendered"),
    [
        ("bghit n3ref bach njib lminha l weldi", "بغيت نعرف باش نجيب المنحة ل ولدي"),
        ("n9l ljotman dyal lwalid mn Oujda", "نقل الجثمان ديال الواليد من وجدة"),
        ("3 chhour w mazal walo", "3 شهور و مازال والو"),
        ("sjnoe khassni ndir", "شنو خاصني ندير"),
    ],
)
def test_words_are_spelt_as_people_spell_them(written: str, rendered: str) -> None:
    assert Rendering(SPOKEN, FRENCH).of(written) == rendered


def test_a_word_nobody_is_known_to_write_is_spelt_by_its_letters() -> None:
    assert Rendering().of("tramwaya zerbana") == "ترامواية زربانا"


def test_a_french_word_stays_with_its_article() -> None:
    rendered = Rendering(SPOKEN, FRENCH).of("drt dossier dyal la bourse l bnti")
    assert rendered == "درت dossier ديال la bourse ل بنتي"


@pytest.mark.parametrize(
    "as_it_is",
    ["karim.b7ri@example.org", "MDM-2026-000123", "+31 6 12345678", "https://consulat.ma/dyal3a"],
)
def test_addresses_numbers_and_references_stay_as_they_are(as_it_is: str) -> None:
    assert as_it_is in Rendering().of(f"hada howa {as_it_is} dyali")


def test_what_is_in_arabic_letters_stays() -> None:
    assert Rendering().of("شكرا 3afak") == "شكرا عافاك"


@given(st.text())
def test_any_text_is_rendered_without_latin_letters_of_its_own(text: str) -> None:
    rendered = Rendering().of(text)
    assert isinstance(rendered, str)
    assert len(re.findall("[A-Za-z]", rendered)) <= len(re.findall("[A-Za-z]", text))
