"""How a password is typed, taken and kept."""

from __future__ import annotations

import re
from functools import partial

import pytest
from argon2 import PasswordHasher, extract_parameters
from sqlmodel import select

from bot.staff import passwords
from bot.storage.database import Database
from bot.storage.models import Staff
from tests.bot.staff.conftest import PASSWORD, Browser, Office

PAGES = {
    "/staff/sign-in": ["password"],
    "/staff/account/password": ["password", "new", "again"],
    "/staff/account/email": ["password"],
    "/staff/account/second-factor": ["password"],
}
LONG = "une phrase très longue, avec des blancs   et des signes ؟ " * 4  # 232 characters


@pytest.mark.parametrize("path", PAGES)
async def test_what_is_typed_is_hidden_and_may_come_from_a_password_manager(
    browser: Browser, path: str
) -> None:
    await browser.open(path)
    fields = {
        name: tag
        for tag in re.findall(r"<input[^>]+type=\"password\"[^>]*>", browser.page)
        for name in re.findall(r'name="(\w+)"', tag)
    }
    assert list(fields) == PAGES[path]
    for tag in fields.values():
        assert re.search(r'autocomplete="(current|new)-password"', tag)
        assert not re.search(r"onpaste|readonly|maxlength", tag)


async def test_the_door_asks_for_nothing_that_others_may_know_too(office: Office) -> None:
    """No questions about one's mother's name, no hint."""
    await office.member("omar", totp_secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    omar = await office.browser()
    await omar.open("/staff/sign-in")
    assert asked(omar.page) == ["username", "password"]
    await omar.sign_in(username="omar")
    await omar.open("/staff/sign-in/code")
    assert asked(omar.page) == ["code"]


def asked(page: str) -> list[str]:
    fields = [tag for tag in re.findall(r"<input[^>]*>", page) if 'type="hidden"' not in tag]
    return [name for tag in fields for name in re.findall(r'name="([\w-]+)"', tag)]


async def test_a_password_of_two_hundred_characters_is_taken_whole(browser: Browser) -> None:
    new = LONG[:200]
    await browser.open("/staff/account/password")
    await browser.send("/staff/account/password", password=PASSWORD, new=new, again=new)
    assert (await browser.sign_in(password=new[:-1])).status == 401
    assert (await browser.sign_in(password=new)).status == 303


@pytest.mark.parametrize(
    "almost", [PASSWORD.upper(), f" {PASSWORD}", f"{PASSWORD} ", PASSWORD[:-1]]
)
async def test_a_password_counts_as_it_was_typed(visitor: Browser, almost: str) -> None:
    assert (await visitor.sign_in(password=almost)).status == 401
    assert (await visitor.sign_in()).status == 303


async def test_a_password_is_kept_as_argon2id_with_the_recommended_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passwords, "PasswordHasher", PasswordHasher)  # the product's own work
    kept = await passwords.hashed(PASSWORD)
    assert kept.startswith("$argon2id$")
    work = extract_parameters(kept)
    # OWASP's least: 19 MiB twice; RFC 9106's second choice is 64 MiB, three times.
    assert (work.memory_cost, work.time_cost) >= (64 * 1024, 3)
    assert kept != await passwords.hashed(PASSWORD)  # a salt each time


async def test_a_hash_of_less_work_is_made_anew_at_signing_in(
    visitor: Browser, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def kept() -> str:
        async with database.reading() as session:
            return (await session.exec(select(Staff.password_hash))).one()

    before = await kept()
    await visitor.sign_in()
    assert await kept() == before
    more = partial(PasswordHasher, time_cost=2, memory_cost=16, parallelism=1)
    monkeypatch.setattr(passwords, "PasswordHasher", more)
    assert (await visitor.sign_in("not the password")).status == 401
    assert await kept() == before
    assert (await visitor.sign_in()).status == 303
    assert extract_parameters(await kept()).memory_cost == 16
    assert (await visitor.sign_in()).status == 303


async def test_every_page_of_a_member_lets_them_sign_out(office: Office) -> None:
    boss = await office.signed_in("boss", "admin")
    pages = [
        *("", "/account", "/account/email", "/account/password", "/account/second-factor"),
        *("/accounts", "/accounts/new", "/accounts/1", "/closed-days", "/dashboard", "/keys"),
        *("/knowledge", "/news", "/news/new", "/notices", "/releases", "/releases/new"),
        *("/retention", "/shift", "/unanswered", "/views", "/workload"),
        *("/tickets/MDM-2026-000001", "/nowhere"),
    ]
    for path in pages:
        await boss.open(f"/staff{path}")
        assert 'action="/staff/sign-out"' in boss.page, path
