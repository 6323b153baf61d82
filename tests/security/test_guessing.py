"""Guessing passwords, one-time and short codes; and learning from the work that an answer costs.

A right name, a wrong one and a closed account cost the same hashes and queries, as do an unknown
ticket and a wrong code, and a code that never was, was used or ran out. After five failures one has
to wait, also across browsers. Work is counted here, not timed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.dialogue.short_codes import digest
from bot.storage.models import ContinuationCode, ConversationLink, now
from tests.bot.staff.conftest import PASSWORD, Browser
from tests.bot.staff.people import code_of
from tests.security.house import CODE, Client, House, contents, csrf_of

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
IN_A_ROW = 5


@dataclass
class Work:
    """Hashes that were computed, and statements as the database got them."""

    hashes: int = 0
    statements: list[str] = field(default_factory=list)

    @property
    def cost(self) -> tuple[int, list[str]]:
        return self.hashes, self.statements


@contextmanager
def counted() -> Iterator[Work]:
    work, verify = Work(), PasswordHasher.verify

    def note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        work.statements.append(statement)

    def noted(hasher: PasswordHasher, *given: Any) -> bool:
        work.hashes += 1
        return verify(hasher, *given)

    event.listen(Engine, "before_cursor_execute", note)
    PasswordHasher.verify = noted  # type: ignore[method-assign]
    try:
        yield work
    finally:
        PasswordHasher.verify = verify  # type: ignore[method-assign]
        event.remove(Engine, "before_cursor_execute", note)


async def signs_in(house: House, username: str, password: str) -> tuple[int, Work]:
    browser = Browser(await house.client())
    with counted() as work:
        status = (await browser.sign_in(password, username)).status
    return status, work


async def test_a_failed_sign_in_costs_the_same_whatever_was_wrong(house: House) -> None:
    await house.member("closed", "agent", active=False)
    await house.member("totp", "agent", totp_secret=SECRET)
    await signs_in(house, "nobody", "to make the hash that stands in")
    tried = {
        "unknown name": ("nobody", PASSWORD),
        "wrong password": ("agent", "not this one"),
        "wrong password, second factor": ("totp", "not this one"),
        "closed account": ("closed", PASSWORD),
        "empty password": ("agent", ""),
        "name of nobody, strange": ("'; --", "x"),
    }
    costs = {}
    for what, (username, password) in tried.items():
        status, work = await signs_in(house, username, password)
        assert status == 401, what
        costs[what] = work.cost
    assert [hashes for hashes, _statements in costs.values()] == [1] * len(costs)
    first, *others = costs.values()
    assert all(each == first for each in others), costs


async def test_a_right_password_costs_one_hash_too(house: House) -> None:
    status, work = await signs_in(house, "agent", PASSWORD)
    assert (status, work.hashes) == (303, 1)


async def test_whoever_has_to_wait_costs_no_hash(house: House) -> None:
    for username in ("agent", "nobody"):
        for _ in range(IN_A_ROW):
            await signs_in(house, username, "not this one")
        status, work = await signs_in(house, username, PASSWORD)
        assert (status, work.hashes) == (429, 0), username


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_one_time_codes_are_not_tried_out(house: House) -> None:
    """Across browsers, each with the right password."""
    await house.member("totp", "agent", totp_secret=SECRET)
    right = code_of(SECRET)
    wrong = [f"{(int(right) + step) % 1_000_000:06d}" for step in range(7, 7 + IN_A_ROW)]
    statuses = []
    for code in [*wrong, right]:
        browser = Browser(await house.client())
        assert (await browser.sign_in(PASSWORD, "totp")).status == 303
        response = await browser.client.post(
            "/staff/sign-in/code", data={"code": code}, allow_redirects=False
        )
        statuses.append(response.status)
    assert statuses == [*[400] * IN_A_ROW, 429]


async def looks(house: House, reference: str, code: str) -> tuple[int, Work]:
    client = await house.client()
    csrf = csrf_of(await (await client.get("/suivi")).text())
    form = {"csrf": csrf, "reference": reference, "code": code}
    with counted() as work:
        response = await client.post("/suivi", data=form, allow_redirects=False)
    return response.status, work


async def test_an_unknown_ticket_and_a_wrong_code_cost_the_same(house: House) -> None:
    known = str(house.things["reference"])
    costs = []
    for reference, code in (
        (known, "ABC235"),
        ("MDM-2026-999999", CODE),
        ("MDM-1999-000001", "x"),
        (str(house.things["walled"]), "ZZZ999"),
    ):
        status, work = await looks(house, reference, code)
        assert status == 404, reference
        costs.append(work.cost)
    assert all(each == costs[0] for each in costs), costs
    assert len(costs[0][1]) <= 2


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_code_of_a_ticket_is_not_tried_out(house: House) -> None:
    """Each try from a browser of its own; the right code is not let in either until one waited."""
    reference = str(house.things["reference"])
    statuses = [(await looks(house, reference, f"ZZZ99{number}"))[0] for number in range(2, 7)]
    assert statuses == [404] * IN_A_ROW
    assert (await looks(house, reference, CODE))[0] == 429
    assert (await looks(house, "MDM-2026-999999", CODE))[0] == 404


async def continues(client: Client, code: str) -> tuple[int, Work]:
    with counted() as work:
        response = await client.post("/api/chat/continue", json={"code": code})
    return response.status, work


async def test_a_code_that_never_was_was_used_or_ran_out_costs_the_same(house: House) -> None:
    conversation = str(house.things["conversation"])
    async with house.database.writing() as session:
        ended = {"conversation_id": conversation, "expires_at": now()}
        session.add(ContinuationCode(code_hash=digest("RANPUT22"), **ended))
        used = {**ended, "used_at": now()}
        session.add(ContinuationCode(code_hash=digest("VSEDVP33"), **used))
    costs = []
    for code in ("RANPUT22", "VSEDVP33", "NEVERWAS"):
        status, work = await continues(await house.client(), code)
        assert status in {400, 404, 409, 410}, code
        costs.append((status, *work.cost))
    assert all(each == costs[0] for each in costs), costs


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_continuation_and_link_codes_are_not_tried_out(house: House) -> None:
    for codes in (
        [f"ABCDEFG{number}" for number in range(2, 9)],
        [f"ABCDE{number}" for number in range(2, 9)],
    ):
        statuses = [(await continues(await house.client(), code))[0] for code in codes]
        assert statuses[-1] == 429, statuses
        assert statuses.index(429) <= IN_A_ROW


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_short_code_is_kept_as_it_is_read(house: House) -> None:
    said = await house.says("bonjour")
    client = await house.client()
    own = {"Authorization": f"Bearer {said['conversation']}"}
    codes = [
        (await (await client.post(path, headers=own)).json())["code"]
        for path in ("/api/chat/continuation", "/api/chat/link")
    ]
    kept = repr(await contents(house.database))
    assert ContinuationCode.__tablename__ in kept
    assert ConversationLink.__tablename__ in kept
    assert [code for code in codes if code.replace(" ", "") in kept] == []
