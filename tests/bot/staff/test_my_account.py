from __future__ import annotations

import re

import pytest

from tests.bot.staff.conftest import PASSWORD, Browser, Clock, Office
from tests.bot.staff.people import plain

NEW = "une toute autre phrase"
FIREFOX = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


async def test_members_edit_their_own_profile_but_not_their_role(office: Office):
    omar = await office.signed_in("omar", service="Consulat de Lille")
    await omar.open("/staff/account")
    response = await omar.send(
        "/staff/account",
        name="Omar T.",
        email="other@example.org",
        languages="ar",
        away_until="2030-01-31",
        role="admin",
        service="elsewhere",
        active="",
    )
    assert (response.status, response.url.query["done"]) == (200, "profile")
    member = await office.kept("omar")
    assert (member.name, member.email, member.languages) == ("Omar T.", None, ["ar"])
    assert (member.role, member.service, member.active) == ("agent", "Consulat de Lille", True)
    row = (await office.audit())[-1]
    assert (row.event, row.actor) == ("staff.edited", f"staff:{member.id}")
    assert "Omar T." not in str(row.data)


async def test_a_refused_profile_keeps_what_was_typed(office: Office):
    omar = await office.signed_in("omar")
    await omar.open("/staff/account")
    response = await omar.send("/staff/account", name="Typed", away_until="one day")
    assert response.status == 400
    assert 'value="Typed"' in omar.page and 'value="one day"' in omar.page
    assert (await office.kept("omar")).name == "Omar"


async def test_the_address_for_notices_changes_with_the_password(office: Office):
    omar = await office.signed_in("omar", email="omar@example.org")
    await omar.open("/staff/account/email")
    assert 'value="omar@example.org"' in omar.page and 'name="code"' not in omar.page
    response = await omar.send("/staff/account/email", email="o@example.org", password=PASSWORD)
    assert (response.url.path, response.url.query["done"]) == ("/staff/account", "email")
    assert (await office.kept("omar")).email == "o@example.org"
    row = (await office.audit())[-1]
    assert (row.event, row.data["changed"]) == ("staff.edited", ["email"])
    assert "example.org" not in str(row.data)
    await omar.send("/staff/account/email", email="", password=PASSWORD)
    assert (await office.kept("omar")).email is None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"email": "new@example.org"}, "actuel"),
        ({"email": "new@example.org", "password": "guess"}, "actuel"),
        ({"email": "not one", "password": PASSWORD}, "adresse e-mail"),
    ],
)
async def test_without_the_password_the_address_stays_and_what_was_typed_too(
    office: Office, fields: dict[str, str], told: str
):
    omar = await office.signed_in("omar", email="omar@example.org")
    await omar.open("/staff/account/email")
    assert (await omar.send("/staff/account/email", **fields)).status == 400
    assert told in plain(omar.page) and f'value="{fields["email"]}"' in omar.page
    assert (await office.kept("omar")).email == "omar@example.org"


async def test_a_new_password_ends_the_other_sessions(office: Office):
    omar = await office.signed_in("omar")
    elsewhere = await office.enters("omar")
    await omar.open("/staff/account/password")
    response = await omar.send("/staff/account/password", password=PASSWORD, new=NEW, again=NEW)
    assert response.url.query["done"] == "password"
    assert (await omar.open("/staff", allow_redirects=False)).status == 200
    assert (await elsewhere.open("/staff", allow_redirects=False)).status == 303
    assert (await elsewhere.sign_in(PASSWORD, "omar")).status == 401
    assert (await elsewhere.sign_in(NEW, "omar")).status == 303
    row = (await office.audit())[-1]
    assert row.event == "staff.password.changed"
    assert set(row.data) == {"staff"}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"password": "wrong one", "new": NEW, "again": NEW}, "actuel"),
        ({"password": PASSWORD, "new": "short", "again": "short"}, "trop court"),
        ({"password": PASSWORD, "new": PASSWORD, "again": PASSWORD}, "le même"),
        ({"password": PASSWORD, "new": NEW, "again": NEW + "!"}, "diffèrent"),
    ],
)
async def test_a_password_that_is_refused_changes_nothing(
    office: Office, fields: dict[str, str], told: str
):
    omar = await office.signed_in("omar")
    before = await office.kept("omar")
    await omar.open("/staff/account/password")
    assert (await omar.send("/staff/account/password", **fields)).status == 400
    assert told in plain(omar.page)
    assert (await office.kept("omar")).password_hash == before.password_hash
    assert PASSWORD not in omar.page and NEW not in omar.page


async def test_guessing_the_present_password_is_slowed_down(office: Office, clock: Clock):
    omar = await office.signed_in("omar")
    await omar.open("/staff/account/password")
    for _ in range(5):
        await omar.send("/staff/account/password", password="guess", new=NEW, again=NEW)
    right = {"password": PASSWORD, "new": NEW, "again": NEW}
    refused = await omar.send("/staff/account/password", **right)
    assert (refused.status, refused.headers["Retry-After"]) == (429, "30")
    # One count for all that asks for it.
    ending = await omar.send("/staff/account/sessions/end-others", password=PASSWORD)
    assert ending.status == 429
    await omar.open("/staff/account/password")
    # It keeps nobody from signing in.
    await office.enters("omar")
    clock.seconds += 31
    assert (await omar.send("/staff/account/password", **right)).status == 200


async def test_sessions_are_listed_with_their_browser_and_ended_one_by_one(office: Office):
    await office.member("omar")
    omar = await office.enters("omar")
    other = await office.browser()
    await other.client.post(
        "/staff/sign-in",
        data={"username": "omar", "password": PASSWORD},
        headers=FIREFOX,
        allow_redirects=False,
    )
    await omar.open("/staff/account")
    assert "Firefox, Linux" in omar.page
    assert omar.page.count("cette session") == 1
    (ending,) = re.findall(r'name="session" value="(\w+)"', omar.page)
    hashes = [session.token_hash for session in await office.sessions("omar")]
    assert not [each for each in hashes if each in omar.page]
    await omar.send("/staff/account/sessions/end", session=ending, password=PASSWORD)
    assert (await other.open("/staff", allow_redirects=False)).status == 303
    assert (await omar.open("/staff", allow_redirects=False)).status == 200


async def test_nobody_ends_the_session_of_somebody_else(office: Office):
    omar = await office.signed_in("omar")
    (session,) = await office.sessions("omar")
    salma = await office.signed_in("salma")
    await salma.open("/staff/account")
    assert session.id not in salma.page
    await salma.send("/staff/account/sessions/end", session=session.id, password=PASSWORD)
    await salma.send("/staff/account/sessions/end-others", password=PASSWORD)
    assert (await omar.open("/staff", allow_redirects=False)).status == 200


async def test_all_other_sessions_end_at_once(office: Office):
    omar = await office.signed_in("omar")
    others = [await office.enters("omar") for _ in range(2)]
    await omar.open("/staff/account")
    await omar.send("/staff/account/sessions/end-others", password=PASSWORD)
    for other in others:
        assert (await other.open("/staff", allow_redirects=False)).status == 303
    assert (await omar.open("/staff", allow_redirects=False)).status == 200


async def test_who_proved_again_who_they_are_has_another_token(office: Office):
    omar = await office.signed_in("omar")
    before = session_cookie(omar)
    await omar.open("/staff/account/email")
    await omar.send("/staff/account/email", email="o@example.org", password="guess")
    assert session_cookie(omar) == before
    await omar.send("/staff/account/email", email="o@example.org", password=PASSWORD)
    assert session_cookie(omar) != before
    assert (await omar.open("/staff", allow_redirects=False)).status == 200
    copied = await office.browser()
    headers = {"Cookie": f"jisr_staff={before}"}
    response = await copied.open("/staff", headers=headers, allow_redirects=False)
    assert response.headers["Location"] == "/staff/sign-in"
    assert len(await office.sessions("omar")) == 1


def session_cookie(browser: Browser) -> str:
    jar = browser.client.session.cookie_jar
    return jar.filter_cookies(browser.client.make_url("/staff"))["jisr_staff"].value


@pytest.mark.parametrize("password", ["", "guess"])
async def test_no_session_ends_without_the_password(office: Office, password: str):
    omar = await office.signed_in("omar")
    other = await office.enters("omar")
    await omar.open("/staff/account")
    (ending,) = re.findall(r'name="session" value="(\w+)"', omar.page)
    for path, fields in (("end", {"session": ending}), ("end-others", {})):
        response = await omar.send(f"/staff/account/sessions/{path}", password=password, **fields)
        assert response.status == 400 and "actuel" in plain(omar.page)
    assert (await other.open("/staff", allow_redirects=False)).status == 200


async def test_signing_in_again_ends_the_session_of_that_browser(office: Office):
    omar = await office.signed_in("omar")
    (first,) = await office.sessions("omar")
    await omar.sign_in(username="omar")
    (second,) = await office.sessions("omar")
    assert first.token_hash != second.token_hash
