from __future__ import annotations

from datetime import date

import pytest

from bot.errors import PasswordRefused, ProfileRefused
from bot.staff.browsers import browser_family
from bot.staff.passwords import accept
from bot.staff.profile import read_email, read_position, read_profile, read_username


def test_a_profile_is_read():
    form = {
        "name": "  Omar   T. ",
        "from-0": "08:30",
        "to-0": "16:30",
        "away_until": "2026-12-01",
    }
    profile = read_profile(form, ["ary", "fr", "klingon"])
    assert (profile.name, profile.languages) == ("Omar T.", ["fr", "ary"])
    assert profile.hours == {"0": ["08:30", "16:30"]}
    assert profile.away_until == date(2026, 12, 1)


def test_all_but_the_name_may_be_left_out():
    profile = read_profile({"name": "Omar"}, [])
    assert (profile.languages, profile.hours, profile.away_until) == ([], {}, None)


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "x" * 81}),
        ("hours", {"from-3": "08:30"}),
        ("hours", {"from-3": "16:30", "to-3": "08:30"}),
        ("hours", {"from-3": "08:30", "to-3": "08:30"}),
        ("hours", {"from-6": "early", "to-6": "late"}),
        ("hours", {"from-6": "08:30+01:00", "to-6": "16:30"}),
        ("away_until", {"away_until": "tomorrow"}),
    ],
)
def test_the_field_at_fault_is_named(field: str, form: dict[str, str]):
    with pytest.raises(ProfileRefused) as refused:
        read_profile({"name": "Omar", **form}, [])
    assert refused.value.fields == {"field": field}


@pytest.mark.parametrize(
    "email",
    [
        "omar",
        "omar@example.org\nBcc: all@example.org",
        "a@b.org,c@d.org",
        "x" * 250 + "@example.org",
    ],
)
def test_an_address_that_is_none_is_refused(email: str):
    with pytest.raises(ProfileRefused) as refused:
        read_email({"email": email})
    assert refused.value.fields == {"field": "email"}
    assert read_email({"email": " omar@example.org "}) == "omar@example.org"
    assert read_email({}) is None


@pytest.mark.parametrize("role", ["", "root", "Admin"])
def test_a_role_that_does_not_exist_is_refused(role: str):
    with pytest.raises(ProfileRefused):
        read_position({"role": role})
    assert read_position({"role": "supervisor", "service": " "}).service is None


@pytest.mark.parametrize("username", ["", "x", "two words", "x" * 41])
def test_a_user_name_has_no_blanks(username: str):
    with pytest.raises(ProfileRefused):
        read_username({"username": username})
    assert read_username({"username": " omar "}) == "omar"


@pytest.mark.parametrize(
    ("reason", "new", "again"),
    [
        ("differs", "a long enough one", "a long enough two"),
        ("short", "eleven char", "eleven char"),
        ("long", "x" * 257, "x" * 257),
        ("name", "Longusername Longusername", "Longusername Longusername"),
        ("same", "the old password", "the old password"),
    ],
)
def test_a_password_that_will_not_do(reason: str, new: str, again: str):
    with pytest.raises(PasswordRefused) as refused:
        accept(new, again, "the old password", "longusername")
    assert refused.value.fields["reason"] == reason


@pytest.mark.parametrize(
    "new", ["جملة طويلة نعرفها وحدنا " * 10, "قطار الثامنة والنصف", "trois chameaux 🐫🐫🐫"]
)
def test_any_character_will_do(new: str):
    accept(new, new, "the old password", "omar")


@pytest.mark.parametrize(
    ("user_agent", "family"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox, Linux",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/140.0.0.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_a_browser_in_a_few_words(user_agent: str, family: str):
    assert browser_family(user_agent) == family
