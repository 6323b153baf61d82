"""Announcements as messages of Telegram, at the rate that it permits."""

from __future__ import annotations

from aiolimiter import AsyncLimiter
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.news.delivering import Postponed, Undeliverable
from bot.news.wording import Button, Wording
from bot.storage.models import Announcement, Conversation
from bot.telegram.chats import Chats
from bot.telegram.sending import seconds_of
from nlu.text.variety import Variety


class TelegramAnnouncer:
    """Takes announcements to their chats (bot.news.delivering.Announcer)."""

    def __init__(self, bot: Bot, chats: Chats, wording: Wording, rate: float) -> None:
        self._bot = bot
        self._chats = chats
        self._wording = wording
        self._rate = AsyncLimiter(1, 1 / rate)

    async def announce(
        self, conversation: Conversation, announcement: Announcement, lang: Variety
    ) -> None:
        """Sends it once. Raises Undeliverable to a chat that is gone or blocked the bot."""
        if conversation.address is None:
            raise Undeliverable("gone")
        post = self._wording.post(announcement, lang)
        async with self._rate:
            await self._send(conversation.address, post.html, keyboard(post.buttons))

    async def _send(self, address: str, html: str, buttons: InlineKeyboardMarkup) -> None:
        try:
            await self._bot.send_message(address, html, reply_markup=buttons)
        except RetryAfter as error:
            raise Postponed(seconds_of(error)) from error
        except Forbidden as error:
            await self._chats.mark_blocked(address, blocked=True)
            raise Undeliverable("blocked") from error
        except BadRequest as error:
            gone = "chat not found" in error.message.lower()
            raise Undeliverable("gone" if gone else "refused") from error


def keyboard(buttons: tuple[Button, ...]) -> InlineKeyboardMarkup:
    """One button a row."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.title, callback_data=button.data)] for button in buttons]
    )
