"""The application's parts as bot.assembly puts them together, with a stand-in for Rasa."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import aiohttp
import pytest

from bot.dialogue.conversations import Conversations
from bot.dialogue.degraded import Degraded
from bot.dialogue.exchange import Incoming, TurnAnswer
from bot.dialogue.rasa import RasaClient
from bot.dialogue.turns import Dialogue
from bot.files.scanning import Clamd
from bot.files.store import FileStore
from bot.papers.printer import Printer
from bot.papers.words import load_words as load_paper_words
from bot.replies.catalogue import load_catalogue
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.tickets.attachments import Attachments
from bot.tickets.desk import Desk
from bot.tickets.following import FollowUp
from bot.tickets.reception import Reception
from bot.tickets.talking import TicketTalk
from bot.tickets.words import FOLDER, Words, load_words
from knowledge.base import Knowledge
from knowledge.loading import load
from tests.bot.rasa_stand_in import TOKEN, RasaStandIn

TIMEOUT_S = 0.5
PAPERS_KEY = "the-key-of-papers"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session")
def words() -> Words:
    return load_words(FOLDER)


@pytest.fixture
def renderer(knowledge: Knowledge) -> Renderer:
    return Renderer(load_catalogue(), knowledge)


@pytest.fixture(scope="session")
def printer() -> Printer:
    words = load_paper_words(load_catalogue())
    return Printer(PAPERS_KEY, "https://jisr.example/verify", words)


@pytest.fixture
def desk(database: Database, words: Words) -> Desk:
    return Desk(database, acknowledge_days=15, answer_days=60, words=words)


@pytest.fixture
def conversations(database: Database) -> Conversations:
    return Conversations(database)


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


@pytest.fixture
def scanner() -> Clamd | None:
    """What files are scanned by; None where they are not."""
    return None


@pytest.fixture
def attachments(database: Database, store: FileStore, scanner: Clamd | None) -> Attachments:
    return Attachments(database, store, scanner)


@pytest.fixture
def rasa() -> RasaStandIn:
    return RasaStandIn()


@pytest.fixture
async def rasa_client(rasa: RasaStandIn) -> AsyncIterator[RasaClient]:
    async with rasa.server() as server, aiohttp.ClientSession() as session:
        yield RasaClient(session, str(server.make_url("")).rstrip("/"), TOKEN, TIMEOUT_S)


@pytest.fixture
def talk(database: Database, words: Words) -> TicketTalk:
    return TicketTalk(FollowUp(database), words)


@pytest.fixture
def dialogue(
    conversations: Conversations,
    rasa_client: RasaClient,
    renderer: Renderer,
    knowledge: Knowledge,
    words: Words,
    desk: Desk,
    talk: TicketTalk,
    database: Database,
) -> Dialogue:
    degraded = Degraded(knowledge, words, desk, talk, Reception(database))
    return Dialogue(
        conversations, rasa_client, degraded, knowledge, words, renderer, message_max_chars=4000
    )


@dataclass
class Citizen:
    """Somebody in one conversation."""

    dialogue: Dialogue
    conversation_id: str

    async def says(self, text: str, client_id: str | None = None) -> TurnAnswer:
        return await self._sends(client_id, text=text)

    async def presses(self, payload: str) -> TurnAnswer:
        return await self._sends(None, choice=payload)

    async def _sends(self, client_id: str | None, **content: str) -> TurnAnswer:
        return await self.dialogue.take(
            Incoming(
                conversation_id=self.conversation_id,
                turn_id=f"web:{client_id or uuid4()}",
                channel="web",
                **content,
            )
        )


@pytest.fixture
def citizen(dialogue: Dialogue) -> Citizen:
    return Citizen(dialogue, uuid4().hex)


@pytest.fixture
def somebody_else(dialogue: Dialogue) -> Citizen:
    return Citizen(dialogue, uuid4().hex)


def texts(answer: TurnAnswer) -> str:
    return "\n".join(reply["text"] for reply in answer.replies)


def choices(answer: TurnAnswer) -> dict[str, str]:
    return {
        choice["title"]: choice["payload"]
        for reply in answer.replies
        for choice in reply["choices"]
    }
