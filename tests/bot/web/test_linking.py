"""The widget's side of going on on Telegram: a code, a question, allow or refuse, an end."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from aiohttp.test_utils import TestClient

from bot.dialogue.conversations import Conversations
from bot.dialogue.linking import Linking
from bot.storage.database import Database
from bot.storage.models import Conversation
from tests.bot.web.test_chat import chat

Client = TestClient[Any, Any]


@pytest.fixture
def linking(database: Database, conversations: Conversations) -> Linking:
    """As the Telegram channel has it."""
    return Linking(database, conversations)


@pytest.fixture
async def chat_id(conversations: Conversations) -> str:
    """The conversation of a Telegram chat."""
    opening = Conversation(id=uuid4().hex, channel="telegram", address="77", lang="fr")
    await conversations.begin(opening)
    return opening.id


@pytest.fixture
async def token(client: Client) -> str:
    return str((await chat(client, message="bonjour"))["conversation"])


async def call(
    client: Client, token: str, path: str = "", lang: str = "fr", **body: Any
) -> tuple[int, dict[str, Any]]:
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": lang}
    url = f"/api/chat/link{path}"
    if body or path:
        response = await client.post(url, headers=headers, json=body)
    else:
        response = await client.get(url, headers=headers)
    return response.status, await response.json()


async def code_for(client: Client, token: str) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token}"}
    response = await client.post("/api/chat/link", headers=headers)
    return dict(await response.json())


async def test_a_code_comes_with_the_bot_s_address_and_its_drawing(
    client: Client, token: str
) -> None:
    issued = await code_for(client, token)
    assert len(issued["code"]) == 9
    address = f"https://t.me/jisr_of_the_tests_bot?start=link_{issued['code']}"
    assert issued["url"] == address
    assert issued["qr"]["size"] > 25
    assert set(issued["qr"]["path"]) <= set("Mhv1z0123456789- ")


@pytest.mark.parametrize("bot_name", [None])
async def test_without_a_bot_telegram_is_not_offered(client: Client, token: str) -> None:
    assert (await call(client, token))[1]["offered"] is False


async def test_the_widget_is_asked_after_the_chat_agreed_and_may_end_it(
    client: Client, token: str, linking: Linking, chat_id: str
) -> None:
    code = (await code_for(client, token))["code"]
    _status, standing = await call(client, token)
    assert (standing["state"], standing["offered"]) == ("offered", True)
    said = await linking.take(code, chat_id, "chat")
    await linking.answer(said.args["link"], chat_id, "yes")
    _status, standing = await call(client, token)
    assert (standing["state"], standing["message"]["dir"]) == ("asked", "ltr")
    answers = [one["answer"] for one in standing["message"]["answers"]]
    assert answers == ["yes", "no"]
    _status, linked = await call(client, token, "/answer", answer="yes", link=standing["link"])
    assert linked["state"] == "linked"
    assert linked["message"]["answers"][0]["answer"] == "end"
    _status, ended = await call(client, token, "/answer", answer="end")
    assert (ended["state"], (await linking.standing(chat_id)).state) == ("none", "none")


async def test_the_question_speaks_the_widget_s_variety(
    client: Client, token: str, linking: Linking, chat_id: str
) -> None:
    code = (await linking.issue(chat_id)).code
    headers = {"Authorization": f"Bearer {token}"}
    await client.post("/api/chat/continue", json={"code": code}, headers=headers)
    _status, standing = await call(client, token, lang="ary")
    assert (standing["message"]["lang"], standing["message"]["dir"]) == ("ary", "rtl")
    assert "واش بغيتي" in standing["message"]["text"]


@pytest.mark.parametrize("has_said_something", [True, False])
async def test_a_chat_s_code_is_typed_in_the_same_place_as_a_device_s(
    client: Client, token: str, linking: Linking, chat_id: str, has_said_something: bool
) -> None:
    code = (await linking.issue(chat_id)).code
    headers = {"Authorization": f"Bearer {token}"} if has_said_something else {}
    response = await client.post("/api/chat/continue", json={"code": code}, headers=headers)
    body = await response.json()
    assert body["link"] is True
    assert (body["conversation"] == token) is has_said_something
    _status, standing = await call(client, body["conversation"])
    assert standing["state"] == "asked"
    _status, waiting = await call(
        client, body["conversation"], "/answer", answer="yes", link=standing["link"]
    )
    assert waiting["state"] == "waiting"
    assert (await linking.standing(chat_id)).state == "asked"


async def test_refusals_are_worded(
    client: Client, token: str, linking: Linking, chat_id: str
) -> None:
    wrong = await client.post("/api/chat/continue", json={"code": "AAA222BBB"})
    assert (wrong.status, (await wrong.json())["error"]["code"]) == (404, "continuation_refused")
    link_id = (await linking.take((await code_for(client, token))["code"], chat_id, "c")).args
    for body, code in (
        ({"answer": "yes", "link": link_id["link"]}, "unknown_choice"),  # the chat is asked first
        ({"answer": "maybe", "link": link_id["link"]}, "malformed_request"),
        ({"answer": "yes", "link": 7}, "malformed_request"),
        ({"answer": "yes"}, "malformed_request"),
    ):
        _status, refused = await call(client, token, "/answer", **body)
        assert refused["error"]["code"] == code
    assert (await client.post("/api/chat/link")).status == 404
    assert (await client.get("/api/chat/link")).status == 404
