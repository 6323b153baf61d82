"""An update that fails is tried again while the later ones of its chat wait, and ends."""

from __future__ import annotations

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
    caplog: pytest.LogCaptureFixture,
) -> None:
    stumbling.faults["un"] = 99
    update_id = await amina.send_text("un")
    await amina.send_text("deux")
    await amina.has(2)
    assert stumbling.tried == ["un"] * 4 + ["deux"]
    assert amina.texts[0] == renderer.words("fr", "error-internal-error")
    assert await state(database, update_id) == "failed"
    assert "telegram.update-failed" in caplog.text
    assert "fault at un" not in caplog.text


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
