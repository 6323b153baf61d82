"""What one account and one address may ask of the console."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.limiting import Limiter, Limits
from bot.papers.printer import Printer
from bot.settings import Settings
from bot.storage.database import Database
from tests.bot.staff.conftest import Clock, Office, opened

MINISTRY, ELSEWHERE = "198.51.100.7", "203.0.113.9"


def via(address: str) -> dict[str, str]:
    return {"X-Forwarded-For": address}


@pytest.fixture
def limits() -> dict[str, str]:
    return {"limit_sign_ins": "2/hour"}


@pytest.fixture
async def office(
    database: Database, clock: Clock, printer: Printer, limits: dict[str, Any]
) -> AsyncIterator[Office]:
    settings = Settings(_env_file=None, **limits)
    limiter = Limiter(Limits.of(settings), behind_proxy=True, clock=clock)
    async with opened(database, clock, printer, limiter=limiter) as office:
        yield office


async def test_tries_to_sign_in_are_counted_by_address_whatever_the_names(office: Office) -> None:
    browser = await office.browser()
    statuses = []
    for number, address in enumerate([MINISTRY, MINISTRY, MINISTRY, ELSEWHERE]):
        form = {"username": f"name-{number}", "password": "no"}
        answer = await browser.client.post("/staff/sign-in", data=form, headers=via(address))
        statuses.append(answer.status)
    assert statuses == [401, 401, 429, 401]


@pytest.mark.parametrize("limits", [{"limit_address": "1/minute"}])
@pytest.mark.parametrize(
    ("lang", "told"), [("fr", "Trop de demandes en peu de temps"), ("ar", "طلبات كثيرة")]
)
async def test_the_refusal_is_a_page_in_the_readers_language(
    office: Office, lang: str, told: str
) -> None:
    browser = await office.browser()
    await browser.client.get("/staff/sign-in", headers=via(MINISTRY))
    answer = await browser.client.get(f"/staff/sign-in?lang={lang}", headers=via(MINISTRY))
    assert answer.status == 429
    assert answer.headers["Retry-After"] == "60"
    page = await answer.text()
    assert told in page
    assert "60" in page


@pytest.mark.parametrize("limits", [{"limit_account": "3/minute"}])
async def test_an_account_that_asks_too_much_waits_and_a_colleague_does_not(
    office: Office, clock: Clock
) -> None:
    salma, brahim = await office.signed_in("salma"), await office.signed_in("brahim")
    statuses = [(await salma.client.get("/staff/account")).status for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    assert (await brahim.client.get("/staff/account")).status == 200
    clock.seconds += 61
    assert (await salma.client.get("/staff/account")).status == 200
