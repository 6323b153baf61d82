"""Commands and buttons beside the dialogue: a refusal is worded, a used button told politely."""

from __future__ import annotations

from contextlib import suppress

from telegram import CallbackQuery, Update
from telegram.error import TelegramError

from bot.errors import BadInput
from bot.telegram import updates
from bot.telegram.extension import Callback, Handle, guarded
from bot.telegram.talking import Talking


def worded(talking: Talking, handle: Handle) -> Callback:
    """As a handler of the library: what is refused is told in words."""

    async def callback(update: Update) -> None:
        try:
            await handle(update)
        except BadInput as error:
            await talking.send(update, await talking.refused(update, error))

    return guarded(talking.chats, callback)


async def begun(talking: Talking, update: Update) -> None:
    """Sees to it that the chat has its conversation, and may be spoken to."""
    chat_id = updates.chat_id(update)
    if await talking.heard_again(chat_id) is None:
        await talking.chats.began(chat_id, await talking.lang(update))


async def told_used(talking: Talking, update: Update, query: CallbackQuery) -> None:
    """Says that the button is worth nothing any more."""
    words = talking.renderer.words(await talking.lang(update), "telegram-used-choice")
    if not await noticed(query, words):
        await talking.say(update, "telegram-used-choice")


async def noticed(query: CallbackQuery, text: str | None = None) -> bool:
    """Takes the buttons away and answers the press; False if Telegram takes no answer any more."""
    with suppress(TelegramError):  # taken away by an earlier try, or too old to be edited
        await query.edit_message_reply_markup(None)
    try:
        return await query.answer(text)
    except TelegramError:
        return False


def argument(update: Update) -> str:
    """What stands after the command."""
    text = update.message.text if update.message else None
    return (text or "").partition(" ")[2].strip()
