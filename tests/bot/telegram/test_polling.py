"""Polling: kept first, confirmed after, handled once, in order per chat."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta

import pytest
from sqlalchemy import update
from telegram import Bot

from bot.dialogue.conversations import Conversations
from bot.dialogue.turns import Dialogue
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.leases import Leases
from bot.storage.models import Lease, TelegramUpdate, now
from bot.telegram.channel import telegram_channel
from bot.telegram.inbox import Inbox
from bot.telegram.receiving import Polling
from bot.tickets.attachments import Attachments
from knowledge.base import Knowledge
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import StartBot, telegram_settings
from tests.bot.telegram.waiting import until
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.errors import server_fault
from tests.telegram_server.server import TelegramServer


@pytest.mark.usefixtures("polling")
async def test_a_text_is_answered(amina: Citizen, telegram: TelegramServer) -> None:
    await amina.send_text("bonjour")
    await amina.has(1)
    assert "Jisr" in amina.texts[0]
    assert telegram.store.actions[0]["action"] == "typing"


@pytest.mark.usefixtures("polling")
async def test_an_update_delivered_twice_is_handled_once(
    amina: Citizen, telegram: TelegramServer, rasa: RasaStandIn
) -> None:
    await amina.send_text("bonjour")
    first = telegram.updates.pending[0]
    answered = len(await amina.has(2))
    await telegram.updates.put(first)
    await amina.send_text("encore")
    await amina.has(answered + 1)
    assert [turn["text"] for turn in rasa.asked] == ["bonjour", "encore"]


async def test_what_was_kept_but_not_handled_is_handled_after_a_restart(
    start_bot: StartBot, amina: Citizen, database: Database, telegram: TelegramServer
) -> None:
    await amina.send_text("bonjour")
    # As a process leaves it that died right after it had committed the update.
    await Inbox(database).commit(telegram.updates.pending)
    telegram.updates.pending.clear()
    await start_bot()
    await amina.has(1)


async def test_a_stop_finishes_the_update_in_hand_and_leaves_the_others(
    start_bot: StartBot, amina: Citizen, rasa: RasaStandIn, telegram: TelegramServer
) -> None:
    rasa.hold = asyncio.Event()
    channel = await start_bot()
    await amina.send_text("bonjour")
    await amina.send_text("encore")
    await telegram.store.until(lambda: len(telegram.store.actions) == 1)
    stopping = asyncio.create_task(channel.stop())
    rasa.hold.set()
    await stopping
    assert len(telegram.store.actions) == 1
    before = len(amina.messages)
    assert before >= 1
    await start_bot()
    await amina.has(before + 1)
    assert [turn["text"] for turn in rasa.asked] == ["bonjour", "encore"]


@pytest.mark.usefixtures("polling")
async def test_one_chat_is_handled_in_order_and_does_not_hold_up_another(
    amina: Citizen, brahim: Citizen, rasa: RasaStandIn
) -> None:
    gate = asyncio.Event()

    async def hold_the_first(body: dict) -> None:
        if body["text"] == "un":
            await asyncio.wait_for(gate.wait(), 5)

    rasa.meanwhile = hold_the_first
    await amina.send_text("un")
    await amina.send_text("deux")
    await brahim.send_text("trois")
    await brahim.has(1)
    assert "deux" not in [turn["text"] for turn in rasa.asked]
    gate.set()
    await amina.has(3)
    assert [turn["text"] for turn in rasa.asked if turn["text"] != "trois"] == ["un", "deux"]


async def test_polling_goes_on_after_faults_of_telegram(
    start_bot: StartBot, amina: Citizen, telegram: TelegramServer
) -> None:
    telegram.refuse_next("getMe", server_fault(), times=5)
    telegram.refuse_next("getUpdates", server_fault(500), times=2)
    await start_bot()
    await amina.send_text("bonjour")
    await amina.has(1)


async def test_a_second_process_does_not_poll_beside_the_first(
    start_bot: StartBot, amina: Citizen, telegram: TelegramServer
) -> None:
    first = await start_bot()
    await telegram.store.until(lambda: bool(telegram.calls("getUpdates")))
    await start_bot()
    await amina.send_text("bonjour")
    seen = len(await amina.has(2))
    await first.stop()
    await amina.send_text("encore")
    await amina.has(seen + 1)
    deletions = len(telegram.calls("deleteWebhook"))
    assert deletions == 2  # each deleted the webhook once, when its turn to poll came


async def test_who_loses_the_lease_stops_polling_until_it_is_theirs_again(
    telegram: TelegramServer,
    database: Database,
    amina: Citizen,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def lost() -> bool:
        return "lease.lost" in caplog.text

    leases = Leases(database, length=timedelta(seconds=2))
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as bot:
        polling = Polling(bot, Inbox(database), leases, nudge=lambda: None)
        running = asyncio.create_task(polling.run())
        await telegram.store.until(lambda: bool(telegram.calls("getUpdates")))
        async with database.writing() as session:
            theirs = {"holder": "another", "until": now() + timedelta(seconds=10)}
            await session.exec(update(Lease).values(**theirs))
        await until(lost)
        polls = len(telegram.calls("getUpdates"))
        update_id = await amina.send_text("bonjour")
        assert [item["update_id"] for item in telegram.updates.pending] == [update_id]
        assert await Inbox(database).waiting_chats() == []
        await Leases(database).release("telegram-polling", "another")
        await telegram.store.until(lambda: len(telegram.calls("getUpdates")) > polls + 1)
        assert await Inbox(database).waiting_chats() == [str(amina.id)]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_an_update_that_cannot_be_kept_does_not_come_for_ever(
    start_bot: StartBot, amina: Citizen, telegram: TelegramServer
) -> None:
    await telegram.updates.add(message=None)
    await telegram.updates.add(message={"chat": "x"})
    await start_bot()
    await amina.send_text("bonjour")
    await amina.has(1)
    await telegram.store.until(lambda: telegram.updates.pending == [])


async def test_a_wrong_token_is_told_to_the_operator_and_stops_nothing_else(
    start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    channel = await start_bot(token="1:wrong")
    assert channel._running is not None
    await asyncio.wait_for(channel._running, 5)
    assert "telegram.token-refused" in caplog.text
    assert "1:wrong" not in caplog.text


def test_without_a_token_nothing_is_built(
    database: Database,
    dialogue: Dialogue,
    conversations: Conversations,
    renderer: Renderer,
    attachments: Attachments,
    knowledge: Knowledge,
) -> None:
    settings = telegram_settings("http://127.0.0.1:1", "")
    channel = telegram_channel(
        settings, database, dialogue, conversations, renderer, attachments, knowledge
    )
    assert channel is None


@pytest.mark.usefixtures("polling")
async def test_the_text_of_a_handled_update_is_not_kept_in_the_inbox(
    amina: Citizen, database: Database
) -> None:
    update_id = await amina.send_text("secret de famille")
    await amina.has(2)
    await amina.send_text("encore")
    await amina.has(3)
    async with database.reading() as session:
        row = await session.get(TelegramUpdate, update_id)
    assert row is not None
    assert row.state == "handled"
    assert set(row.body) == {"written_message"}


@pytest.mark.usefixtures("polling")
async def test_no_text_name_or_token_reaches_the_logs(
    amina: Citizen,
    telegram: TelegramServer,
    logged: io.StringIO,
) -> None:
    await amina.send_text("secret de famille")
    await amina.has(1)
    lines = logged.getvalue()
    assert "turn.answered" in lines
    for private in ("secret de famille", "Nom-de-test", telegram.token):
        assert private not in lines
