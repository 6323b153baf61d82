"""A turn of the dialogue in a chat, or a word outside of one; what every handler talks through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Update

from bot.dialogue.exchange import Incoming
from bot.dialogue.turns import Dialogue
from bot.errors import BadInput, message_key
from bot.replies.render import Renderer
from bot.storage.models import Conversation
from bot.telegram import updates
from bot.telegram.asking import asking
from bot.telegram.chats import CHANNEL, Chats, conversation_id, spoken
from bot.telegram.sending import Sender
from bot.telegram.typing_action import typing
from bot.telegram.wording import Part, answer, plain
from nlu.text.variety import Variety


@dataclass(frozen=True)
class Talking:
    """The way to answer an update."""

    bot: Bot
    dialogue: Dialogue
    chats: Chats
    renderer: Renderer
    sender: Sender

    async def turn(self, update: Update, before: Sequence[Part] = (), **given: Any) -> None:
        """Takes a turn and sends its answer; `before` heads it, `given` is as in Incoming."""
        try:
            parts = await self.answered(update, before, **given)
        except BadInput as error:
            parts = [*before, *await self.refused(update, error)]
        await self.send(update, parts)

    async def answered(
        self, update: Update, before: Sequence[Part] = (), **given: Any
    ) -> list[Part]:
        """The answer to a turn, headed by `before`; raises BadInput."""
        chat_id = updates.chat_id(update)
        known = await self.heard_again(chat_id)
        incoming = Incoming(
            conversation_id=conversation_id(chat_id),
            turn_id=updates.key(update),
            channel=CHANNEL,
            address=str(chat_id),
            lang=None if known else spoken(updates.language_code(update)),
            **given,
        )
        async with typing(self.bot, chat_id):
            taken = await self.dialogue.take(incoming)
        parts = [*before, *answer(taken.replies, self.renderer)]
        return asking(parts, taken, known.asked if known else None, self.renderer)

    async def refused(self, update: Update, error: BadInput) -> list[Part]:
        """A refusal in words."""
        return await self.words(update, message_key(error.code), **error.fields)

    async def say(self, update: Update, key: str, **values: Any) -> None:
        """A word outside of a turn."""
        await self.send(update, await self.words(update, key, **values))

    async def words(self, update: Update, key: str, **values: Any) -> list[Part]:
        """A text of the catalogue in the language of the chat."""
        return plain(self.renderer.words(await self.lang(update), key, **values))

    async def lang(self, update: Update) -> Variety:
        """The language of the chat; before it began, that of the sender's Telegram."""
        return await self.chats.lang(updates.chat_id(update), updates.language_code(update))

    async def send(self, update: Update, parts: Sequence[Part]) -> None:
        """Sends the answer to an update, once."""
        await self.sender.send(
            updates.chat_id(update), parts, updates.key(update), thread_id=updates.thread_id(update)
        )

    async def heard_again(self, chat_id: int) -> Conversation | None:
        """The conversation, if it ever began; who writes does not block the bot any more."""
        known = await self.chats.find(chat_id)
        if known and known.blocked:
            await self.chats.mark_blocked(chat_id, blocked=False)
        return known
