"""The stand-in refuses what Telegram refuses, and takes what is right beside it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.telegram_server.citizens import Citizen, Group
from tests.telegram_server.server import TelegramServer

CHAT = 77


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    server = TelegramServer()
    await server.start()
    Citizen(server, chat_id=CHAT)
    yield server
    await server.stop()


async def call(server: TelegramServer, method: str, token: str = "", **given: Any) -> Any:
    form = {key: v if isinstance(v, str) else json.dumps(v) for key, v in given.items()}
    url = f"{server.url}/bot{token or server.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, data=form) as answer:
        body = await answer.json()
    assert body["ok"] is (answer.status == 200)
    return body["result"] if body["ok"] else body["description"]


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Oui", **button}]]}


def reply_keyboard(**button: Any) -> dict[str, Any]:
    return {"keyboard": [[{"text": "Oui", **button}]]}


GOOD = [
    {"text": "a" * 4096},
    {"text": "👋" * 2048},
    {"text": f"<b>{'a' * 4096}</b>", "parse_mode": "HTML"},
    {"text": '<a href="https://example.org/?a&amp;b">x</a> &lt;', "parse_mode": "HTML"},
    {"text": "Oui", "reply_markup": keyboard(callback_data="é" * 32)},
    {"text": "Où ?", "reply_markup": reply_keyboard(request_location=True)},
    {"text": "Qui ?", "reply_markup": reply_keyboard(request_contact=True)},
    {"text": "Bien", "reply_markup": {"remove_keyboard": True}},
]
BAD = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \n"}, "message text is empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "a" * 4097}, "message is too long"),
    ({"text": "👋" * 2049}, "message is too long"),
    ({"text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities: Unclosed start tag"),
    ({"text": "<x>", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "x"'),
    ({"text": "<b>a", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
    ({"text": "a</b>", "parse_mode": "HTML"}, "can't parse entities: Unexpected end tag"),
    ({"text": "<b>a</i>", "parse_mode": "HTML"}, "can't parse entities: Unmatched end tag"),
    ({"text": "x", "reply_markup": keyboard(callback_data="")}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
    ({"text": "x", "reply_markup": keyboard()}, "can't parse inline keyboard button"),
    ({"text": "x", "reply_markup": {"keyboard": [1]}}, "can't parse reply keyboard markup JSON"),
    ({"text": "x", "reply_markup": {"keyboard": [[{}]]}}, "can't parse keyboard button"),
    (
        {"text": "x", "reply_markup": reply_keyboard(request_contact=True, request_location=True)},
        "can't parse keyboard button: only one",
    ),
    ({"text": "x", "reply_markup": {"remove_keyboard": False}}, "object expected as reply markup"),
    ({"text": "x", "reply_markup": {"force": 1}}, "inline keyboard expected"),
    ({"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ({"text": "x", "chat_id": "78"}, "chat not found"),
]


@pytest.mark.parametrize("given", GOOD)
async def test_a_good_message_is_taken(telegram: TelegramServer, given: dict[str, Any]) -> None:
    sent = await call(telegram, "sendMessage", **{"chat_id": str(CHAT), **given})
    assert sent["message_id"]


@pytest.mark.parametrize(("given", "reason"), BAD)
async def test_a_bad_message_is_refused(
    telegram: TelegramServer, given: dict[str, Any], reason: str
) -> None:
    refusal = await call(telegram, "sendMessage", **{"chat_id": str(CHAT), **given})
    assert str(refusal).startswith(f"Bad Request: {reason}")


async def test_a_wrong_token_is_refused(telegram: TelegramServer) -> None:
    assert await call(telegram, "getMe", token="1:wrong") == "Unauthorized"
    assert (await call(telegram, "getMe"))["is_bot"] is True


async def test_an_edit_must_change_something(telegram: TelegramServer) -> None:
    sent = await call(telegram, "sendMessage", chat_id=str(CHAT), text="un")
    place = {"chat_id": str(CHAT), "message_id": str(sent["message_id"])}
    assert (await call(telegram, "editMessageText", **place, text="deux"))["text"] == "deux"
    refusal = await call(telegram, "editMessageText", **place, text="deux")
    assert refusal.startswith("Bad Request: message is not modified")
    refusal = await call(telegram, "editMessageReplyMarkup", **place)
    assert refusal.startswith("Bad Request: message is not modified")
    refusal = await call(telegram, "editMessageText", **{**place, "message_id": "9"}, text="x")
    assert refusal == "Bad Request: message to edit not found"


async def test_a_press_is_answered_once(telegram: TelegramServer) -> None:
    citizen = Citizen(telegram, chat_id=CHAT)
    markup = keyboard(callback_data="p")
    await call(telegram, "sendMessage", chat_id=str(CHAT), text="?", reply_markup=markup)
    await citizen.press("Oui")
    query_id = telegram.updates.pending[0]["callback_query"]["id"]
    assert await call(telegram, "answerCallbackQuery", callback_query_id=query_id) is True
    refusal = await call(telegram, "answerCallbackQuery", callback_query_id=query_id)
    assert refusal.startswith("Bad Request: query is too old")


async def test_updates_stay_until_a_higher_offset_confirms_them(telegram: TelegramServer) -> None:
    first = await Citizen(telegram, chat_id=CHAT).send_text("un")
    for _ in range(2):
        assert [item["update_id"] for item in await call(telegram, "getUpdates")] == [first]
    assert await call(telegram, "getUpdates", offset=str(first + 1)) == []
    assert await call(telegram, "getUpdates") == []


async def test_a_second_poll_ends_the_first(telegram: TelegramServer) -> None:
    first = asyncio.create_task(call(telegram, "getUpdates", timeout="10"))
    await telegram.store.until(lambda: bool(telegram.calls("getUpdates")))
    assert await call(telegram, "getUpdates") == []
    assert str(await first).startswith("Conflict: terminated by other getUpdates request")


async def test_polling_and_webhook_exclude_each_other(telegram: TelegramServer) -> None:
    refusal = await call(telegram, "setWebhook", url="http://example.org/x")
    assert "An HTTPS URL must be provided" in refusal
    refusal = await call(telegram, "setWebhook", url="https://example.org/x", secret_token="a b")
    assert "unallowed characters" in refusal
    assert await call(telegram, "setWebhook", url="http://127.0.0.1:1/x") is True
    assert str(await call(telegram, "getUpdates")).startswith("Conflict: can't use getUpdates")
    assert await call(telegram, "deleteWebhook") is True
    assert await call(telegram, "getUpdates") == []


async def test_commands_have_their_limits(telegram: TelegramServer) -> None:
    def menu(command: str, description: str) -> list[dict[str, str]]:
        return [{"command": command, "description": description}]

    assert await call(telegram, "setMyCommands", commands=menu("start", "x")) is True
    refusal = await call(telegram, "setMyCommands", commands=menu("Start", "x"))
    assert refusal == "Bad Request: BOT_COMMAND_INVALID"
    refusal = await call(telegram, "setMyCommands", commands=menu("start", "x" * 257))
    assert refusal == "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"


async def test_the_buttons_in_place_of_the_letters_stay_until_they_are_removed(
    telegram: TelegramServer,
) -> None:
    citizen = Citizen(telegram, chat_id=CHAT)
    chat = {"chat_id": str(CHAT)}
    shown = reply_keyboard(request_location=True)
    sent = await call(telegram, "sendMessage", **chat, text="Où ?", reply_markup=shown)
    assert "reply_markup" not in sent
    await call(telegram, "sendMessage", **chat, text="encore")
    assert citizen.reply_buttons == ["Oui"]
    place = {**chat, "message_id": str(sent["message_id"])}
    refusal = await call(telegram, "editMessageReplyMarkup", **place, reply_markup=shown)
    assert refusal == "Bad Request: inline keyboard expected"
    removal = {"remove_keyboard": True}
    await call(telegram, "sendMessage", **chat, text="bien", reply_markup=removal)
    assert citizen.reply_buttons == []


async def test_a_number_or_a_place_is_asked_for_in_private_only(telegram: TelegramServer) -> None:
    group = Group(telegram)
    for request in ("request_location", "request_contact"):
        markup = reply_keyboard(**{request: True})
        refusal = await call(
            telegram, "sendMessage", chat_id=str(group.id), text="?", reply_markup=markup
        )
        assert refusal.endswith("can be requested in private chats only")


async def test_menus_and_descriptions_have_their_scope_and_limits(telegram: TelegramServer) -> None:
    menu = [{"command": "start", "description": "x"}]
    scope = {"type": "all_private_chats"}
    assert await call(telegram, "setMyCommands", commands=menu, scope=scope, language_code="fr")
    assert await call(telegram, "getMyCommands", scope=scope, language_code="fr") == menu
    assert await call(telegram, "getMyCommands", language_code="fr") == []
    refusal = await call(telegram, "setMyCommands", commands=menu, scope={"type": "everybody"})
    assert refusal == "Bad Request: can't parse BotCommandScope"
    assert await call(telegram, "setMyDescription", description="x" * 512) is True
    refusal = await call(telegram, "setMyDescription", description="x" * 513)
    assert refusal == "Bad Request: description is too long"
    assert await call(telegram, "setMyShortDescription", short_description="x" * 120) is True
    refusal = await call(telegram, "setMyShortDescription", short_description="x" * 121)
    assert refusal == "Bad Request: short description is too long"


async def test_a_file_can_be_fetched_with_its_id(telegram: TelegramServer) -> None:
    citizen = Citizen(telegram, chat_id=CHAT)
    await citizen.send_voice()
    file_id = telegram.updates.pending[0]["message"]["voice"]["file_id"]
    found = await call(telegram, "getFile", file_id=file_id)
    url = f"{telegram.url}/file/bot{telegram.token}/{found['file_path']}"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        assert await answer.read() == b"OggS"
    assert await call(telegram, "getFile", file_id="x") == "Bad Request: invalid file_id"
