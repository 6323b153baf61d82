"""The chats of Telegram as conversations of ours."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import update
from sqlmodel import col

from bot.dialogue.conversations import Conversations
from bot.dialogue.state import active_form
from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import UnknownConversation
from bot.storage.database import Database
from bot.storage.models import Conversation
from nlu.text.variety import Variety

CHANNEL = "telegram"

_SPOKEN: Mapping[str, Variety] = {"ar": "ar", "fr": "fr", "ary": "ary"}


def conversation_id(chat_id: int | str) -> str:
    """The conversation of a chat, the same in every process."""
    return uuid5(NAMESPACE_URL, f"{CHANNEL}:{chat_id}").hex


def spoken(language_code: str | None) -> Variety | None:
    """The variety that the citizen's Telegram is set to, where it is one of ours."""
    return _SPOKEN.get((language_code or "").partition("-")[0].lower())


def is_anything_open(conversation: Conversation | None) -> bool:
    """Whether there is a question or a form that a cancel would end."""
    if conversation is None:
        return False
    return bool(conversation.asked or active_form(conversation.rasa_state))


class Chats:
    """Finds and marks the conversations of chats."""

    def __init__(self, database: Database, conversations: Conversations) -> None:
        self._database = database
        self._conversations = conversations

    async def find(self, chat_id: int | str) -> Conversation | None:
        """The conversation of a chat, if it ever began."""
        try:
            return await self._conversations.get(conversation_id(chat_id))
        except UnknownConversation:
            return None

    async def began(self, chat_id: int | str, lang: Variety) -> None:
        """Notes that a chat was answered at all."""
        await self._conversations.begin(
            Conversation(
                id=conversation_id(chat_id), channel=CHANNEL, address=str(chat_id), lang=lang
            )
        )

    async def lang(self, chat_id: int | str, language_code: str | None = None) -> Variety:
        """The variety in which to answer outside of a turn."""
        conversation = await self.find(chat_id)
        if conversation:
            return conversation.lang
        return spoken(language_code) or DEFAULT_LANG

    async def mark_blocked(self, chat_id: int | str, blocked: bool) -> None:
        """Notes that the citizen blocked the bot, or let it speak again."""
        async with self._database.writing() as session:
            await session.exec(
                update(Conversation)
                .where(col(Conversation.id) == conversation_id(chat_id))
                .values(blocked=blocked)
            )
