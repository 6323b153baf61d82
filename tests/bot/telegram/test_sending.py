"""What leaves: escaped, cut where it is too long, patient, and delivered from the outbox."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from telegram.error import NetworkError
from telegram.ext import ExtBot

from bot.dialogue.conversations import Conversations
from bot.dialogue.outbox import Outbox
from bot.storage.database import Database
from bot.storage.models import Conversation, OutboxMessage, now
from bot.telegram.channel import TelegramChannel
from bot.telegram.chats import Chats, conversation_id
from bot.telegram.sending import Sender
from bot.telegram.wording import plain
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import StartBot
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.errors import blocked, server_fault, too_many_requests
from tests.telegram_server.server import TelegramServer

STAFF_REPLY = {"reference": "MDM-2026-000001", "text": "Bonjour & <b>merci</b> 👋"}


async def keep(database: Database, chat_id: int, **args: str) -> int:
    """A staff reply in the outbox, as the console leaves it."""
    async with database.writing() as session:
        key = conversation_id(chat_id)
        if await session.get(Conversation, key) is None:
            session.add(Conversation(id=key, channel="telegram", address=str(chat_id)))
            await session.flush()
        said = {"say": "staff-reply", "args": {**STAFF_REPLY, **args}, "asks": None}
        message = OutboxMessage(conversation_id=key, channel="telegram", said=said)
        session.add(message)
        await session.flush()
        assert message.id is not None
        return message.id


async def state(database: Database, message_id: int) -> str:
    async with database.reading() as session:
        message = await session.get(OutboxMessage, message_id)
    assert message is not None
    return message.state


async def is_blocked(database: Database, chat_id: int) -> bool:
    async with database.reading() as session:
        conversation = await session.get(Conversation, conversation_id(chat_id))
    assert conversation is not None
    return conversation.blocked


async def test_a_staff_reply_arrives_after_a_restart_as_it_was_written(
    database: Database, start_bot: StartBot, amina: Citizen
) -> None:
    message_id = await keep(database, amina.id)
    channel = await start_bot()
    await Outbox(database).deliver_due({"telegram": channel})
    assert "Bonjour & <b>merci</b> 👋" in amina.texts[0]
    assert await state(database, message_id) == "delivered"


async def test_what_is_for_somebody_who_blocked_the_bot_waits_until_they_let_it_speak(
    database: Database, polling: TelegramChannel, amina: Citizen, telegram: TelegramServer
) -> None:
    numbers = [await keep(database, amina.id, text=text) for text in ("un", "deux")]
    amina.chat.blocked = True
    for _ in range(3):
        await Outbox(database).deliver_due({"telegram": polling})
    assert await is_blocked(database, amina.id)
    assert len(telegram.calls("sendMessage")) == 1
    await amina.unblock()
    await Chats(database, Conversations(database)).mark_blocked(amina.id, blocked=False)
    for _ in range(2):
        await Outbox(database).deliver_due({"telegram": polling})
    assert ["un" in amina.texts[0], "deux" in amina.texts[1]] == [True, True]
    assert [await state(database, number) for number in numbers] == ["delivered"] * 2


async def test_what_waited_for_more_than_a_month_is_not_told_any_more(
    database: Database, polling: TelegramChannel, amina: Citizen
) -> None:
    old, new = await keep(database, amina.id), await keep(database, amina.id, text="neuf")
    await Outbox(database).mark([old], created_at=now() - timedelta(days=31))
    for _ in range(2):
        await Outbox(database).deliver_due({"telegram": polling})
    assert [await state(database, number) for number in (old, new)] == ["failed", "delivered"]
    assert len(amina.messages) == 1


async def test_a_wait_of_an_hour_loses_nothing_and_counts_as_no_try(
    database: Database, polling: TelegramChannel, amina: Citizen, telegram: TelegramServer
) -> None:
    number = await keep(database, amina.id)
    telegram.refuse_next("sendMessage", too_many_requests(3600))
    await Outbox(database).deliver_due({"telegram": polling})
    async with database.reading() as session:
        message = await session.get(OutboxMessage, number)
    assert message is not None
    assert (message.state, message.attempts) == ("pending", 0)
    assert timedelta(minutes=59) < message.next_attempt_at - now() <= timedelta(hours=1)


async def test_a_clock_that_ran_ahead_holds_nothing_up_when_it_is_mended(
    database: Database, polling: TelegramChannel, amina: Citizen
) -> None:
    number = await keep(database, amina.id)
    await Outbox(database).mark([number], next_attempt_at=now() + timedelta(days=365))
    await Outbox(database).deliver_due({"telegram": polling})
    assert await state(database, number) == "delivered"


async def test_a_staff_reply_to_a_chat_that_is_gone_is_not_tried_again(
    database: Database, polling: TelegramChannel
) -> None:
    message_id = await keep(database, 987654)
    await Outbox(database).deliver_due({"telegram": polling})
    assert await state(database, message_id) == "failed"
    assert await is_blocked(database, 987654)


async def test_a_long_message_goes_on_where_it_broke_off(
    amina: Citizen, telegram: TelegramServer, database: Database
) -> None:
    paragraphs = [f"{number} " + "mot " * 400 for number in range(6)]
    parts = plain("\n\n".join(paragraphs))
    async with ExtBot(telegram.token, base_url=f"{telegram.url}/bot") as bot:
        sender = Sender(bot, database)
        sending = asyncio.create_task(sender.send(amina.id, parts, "outbox:1"))
        await amina.has(1)
        telegram.refuse_next("sendMessage", server_fault())
        with pytest.raises(NetworkError):
            await sending
        assert len(amina.messages) < len(parts)
        # As after a restart: nothing of it is in memory.
        await Sender(bot, database).send(amina.id, parts, "outbox:1")
    assert len(amina.messages) == len(parts)
    assert "\n\n".join(amina.texts).split() == " ".join(paragraphs).split()


@pytest.mark.usefixtures("polling")
async def test_a_429_is_waited_out_and_the_answer_arrives_once(
    amina: Citizen, telegram: TelegramServer
) -> None:
    telegram.refuse_next("sendMessage", too_many_requests(1))
    started = asyncio.get_running_loop().time()
    await amina.send_text("bonjour")
    await amina.has(2)
    assert asyncio.get_running_loop().time() - started >= 1.0
    assert len(set(amina.texts)) == len(amina.texts)


@pytest.mark.usefixtures("polling")
async def test_a_429_of_one_chat_does_not_hold_up_another(
    amina: Citizen, brahim: Citizen, telegram: TelegramServer
) -> None:
    telegram.refuse_next("sendMessage", too_many_requests(3))
    await amina.send_text("bonjour")
    await telegram.store.until(lambda: len(telegram.calls("sendMessage")) == 1)
    await brahim.send_text("bonjour")
    await brahim.has(1)
    assert amina.messages == []


@pytest.mark.usefixtures("polling")
async def test_faults_of_telegram_are_repeated_until_the_answer_arrives(
    amina: Citizen, telegram: TelegramServer, rasa: RasaStandIn
) -> None:
    telegram.refuse_next("sendMessage", server_fault(), times=6)
    await amina.send_text("bonjour")
    await amina.has(2)
    assert len(rasa.asked) == 1


@pytest.mark.usefixtures("polling")
async def test_a_fault_while_removing_a_keyboard_does_not_lose_the_turn(
    amina: Citizen, telegram: TelegramServer, rasa: RasaStandIn
) -> None:
    await amina.send_text("bonjour")
    seen = len(await amina.has(2))
    telegram.refuse_next("editMessageReplyMarkup", server_fault(), times=5)
    await amina.press("Les programmes")
    await amina.has(seen + 1)
    assert [turn["text"] for turn in rasa.asked] == ["bonjour", "/list_programmes"]
    assert len(telegram.store.answered_queries) == 1


@pytest.mark.usefixtures("polling")
async def test_an_update_whose_answer_is_forbidden_is_done_with(
    amina: Citizen, telegram: TelegramServer, database: Database
) -> None:
    telegram.refuse_next("sendMessage", blocked())
    await amina.send_text("bonjour")
    await amina.send_text("encore")
    await amina.has(1)
    assert len(telegram.calls("sendMessage")) == 2
    assert await is_blocked(database, amina.id) is False  # they wrote again


@pytest.mark.usefixtures("polling")
async def test_an_answer_names_its_sources_as_links_and_shows_no_preview(
    amina: Citizen, rasa: RasaStandIn
) -> None:
    rasa.intent = "ask_programme"
    topic, facet = "social/scholarships", "overview"
    rasa.said = [{"say": "answer", "args": {"topic": topic, "facet": facet, "ranked": []}}]
    await amina.send_text("les bourses pour les enfants de MRE")
    [answer, *_] = await amina.has(1)
    assert "Sources" in answer["text"]
    assert answer["link_preview_options"] == {"is_disabled": True}
