"""An update that fails is tried again while the later ones of its chat wait, and ends."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest

from bot.dialogue.exchange import Incoming, TurnAnswer
from bot.dialogue.turns import Dialogue
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import TelegramUpdate
from bot.telegram.inbox import Inbox
from tests.bot.telegram.conftest import StartBot
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.errors import too_many_requests
from tests.telegram_server.server import TelegramServer


class Stumbling:
    """Lets turns of some texts fail a number of times."""

    def __init__(self, dialogue: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
        self.faults: dict[str, int] = {}
        self.tried: list[str | None] = []
        self._take = dialogue.take
        monkeypatch.setattr(dialogue, "take", self.take)

    async def take(self, incoming: Incoming) -> TurnAnswer:
        self.tried.append(incoming.text)
        if self.faults.get(incoming.text or "", 0) > 0:
            self.faults[incoming.text or ""] -= 1
            raise RuntimeError(f"fault at {incoming.text}")
        return await self._take(incoming)


@pytest.fixture
def stumbling(dialogue: Dialogue, monkeypatch: pytest.MonkeyPatch) -> Stumbling:
    return Stumbling(dialogue, monkeypatch)


async def state(database: Database, update_id: int) -> str:
    async with database.reading() as session:
        row = await session.get(TelegramUpdate, update_id)
    assert row is not None
    return row.state


@pytest.mark.usefixtures("polling")
async def test_a_passing_fault_is_got_over_in_order(stumbling: Stumbling, amina: Citizen) -> None:
    stumbling.faults["un"] = 2
    await amina.send_text("un")
    await amina.send_text("deux")
    await amina.has(3)
    assert stumbling.tried == ["un", "un", "un", "deux"]


@pytest.mark.usefixtures("polling")
async def test_a_lasting_fault_is_given_up_told_and_does_not_stop_the_chat(
    stumbling: Stumbling,
    amina: Citizen,
    database: Database,
    renderer: Renderer,
    logged: StringIO,
) -> None:
    stumbling.faults["un"] = 99
    update_id = await amina.send_text("un")
    await amina.send_text("deux")
    await amina.has(2)
    assert stumbling.tried == ["un"] * 4 + ["deux"]
    assert amina.texts[0] == renderer.words("fr", "error-internal-error")
    assert await state(database, update_id) == "failed"
    assert "telegram.update-failed" in logged.getvalue()
    assert "fault at un" not in logged.getvalue()


async def test_an_update_that_kills_the_process_each_time_is_given_up_in_the_end(
    start_bot: StartBot, database: Database, amina: Citizen, stumbling: Stumbling
) -> None:
    inbox = Inbox(database)
    chat: dict[str, Any] = {"chat": amina.chat.body, "from": amina.chat.person}
    poison = {"update_id": 1, "message": {"message_id": 1, "date": 1, "text": "un", **chat}}
    await inbox.commit([poison])
    for _ in range(4):
        await inbox.next_of(str(amina.id))  # taken, and the process died over it
    stumbling.faults["un"] = 99
    await start_bot()
    await amina.has(1)
    assert stumbling.tried == ["un"]
    assert await state(database, 1) == "failed"


@pytest.mark.usefixtures("polling")
async def test_an_update_that_the_library_cannot_read_stops_nothing(
    amina: Citizen, database: Database
) -> None:
    broken = await amina.send(text="x", entities=[{"type": "bold"}])
    await amina.send_text("bonjour")
    await amina.has(2)
    assert await state(database, broken) in {"failed", "handled"}


async def test_however_often_telegram_asks_to_wait_no_update_is_given_up(
    start_bot: StartBot,
    database: Database,
    amina: Citizen,
    telegram: TelegramServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.telegram.sending._LONGEST_WAIT_S", 0.0)  # one second is too long
    telegram.refuse_next("sendMessage", too_many_requests(1), times=5)
    await start_bot()
    update_id = await amina.send_text("bonjour")
    await amina.has(2)
    await amina.send_text("encore")
    await amina.has(3)
    assert await state(database, update_id) == "handled"


@pytest.mark.usefixtures("polling")
async def test_a_chat_that_has_to_wait_for_an_hour_holds_no_place_and_loses_nothing(
    database: Database, amina: Citizen, brahim: Citizen, telegram: TelegramServer
) -> None:
    telegram.refuse_next("sendMessage", too_many_requests(3600))
    first = await amina.send_text("bonjour")
    await telegram.store.until(lambda: bool(telegram.calls("sendMessage")))
    second = await amina.send_text("encore")
    await brahim.send_text("salam")
    await brahim.has(2)
    assert [await state(database, number) for number in (first, second)] == ["pending"] * 2
    assert amina.messages == []


async def test_an_update_that_is_given_up_keeps_no_place_and_no_number(database: Database) -> None:
    inbox = Inbox(database)
    place = {"latitude": 50.63, "longitude": 3.06}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": 1, "chat": chat, "location": place, "contact": {"phone_number": "1"}}
    await inbox.commit([{"update_id": 1, "message": message}])
    row = await inbox.next_of("7")
    assert row is not None
    await inbox.failed(row)
    async with database.reading() as session:
        kept = await session.get(TelegramUpdate, 1)
    assert kept is not None
    assert kept.body == {"update_id": 1, "message": {"message_id": 1, "chat": chat}}
