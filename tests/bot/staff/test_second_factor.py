from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from bot.errors import WrongCode
from bot.papers.printer import Printer
from bot.staff.accounts import Door
from bot.staff.second_factor import matching_step
from bot.storage.database import Database
from tests.bot.staff.conftest import PASSWORD, Browser, Clock, Office, opened
from tests.bot.staff.people import code_of, plain

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SETTING, TURNING_OFF = "/staff/account/second-factor", "/staff/account/second-factor/off"
AT = datetime(2026, 11, 26, 12, 0, 15, tzinfo=UTC)
STEP = int(AT.timestamp()) // 30


def code_at(moment: datetime) -> str:
    return pyotp.TOTP(SECRET).at(moment)


@pytest.mark.parametrize(("seconds", "steps"), [(-30, -1), (0, 0), (30, 1)])
def test_a_clock_may_be_one_step_off(seconds: int, steps: int):
    code = code_at(AT + timedelta(seconds=seconds))
    assert matching_step(SECRET, code, AT, None) == STEP + steps


@pytest.mark.parametrize("seconds", [-90, -60, 60, 90])
def test_a_clock_may_not_be_two_steps_off(seconds: int):
    assert matching_step(SECRET, code_at(AT + timedelta(seconds=seconds)), AT, None) is None


def test_a_code_counts_once_and_no_older_one_after_it():
    assert matching_step(SECRET, code_at(AT), AT, STEP) is None
    assert matching_step(SECRET, code_at(AT - timedelta(seconds=30)), AT, STEP) is None
    assert matching_step(SECRET, code_at(AT + timedelta(seconds=30)), AT, STEP) == STEP + 1


def test_a_code_may_be_spaced_and_in_arabic_digits():
    code = code_at(AT)
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert matching_step(SECRET, f" {arabic[:3]} {arabic[3:]} ", AT, None) == STEP


@pytest.mark.parametrize("code", ["", "000", "abcdef", "é" * 6])
def test_what_is_no_code(code: str):
    assert matching_step(SECRET, code, AT, None) is None


async def half_in(office: Office, username: str = "omar") -> Browser:
    browser = await office.browser()
    response = await browser.sign_in(username=username)
    assert response.headers["Location"] == "/staff/sign-in/code?lang=fr"
    return browser


async def enter(browser: Browser, code: str):
    return await browser.client.post(
        "/staff/sign-in/code", data={"code": code}, allow_redirects=False
    )


async def test_the_password_alone_opens_nothing(office: Office):
    await office.member("omar", totp_secret=SECRET)
    browser = await half_in(office)
    assert await office.sessions("omar") == []
    for path in ("/staff", "/staff/account", "/staff/account/second-factor"):
        response = await browser.open(path, allow_redirects=False)
        assert response.headers["Location"] == "/staff/sign-in"
    assert (await enter(browser, code_of(SECRET))).headers["Location"] == "/staff?queue=mine"
    assert (await browser.open("/staff", allow_redirects=False)).status == 200


async def test_the_code_alone_opens_nothing(office: Office):
    await office.member("omar", totp_secret=SECRET)
    browser = await office.browser()
    assert (await enter(browser, code_of(SECRET))).headers["Location"] == "/staff/sign-in"
    forged = {"Cookie": "jisr_staff_half=MXw5OTk5OTk5OTk5fGFiYw=="}
    response = await browser.open("/staff/sign-in/code", headers=forged, allow_redirects=False)
    assert response.headers["Location"] == "/staff/sign-in"


async def test_the_cookie_of_a_known_device_is_no_half_session(office: Office):
    omar = await office.signed_in("omar")
    await office.change("omar", totp_secret=SECRET)
    device = omar.client.session.cookie_jar.filter_cookies(omar.client.make_url("/staff"))
    value = device["jisr_staff_device"].value
    browser = await office.browser()
    headers = {"Cookie": f"jisr_staff_half={value}; jisr_staff={value}"}
    for path in ("/staff", "/staff/sign-in/code"):
        response = await browser.open(path, headers=headers, allow_redirects=False)
        assert response.headers["Location"] == "/staff/sign-in"


async def test_a_used_code_does_not_open_a_second_time(office: Office):
    await office.member("omar", totp_secret=SECRET)
    first, second = await half_in(office), await half_in(office)
    code = code_of(SECRET)
    assert (await enter(first, code)).status == 303
    refused = await enter(second, code)
    assert refused.status == 400
    assert "déjà servi" in await refused.text()
    assert (await enter(second, code_of(SECRET, 1))).status == 303


async def test_guessing_codes_is_slowed_down_also_across_half_sessions(
    office: Office, clock: Clock
):
    await office.member("omar", totp_secret=SECRET)
    first, second = await half_in(office), await half_in(office)
    for _ in range(5):
        assert (await enter(first, "000000")).status == 400
    refused = await enter(second, code_of(SECRET))
    assert (refused.status, refused.headers["Retry-After"]) == (429, "30")
    clock.seconds += 31
    assert (await enter(second, code_of(SECRET))).status == 303


async def test_a_member_deactivated_between_the_steps_stays_out(office: Office):
    await office.member("omar", totp_secret=SECRET)
    browser = await half_in(office)
    await office.change("omar", active=False)
    response = await enter(browser, code_of(SECRET))
    assert response.headers["Location"] == "/staff/sign-in"
    assert await office.sessions("omar") == []


def offered_secret(page: str) -> str:
    found = re.search(r'<code class="secret"[^>]*>([^<]+)</code>', page)
    assert found
    return found[1].replace(" ", "")


async def test_it_is_set_up_with_a_code_and_asked_for_from_then_on(office: Office):
    omar = await office.signed_in("omar")
    elsewhere = await office.enters("omar")
    await omar.open("/staff/account/second-factor")
    assert "<svg" in omar.page and "style=" not in omar.page
    secret = offered_secret(omar.page)
    assert (await omar.send(SETTING, password=PASSWORD, code="000000")).status == 400
    assert offered_secret(omar.page) == secret
    assert (await office.kept("omar")).totp_secret is None

    response = await omar.send(SETTING, password=PASSWORD, code=code_of(secret))
    assert response.url.query["done"] == "totp-set"
    assert (await elsewhere.open("/staff", allow_redirects=False)).status == 303
    await half_in(office)
    await omar.open("/staff/account/second-factor")
    assert secret not in omar.page.replace(" ", "")
    row = (await office.audit())[-1]
    assert row.event == "staff.totp.set"
    assert secret not in str(row.data)


async def test_everybody_is_offered_a_secret_of_their_own(office: Office):
    omar, salma = await office.signed_in("omar"), await office.signed_in("salma")
    await omar.open("/staff/account/second-factor")
    await salma.open("/staff/account/second-factor")
    assert offered_secret(omar.page) != offered_secret(salma.page)


async def test_turning_it_off_needs_a_code_and_the_next_secret_is_another(office: Office):
    omar = await office.signed_in("omar")
    await omar.open("/staff/account/second-factor")
    secret = offered_secret(omar.page)
    await omar.send(SETTING, password=PASSWORD, code=code_of(secret))
    await omar.open("/staff/account/second-factor")
    assert (await omar.send(TURNING_OFF, password=PASSWORD, code="000000")).status == 400
    assert (await office.kept("omar")).totp_secret == secret
    await omar.send(TURNING_OFF, password=PASSWORD, code=code_of(secret, 1))
    assert (await office.kept("omar")).totp_secret is None
    assert (await office.audit())[-1].event == "staff.totp.removed"
    await omar.open("/staff/account/second-factor")
    assert offered_secret(omar.page) != secret


@pytest.mark.parametrize("password", ["", "guess"])
async def test_a_session_alone_sets_up_no_second_factor_and_takes_none_off(
    office: Office, password: str
):
    omar = await office.signed_in("omar")
    await omar.open(SETTING)
    secret = offered_secret(omar.page)
    response = await omar.send(SETTING, password=password, code=code_of(secret))
    assert response.status == 400 and "mot de passe actuel" in plain(omar.page)
    assert (await office.kept("omar")).totp_secret is None

    await office.change("omar", totp_secret=SECRET)
    await omar.open(SETTING)
    assert (await omar.send(TURNING_OFF, password=password, code=code_of(SECRET))).status == 400
    assert (await office.kept("omar")).totp_secret == SECRET


async def test_where_one_is_set_the_address_for_notices_changes_with_both(office: Office):
    omar = await office.signed_in("omar")
    await office.change("omar", totp_secret=SECRET)
    path, new = "/staff/account/email", "o@example.org"
    await omar.open(path)
    assert 'name="code"' in omar.page
    assert (await omar.send(path, email=new, password=PASSWORD, code="000000")).status == 400
    assert (await office.kept("omar")).email is None
    await omar.send(path, email=new, password=PASSWORD, code=code_of(SECRET))
    assert (await office.kept("omar")).email == new


async def test_where_one_is_set_the_password_changes_with_both(office: Office):
    omar = await office.signed_in("omar")
    await office.change("omar", totp_secret=SECRET)
    path = "/staff/account/password"
    form = {
        "password": PASSWORD,
        "new": "une toute autre phrase",
        "again": "une toute autre phrase",
    }
    await omar.open(path)
    assert (await omar.send(path, **form, code="000000")).status == 400
    before = await office.kept("omar")
    # What else is wrong is told before the code is used up.
    assert (await omar.send(path, **{**form, "again": "x"}, code=code_of(SECRET))).status == 400
    assert (await office.kept("omar")).password_hash == before.password_hash
    await omar.send(path, **form, code=code_of(SECRET))
    assert (await office.kept("omar")).password_hash != before.password_hash


async def test_an_administrator_resets_it_for_who_lost_the_device(office: Office):
    number = await office.member("omar", totp_secret=SECRET)
    boss = await office.signed_in("boss", "admin")
    await boss.open(f"/staff/accounts/{number}")
    assert SECRET not in boss.page
    await boss.send(f"/staff/accounts/{number}/reset-second-factor", password=PASSWORD)
    response = await (await office.browser()).sign_in(username="omar")
    assert response.headers["Location"] == "/staff?queue=mine"
    assert (await office.audit())[-1].event == "staff.totp.reset"


async def test_a_role_that_must_have_one_is_led_there_and_can_do_nothing_else(
    database: Database, clock: Clock, printer: Printer
):
    async with opened(database, clock, printer, totp_roles=["supervisor"]) as office:
        await office.member("hidden")
        boss = await office.signed_in("boss", "supervisor")
        for path in ("/staff", "/staff/workload", "/staff/account", "/staff/account/password"):
            response = await boss.open(path, allow_redirects=False)
            assert response.headers["Location"] == "/staff/account/second-factor"
        response = await boss.open("/staff", headers={"HX-Request": "true"})
        assert response.headers["HX-Redirect"] == "/staff/account/second-factor"
        await boss.open("/staff/account/second-factor")
        response = await boss.send("/staff/account", name="Changed")
        assert response.url.path == "/staff/account/second-factor"
        assert (await office.kept("boss")).name == "Boss"

        secret = offered_secret(boss.page)
        await boss.send(SETTING, password=PASSWORD, code=code_of(secret))
        assert (await boss.open("/staff/workload", allow_redirects=False)).status == 200
        await boss.open("/staff/account/second-factor")
        assert "second-factor/off" not in boss.page
        response = await boss.send(TURNING_OFF, password=PASSWORD, code=code_of(secret, 1))
        assert response.status == 409
        assert (await office.kept("boss")).totp_secret == secret

        agent = await office.signed_in("agent")
        assert (await agent.open("/staff", allow_redirects=False)).status == 200


async def test_a_code_counts_once_for_two_requests_at_once(office: Office, database: Database):
    await office.member("omar", totp_secret=SECRET)
    member = await office.kept("omar")
    door = Door(database)
    await door.check_code(member, code_of(SECRET))
    with pytest.raises(WrongCode):
        await door.check_code(member, code_of(SECRET))  # read before the first one was kept


async def test_who_must_change_the_password_gives_the_code_first(office: Office):
    await office.member("omar", totp_secret=SECRET, must_change_password=True)
    browser = await half_in(office)
    await enter(browser, code_of(SECRET))
    response = await browser.open("/staff", allow_redirects=False)
    assert response.headers["Location"] == "/staff/account/password"
    assert PASSWORD not in browser.page
