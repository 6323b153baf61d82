"""What the log tells of signing in, of what was not allowed and of attempts to get around."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pyotp
import pytest

from bot.staff.throttle import FAILURES
from tests.bot.staff.conftest import PASSWORD, USERNAME, Browser, Office
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import put

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def events(logged: io.StringIO, event: str) -> list[Mapping[str, Any]]:
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    return [line for line in lines if line["event"] == event]


async def test_signing_in_is_logged_right_and_wrong(visitor: Browser, logged: io.StringIO) -> None:
    await visitor.sign_in(password="not the password")
    await visitor.sign_in(username="nobody")
    await visitor.sign_in()
    await visitor.open("/staff/account")
    await visitor.send("/staff/sign-out")
    refused = events(logged, "staff.factor-refused")
    assert [(line["factor"], line["staff"]) for line in refused] == [
        ("password", 1),
        ("password", None),
    ]
    assert [line["factors"] for line in events(logged, "staff.signed-in")] == ["password"]
    assert [line["staff"] for line in events(logged, "staff.signed-out")] == [1]
    for secret in (PASSWORD, "not the password", USERNAME, "nobody"):
        assert secret not in logged.getvalue()


async def test_a_second_factor_is_logged_right_and_wrong(
    office: Office, logged: io.StringIO
) -> None:
    staff_id = await office.member("totp", totp_secret=SECRET)
    browser = await office.enters("totp")
    assert events(logged, "staff.signed-in") == []  # the code is still to come
    await browser.client.post("/staff/sign-in/code", data={"code": "000000"})
    code = pyotp.TOTP(SECRET).now()
    await browser.client.post("/staff/sign-in/code", data={"code": code}, allow_redirects=False)
    refused = events(logged, "staff.factor-refused")
    assert [(line["factor"], line["staff"]) for line in refused] == [("code", staff_id)]
    signed_in = events(logged, "staff.signed-in")
    assert [(line["factors"], line["staff"]) for line in signed_in] == [
        ("password and code", staff_id)
    ]
    assert code not in logged.getvalue()


async def test_guessing_that_has_to_wait_is_logged(visitor: Browser, logged: io.StringIO) -> None:
    for _ in range(FAILURES + 1):
        await visitor.sign_in(password="not the password")
    assert [line["factor"] for line in events(logged, "staff.throttled")] == ["password"]


async def test_what_a_role_may_not_do_is_logged(office: Office, logged: io.StringIO) -> None:
    browser = await office.signed_in("agent")
    staff_id = (await office.kept("agent")).id
    assert (await browser.open("/staff/accounts")).status == 403
    (line,) = events(logged, "staff.refused")
    assert (line["why"], line["staff"]) == ("permission", staff_id)
    assert (line["method"], line["route"]) == ("GET", "/staff/accounts")


async def test_who_asks_for_a_walled_ticket_is_logged_and_told_no_more_than_anybody(
    office: Office, logged: io.StringIO
) -> None:
    hidden, open_to_all = await seed(office.database, 2)
    await put(office.database, hidden, service="consulate-lyon", walled=True)
    browser = await office.signed_in("agent", service="consulate-lyon")
    staff_id = (await office.kept("agent")).id
    assert (await browser.open(f"/staff/tickets/{open_to_all}")).status == 200
    assert events(logged, "staff.refused") == []
    assert (await browser.open(f"/staff/tickets/{hidden}")).status == 404
    lines = events(logged, "staff.refused")
    assert {(line["why"], line["staff"]) for line in lines} == {
        ("wall", staff_id),
        ("not-there", staff_id),
    }
    assert hidden not in logged.getvalue()


async def test_what_is_not_there_for_who_asks_is_logged(
    office: Office, logged: io.StringIO
) -> None:
    """A colleague's, or nobody's: the answer tells no difference."""
    browser = await office.signed_in("agent")
    staff_id = (await office.kept("agent")).id
    await browser.open("/staff/account")
    assert (await browser.send("/staff/views/9/rename", name="à moi")).status == 404
    (line,) = events(logged, "staff.refused")
    assert (line["why"], line["staff"]) == ("not-there", staff_id)
    assert line["route"] == "/staff/views/{view_id}/rename"


@pytest.mark.parametrize("site", ["none", "cross-site"])
async def test_a_form_that_is_not_ours_is_logged(
    browser: Browser, logged: io.StringIO, site: str
) -> None:
    await browser.open("/staff/account")
    forged = {"csrf": "made up", "name": "Somebody else"}
    response = await browser.client.post(
        "/staff/account", data=forged, headers={"Sec-Fetch-Site": site}
    )
    assert response.status == 403
    (line,) = events(logged, "staff.refused")
    assert line["why"] == ("form" if site == "none" else "permission")
    assert line["route"] == "/staff/account"
    assert "Somebody else" not in logged.getvalue()


async def test_each_event_says_who_and_what(visitor: Browser, logged: io.StringIO) -> None:
    await visitor.sign_in()
    (line,) = events(logged, "staff.signed-in")
    assert datetime.fromisoformat(line["timestamp"]).tzinfo == UTC
    assert (line["level"], line["logger"]) == ("info", "bot.staff.signing_in")
    assert (line["staff"], line["factors"]) == (1, "password")
