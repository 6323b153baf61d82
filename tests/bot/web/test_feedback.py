"""What a citizen thinks of an answer: kept for turns of their own conversation only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from aiohttp.test_utils import TestClient
from sqlmodel import select

from bot.storage.database import Database
from bot.storage.models import TurnFeedback
from bot.web.feedback import WORDS_MAX_CHARS
from tests.bot.web.conftest import EMBEDDING_SITE


@dataclass(frozen=True)
class Asked:
    """A message that was answered."""

    client_id: str
    token: str


async def ask(client: TestClient, text: str = "bonjour, c'est quoi la bourse ?") -> Asked:
    client_id = str(uuid4())
    body = {"conversation": None, "message": text, "client_id": client_id}
    answer = await client.post("/api/chat", json=body)
    assert answer.status == 200
    return Asked(client_id, (await answer.json())["conversation"])


async def judge(
    client: TestClient, asked: Asked, status: int = 200, **fields: Any
) -> Mapping[str, Any]:
    body = {"turn": asked.client_id, "helpful": True, "words": None, **fields}
    headers = {"Authorization": f"Bearer {asked.token}"}
    answer = await client.post("/api/chat/feedback", json=body, headers=headers)
    assert answer.status == status
    return dict(await answer.json())


async def kept(database: Database) -> list[tuple[bool, str | None]]:
    async with database.reading() as session:
        found = await session.exec(select(TurnFeedback))
        return [(row.helpful, row.words) for row in found]


async def test_a_thumb_and_words_are_kept(client: TestClient, database: Database) -> None:
    asked = await ask(client)
    said = await judge(client, asked, helpful=False, words="  pas  ma question ")
    assert said == {"turn": asked.client_id, "helpful": False}
    assert await kept(database) == [(False, "pas ma question")]


async def test_the_newest_word_counts(client: TestClient, database: Database) -> None:
    asked = await ask(client)
    await judge(client, asked, helpful=False, words="non")
    await judge(client, asked, helpful=True)
    assert await kept(database) == [(True, None)]


async def test_the_history_tells_what_was_given(client: TestClient) -> None:
    asked = await ask(client)
    headers = {"Authorization": f"Bearer {asked.token}"}
    given = []
    for helpful in (None, True, False):
        if helpful is not None:
            await judge(client, asked, helpful=helpful)
        answer = await (await client.get("/api/chat/messages", headers=headers)).json()
        given.append(answer["messages"][-1]["helpful"])
    assert given == [None, True, False]


async def test_a_turn_of_another_conversation_is_unknown(
    client: TestClient, database: Database
) -> None:
    mine, theirs = await ask(client), await ask(client, "السلام، بغيت نعرف المنحة")
    refused = await judge(client, Asked(theirs.client_id, mine.token), 404)
    assert refused["error"]["code"] == "unknown_turn"
    assert "effacé" in refused["error"]["message"]
    assert await kept(database) == []


async def test_a_refusal_is_worded_in_the_conversations_variety(client: TestClient) -> None:
    asked = await ask(client, "السلام، بغيت نعرف واش عندي الحق فالمنحة")
    refused = await judge(client, Asked(str(uuid4()), asked.token), 404)
    assert "الميساج" in refused["error"]["message"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"turn": "x"}, "turn"),
        ({"turn": None}, "turn"),
        ({"helpful": None}, "helpful"),
        ({"helpful": "yes"}, "helpful"),
        ({"words": 7}, "words"),
    ],
)
async def test_what_is_malformed_is_named(
    client: TestClient, database: Database, fields: dict[str, Any], field: str
) -> None:
    refused = await judge(client, await ask(client), 400, **fields)
    assert refused["error"]["fields"] == {"field": field}
    assert await kept(database) == []


async def test_words_have_a_limit(client: TestClient, database: Database) -> None:
    asked = await ask(client)
    refused = await judge(client, asked, 413, words="a" * (WORDS_MAX_CHARS + 1))
    assert refused["error"]["code"] == "message_too_long"
    await judge(client, asked, words="a" * WORDS_MAX_CHARS)
    assert len(await kept(database)) == 1


async def test_nobody_judges_without_the_conversations_token(client: TestClient) -> None:
    asked = await ask(client)
    answer = await client.post(
        "/api/chat/feedback", json={"turn": asked.client_id, "helpful": True, "words": None}
    )
    assert answer.status == 404
    assert (await judge(client, Asked(asked.client_id, "forged"), 404))["error"]["code"] == (
        "unknown_conversation"
    )


async def test_an_embedding_site_may_send_it(client: TestClient) -> None:
    answer = await client.options("/api/chat/feedback", headers={"Origin": EMBEDDING_SITE})
    assert answer.status == 204
    assert answer.headers["Access-Control-Allow-Origin"] == EMBEDDING_SITE
