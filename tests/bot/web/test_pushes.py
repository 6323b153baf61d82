"""What reaches an open widget unasked: shown once, resumable, in the citizen's language."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient

from bot.storage.database import Database
from bot.storage.models import Conversation, OutboxMessage
from tests.bot.web.test_chat import chat


async def opened(client: TestClient) -> tuple[str, dict[str, str]]:
    """A conversation: its id, and the header that proves it."""
    token = (await chat(client, message="bonjour"))["conversation"]
    return token.partition(".")[0], {"Authorization": f"Bearer {token}"}


async def staff_reply(database: Database, conversation_id: str, text: str) -> None:
    said = {"say": "staff-reply", "args": {"reference": "MDM-2026-000001", "text": text}}
    async with database.writing() as session:
        assert await session.get(Conversation, conversation_id)
        session.add(OutboxMessage(conversation_id=conversation_id, channel="web", said=said))


async def next_event(stream: ClientResponse) -> tuple[str, dict[str, Any]]:
    event_id = ""
    async with asyncio.timeout(10):
        async for raw in stream.content:
            line = raw.decode().rstrip("\n")
            if line.startswith("id: "):
                event_id = line.removeprefix("id: ")
            if line.startswith("data: "):
                return event_id, json.loads(line.removeprefix("data: "))
    raise AssertionError("the stream ended")


async def test_a_staff_reply_reaches_the_open_stream(
    client: TestClient, database: Database
) -> None:
    conversation_id, headers = await opened(client)
    async with client.get("/api/chat/events", headers=headers) as stream:
        await staff_reply(database, conversation_id, "Votre dossier est prêt.")
        _event_id, message = await next_event(stream)
    assert "Votre dossier est prêt." in message["text"]
    assert (message["from"], message["lang"]) == ("staff", "fr")


async def test_a_stream_goes_on_after_the_last_event_seen(
    client: TestClient, database: Database
) -> None:
    conversation_id, headers = await opened(client)
    await staff_reply(database, conversation_id, "premier")
    await staff_reply(database, conversation_id, "second")
    async with client.get("/api/chat/events", headers=headers) as stream:
        first_id, _message = await next_event(stream)
    resumed = {**headers, "Last-Event-ID": first_id}
    async with client.get("/api/chat/events", headers=resumed) as stream:
        _second_id, message = await next_event(stream)
    assert "second" in message["text"]


async def test_a_stream_shows_nothing_of_another_conversation(
    client: TestClient, database: Database
) -> None:
    mine, headers = await opened(client)
    other, _headers = await opened(client)
    await staff_reply(database, other, "pas pour moi")
    await staff_reply(database, mine, "pour moi")
    async with client.get("/api/chat/events", headers=headers) as stream:
        _event_id, message = await next_event(stream)
    assert "pas pour moi" not in message["text"]


async def test_the_stream_is_refused_without_the_token(client: TestClient) -> None:
    assert (await client.get("/api/chat/events")).status == 404
