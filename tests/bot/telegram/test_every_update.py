"""Every update that the library can build, and odd ones: an answer or silence (docs/telegram.md).

All of them come through the webhook, each from a chat of its own.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from sqlmodel import select

from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import TelegramUpdate
from bot.telegram.inbox import KINDS
from tests.bot.telegram.conftest import SECRET, StartBot
from tests.telegram_server.building import content_of_message, kinds_of_update
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer

HEADER = "X-Telegram-Bot-Api-Secret-Token"
_PATIENCE_S = 60.0
_LOOK_AGAIN_S = 0.05

Json = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What became of an update: its state in the inbox, and what the chat was told."""

    state: str
    texts: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """As in docs/telegram.md."""
        if self.state == "handled":
            return "answer" if self.texts else "silence"
        return self.state


class Door:
    """The webhook, as Telegram uses it."""

    def __init__(self, url: str, telegram: TelegramServer, database: Database) -> None:
        self._url = url
        self._telegram = telegram
        self._database = database

    async def outcomes(self, updates: Mapping[str, Json]) -> dict[str, Outcome]:
        """Posts each (placeholders in it are the citizen's) and gives what became of each."""
        citizens = {name: Citizen(self._telegram) for name in updates}
        numbers = dict(zip(updates, range(1, len(updates) + 1), strict=True))
        async with aiohttp.ClientSession(headers={HEADER: SECRET}) as session:
            for name, update in updates.items():
                body = _in_chat({"update_id": numbers[name], **update}, citizens[name])
                # Python's own dumps lets pass what strict JSON does not know.
                async with session.post(self._url, data=json.dumps(body)) as answer:
                    assert answer.status == 200, name
        states = await self._states()
        return {
            name: Outcome(states.get(number, "dropped"), tuple(citizens[name].texts))
            for name, number in numbers.items()
        }

    async def _states(self) -> dict[int, str]:
        async with asyncio.timeout(_PATIENCE_S):
            while True:
                async with self._database.reading() as session:
                    rows = await session.exec(
                        select(TelegramUpdate.update_id, TelegramUpdate.state)
                    )
                    states = dict(rows.all())
                if "pending" not in states.values():
                    return states
                await asyncio.sleep(_LOOK_AGAIN_S)


@pytest.fixture
async def door(
    start_bot: StartBot,
    webhook_settings: dict[str, str],
    telegram: TelegramServer,
    database: Database,
) -> Door:
    await start_bot(**webhook_settings)
    return Door(webhook_settings["TELEGRAM_WEBHOOK_URL"], telegram, database)


def _in_chat(value: Any, citizen: Citizen) -> Any:
    """The same with the citizen's own chat and person wherever a placeholder stands."""
    if value == _CHAT:
        return citizen.chat.body
    if value == _PERSON:
        return citizen.chat.person
    if isinstance(value, dict):
        return {name: _in_chat(item, citizen) for name, item in value.items()}
    if isinstance(value, list):
        return [_in_chat(item, citizen) for item in value]
    return value


_CHAT, _PERSON = {"placeholder": "chat"}, {"placeholder": "person"}
_SAID: Json = {"message_id": 5, "date": 1_790_000_000, "chat": _CHAT, "from": _PERSON}


def message(**more: Any) -> Json:
    return {"message": {**_SAID, **more}}


def text(**more: Any) -> Json:
    return message(text="bonjour", **more)


def without(field: str) -> Json:
    said = text()["message"]
    return {"message": {name: value for name, value in said.items() if name != field}}


def press(**more: Any) -> Json:
    query = {"id": "1", "from": _PERSON, "chat_instance": "1", "data": "x", "message": _SAID}
    return {"callback_query": {**query, **more}}


def membership(status: Any, **more: Any) -> Json:
    member = {"user": {"id": 424242, "is_bot": True, "first_name": "Jisr"}, "status": status}
    return {
        "my_chat_member": {
            "chat": _CHAT,
            "from": _PERSON,
            "date": 1_790_000_000,
            "old_chat_member": {**member, "status": "member"},
            "new_chat_member": {**member, **more},
        }
    }


def _kind(name: str, value: Any) -> Json:
    """An update of that kind in the citizen's private chat."""
    placed = {**value, **({"chat": _CHAT} if "chat" in value else {})}
    if "from" in value:
        placed["from"] = _PERSON
    if name == "callback_query":
        placed["message"] = _SAID
    return {name: placed}


EVERY_KIND = {
    **dict.fromkeys(kinds_of_update(), "dropped"),
    "message": "answer",  # empty as it is: only text and files can be read
    "edited_message": "silence",
    "channel_post": "answer",
    "callback_query": "answer",
    "my_chat_member": "silence",
}


async def test_every_kind_of_update_is_answered_or_passed_over_in_silence(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    updates = {name: _kind(name, value) for name, value in kinds_of_update().items()}
    found = await door.outcomes(updates)
    assert {name: outcome.word for name, outcome in found.items()} == EVERY_KIND
    assert _faults(caplog) == []


def test_what_is_asked_for_is_what_is_handled() -> None:
    handled = {name for name, word in EVERY_KIND.items() if word != "dropped"}
    assert handled == set(KINDS)


# Telegram's own notices in a private chat: nobody said anything.
NOTICES = """
    channel_chat_created chat_background_set chat_owner_changed chat_owner_left chat_shared
    checklist_tasks_added checklist_tasks_done connected_website delete_chat_photo
    direct_message_price_changed forum_topic_closed forum_topic_created forum_topic_edited
    forum_topic_reopened general_forum_topic_hidden general_forum_topic_unhidden gift
    gift_upgrade_sent giveaway_completed giveaway_created group_chat_created
    left_chat_member managed_bot_created message_auto_delete_timer_changed
    migrate_from_chat_id migrate_to_chat_id new_chat_members new_chat_photo new_chat_title
    paid_message_price_changed pinned_message poll_option_added poll_option_deleted
    proximity_alert_triggered refunded_payment suggested_post_approval_failed
    suggested_post_approved suggested_post_declined suggested_post_paid
    suggested_post_refunded supergroup_chat_created unique_gift users_shared
    video_chat_ended video_chat_participants_invited video_chat_scheduled video_chat_started
    web_app_data write_access_allowed
"""


async def test_every_content_of_a_message_is_answered_or_passed_over_in_silence(
    door: Door, telegram: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.store.files["x"] = b"no file of any kind that is taken"
    updates = {name: message(**{name: value}) for name, value in content_of_message().items()}
    found = await door.outcomes(updates)
    assert {name for name, outcome in found.items() if outcome.word == "silence"} == set(
        NOTICES.split()
    )
    assert {outcome.word for outcome in found.values()} == {"answer", "silence"}
    assert _faults(caplog) == []


ODD: Mapping[str, tuple[Json, str]] = {
    "nobody said it": (without("from"), "answer"),
    "from is null": (text(**{"from": None}), "answer"),
    "no text": (message(), "answer"),
    "empty text": (message(text=""), "answer"),
    "text is null": (message(text=None), "answer"),
    "4,096 marks that turn the text over": (message(text="\u202e" * 4096), "answer"),
    "half a character": (message(text="bonjour \ud83d"), "answer"),
    "a NUL in the text": (message(text="bonjour\0"), "answer"),
    "nothing but a NUL": (message(text="\0"), "answer"),
    "entities that lie outside": (
        text(entities=[{"type": "bold", "offset": 4000, "length": 9}]),
        "answer",
    ),
    "entities that lie before": (
        text(entities=[{"type": "bot_command", "offset": -5, "length": -9}]),
        "answer",
    ),
    "a command longer than the text": (
        message(text="/", entities=[{"type": "bot_command", "offset": 0, "length": 4000}]),
        "answer",
    ),
    "an entity of an unknown type": (
        text(entities=[{"type": "tomorrow", "offset": 0, "length": 1}]),
        "answer",
    ),
    "entities are null": (text(entities=None), "answer"),
    "entities are no list": (text(entities="x"), "failed"),
    "an entity without its place": (text(entities=[{"type": "bold"}]), "failed"),
    "a negative message": (text(message_id=-5), "answer"),
    "a message beyond 2^53": (text(message_id=2**60), "answer"),
    "a message beyond 2^63": (text(message_id=2**70), "answer"),
    "the first date": (text(date=0), "answer"),
    "a date before the first": (text(date=-1), "answer"),
    "a far future": (text(date=2**33), "answer"),
    "a date beyond all years": (text(date=2**62), "failed"),
    "no date": (without("date"), "failed"),
    "a date in words": (text(date="hier"), "failed"),
    "fields that nobody knows": (text(tomorrow={"x": [1]}, chat_mood="good"), "answer"),
    "fields that nobody knows beside": ({**text(), "tomorrow": 1}, "answer"),
    "a kind that nobody knows": ({"tomorrow": {"chat": _CHAT}}, "dropped"),
    "no kind at all": ({}, "dropped"),
    "message is null": ({"message": None}, "dropped"),
    "message is a text": ({"message": "bonjour"}, "dropped"),
    "message is a list": ({"message": [1]}, "dropped"),
    "chat is null": (text(chat=None), "dropped"),
    "chat is a number": (text(chat=5), "dropped"),
    "the chat's id is a text": (text(chat={"id": "5", "type": "private"}), "dropped"),
    "the chat's id is true": (text(chat={"id": True, "type": "private"}), "dropped"),
    "the chat's id is beyond 2^63": (text(chat={"id": 2**63, "type": "private"}), "dropped"),
    "a number without end": (text(weight=float("inf")), "dropped"),
    "not a number": (text(weight=float("nan")), "dropped"),
    "from is a text": (text(**{"from": "Amina"}), "failed"),
    "from has no name": (text(**{"from": {"id": 1, "is_bot": False}}), "failed"),
    "an unknown language": (
        text(**{"from": {"id": 1, "is_bot": False, "first_name": "A", "language_code": "xx-Y"}}),
        "answer",
    ),
    "a language that is a number": (
        text(**{"from": {"id": 1, "is_bot": False, "first_name": "A", "language_code": 5}}),
        "failed",
    ),
    "text is a number": (message(text=5), "failed"),
    "text is an object": (message(text={"a": 1}), "failed"),
    "a photo of no size": (message(photo=[]), "answer"),
    "a photo is null": (message(photo=None), "answer"),
    "a document without a file": (message(document={}), "failed"),
    "a document that is not there": (
        message(document={"file_id": "gone", "file_unique_id": "x"}),
        "failed",
    ),
    "a voice of many gigabytes": (
        message(voice={"file_id": "x", "file_unique_id": "x", "duration": 3, "file_size": 2**60}),
        "answer",
    ),
    "a caption without anything": (message(caption="bonjour"), "answer"),
    "an answer to itself": (text(reply_to_message=_SAID), "answer"),
    "an edit without a date": ({"edited_message": {**_SAID, "text": "bonsoir"}}, "answer"),
    "an edit to nothing": ({"edited_message": {**_SAID, "text": ""}}, "silence"),
    "a press without data": (press(data=None), "answer"),
    "a press of a game": (press(data=None, game_short_name="x"), "answer"),
    "a press of very long data": (press(data="x" * 5000), "answer"),
    "a press of foreign data": (press(data="é\u202e\0"), "answer"),
    "a press under a message that is gone": (
        press(message={"message_id": 5, "date": 0, "chat": _CHAT}),
        "answer",
    ),
    "a press under a message beyond 2^63": (
        press(message={**_SAID, "message_id": 2**70}),
        "failed",
    ),
    "a press under an inline message": (press(message=None, inline_message_id="x"), "dropped"),
    "a press by nobody": (press(**{"from": None}), "answer"),
    "a standing that nobody knows": (membership("tomorrow"), "silence"),
    "a standing that is null": (membership(None), "silence"),
    "no standing": ({"my_chat_member": {"chat": _CHAT}}, "failed"),
}


async def test_odd_fields_are_got_over_and_stop_nobody(door: Door, renderer: Renderer) -> None:
    found = await door.outcomes({name: update for name, (update, _word) in ODD.items()})
    words = {name: outcome.word for name, outcome in found.items()}
    assert words == {name: word for name, (_update, word) in ODD.items()}
    sorry = (renderer.words("fr", "error-internal-error"),)
    assert {found[name].texts for name, word in words.items() if word == "failed"} == {sorry}
    assert max(len(outcome.texts) for outcome in found.values()) == 2  # the notice, the answer


def _faults(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [
        record.getMessage()
        for record in caplog.records
        if record.name.startswith("bot.") and record.levelno >= logging.WARNING
    ]
