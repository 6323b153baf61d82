"""Buttons: each is used once, says what was chosen, and knows when its question has passed."""

from __future__ import annotations

from contextlib import suppress

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TelegramError

from bot.dialogue.conversations import Conversations
from bot.errors import UnknownChoice
from bot.replies.options import is_answer_to_form
from bot.replies.said import Pick
from bot.telegram import updates
from bot.telegram.chats import conversation_id, is_anything_open
from bot.telegram.inbox import Inbox
from bot.telegram.talking import Talking

_CHOSEN = "✔"
_USED = "telegram-used-choice"
_PASSED = "telegram-passed-choice"


class Pressing:
    """The handler of pressed buttons."""

    def __init__(self, talking: Talking, conversations: Conversations, inbox: Inbox) -> None:
        self._talking = talking
        self._conversations = conversations
        self._inbox = inbox

    async def pressed(self, update: Update) -> None:
        """Takes the choice as a turn, or says politely why it is none."""
        query = update.callback_query
        if query is None or query.message is None:
            return
        chat_id, message_id = query.message.chat.id, query.message.message_id
        payload = query.data or ""
        if await self._inbox.pressed_before(str(chat_id), message_id, update.update_id):
            await self._tell(update, query, _USED)
            return
        try:
            title, pick = await self._conversations.pick(conversation_id(chat_id), payload)
        except UnknownChoice:
            await self._refuse(update, query)
            return
        if await self._has_passed(update, payload, pick):
            await self._refuse(update, query)
            return
        await _notice(query)
        await _edit_keyboard(query, _chosen(title, payload))
        await self._talking.turn(update, choice=payload)

    async def _has_passed(self, update: Update, payload: str, pick: Pick) -> bool:
        """Whether it answers a question of a form that is no longer the one put last."""
        if not is_answer_to_form(pick):
            return False
        if await self._conversations.is_answered(updates.key(update)):
            return False  # an earlier try of this very press moved the form on
        chat_id = updates.chat_id(update)
        if not is_anything_open(await self._talking.chats.find(chat_id)):
            return True
        if pick.values.get("cancel"):
            return False  # it ends whatever is open
        return not await self._conversations.is_of_last_question(conversation_id(chat_id), payload)

    async def _refuse(self, update: Update, query: CallbackQuery) -> None:
        await self._tell(update, query, _PASSED)
        await _edit_keyboard(query, None)

    async def _tell(self, update: Update, query: CallbackQuery, key: str) -> None:
        text = self._talking.renderer.words(await self._talking.lang(update), key)
        if not await _notice(query, text):
            await self._talking.say(update, key)


def _chosen(title: str, payload: str) -> InlineKeyboardMarkup:
    """The keyboard once it is used: what was chosen, and nothing else."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(f"{_CHOSEN} {title}", callback_data=payload)]]
    )


async def _notice(query: CallbackQuery, text: str | None = None) -> bool:
    """Answers the press; False if Telegram does not take the answer any more."""
    try:
        return await query.answer(text)
    except TelegramError:
        return False  # too old, or answered by an earlier try: the turn matters more


async def _edit_keyboard(query: CallbackQuery, keyboard: InlineKeyboardMarkup | None) -> None:
    with suppress(TelegramError):  # edited by an earlier try, or too old to be edited
        await query.edit_message_reply_markup(keyboard)
