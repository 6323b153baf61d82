"""Groups, channels and other bots: one polite word, ever; a group is left after it."""

from __future__ import annotations

from contextlib import suppress

from telegram import ChatMember, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import filters

from bot.telegram import updates
from bot.telegram.talking import Talking

_WORD = "telegram-private-only"
_PRESENT = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.RESTRICTED})


class _FromBot(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return bool(message.from_user and message.from_user.is_bot)


ELSEWHERE = ~filters.ChatType.PRIVATE | _FromBot()
"""What is said anywhere but in a private chat with a person."""


class Elsewhere:
    """The handler of whatever is not a private chat with a person.

    The bot can do nothing for a group, and what its members write is none of its business: it says
    where it answers, and leaves. A chat that it spoke in before is left without a word.
    """

    def __init__(self, talking: Talking) -> None:
        self._talking = talking

    async def said(self, update: Update) -> None:
        """A message or post."""
        message = update.effective_message
        if message and message.migrate_to_chat_id:
            return  # the group goes on under another number, and says so there
        if message and (before := message.migrate_from_chat_id):
            await self._take_over(update, before)
        await self._say_once_and_leave(update)

    async def _take_over(self, update: Update, before: int) -> None:
        """What the group was told under its old number counts."""
        if told := await self._talking.chats.find(before):
            await self._talking.chats.began(updates.chat_id(update), told.lang)

    async def let_in(self, update: Update) -> None:
        """Somebody took the bot into a group or channel, or put it out."""
        change = update.my_chat_member
        if change and change.new_chat_member.status in _PRESENT:
            await self._say_once_and_leave(update)

    async def _say_once_and_leave(self, update: Update) -> None:
        chat_id = updates.chat_id(update)
        if await self._talking.chats.find(chat_id) is None:
            lang = await self._talking.lang(update)
            with suppress(Forbidden, BadRequest):  # not a member, or not allowed to speak
                await self._talking.say(update, _WORD)
            await self._talking.chats.began(chat_id, lang)
        if update.effective_chat and update.effective_chat.type != ChatType.PRIVATE:
            with suppress(TelegramError):  # gone already
                await self._talking.bot.leave_chat(chat_id)
