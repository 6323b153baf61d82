"""Announcements to many chats: each once, whatever happens in the middle."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.news.delivering import Delivering
from bot.news.wording import Wording
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import Conversation, now
from bot.telegram.announcing import TelegramAnnouncer
from bot.telegram.channel import TelegramChannel
from bot.telegram.chats import conversation_id
from bot.telegram.pacing import Limits
from knowledge.base import Knowledge
from tests.bot.news.newsroom import deliveries, release, state_of, states, subscribe
from tests.bot.news.test_delivering import drain
from tests.bot.telegram.conftest import StartBot
from tests.stack import running_application
from tests.telegram_server.citizens import Citizen, buttons
from tests.telegram_server.errors import server_fault, too_many_requests
from tests.telegram_server.server import TelegramServer

Start = Callable[[TelegramChannel], Delivering]


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the rate of Telegram the tests would take minutes."""

    def limits(per_s: float) -> Limits:  # noqa: ARG001 what the settings say
        return Limits(per_s=1e6, at_once=1000, chat_per_s=1e6)

    monkeypatch.setattr("bot.telegram.channel.Limits", limits)


@pytest.fixture
def sending(database: Database, renderer: Renderer, knowledge: Knowledge) -> Start:
    wording = Wording(renderer, knowledge)
    return lambda channel: Delivering(database, TelegramAnnouncer(channel, wording))


async def readers(database: Database, telegram: TelegramServer, count: int) -> list[Citizen]:
    people = [Citizen(telegram) for _ in range(count)]
    ids = [conversation_id(each.id) for each in people]
    await subscribe(database, *(each.id for each in people), ids=ids)
    return people


async def test_it_arrives_as_it_was_written_with_a_way_to_stop(
    database: Database, polling: TelegramChannel, sending: Start, telegram: TelegramServer
) -> None:
    [reader] = await readers(database, telegram, 1)
    await release(database, texts={"fr": "Dossier <complet> & signé."}, source_title="B.O.")
    await drain(sending(polling))
    [message] = reader.messages
    assert "Dossier <complet> & signé." in message["text"]
    assert [each["type"] for each in message["entities"]] == ["bold", "text_link"]
    assert [each["callback_data"] for each in buttons(message)] == [
        "news:stop",
        "news:less:deadline",
        "news:less:social",
    ]


async def test_the_longest_text_is_one_message(
    database: Database, polling: TelegramChannel, sending: Start, telegram: TelegramServer
) -> None:
    [reader] = await readers(database, telegram, 1)
    texts, title = {"fr": "é" * 3000, "ar": "م" * 3000}, "t" * 200
    await release(database, texts=texts, source_title=title, source_document=title)
    await drain(sending(polling))
    assert len(reader.messages) == 1


async def test_who_blocked_the_bot_is_noted_and_a_chat_that_is_gone_is_told(
    database: Database, polling: TelegramChannel, sending: Start, telegram: TelegramServer
) -> None:
    amina, brahim = await readers(database, telegram, 2)
    await subscribe(database, 999_999)
    await amina.block_silently()
    await release(database)
    await drain(sending(polling))
    assert Counter((each.state, each.reason) for each in await deliveries(database)) == {
        ("failed", "blocked"): 1,
        ("failed", "gone"): 1,
        ("delivered", None): 1,
    }
    assert len(brahim.messages) == 1
    async with database.reading() as session:
        conversation = await session.get(Conversation, conversation_id(amina.id))
    assert conversation is not None
    assert conversation.blocked


@pytest.mark.usefixtures("fast")
async def test_a_short_429_is_waited_for(
    start_bot: StartBot, database: Database, sending: Start, telegram: TelegramServer
) -> None:
    people = await readers(database, telegram, 12)
    await release(database)
    telegram.refuse_next("sendMessage", too_many_requests(1))
    await drain(sending(await start_bot()))
    assert [len(each.messages) for each in people] == [1] * 12
    assert await states(database) == {"delivered": 12}


@pytest.mark.usefixtures("fast")
async def test_after_a_long_429_nothing_leaves_and_nothing_is_lost(
    start_bot: StartBot, database: Database, sending: Start, telegram: TelegramServer
) -> None:
    people = await readers(database, telegram, 20)
    await release(database)
    telegram.refuse_next("sendMessage", too_many_requests(600), times=8)
    await drain(sending(await start_bot()))
    assert len(telegram.calls("sendMessage")) <= 8
    assert await states(database) == {"pending": 20}
    assert min(each.due_at for each in await deliveries(database)) > now() + timedelta(seconds=500)
    assert [each.messages for each in people] == [[]] * 20


@pytest.mark.usefixtures("fast")
async def test_what_may_have_arrived_is_asked_for_once(
    start_bot: StartBot,
    database: Database,
    sending: Start,
    telegram: TelegramServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.news.delivering._FIRST_PAUSE_S", 0.02)
    people = await readers(database, telegram, 12)
    await release(database)
    telegram.refuse_next("sendMessage", server_fault())
    await drain(sending(await start_bot()))
    assert len(telegram.calls("sendMessage")) == 12
    assert await states(database) == {"delivered": 11, "uncertain": 1}
    assert sum(len(each.messages) for each in people) == 11


@pytest.mark.usefixtures("fast")
async def test_without_a_connection_nothing_becomes_uncertain(
    start_bot: StartBot,
    database: Database,
    sending: Start,
    telegram: TelegramServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.telegram.announcing._WITHOUT_CONNECTION_S", 0.02)
    await readers(database, telegram, 3)
    await release(database)
    channel = await start_bot()
    await telegram.stop()
    delivering = sending(channel)
    await delivering.begin_due()
    await delivering.deliver_due()
    assert await states(database) == {"pending": 3}


async def test_an_answer_does_not_wait_for_a_mass_sending(
    database: Database,
    polling: TelegramChannel,
    sending: Start,
    telegram: TelegramServer,
    amina: Citizen,
) -> None:
    people = await readers(database, telegram, 150)  # seven seconds
    await release(database)
    running = asyncio.create_task(sending(polling).run())
    await telegram.store.until(lambda: any(each.messages for each in people))
    await amina.send_text("bonjour")
    await amina.has(1)
    assert sum(len(each.messages) for each in people) < 150
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


@pytest.mark.usefixtures("fast")
async def test_a_stop_in_the_middle_leaves_nothing_uncertain(
    start_bot: StartBot, database: Database, sending: Start, telegram: TelegramServer
) -> None:
    people = await readers(database, telegram, 100)
    number = await release(database)
    channel = await start_bot()
    running = asyncio.create_task(sending(channel).run())
    await telegram.store.until(lambda: len(telegram.calls("sendMessage")) >= 30)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert sum(len(each.messages) for each in people) < 100
    await drain(sending(channel))
    assert [len(each.messages) for each in people] == [1] * 100
    assert await states(database) == {"delivered": 100}
    assert await state_of(database, number) == "sent"


@pytest.mark.usefixtures("fast")
async def test_a_killed_process_leaves_few_uncertain_and_nothing_twice(
    start_bot: StartBot,
    database: Database,
    database_url: str,
    sending: Start,
    telegram: TelegramServer,
) -> None:
    people = await readers(database, telegram, 60)
    number = await release(database)
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.url}
    manager = running_application(database_url, settings)
    stack = await asyncio.to_thread(manager.__enter__)
    try:
        await telegram.store.until(lambda: len(telegram.calls("sendMessage")) >= 20)
        stack.process.kill()
        await asyncio.to_thread(stack.process.wait, 20)
    finally:
        await asyncio.to_thread(manager.__exit__, None, None, None)
    assert sum(len(each.messages) for each in people) < 60
    await drain(sending(await start_bot()))
    assert {len(each.messages) for each in people} <= {0, 1}
    at_last = await states(database)
    assert at_last["uncertain"] <= 8
    assert at_last["delivered"] == 60 - at_last["uncertain"]
    assert at_last["delivered"] <= sum(len(each.messages) for each in people)
    assert await state_of(database, number) == "sent"
