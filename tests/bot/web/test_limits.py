"""What one conversation and one address may ask, and what stays in memory of those who ask more."""

from __future__ import annotations

import asyncio
import io
import json
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import FormData
from aiohttp.test_utils import TestClient, make_mocked_request

from bot.dialogue.conversations import Conversations
from bot.limiting import MOST_KEYS, BoundedMemory, Limiter, Limits, address_of, counted_as
from bot.settings import Settings
from bot.web.keys import RENDERER
from nlu.text.variety import VARIETIES
from tests.bot.staff.test_security_events import events
from tests.bot.web.conftest import Clock

FAMILY, STRANGER = "198.51.100.7", "203.0.113.9"
NARROW = {
    "limit_turns": "3/minute",
    "limit_files": "1/hour",
    "limit_openings": "4/hour",
    "limit_lookups": "2/hour",
    "limit_address": "50/minute",
    "limit_streams": 1,
    "limit_streams_of_address": 2,
}

Client = TestClient[Any, Any]


def limiter_of(clock: Clock, *, behind_proxy: bool = True, **limits: Any) -> Limiter:
    settings = Settings(_env_file=None, **limits)
    return Limiter(Limits.of(settings), behind_proxy=behind_proxy, clock=clock)


@pytest.fixture
def limits() -> dict[str, Any]:
    """The settings of the limits."""
    return NARROW


@pytest.fixture
def behind_proxy() -> bool:
    return True


@pytest.fixture
def limiter(clock: Clock, limits: dict[str, Any], behind_proxy: bool) -> Limiter:
    return limiter_of(clock, behind_proxy=behind_proxy, **limits)


@pytest.fixture
def door(client: Client) -> Client:
    """The public application behind a proxy, with narrow limits."""
    return client


def via(address: str, token: str | None = None) -> dict[str, str]:
    """The headers of a request that the proxy passes on for an address."""
    headers = {"X-Forwarded-For": address}
    return {**headers, "Authorization": f"Bearer {token}"} if token else headers


async def say(door: Client, address: str, token: str | None = None, **more: Any) -> Any:
    body = {"message": "bonjour", "conversation": token, "client_id": str(uuid4()), **more}
    return await door.post("/api/chat", json=body, headers=via(address))


async def begin(door: Client, address: str = FAMILY) -> str:
    return str((await (await say(door, address)).json())["conversation"])


async def test_a_conversation_that_says_too_much_is_told_how_long_to_wait(
    door: Client, clock: Clock
) -> None:
    token = await begin(door)
    answers = [await say(door, FAMILY, token) for _ in range(3)]
    assert [answer.status for answer in answers] == [200, 200, 429]
    error = (await answers[-1].json())["error"]
    assert (error["code"], error["fields"]) == ("too_many_requests", {"seconds": 60})
    assert answers[-1].headers["Retry-After"] == "60"
    clock.seconds += 61
    assert (await say(door, FAMILY, token)).status == 200


async def test_a_spent_budget_is_logged_and_nobody_is_named(
    door: Client, logged: io.StringIO
) -> None:
    token = await begin(door)
    await say(door, FAMILY, token)
    assert events(logged, "citizen.limited") == []
    for _ in range(2):
        await say(door, FAMILY, token)
    assert [line["budget"] for line in events(logged, "citizen.limited")] == ["turns"]
    assert FAMILY not in logged.getvalue()
    assert token not in logged.getvalue()


async def test_a_family_behind_one_address_does_not_pay_for_one_of_them(door: Client) -> None:
    one, other = await begin(door), await begin(door)
    assert [(await say(door, FAMILY, one)).status for _ in range(3)] == [200, 200, 429]
    assert (await say(door, FAMILY, other)).status == 200


async def test_an_address_opens_so_many_conversations_and_another_goes_on(door: Client) -> None:
    opened = [(await say(door, FAMILY)).status for _ in range(5)]
    assert opened == [200, 200, 200, 200, 429]
    assert (await say(door, STRANGER)).status == 200


@pytest.mark.parametrize("lang", VARIETIES)
async def test_the_refusal_is_worded_in_the_citizens_variety(door: Client, lang: str) -> None:
    for _ in range(4):
        await say(door, FAMILY)
    error = (await (await say(door, FAMILY, lang=lang)).json())["error"]
    renderer = door.app[RENDERER]  # type: ignore[index]
    assert error["message"] == renderer.words(lang, "error-too-many-requests", seconds=3600)


async def test_a_spoofed_header_helps_nobody(door: Client) -> None:
    for number in range(4):
        await say(door, f"192.0.2.{number}, {FAMILY}")
    assert (await say(door, f"192.0.2.99, {FAMILY}")).status == 429


@pytest.mark.parametrize("behind_proxy", [False])
async def test_without_a_proxy_this_machine_has_no_limits_and_the_header_counts_nothing(
    client: Client,
) -> None:
    assert {(await say(client, FAMILY)).status for _ in range(6)} == {200}


async def test_files_are_counted_by_conversation(door: Client) -> None:
    token = await begin(door)
    statuses = []
    for _ in range(2):
        form = FormData({"client_id": str(uuid4())})
        form.add_field("file", b"no picture", filename="photo.png")
        sent = await door.post("/api/chat/files", data=form, headers=via(FAMILY, token))
        statuses.append(sent.status)
    assert statuses == [415, 429]


async def test_tries_of_codes_are_counted_by_address(door: Client) -> None:
    page = await (await door.get("/suivi", headers=via(FAMILY))).text()
    csrf = page.partition('name="csrf" value="')[2].partition('"')[0]
    form = {"csrf": csrf, "reference": "MDM-2026-000417", "code": "ZZZ999"}
    tried = [await door.post("/suivi", data=form, headers=via(FAMILY)) for _ in range(3)]
    assert [answer.status for answer in tried] == [404, 404, 429]
    assert tried[-1].headers["Retry-After"] == "3600"
    assert 'role="alert"' in await tried[-1].text()


async def test_the_plain_page_tells_it_and_keeps_what_was_typed(door: Client) -> None:
    page = await (await door.get("/assistant?lang=fr", headers=via(FAMILY))).text()
    token = page.partition('name="conversation" value="')[2].partition('"')[0]
    for number in range(4):
        form = {"conversation": token, "client_id": str(uuid4()), "message": f"bonjour {number}"}
        answer = await door.post("/assistant", data={**form, "lang": "fr"}, headers=via(FAMILY))
    assert answer.status == 429
    assert answer.headers["Retry-After"] == "60"
    text = await answer.text()
    assert "Trop de demandes" in text
    assert "bonjour 3" in text


@pytest.mark.parametrize("limits", [{"limit_address": "1/minute"}])
async def test_a_page_of_an_address_that_asked_too_much_is_a_page(client: Client) -> None:
    statuses = [(await client.get("/assistant", headers=via(FAMILY))).status for _ in range(2)]
    assert statuses == [200, 429]
    answer = await client.get("/assistant", headers={**via(FAMILY), "Accept-Language": "fr"})
    assert answer.content_type == "text/html"
    assert "Envoi refusé" in await answer.text()


@pytest.mark.parametrize("limits", [{"limit_address": "1/minute"}])
async def test_who_watches_and_telegram_are_not_counted(client: Client) -> None:
    for path in ("/healthz", "/readyz", "/telegram/webhook"):
        statuses = {(await client.get(path, headers=via(FAMILY))).status for _ in range(3)}
        assert 429 not in statuses


async def test_event_streams_are_bounded_and_one_that_ends_makes_room(
    door: Client, limiter: Limiter
) -> None:
    one, two, three = [await begin(door) for _ in range(3)]
    first = await door.get("/api/chat/events", headers=via(FAMILY, one))
    assert (await door.get("/api/chat/events", headers=via(FAMILY, one))).status == 429
    second = await door.get("/api/chat/events", headers=via(FAMILY, two))
    of_address = await door.get("/api/chat/events", headers=via(FAMILY, three))
    assert (first.status, second.status, of_address.status) == (200, 200, 429)
    counted = limiter.counters
    first.close()
    await _until(lambda: limiter.counters < counted)
    assert (await door.get("/api/chat/events", headers=via(FAMILY, three))).status == 200


async def _until(condition: Any) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 (the server alone notices it)
            await asyncio.sleep(0.01)


async def test_ten_thousand_openings_of_one_client_leave_nothing_in_memory(
    door: Client, limiter: Limiter, conversations: Conversations
) -> None:
    for _ in range(4):
        assert (await say(door, FAMILY)).status == 200
    counters = limiter.counters
    asked = make_mocked_request("POST", "/api/chat", headers=via(FAMILY))
    refused = [await limiter.spend(asked, "openings") for _ in range(10_000)]
    assert all(seconds > 0 for seconds in refused)
    assert limiter.counters == counters
    assert (await say(door, STRANGER)).status == 200
    assert not conversations._locks


async def test_counters_never_outgrow_their_memory_and_the_longest_unused_goes(
    clock: Clock,
) -> None:
    memory = BoundedMemory(100, clock)
    for number in range(10_000):
        await memory.incr(f"conversation-{number}", 60)
        assert await memory.incr("busy", 60) == number + 1
    assert len(memory) == 100
    assert await memory.get("conversation-0") == 0
    assert await memory.get("conversation-9999") == 1


async def test_as_many_conversations_as_come_leave_so_many_counters(clock: Clock) -> None:
    limiter = limiter_of(clock)
    asked = make_mocked_request("POST", "/api/chat", headers=via(FAMILY))
    for number in range(MOST_KEYS + 1000):
        await limiter.spend(asked, "turns", str(number))
    assert limiter.counters == MOST_KEYS


@pytest.mark.parametrize(
    ("header", "counted"),
    [
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("10.1.2.3, 198.51.100.7", "198.51.100.7"),
        ("198.51.100.7, ", "127.0.0.1"),
        ("<script>", "127.0.0.1"),
    ],
)
def test_an_address_is_what_the_proxy_wrote_last(header: str, counted: str) -> None:
    request = make_mocked_request("GET", "/", headers=via(header))
    request = request.clone(remote="127.0.0.1")
    address = address_of(request, behind_proxy=True)
    assert address and counted_as(address) == counted


def test_who_comes_past_the_proxy_writes_its_header_in_vain() -> None:
    request = make_mocked_request("GET", "/", headers=via(STRANGER)).clone(remote="93.184.216.34")
    address = address_of(request, behind_proxy=True)
    assert address and counted_as(address) == "93.184.216.34"


@pytest.mark.parametrize("path", ["/assistant", "/suivi", "/suivi/ticket/withdraw"])
async def test_an_oversized_form_is_answered_by_a_page(client: Client, path: str) -> None:
    headers = {"Accept-Language": "ar"}
    form = {"message": "x" * 300_000}
    answer = await client.post(path, data=form, headers=headers)
    assert answer.status == 413
    text = await answer.text()
    assert 'dir="rtl"' in text
    renderer = client.app[RENDERER]  # type: ignore[index]
    assert renderer.words("ar", "error-form-too-large") in text
    assert f'href="/{path.split("/")[1]}?lang=ar"' in text


async def test_an_oversized_call_of_the_api_stays_json(client: Client) -> None:
    body = json.dumps({"message": "x" * 300_000})
    answer = await client.post("/api/chat", data=body)
    assert answer.status == 413
    assert (await answer.json())["error"]["code"] == "malformed_request"
