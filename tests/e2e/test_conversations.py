"""Every conversation of tests/dialogues, played through the running product, and its log after.

The last tests look at what application and Rasa logged at DEBUG while all of them were played.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import aiohttp
import pytest

from bot.web.chat import conversation_begun_by, turn_of
from nlu.log_lines import turn_name
from tests.chat_client import Answer, ChatClient, ChatRefused
from tests.dialogues.__main__ import play
from tests.dialogues.expectations import reply_text, ticket_told
from tests.dialogues.scenario import Scenario, read_scenarios
from tests.e2e.conftest import ADMIN_PASSWORD, first_password
from tests.stack import Stack
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCENARIOS = read_scenarios(Path("tests/dialogues"))
NAME, MAIL, PHONE = "Zoubida Quetzalbenz", "zoubida@quetzal.example", "+33 6 57 31 90 24"
FILE_NAME, NOTE, DISH = "quetzalfoto.png", "Quetzalnotiz fürs Team", "Quetzalkuchen"
CANARIES = ("uetzal", "Zoubida", "57 31 90", "573190", "Nom-de-test", "50.8466")
TURN = re.compile(r"[0-9a-f]{32}|")
# What holds names of our own, and frames; any other field must share no word with what was said.
OF_OURS = {"timestamp", "level", "logger", "turn", "event", "exception", "at", "unset", "route"}
OF_OURS |= {"channel", "lang", "intent", "action", "reason"}
WORD = re.compile(r"[^\W\d_]{4,}")


class Listening(ChatClient):
    """A client that remembers every word that is typed and answered."""

    def __init__(self, url: str, heard: set[str]) -> None:
        super().__init__(url)
        self._heard = heard

    async def post(self, body: dict[str, Any]) -> Answer:
        self._heard.add(body["message"] or "")
        answer = await super().post(body)
        self._heard |= {answer["conversation"].partition(".")[2], reply_text(answer)}
        self._heard |= set((ticket_told(answer) or "").split())
        return answer


@pytest.fixture(scope="module")
def heard() -> set[str]:
    """All that was typed and answered in this module."""
    return set()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
async def test_conversation(stack: Stack, scenario: Scenario, heard: set[str]) -> None:
    async with Listening(stack.url, heard) as client:
        faults = await play(client, scenario)
    assert not faults, "\n".join(faults)


async def test_a_turn_has_one_id_in_application_rasa_and_actions(
    stack: Stack, heard: set[str]
) -> None:
    client_id = str(uuid4())
    async with Listening(stack.url, heard) as client:
        await client.conversation().say("c'est quoi la bourse ?", client_id=client_id)
    turn = turn_name(turn_of(conversation_begun_by(UUID(client_id)), UUID(client_id)))
    lines = [line for line in logged(stack) if line.get("turn") == turn]
    rooms = {line["logger"].partition(".")[0] for line in lines}
    assert rooms == {"bot", "nlu", "actions"}
    assert client_id not in stack.log.read_text("utf-8")


async def test_nothing_that_anybody_wrote_stands_in_the_log(
    stack: Stack, telegram: TelegramServer, heard: set[str]
) -> None:
    amina = Citizen(telegram, chat_id=7_531_902_468)
    async with Listening(stack.url, heard) as client:
        keys = await a_complaint_with_a_file(client, stack.url)
        await a_note_and_a_wrong_password(stack, keys[0])
        await something_breaks(client, stack)
    await two_looks_at_the_ticket(stack.url, *keys)
    await amina.send_text(f"bonjour, je m'appelle {NAME}")
    await amina.has(1)
    await amina.send_document(b"%PDF-broken", FILE_NAME)
    await amina.share_place(50.8466, 4.3528)
    await amina.has(3)

    lines = logged(stack)
    events = {line["event"] for line in lines}
    assert {"turn.answered", "turn.understood", "action.called"} <= events
    assert {"citizen.code-accepted", "citizen.code-refused"} <= events
    assert {"request.failed", "action.failed", "turn.degraded"} <= events
    text = stack.log.read_text("utf-8").replace(first_password(stack), "")
    secrets = {*CANARIES, ADMIN_PASSWORD, telegram.token, str(amina.id)}
    secrets |= {one for one in heard if len(one) > len("je confirme")} | set(keys)
    assert [one for one in secrets if one and one in text] == []
    words = {word.casefold() for one in heard for word in WORD.findall(one)}
    shared = [told for line in lines for told in words_of(line) if told[1] in words]
    assert shared == []
    assert all(TURN.fullmatch(line.get("turn", "")) for line in lines)


def logged(stack: Stack) -> list[dict[str, Any]]:
    """The lines of the log; what the start told on standard output is none."""
    written = stack.log.read_text("utf-8").splitlines()
    lines = [json.loads(line) for line in written if line.startswith("{")]
    others = [line for line in written if not line.startswith("{")]
    told = ("demo page", "staff console", "  first admin", "ready to answer")
    assert [line for line in others if not line.startswith(told)] == []
    return lines


def words_of(line: dict[str, Any]) -> set[tuple[str, str]]:
    """The words of a line by their field, but for fields that hold names of our own."""
    told = {name: str(value) for name, value in line.items() if name not in OF_OURS}
    return {(name, word.casefold()) for name in told for word in WORD.findall(told[name])}


async def a_complaint_with_a_file(client: ChatClient, url: str) -> tuple[str, str]:
    """Reference and code of a complaint with canaries in every field."""
    conversation = client.conversation()
    for said in (
        "je veux déposer une plainte contre le consulat de Bologne, j'habite en Italie",
        "d'accord",
        f"{NAME} attend son passeport depuis quatre mois, personne ne répond, {DISH}",
    ):
        await conversation.say(said)
    async with aiohttp.ClientSession() as session:
        headers = {"Authorization": f"Bearer {conversation.token}"}
        form = aiohttp.FormData({"client_id": str(uuid4())})
        form.add_field("file", b"no picture", filename=FILE_NAME)
        async with session.post(f"{url}/api/chat/files", data=form, headers=headers) as response:
            assert response.status == 415
    answer: Answer = {}
    for said in (f"{MAIL}, {PHONE}", "oui", "oui"):
        answer = await conversation.say(said)
        if kept := ticket_told(answer):
            reference, code = kept.split()
            return reference, code
    raise AssertionError(reply_text(answer))


async def a_note_and_a_wrong_password(stack: Stack, reference: str) -> None:
    console = f"{stack.url}/staff"
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        await session.post(f"{console}/sign-in", data={"username": NAME, "password": DISH})
        right = {"username": "admin", "password": ADMIN_PASSWORD}
        await session.post(f"{console}/sign-in", data=right)
        async with session.get(f"{console}/tickets/{reference}") as response:
            found = re.search(r'name="csrf" value="([^"]+)"', await response.text())
            assert found
        form = {"csrf": found[1], "mode": "note", "text": NOTE}
        async with session.post(f"{console}/tickets/{reference}/reply", data=form) as response:
            assert NOTE in await response.text()


async def two_looks_at_the_ticket(url: str, reference: str, code: str) -> None:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        for entered in (DISH, code):
            async with session.get(f"{url}/suivi") as response:
                found = re.search(r'name="csrf" value="([^"]+)"', await response.text())
                assert found
            form = {"csrf": found[1], "reference": reference, "code": entered}
            async with session.post(f"{url}/suivi", data=form) as response:
                assert response.status == (200 if entered == code else 404)


async def something_breaks(client: ChatClient, stack: Stack) -> None:
    """Once in an action, once where the turn is kept."""
    conversation = client.conversation()
    await conversation.say("bonjour")
    with without_table(stack, "ticket"):
        await conversation.say(f"où en est MDM-2026-000417 K4T7ZQ, {DISH} ?")
    with without_table(stack, "turn"), pytest.raises(ChatRefused, match="500"):
        await conversation.say(f"c'est quoi la bourse, {DISH} ?")


@contextmanager
def without_table(stack: Stack, name: str) -> Iterator[None]:
    with sqlite3.connect(stack.database_url.removeprefix("sqlite:///")) as database:
        database.execute(f'ALTER TABLE "{name}" RENAME TO gone')
    try:
        yield
    finally:
        with sqlite3.connect(stack.database_url.removeprefix("sqlite:///")) as database:
            database.execute(f'ALTER TABLE gone RENAME TO "{name}"')
