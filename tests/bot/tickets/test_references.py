import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tickets.references import ALPHABET, new_code, parse, without, written

REF = "MDM-2026-000123"


@pytest.mark.parametrize(
    "text",
    [
        "MDM-2026-000123",
        "mdm-2026-000123",
        "ma plainte MDM 2026 000123 svp",
        "Mdm2026000123",
        "MDM–2026–000123.",
        "m.d.m. 2026/000123",
        "MDM-2026-000 123",
        "mdm 2026 123",
        "رقم الشكاية MDM-٢٠٢٦-٠٠٠١٢٣",
        "\u2067MDM-2026-000123\u2069",
        "fin wslat chikaya 2026-000123 ?",
    ],
)
def test_a_reference_is_read_however_it_is_written(text):
    assert parse(text) == (REF, None)


@pytest.mark.parametrize(
    "text",
    [
        "MDM-2026-000123 K7M2PQ",
        "mdm-2026-000123 k7m2pq",
        "MDM-2026-000123, code k7m2pq",
        "code : K7M2PQ ref MDM-2026-000123",
        "MDM2026000123/K7M2PQ",
        "MDM-2026-000123 et K7M-2PQ",
        "الرمز K7M2PQ والمرجع MDM-٢٠٢٦-٠٠٠١٢٣",
        "lcode dyali k7m2pq w MDM-2026-000123",
        "où en est statut MDM-2026-000123 avec K7M2PQ merci",
    ],
)
def test_the_code_beside_a_reference_is_read(text):
    assert parse(text) == (REF, "K7M2PQ")


@pytest.mark.parametrize("text", ["statut MDM-2026-000123 please", "MDM-2026-000123 merci beaucp"])
def test_a_word_beside_a_reference_is_no_code(text):
    assert parse(text) == (REF, None)


@pytest.mark.parametrize("text", ["K7M2PQ", "bch7al", "7achak 3lik", "code K7M2PQ", "statut", ""])
def test_without_a_reference_no_code_is_read_unasked(text):
    assert parse(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("k7m2pq", "K7M2PQ"),
        ("K7M 2PQ", "K7M2PQ"),
        ("K 7 M 2 P Q", "K7M2PQ"),
        ("le code est k7m2pq", "K7M2PQ"),
        ("abcdef", "ABCDEF"),
        ("K٧M٢PQ", "K7M2PQ"),
        ("je ne trouve pas le statut", None),
        ("je sais pas", None),
        ("K0M1PQ", None),
    ],
)
def test_an_expected_code_is_read(text, code):
    assert parse(text, code_expected=True) == (None, code)


@pytest.mark.parametrize(
    "text", ["MDM-2026-0001234", "MDM-26-000123", "ADMDM-2026-000123x", "2026"]
)
def test_what_is_no_reference_is_not_read(text):
    assert parse(text).reference is None


def test_new_codes_hold_six_characters_without_look_alikes_and_mix_letters_and_digits():
    codes = {new_code() for _ in range(300)}
    assert len(codes) == 300
    for code in codes:
        assert len(code) == 6
        assert set(code) <= set(ALPHABET)
        assert not code.isalpha()
        assert not code.isdigit()
    assert not set("IO01") & set(ALPHABET)


@given(st.integers(2000, 2099), st.integers(0, 999_999))
def test_what_is_written_is_read_again_with_its_code(year, number):
    reference, code = written(year, number), new_code()
    assert parse(f"{reference.lower()} {code.lower()}") == (reference, code)


@given(st.text(), st.booleans())
def test_parse_answers_for_any_text(text, expected):
    parse(text, code_expected=expected)


def test_a_code_is_made_unreadable_as_it_stands_and_never_taken_as_a_pattern():
    assert without("A.C 23. AXC 234 a . c", ["A.C"]) == "••• 23. AXC 234 •••"
    assert without("ab (c a[b", ["(C", "A[B"]) == "ab •• •••"
