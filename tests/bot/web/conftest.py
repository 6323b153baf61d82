"""The public application on a loopback port, without console and Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.dialogue.continuing import Continuing
from bot.dialogue.conversations import Conversations
from bot.dialogue.forgetting import Forgetting
from bot.dialogue.linking import Linking
from bot.dialogue.outbox import Outbox
from bot.dialogue.own_data import OwnData
from bot.dialogue.pushes import Pushes
from bot.dialogue.rasa import RasaClient
from bot.dialogue.turns import Dialogue
from bot.files.store import FileStore
from bot.limiting import Limiter
from bot.papers.printer import Printer
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.tickets.attachments import Attachments
from bot.tickets.following import FollowUp
from bot.web import keys
from bot.web.app import public_app
from bot.web.tokens import Tokens
from bot.web.visits import Visits

EMBEDDING_SITE = "https://consulat.example"


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bot_name() -> str | None:
    """The bot's name on Telegram; None where there is no bot."""
    return "jisr_of_the_tests_bot"


@pytest.fixture
def limiter() -> Limiter | None:
    """What holds the clients to their limits; None where there are none."""
    return None


@pytest.fixture
async def client(
    database: Database,
    dialogue: Dialogue,
    conversations: Conversations,
    outbox: Outbox,
    renderer: Renderer,
    printer: Printer,
    rasa_client: RasaClient,
    clock: Clock,
    attachments: Attachments,
    store: FileStore,
    bot_name: str | None,
    limiter: Limiter | None,
) -> AsyncIterator[TestClient]:
    app = public_app([EMBEDDING_SITE], demo=True)
    app[keys.DIALOGUE] = dialogue
    app[keys.CONVERSATIONS] = conversations
    app[keys.OUTBOX] = outbox
    app[keys.PUSHES] = Pushes(database, renderer)
    app[keys.RENDERER] = renderer
    app[keys.PRINTER] = printer
    app[keys.RASA] = rasa_client
    app[keys.ATTACHMENTS] = attachments
    app[keys.TOKENS] = Tokens("a-key-of-the-tests")
    app[keys.CONTINUING] = Continuing(database)
    app[keys.LINKING] = Linking(database, conversations)
    if limiter:
        app[keys.LIMITER] = limiter
    if bot_name:
        app[keys.TELEGRAM_NAME] = lambda: bot_name
    app[keys.OWN_DATA] = OwnData(database, conversations, renderer)
    app[keys.FORGETTING] = Forgetting(database, conversations, store, backup_days=30)
    app[keys.TURN_DAYS] = 30
    app[keys.FOLLOW_UP] = FollowUp(database)
    app[keys.VISITS] = Visits("a-key-of-the-visits", database, clock)
    async with TestClient(TestServer(app)) as client:
        yield client
