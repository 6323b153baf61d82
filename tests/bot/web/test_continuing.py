"""A half-filled complaint goes on on another device: by a code, once, for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from sqlmodel import select, update

from bot.dialogue.continuing import MOST_ALIVE
from bot.dialogue.short_codes import VALID, new_code
from bot.storage.database import Database
from bot.storage.models import ContinuationCode, now
from bot.tickets.guesses import IN_A_ROW
from tests.bot.web.test_chat import chat

Client = TestClient[Any, Any]


async def begun(client: Client) -> str:
    return str((await chat(client, message="bonjour"))["conversation"])


async def code_for(client: Client, token: str) -> str:
    headers = {"Authorization": f"Bearer {token}"}
    response = await client.post("/api/chat/continuation", headers=headers)
    assert response.status == 200
    return str((await response.json())["code"])


async def go_on(client: Client, code: Any) -> tuple[int, dict[str, Any]]:
    response = await client.post("/api/chat/continue", json={"code": code})
    return response.status, await response.json()


async def test_a_code_gives_the_conversation_once(client: Client) -> None:
    token = await begun(client)
    code = await code_for(client, token)
    assert len(code) == 8
    assert await go_on(client, code) == (200, {"conversation": token})
    status, body = await go_on(client, code)
    assert (status, body["error"]["code"]) == (404, "continuation_refused")


async def test_the_code_is_read_however_it_is_typed(client: Client) -> None:
    token = await begun(client)
    code = await code_for(client, token)
    typed = f" {code[:4].lower()}-{code[4:]} "
    assert await go_on(client, typed) == (200, {"conversation": token})


def test_no_code_lives_longer_than_ten_minutes() -> None:
    before = now()
    for length in (8, 9):
        assert new_code(length).expires_at <= before + timedelta(minutes=10, seconds=1)


async def test_a_code_is_kept_as_its_hash_and_runs_out(client: Client, database: Database) -> None:
    code = await code_for(client, await begun(client))
    async with database.writing() as session:
        kept = (await session.exec(select(ContinuationCode))).one()
        assert code not in kept.code_hash
        assert now() < kept.expires_at <= now() + VALID
        past = now() - timedelta(seconds=1)
        await session.exec(update(ContinuationCode).values(expires_at=past))
    assert (await go_on(client, code))[0] == 404


async def test_only_a_few_codes_are_alive(client: Client, database: Database) -> None:
    token = await begun(client)
    codes = [await code_for(client, token) for _ in range(MOST_ALIVE + 2)]
    async with database.reading() as session:
        assert len((await session.exec(select(ContinuationCode))).all()) == MOST_ALIVE
    assert (await go_on(client, codes[0]))[0] == 404
    assert (await go_on(client, codes[-1]))[0] == 200


async def test_guessing_has_to_wait(client: Client) -> None:
    code = await code_for(client, await begun(client))
    for _ in range(IN_A_ROW):
        assert (await go_on(client, "AAAA2222"))[0] == 404
    status, body = await go_on(client, code)
    assert (status, body["error"]["code"]) == (429, "too_many_tries")


async def test_a_code_needs_the_conversation_s_token(client: Client) -> None:
    assert (await client.post("/api/chat/continuation")).status == 404
    headers = {"Authorization": "Bearer made.up"}
    assert (await client.post("/api/chat/continuation", headers=headers)).status == 404


@pytest.mark.parametrize("code", [None, 12345678, "A" * 41])
async def test_what_is_no_code_is_refused(client: Client, code: Any) -> None:
    status, body = await go_on(client, code)
    assert (status, body["error"]["fields"]) == (400, {"field": "code"})


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("fr", "Ce code ne vaut pas"),
        ("ar", "غير صالح"),
        ("ary", "ما خدامش"),
        ("ary-Latn", "ma khddamch"),
    ],
)
async def test_refusals_speak_four_varieties(client: Client, lang: str, told: str) -> None:
    headers = {"Accept-Language": lang}
    response = await client.post("/api/chat/continue", json={"code": "AAAA2222"}, headers=headers)
    assert told in (await response.json())["error"]["message"]
