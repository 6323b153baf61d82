"""Whoever guesses tries common passwords first, then the name of the person and of the service.

Such passwords are refused: what is left of one without those words is judged by zxcvbn.
"""

from __future__ import annotations

import pytest

from bot.errors import PasswordRefused
from bot.staff.passwords import SHORTEST, accept, new_password
from tests.bot.staff.conftest import PASSWORD, Office
from tests.bot.staff.people import plain

# The console, without the rest of the house.
from tests.bot.staff.conftest import clock, news, office  # noqa: F401  # isort: skip
from tests.bot.conftest import renderer  # noqa: F401  # isort: skip

ABOUT = ["Salma Bennani", "salma.bennani@example.ma", "Consulat de Lyon"]


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "motdepasse123",
        "azertyuiop123",
        "qwertyuiop12",
        "123456789012",
        "aaaaaaaaaaaaaaa",
        "P@ssw0rd1234",
    ],
)
def test_a_common_password_is_refused(password: str) -> None:
    with pytest.raises(PasswordRefused) as refused:
        accept(password, password, "the old one", "salma", ABOUT)
    assert refused.value.fields["reason"] == "guessable"


@pytest.mark.parametrize(
    "password",
    [
        "Jisr-MDM-2026",
        "maroc1956maroc",
        "ministeredesmarocainsdumonde",
        "Casablanca2026",
        "SalmaBennani1990",
        "salma.bennani!",
        "consulat-lyon-1",
        "السلام عليكم 2026",
        "وزارة مغاربة العالم",
    ],
)
def test_words_of_the_service_or_of_its_owner_make_no_password(password: str) -> None:
    with pytest.raises(PasswordRefused) as refused:
        accept(password, password, "the old one", "salma", ABOUT)
    assert refused.value.fields["reason"] == "guessable"


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "trois ânes gris sous le figuier",
        "la lettre de Jisr dort à Oujda",
        "قطار الثامنة والنصف صباحا",
        "tlata dyal l7mir 7da lbir",
    ],
)
def test_a_sentence_of_ones_own_will_do(password: str) -> None:
    accept(password, password, "the old one", "salma", ABOUT)


def test_a_password_that_we_make_will_do() -> None:
    for _ in range(20):
        password = new_password()
        assert len(password) >= SHORTEST
        accept(password, password, "the old one", "salma", ABOUT)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("lang", "words"), [("fr", "se devine trop vite"), ("ar", "سهلة التخمين")])
async def test_the_refusal_is_worded_in_the_console_s_language(
    office: Office,  # noqa: F811
    lang: str,
    words: str,
) -> None:
    browser = await office.signed_in("salma", lang=lang)
    await browser.open("/staff/account/password")
    new = "salma-salma-2026"
    response = await browser.send("/staff/account/password", password=PASSWORD, new=new, again=new)
    assert response.status == 400
    assert words in plain(browser.page)
    assert (await office.enters("salma")).page is not None
