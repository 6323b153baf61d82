"""Input that no browser of ours sends: refused with a page, never an error of the server."""

from __future__ import annotations

import gzip
import io
import json

from sqlalchemy import text

from bot.storage.database import Database
from tests.bot.staff.conftest import PASSWORD, Browser
from tests.bot.staff.seeding import seed

PLAIN = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=x"
TICKET = "/staff/tickets/MDM-2026-000001"

UNREADABLE = {
    "an unknown encoding": (f"{PLAIN}; charset=none-such", b"username=a"),
    "half a letter": (f"{PLAIN}; charset=utf-16", b"abc"),
    "no UTF-8": (PLAIN, b"username=\xff"),
    "no boundary": ("multipart/form-data", b"abc"),
    "no part": (MULTIPART, b"garbage"),
    "cut off": (MULTIPART, b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nabc'),
    "a part without a name": (
        MULTIPART,
        b"--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n",
    ),
}


async def test_an_unreadable_form_of_a_stranger_is_refused(visitor: Browser) -> None:
    for path in ("/staff/sign-in", f"{TICKET}/reply"):
        for what, (content_type, body) in UNREADABLE.items():
            headers = {"Content-Type": content_type}
            response = await visitor.client.post(path, data=body, headers=headers)
            assert response.status == 403, (path, what)


async def test_an_unreadable_form_of_a_member_is_refused(
    database: Database, browser: Browser
) -> None:
    await seed(database, 1)
    await browser.open(TICKET)
    for path in (f"{TICKET}/reply", "/staff/account"):
        for what, (content_type, body) in UNREADABLE.items():
            headers = {"Content-Type": content_type, "X-CSRF-Token": browser.csrf}
            response = await browser.client.post(path, data=body, headers=headers)
            assert response.status == 403, (path, what)


async def test_a_body_that_cannot_be_unpacked_is_refused(visitor: Browser) -> None:
    body = gzip.compress(b"username=a&password=b")[:-9]
    headers = {"Content-Type": PLAIN, "Content-Encoding": "gzip"}
    response = await visitor.client.post("/staff/sign-in", data=b"no gzip" + body, headers=headers)
    assert response.status == 403


async def test_halves_of_letters_in_a_form_are_left_out(visitor: Browser) -> None:
    headers = {"Content-Type": f"{PLAIN}; charset=unicode_escape"}
    body = rb"username=\ud800nobody&password=\ud800"
    response = await visitor.client.post("/staff/sign-in", data=body, headers=headers)
    assert response.status == 401
    assert "nobody" in await response.text()


async def test_a_form_with_nul_is_refused_on_the_page(database: Database, browser: Browser) -> None:
    await seed(database, 1)
    await browser.open(TICKET)
    for action, fields in {
        "link": {"other": "MDM-2026-000009\0"},
        "merge": {"other": "\0", "reason": "doublon"},
        "reply": {"mode": "note", "text": "\0"},
    }.items():
        response = await browser.send(f"{TICKET}/{action}", **fields)
        assert response.status in {400, 404}, action


async def test_the_session_of_an_id_with_nul_is_no_session(browser: Browser) -> None:
    await browser.open("/staff/account")
    response = await browser.send("/staff/account/sessions/end", session="\0", password=PASSWORD)
    assert response.status == 200


async def test_a_day_at_the_end_of_time_counts_as_not_given(
    database: Database, browser: Browser
) -> None:
    [reference] = await seed(database, 1)
    for query in (
        "until=9999-12-31",
        "since=0001-01-01",
        "after=0~9999-12-31T23:59:59-14:00~1",
        "before=0~0001-01-01T00:00:00%2B14:00~1",
    ):
        assert (await browser.open(f"/staff?{query}")).status == 200, query
        assert reference in browser.page, query


async def test_what_the_unanswered_cannot_be_asked_counts_as_not_given(browser: Browser) -> None:
    for query in ("to=9999-12-31", "from=0001-01-01", f"before={'9' * 18}", f"before={'9' * 10}"):
        assert (await browser.open(f"/staff/unanswered?{query}")).status == 200, query


async def test_a_number_too_large_for_a_row_is_none(browser: Browser) -> None:
    await browser.open("/staff/notices")
    assert (await browser.send("/staff/notices", up_to="9" * 18)).status == 200
    await browser.open("/staff/account")
    response = await browser.send(f"/staff/unanswered/{'9' * 18}", verdict="right")
    assert response.status == 404


async def test_an_address_stands_in_the_log_without_what_was_asked_for(
    database: Database, browser: Browser, logged: io.StringIO
) -> None:
    async with database.writing() as session:
        await session.exec(text("ALTER TABLE staffsession RENAME TO gone"))
    response = await browser.client.get("/staff/tickets/MDM-2026-000417")
    assert response.status == 500
    [line] = logged.getvalue().splitlines()
    assert json.loads(line)["route"] == "/staff/tickets/{reference}"
    assert "000417" not in line
