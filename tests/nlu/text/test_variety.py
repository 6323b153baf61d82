"""The variety of short chat messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.text.variety import SURE, VARIETIES, Variety, detect

PLAIN: list[tuple[Variety, str]] = [
    ("fr", "slt cv"),
    ("fr", "quels papiers pour la bourse ?"),
    ("fr", "je veux deposer une reclamation contre le consulat"),
    ("fr", "cmt je peux avoir un rdv svp"),
    ("fr", "est-ce que le RAMED existe encore"),
    ("ary-Latn", "slm bghit n3ref chno khassni bach njib lminha l weldi"),
    ("ary-Latn", "wach kayna la bourse dyal les etudiants"),
    ("ary-Latn", "fin wselat demande dyali"),
    ("ary-Latn", "sjnoe khassni ndir bash n demandi beurs"),
    ("ary-Latn", "3afak ch7al kaykhelso f le rapatriement du corps"),
    ("ar", "ما هي الوثائق المطلوبة للاستفادة من المنحة الدراسية؟"),
    ("ar", "هل يمكنني تقديم شكاية ضد القنصلية"),
    ("ar", "أريد التحدث مع موظف"),
    ("ar", "كيف أستفيد من البرنامج الذي أعلنتم عنه"),
    ("ary", "شنو خاصني باش نجيب المنحة لولدي"),
    ("ary", "فين وصلات الشكاية ديالي"),
    ("ary", "واش كاين شي دعم للزماكرية"),
    ("ary", "بغيت نهضر مع شي واحد عافاك"),
]


@pytest.mark.parametrize(("variety", "text"), PLAIN)
def test_a_plain_message_is_recognised(variety: Variety, text: str) -> None:
    found = detect(text)
    assert (found.lang, found.other) == (variety, None)
    assert found.confidence >= SURE


@pytest.mark.parametrize(("variety", "text"), PLAIN)
@pytest.mark.parametrize("current", VARIETIES)
def test_a_plain_message_flips_the_conversation(
    variety: Variety, text: str, current: Variety
) -> None:
    assert detect(text, current).lang == variety


@pytest.mark.parametrize("current", VARIETIES)
@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "salam",
        "slm",
        "Mohamed",
        "Fatima Zahra",
        "2018",
        "merci",
        "bonjour",
        "oui",
        "RAMED",
        "MDM-2026-000123",
        "K7F3QX",
        "k7f3qx",
        "محمد العلوي",
        "شكرا",
        "سلام",
        "la",
        "👍",
        "",
        "?",
        "Lyon",
        "M2",
        "15h30",
        "مراكش",
        "كندا",
    ],
)
def test_what_tells_nothing_keeps_the_conversation(text: str, current: Variety) -> None:
    found = detect(text, current)
    assert found.lang == current
    assert found.other is None
    assert found.confidence < SURE or not text.strip()


@pytest.mark.parametrize(
    ("other", "text"),
    [
        ("en", "hello, how can I get a scholarship for my son?"),
        ("es", "hola, quiero saber donde puedo pedir una beca"),
        ("nl", "hoe kan ik een beurs krijgen voor mijn zoon"),
        ("de", "wie kann ich mich für ein Stipendium bewerben"),
        ("it", "vorrei sapere come posso avere una borsa"),
        ("zgh", "ⴰⵣⵓⵍ ⵎⴰⵏⵉⴽ ⴰⵢ ⵜⴳⵉⵜ"),
        ("und", "Здравствуйте"),
    ],
)
def test_a_language_we_do_not_speak_is_named(other: str, text: str) -> None:
    assert detect(text).other == other
    found = detect(text, "ary")
    assert (found.lang, found.other) == ("ary", other)


@pytest.mark.parametrize(("variety", "text"), PLAIN)
def test_our_own_varieties_are_no_other_language(variety: Variety, text: str) -> None:
    assert detect(text, variety).other is None


def test_the_script_of_a_longer_message_is_followed() -> None:
    assert detect("حجز الجمارك ميناء طنجة", "fr").lang == "ar"
    assert detect("حجز الجمارك ميناء طنجة", "ary-Latn").lang == "ary"
    assert detect("passeport cnie consulat lyon", "ar").lang == "fr"


@given(st.text(), st.sampled_from([None, *VARIETIES]))
def test_any_text_has_a_variety(text: str, current: Variety | None) -> None:
    found = detect(text, current)
    assert found.lang in VARIETIES
    assert 0 <= found.confidence <= 1


@pytest.mark.parametrize("current", ["ar", "fr", "ary"])
@pytest.mark.parametrize(
    "text",
    [
        *("karim.b7ri@example.org", "MDM-2026-000047 C2GPR6", "K7M2QX", "+31 6 12345678"),
        *("MDM-٢٠٢٦-٠٠٠٠٣٤", "https://consulat.ma/dyal3a"),
    ],
)
def test_addresses_numbers_and_codes_are_in_no_language(text: str, current: Variety) -> None:
    assert detect(text, current).lang == current
