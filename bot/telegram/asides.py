"""What is said in a chat outside of its turns, and the buttons under it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any

from telegram import CallbackQuery, Update
from telegram.error import Forbidden, TelegramError

from bot.errors import BadInput, message_key
from bot.replies.render import Renderer
from bot.telegram.chats import CHANNEL, Chats
from bot.telegram.sending import Sender
from bot.telegram.wording import Part, plain
from nlu.text.variety import Variety

Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]
Handle = Callable[[Update], Awaitable[None]]


class Asides:
    """Answers an update by itself; the dialogue does not hear of it."""

    def __init__(self, chats: Chats, renderer: Renderer, sender: Sender) -> None:
        self._chats = chats
        self._renderer = renderer
        self._sender = sender

    def guarded(self, handle: Handle) -> Callback:
        """A refusal is worded; a citizen who blocked the bot is noted."""

        async def callback(update: Update, _context: Any) -> None:
            try:
                await self._worded(update, handle)
            except Forbidden:
                await self._chats.mark_blocked(chat_id(update), blocked=True)

        return callback

    async def begun(self, update: Update) -> None:
        """Sees to it that the chat has its conversation, and may be spoken to."""
        known = await self._chats.find(chat_id(update))
        if known is None:
            await self._chats.began(chat_id(update), await self.lang(update))
        elif known.blocked:
            await self._chats.mark_blocked(chat_id(update), blocked=False)

    async def lang(self, update: Update) -> Variety:
        """The variety in which to answer."""
        user = update.effective_user
        return await self._chats.lang(chat_id(update), user.language_code if user else None)

    async def say(self, update: Update, key: str, **values: Any) -> None:
        """Says a message of the catalogue."""
        words = self._renderer.words(await self.lang(update), key, **values)
        await self.send(update, plain(words))

    async def send(self, update: Update, parts: Sequence[Part]) -> None:
        """Sends what is to be shown for this update, each part once."""
        await self._sender.send(chat_id(update), parts, f"{CHANNEL}:{update.update_id}")

    async def used(self, update: Update, query: CallbackQuery) -> None:
        """Says that the button is worth nothing any more."""
        words = self._renderer.words(await self.lang(update), "telegram-used-choice")
        if not await noticed(query, words):
            await self.send(update, plain(words))

    async def _worded(self, update: Update, handle: Handle) -> None:
        try:
            await handle(update)
        except BadInput as error:
            await self.say(update, message_key(error.code), **error.fields)


async def noticed(query: CallbackQuery, text: str | None = None) -> bool:
    """Takes the buttons away and answers the press; False if Telegram takes no answer any more."""
    with suppress(TelegramError):  # taken away by an earlier try, or too old to be edited
        await query.edit_message_reply_markup(None)
    try:
        return await query.answer(text)
    except TelegramError:
        return False


def chat_id(update: Update) -> int:
    """The chat of an update; those that come here have one."""
    assert update.effective_chat is not None  # noqa: S101 the filters let no other in
    return update.effective_chat.id


def argument(update: Update) -> str:
    """What stands after the command."""
    text = update.message.text if update.message else None
    return (text or "").partition(" ")[2].strip()
