"""The webhook: the secret first, the inbox next, then 200."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from aiohttp.test_utils import unused_port
from sqlmodel import select

from bot.storage.database import Database
from bot.storage.models import TelegramUpdate
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import SECRET, StartBot
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer

URL = "TELEGRAM_WEBHOOK_URL"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {
    "update_id": 5,
    "message": {"message_id": 1, "date": 1, "chat": {"id": 9, "type": "private"}, "text": "salut"},
}


@pytest.fixture
async def url(start_bot: StartBot, webhook_settings: dict[str, str]) -> str:
    await start_bot(**webhook_settings)
    return webhook_settings["TELEGRAM_WEBHOOK_URL"]


async def stored(database: Database) -> list[int]:
    async with database.reading() as session:
        return list((await session.exec(select(TelegramUpdate.update_id))).all())


async def post(url: str, body: object, **headers: str) -> int:
    data = body if isinstance(body, bytes) else None
    json = None if data is not None else body
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=data, json=json, headers=headers) as answer,
    ):
        return answer.status


@pytest.mark.usefixtures("url")
async def test_an_update_posted_with_the_secret_is_answered(
    amina: Citizen, telegram: TelegramServer
) -> None:
    await amina.send_text("bonjour")
    await amina.has(1)
    [registered] = telegram.calls("setWebhook")
    assert registered["secret_token"] == SECRET
    assert telegram.calls("getUpdates") == []


@pytest.mark.parametrize("given", [{}, {HEADER: "wrong"}, {HEADER: "é"}, {HEADER: f"{SECRET}x"}])
async def test_without_the_right_secret_nothing_is_read_or_stored(
    url: str, database: Database, given: dict[str, str]
) -> None:
    assert await post(url, UPDATE, **given) == 401
    assert await post(url, b"not json", **given) == 401
    assert await stored(database) == []


@pytest.mark.parametrize("body", [b"not json", b"[]", b"{}", b'{"update_id": "x"}', b"\xff"])
async def test_a_body_that_is_no_update_is_refused(
    url: str, database: Database, body: bytes
) -> None:
    assert await post(url, body, **{HEADER: SECRET}) == 400
    assert await stored(database) == []


async def test_the_update_is_in_the_inbox_before_telegram_gets_its_200(
    url: str, database: Database, rasa: RasaStandIn
) -> None:
    rasa.hold = asyncio.Event()
    assert await post(url, UPDATE, **{HEADER: SECRET}) == 200
    assert await stored(database) == [5]
    rasa.hold.set()


async def test_an_update_posted_twice_is_handled_once(
    url: str, amina: Citizen, telegram: TelegramServer, rasa: RasaStandIn
) -> None:
    await amina.send_text("bonjour")
    update = telegram.updates.pending[0]
    seen = len(await amina.has(2))
    assert await post(url, update, **{HEADER: SECRET}) == 200
    await amina.send_text("encore")
    await amina.has(seen + 1)
    assert [turn["text"] for turn in rasa.asked] == ["bonjour", "encore"]


@pytest.mark.usefixtures("url")
async def test_two_processes_behind_one_webhook_answer_once_and_in_order(
    start_bot: StartBot, amina: Citizen, rasa: RasaStandIn
) -> None:
    await start_bot()  # looks into the same inbox
    for text in ("un", "deux", "trois"):
        await amina.send_text(text)
    await amina.has(4)
    assert [turn["text"] for turn in rasa.asked] == ["un", "deux", "trois"]
    assert rasa.most_running == 1


async def test_two_processes_that_get_the_same_update_answer_once(
    start_bot: StartBot,
    url: str,
    webhook_settings: dict[str, str],
    amina: Citizen,
    database: Database,
    rasa: RasaStandIn,
) -> None:
    other = webhook_settings | {URL: f"http://127.0.0.1:{unused_port()}/telegram/webhook"}
    await start_bot(**other)
    chat = {"chat": amina.chat.body, "from": amina.chat.person}
    texts = [f"question {letter}" for letter in "abcdefgh"]
    for number, text in enumerate(texts):
        message = {"message_id": number + 1, "date": 1, "text": text, **chat}
        update = {"update_id": number, "message": message}
        posts = (post(door, update, **{HEADER: SECRET}) for door in (url, other[URL]))
        assert await asyncio.gather(*posts) == [200, 200]
    await amina.has(9)
    assert [turn["text"] for turn in rasa.asked] == texts
    assert await stored(database) == list(range(8))


async def test_an_update_that_is_none_of_ours_is_confirmed_and_not_kept(
    url: str, database: Database
) -> None:
    for update in ({"update_id": 1}, {"update_id": 2**80, "message": UPDATE["message"]}):
        assert await post(url, update, **{HEADER: SECRET}) == 200
    assert await stored(database) == []


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"update_id": 1' + b"0" * 5000 + b"}"])
async def test_json_that_no_reader_takes_is_refused(url: str, body: bytes) -> None:
    assert await post(url, body, **{HEADER: SECRET}) == 400
