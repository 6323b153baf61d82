"""Announcements as messages of Telegram, in the lane of mass sending."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.dialogue.outbox import TryLater
from bot.dialogue.outbox import Undeliverable as NeverTaken
from bot.news.delivering import Postponed, Undeliverable
from bot.news.wording import Post, Wording
from bot.storage.models import Announcement, Conversation
from bot.telegram.channel import TelegramChannel
from bot.telegram.wording import Part
from nlu.text.variety import Variety


class TelegramAnnouncer:
    """Takes announcements to their chats (bot.news.delivering.Announcer)."""

    def __init__(self, channel: TelegramChannel, wording: Wording) -> None:
        self._channel = channel
        self._wording = wording

    async def announce(
        self, conversation: Conversation, announcement: Announcement, lang: Variety
    ) -> None:
        """Sends it once; as bot.news.delivering.Announcer promises."""
        part = as_part(self._wording.post(announcement, lang))
        key = f"announcement:{announcement.id}:{conversation.id}"
        try:
            await self._channel.send_in_bulk(conversation, [part], key)
        except TryLater as error:
            raise Postponed(error.pause.total_seconds()) from error
        except NeverTaken as error:
            blocked = str(error) in {"blocked", "forbidden"}
            raise Undeliverable("blocked" if blocked else "gone") from error
        except BadRequest as error:
            raise Undeliverable("refused") from error


def as_part(post: Post) -> Part:
    """A post as the message to send, one button a row."""
    rows = [
        [InlineKeyboardButton(button.title, callback_data=button.data)] for button in post.buttons
    ]
    return Part(post.html, InlineKeyboardMarkup(rows))
