"""Session fixation and stolen cookies: a session that another knows, or that outlives its use.

Every signing in makes a new token and ends the one of that browser; the cookies are out of reach of
scripts, other sites and plain HTTP, and say nothing about their owner.
"""

from __future__ import annotations

from http.cookies import Morsel
from typing import Any

import pytest

from tests.bot.staff.conftest import PASSWORD, Browser
from tests.bot.staff.people import code_of
from tests.security.house import Client, House, follow

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STAFF = "jisr_staff"


def cookies(client: Client) -> dict[str, Morsel[str]]:
    return {each.key: each for each in client.session.cookie_jar}


def plant(client: Client, name: str, value: str, path: str = "/") -> None:
    client.session.cookie_jar.update_cookies({name: value}, client.make_url(path))


async def test_a_planted_session_is_not_the_one_that_is_opened(house: House) -> None:
    victim = Browser(await house.client())
    plant(victim.client, STAFF, "known-to-the-attacker", "/staff/")
    assert (await victim.sign_in(PASSWORD, "agent")).status == 303
    attacker = Browser(await house.client())
    plant(attacker.client, STAFF, "known-to-the-attacker", "/staff/")
    response = await attacker.open("/staff/account", allow_redirects=False)
    assert response.status == 303


async def test_a_session_of_the_attacker_s_own_ends_when_the_victim_signs_in(house: House) -> None:
    attacker = await house.browser("agent")
    known = cookies(attacker.client)[STAFF].value
    victim = Browser(await house.client())
    plant(victim.client, STAFF, known, "/staff/")
    assert (await victim.sign_in(PASSWORD, "admin")).status == 303
    assert cookies(victim.client)[STAFF].value != known
    assert (await attacker.open("/staff/account", allow_redirects=False)).status == 303
    assert (await victim.open("/staff/account")).status == 200


async def test_the_second_step_opens_a_new_session_too(house: House) -> None:
    await house.member("totp", "agent", totp_secret=SECRET)
    browser = Browser(await house.client())
    plant(browser.client, STAFF, "known-to-the-attacker", "/staff/")
    assert (
        (await browser.sign_in(PASSWORD, "totp"))
        .headers["Location"]
        .startswith("/staff/sign-in/code")
    )
    response = await browser.client.post(
        "/staff/sign-in/code", data={"code": code_of(SECRET)}, allow_redirects=False
    )
    assert response.status == 303
    assert cookies(browser.client)[STAFF].value != "known-to-the-attacker"


async def test_a_session_is_worth_nothing_once_it_was_left(house: House) -> None:
    browser = await house.browser("agent")
    kept = cookies(browser.client)[STAFF].value
    await browser.open("/staff/account")
    await browser.send("/staff/sign-out")
    plant(browser.client, STAFF, kept, "/staff/")
    assert (await browser.open("/staff/account", allow_redirects=False)).status == 303


async def test_a_planted_visit_opens_no_ticket_of_who_types_the_code(house: House) -> None:
    attacker = await house.client()
    await attacker.get("/suivi")
    planted = cookies(attacker)["jisr_suivi"].value
    victim, page = await follow(house, house.things["reference"])
    assert str(house.things["reference"]) in page
    assert cookies(victim)["jisr_suivi"].value != planted
    response = await attacker.get("/suivi/ticket", allow_redirects=False)
    assert (response.status, response.headers["Location"]) == (303, "/suivi")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_every_cookie_is_out_of_reach(house: House, scheme: str) -> None:
    """Of scripts, of other sites, and of plain HTTP where the browser came by HTTPS."""
    await house.member("totp", "agent", totp_secret=SECRET)
    headers = {"X-Forwarded-Proto": scheme}
    given: dict[str, Any] = {}
    for username in ("agent", "totp"):
        client = await house.client()
        form = {"username": username, "password": PASSWORD}
        response = await client.post(
            "/staff/sign-in", data=form, headers=headers, allow_redirects=False
        )
        given |= response.cookies
    for path in ("/suivi", "/assistant"):
        given |= (await (await house.client()).get(path, headers=headers)).cookies
    bound = scheme == "https"  # to this host alone, for which browsers demand the path "/"
    prefix = "__Host-" if bound else ""
    assert set(given) == {
        *(f"{prefix}jisr_staff", f"{prefix}jisr_staff_half", f"{prefix}jisr_staff_device"),
        *(f"{prefix}jisr_suivi", f"{prefix}jisr_assistant"),
    }
    for name, cookie in given.items():
        if not cookie.value:
            continue  # one that is taken away
        assert cookie["httponly"], name
        assert cookie["samesite"] == ("Lax" if name.endswith("assistant") else "Strict"), name
        assert bool(cookie["secure"]) == bound, name
        assert not cookie["domain"], name
        assert (cookie["path"] == "/") == bound, name


async def test_no_cookie_tells_who_its_owner_is(house: House) -> None:
    await house.member("totp", "agent", totp_secret=SECRET)
    for username in ("agent", "totp"):
        client = await house.client()
        form = {"username": username, "password": PASSWORD}
        await client.post("/staff/sign-in", data=form, allow_redirects=False)
        for name, cookie in cookies(client).items():
            if name in {"jisr_staff", "jisr_staff_half"}:
                assert username not in cookie.value, name
    citizen, _page = await follow(house, house.things["reference"])
    visit = cookies(citizen)["jisr_suivi"].value
    assert str(house.things["reference"]) not in visit
    assert "ABC234" not in visit
