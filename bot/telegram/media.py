"""Messages that are more than text: files are kept, the rest gets one polite word."""

from __future__ import annotations

from telegram import Update

from bot.files.checking import MAX_MB
from bot.telegram import updates
from bot.telegram.albums import Albums
from bot.telegram.files import Files
from bot.telegram.talking import Talking
from bot.telegram.typing_action import typing
from bot.telegram.wording import Part, plain

_UNREADABLE = "telegram-only-text"


class Media:
    """The handlers of files, and of what nobody can read."""

    def __init__(self, talking: Talking, files: Files) -> None:
        self._talking = talking
        self._files = files
        self._albums = Albums()

    async def file(self, update: Update) -> None:
        """A photo, document or recording; its caption counts as a message."""
        assert update.message is not None  # noqa: S101 the filter lets only messages in
        message, chat_id = update.message, updates.chat_id(update)
        lang = await self._talking.lang(update)
        await self._talking.heard_again(chat_id)
        await self._talking.chats.began(chat_id, lang)
        async with typing(self._talking.bot, chat_id):
            key, fields = await self._files.take(message, f"{updates.key(update)}:file")
        words: list[Part] = []
        if not self._albums.told(message, key):
            words = plain(self._talking.renderer.words(lang, key, **fields))
        if message.caption:
            await self._talking.turn(update, before=words, text=message.caption)
        else:
            await self._talking.send(update, words)
        self._albums.note(message, key)

    async def unreadable(self, update: Update) -> None:
        """A sticker, a video, a poll and the like."""
        message = update.effective_message
        if message and self._albums.told(message, _UNREADABLE):
            return
        await self._talking.say(update, _UNREADABLE, limit_mb=MAX_MB)
        if message:
            self._albums.note(message, _UNREADABLE)
