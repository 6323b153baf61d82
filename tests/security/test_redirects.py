"""Open redirects and header injection: a value of a stranger in `Location`, or a line break in any
header.

No address of an answer is made from a parameter but from the names of our own routes; file names
are percent-encoded; mail headers are built by Python's e-mail package, which refuses line breaks.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote
from uuid import uuid4

import pytest
from yarl import URL

from bot.files.names import disposition
from bot.storage.models import Attachment
from tests.bot.staff.conftest import PASSWORD
from tests.security.house import House, csrf_of, follow

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ELSEWHERE = ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)")
SPLIT = "fr\r\nSet-Cookie: jisr_staff=x\r\nX-Split: yes"
PARAMETERS = (
    *("next", "url", "redirect", "return", "to", "ticket", "lang", "done", "queue", "q", "canned"),
    *("place", "saved", "reference", "answered", "whose", "view"),
)
STREAMS = {"/api/chat/events", "/staff/notices/events"}


def is_ours(place: str) -> bool:
    return place.startswith("/") and not place.startswith(("//", "/\\"))


async def test_no_parameter_leads_elsewhere(house: House) -> None:
    stranger = await house.client()
    for route in house.routes():
        if route.method != "GET" or route.path in STREAMS:
            continue
        for value in ELSEWHERE:
            query = "&".join(f"{name}={quote(value)}" for name in PARAMETERS)
            response = await stranger.get(
                f"{route.at(house.things)}?{query}", allow_redirects=False
            )
            place = response.headers.get("Location", "/")
            assert is_ours(place), (route, place)
            assert "evil" not in place, (route, place)


async def test_signing_in_leads_to_no_place_of_a_stranger(house: House) -> None:
    for value in (*ELSEWHERE, "MDM-2026-000001@evil.example", "MDM-2026-000001\r\nX-Split: yes"):
        client = await house.client()
        form = {"username": "agent", "password": PASSWORD, "kept-reference": value, "next": value}
        response = await client.post("/staff/sign-in", data=form, allow_redirects=False)
        assert (response.status, response.headers["Location"]) == (303, "/staff?queue=mine"), value


async def test_no_form_leads_elsewhere(house: House) -> None:
    admin = await house.browser("admin")
    await admin.open("/staff/account")
    citizen, page = await follow(house, house.things["reference"])
    for route in house.routes():
        if route.method != "POST" or route.path in {"/staff/sign-out", "/telegram/webhook"}:
            continue
        client, csrf = (
            (admin.client, admin.csrf)
            if route.path.startswith("/staff")
            else (citizen, csrf_of(page))
        )
        form = {**dict.fromkeys(PARAMETERS, ELSEWHERE[0]), "csrf": csrf, "once": str(uuid4())}
        response = await client.post(route.at(house.things), data=form, allow_redirects=False)
        place = response.headers.get("Location", "/")
        assert is_ours(place), (route, place)
        assert "evil" not in place, (route, place)


async def test_a_slash_too_many_leads_nowhere(house: House) -> None:
    stranger = await house.client()
    origin = str(house.server.make_url("")).rstrip("/")
    for path in ("//evil.example", "//evil.example/", "/staff//evil.example", "/%2f/evil.example"):
        address = URL(f"{origin}{path}", encoded=True)
        response = await stranger.session.get(address, allow_redirects=False)
        assert is_ours(response.headers.get("Location", "/")), path


async def test_a_line_break_in_a_parameter_begins_no_header(house: House) -> None:
    admin = await house.browser("admin")
    await admin.open("/staff/account")
    citizen, page = await follow(house, house.things["reference"])
    query = "&".join(f"{name}={quote(SPLIT)}" for name in PARAMETERS)
    for route in house.routes():
        if route.path in STREAMS | {"/staff/sign-out", "/telegram/webhook"}:
            continue
        in_console = route.path.startswith("/staff")
        client = admin.client if in_console else citizen
        csrf = admin.csrf if in_console else csrf_of(page)
        form = {**dict.fromkeys(PARAMETERS, SPLIT), "csrf": csrf, "once": str(uuid4())}
        response = await client.request(
            route.method,
            f"{route.at(house.things)}?{query}",
            data=form if route.method == "POST" else None,
            allow_redirects=False,
        )
        assert response.status < 500 or route.path == "/readyz", route
        assert "X-Split" not in response.headers, route
        assert "x" not in {cookie.value for cookie in response.cookies.values()}, route


@pytest.mark.usefixtures("database_url")
def test_a_file_name_stays_within_its_header() -> None:
    for name in ('a"; filename="b.html', "a\r\nX-Split: yes", "ا\u202egpj.exe", "a;b=c", "\0"):
        header = disposition(name, inline=False)
        assert header.isascii()
        assert header.isprintable()
        assert header.count(";") == 1
        assert '"' not in header


async def test_the_name_of_a_file_begins_no_header(house: House) -> None:
    async with house.database.writing() as session:
        kept = await session.get_one(Attachment, str(house.things["id"]))
        kept.name = 'a"\r\nX-Split: yes\r\n\r\n<script>.png'
    admin = await house.browser("admin")
    response = await admin.client.get(f"/staff/files/{house.things['id']}")
    assert response.status == 200
    assert "X-Split" not in response.headers
    assert "script" in response.headers["Content-Disposition"]


@pytest.mark.usefixtures("database_url")
def test_a_line_break_is_no_header_of_a_mail() -> None:
    mail = EmailMessage(policy=SMTP)
    for name in ("To", "Subject", "From"):
        with pytest.raises(ValueError, match="linefeed"):
            mail[name] = "a@example.org\r\nBcc: b@example.org"
