"""What a browser keeps sealed: unchanged, for one purpose, under the present key, for its time.

The browser's own date is not trusted: here it keeps its cookies however late it is.
"""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from sqlmodel import delete

from bot.staff.seals import Seals
from bot.storage.database import Database
from bot.storage.models import Secret
from tests.bot.staff.conftest import PASSWORD, Office
from tests.bot.staff.people import code_of
from tests.bot.staff.test_second_factor import SECRET, enter, half_in
from tests.bot.staff.test_signing_in import guess

HALF_S = 5 * 60
DEVICE_S = 90 * 24 * 3600


class Later:
    """The clock of the seals, which goes ahead when told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return time.time() + self.seconds


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    clock = Later()
    monkeypatch.setattr("bot.staff.seals.time", SimpleNamespace(time=clock))
    return clock


async def test_what_is_sealed_opens_until_its_moment_and_not_from_then_on(
    database: Database, later: Later
) -> None:
    seals = Seals(database)
    sealed = await seals.seal("purpose", "value", 60)
    later.seconds = 55
    assert await seals.open("purpose", sealed) == "value"
    later.seconds = 60
    assert await seals.open("purpose", sealed) is None


async def test_a_sign_in_half_done_is_forgotten_after_five_minutes(
    office: Office, later: Later
) -> None:
    await office.member("omar", totp_secret=SECRET)
    browser = await half_in(office)
    later.seconds = HALF_S
    assert (await enter(browser, code_of(SECRET))).headers["Location"] == "/staff/sign-in"
    assert await office.sessions("omar") == []
    browser = await half_in(office)
    later.seconds += HALF_S - 10
    assert (await enter(browser, code_of(SECRET))).headers["Location"] == "/staff?queue=mine"


async def test_a_browser_that_was_let_in_is_a_stranger_after_ninety_days(
    office: Office, later: Later
) -> None:
    omar = await office.signed_in("omar")
    kept = omar.client.session.cookie_jar.filter_cookies(omar.client.make_url("/staff"))
    headers = {"Cookie": f"jisr_staff_device={kept['jisr_staff_device'].value}"}
    form = {"username": "omar", "password": PASSWORD}
    await guess(office)
    statuses = []
    for seconds in (DEVICE_S, DEVICE_S - 10):
        later.seconds = seconds
        browser = await office.browser()
        response = await browser.client.post(
            "/staff/sign-in", data=form, headers=headers, allow_redirects=False
        )
        statuses.append(response.status)
    assert statuses == [429, 303]


async def test_what_was_sealed_opens_for_its_purpose_alone(database: Database) -> None:
    seals = Seals(database)
    sealed = await seals.seal("half", "7", 60)
    assert await seals.open("half", sealed) == "7"
    assert await seals.open("device", sealed) is None
    assert await seals.open("half", sealed[:-4] + "AAA=") is None


async def test_a_key_is_replaced_by_deleting_it_and_opens_nothing_old(database: Database) -> None:
    before = await Seals(database).seal("half", "7", 60)
    async with database.writing() as session:
        await session.exec(delete(Secret))
    restarted = Seals(database)
    assert await restarted.open("half", before) is None
    assert await restarted.open("half", await restarted.seal("half", "7", 60)) == "7"
