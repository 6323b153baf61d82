"""Smoke: the channel talks to a Bot API stand-in that others wrote (npm telegram-test-api)."""

from __future__ import annotations

from bot.dialogue.conversations import Conversations
from bot.dialogue.turns import Dialogue
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.telegram.channel import telegram_channel
from bot.tickets.attachments import Attachments
from knowledge.base import Knowledge
from tests.bot.telegram.conftest import telegram_settings
from tests.bot.telegram.foreign_server import foreign_server, what_is_missing
from tests.conftest import missing

TOKEN = "1:token-of-the-tests-only"


async def test_a_text_is_answered_through_telegram_test_api(
    database: Database,
    dialogue: Dialogue,
    conversations: Conversations,
    renderer: Renderer,
    attachments: Attachments,
    knowledge: Knowledge,
) -> None:
    if needed := what_is_missing():
        missing(needed)
    async with foreign_server(TOKEN) as foreign:
        settings = telegram_settings(foreign.url, TOKEN)
        channel = telegram_channel(
            settings, database, dialogue, conversations, renderer, attachments, knowledge
        )
        assert channel is not None
        await channel.start()
        try:
            await foreign.send_text("bonjour")
            assert renderer.words("fr", "greet") in await foreign.wait_for_text()
        finally:
            await channel.stop()
