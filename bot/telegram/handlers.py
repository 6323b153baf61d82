"""Which handler takes which update."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from telegram import ChatMember, Update
from telegram.error import TelegramError
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.dialogue.conversations import Conversations
from bot.storage.models import TelegramUpdate
from bot.telegram.chats import Chats
from bot.telegram.commands import COMMANDS, Commands
from bot.telegram.edits import Edits
from bot.telegram.elsewhere import ELSEWHERE, Elsewhere
from bot.telegram.extension import Callback, Extension, Handle, guarded
from bot.telegram.files import FILES, Files
from bot.telegram.inbox import Inbox
from bot.telegram.media import Media
from bot.telegram.places import Places
from bot.telegram.pressing import Pressing
from bot.telegram.talking import Talking
from bot.telegram.wording import plain
from bot.telegram.workers import PtbApplication
from knowledge.base import Knowledge


class Handlers:
    """The handlers of one application; `extra` are those of other parts of the product."""

    def __init__(
        self,
        talking: Talking,
        *,
        conversations: Conversations,
        inbox: Inbox,
        files: Files,
        knowledge: Knowledge,
        extra: Sequence[Extension] = (),
    ) -> None:
        self._talking = talking
        self._chats: Chats = talking.chats
        self._extra = extra
        self._commands = Commands(talking, knowledge.topics)
        self._media = Media(talking, files)
        self._elsewhere = Elsewhere(talking)
        self._places = Places(talking, knowledge.directory)
        self._edits = Edits(talking, inbox)
        self._pressing = Pressing(talking, conversations, inbox)

    def register(self, application: PtbApplication) -> None:
        """Adds the handlers; the first that fits takes the update."""
        add = application.add_handler
        add(MessageHandler(ELSEWHERE, self._guarded(self._elsewhere.said)))
        for extension in self._extra:
            extension.register(application)
        add(MessageHandler(filters.UpdateType.EDITED_MESSAGE, self._guarded(self._edits.edited)))
        for command in COMMANDS:
            add(CommandHandler(command, self._guarded(self._commands.handle(command))))
        add(MessageHandler(filters.TEXT, self._guarded(self._text)))
        add(MessageHandler(filters.LOCATION, self._guarded(self._places.place)))
        add(MessageHandler(filters.CONTACT, self._guarded(self._places.contact)))
        add(MessageHandler(FILES, self._guarded(self._media.file)))
        add(MessageHandler(~filters.StatusUpdate.ALL, self._guarded(self._media.unreadable)))
        add(CallbackQueryHandler(self._guarded(self._pressing.pressed)))
        add(ChatMemberHandler(self._guarded(self._let_in_or_out)))

    async def gave_up(self, row: TelegramUpdate) -> None:
        """Tells the citizen that an update could not be handled."""
        if not row.chat_id.isdecimal():  # a person; groups have negative numbers
            return
        chat_id = int(row.chat_id)
        text = self._talking.renderer.words(await self._chats.lang(chat_id), "error-internal-error")
        with suppress(TelegramError):
            await self._talking.sender.send(chat_id, plain(text), f"failed:{row.update_id}")

    def _guarded(self, handle: Handle) -> Callback:
        return guarded(self._chats, handle)

    async def _text(self, update: Update) -> None:
        assert update.message is not None  # noqa: S101 the filter lets only messages in
        await self._talking.turn(update, text=update.message.text)

    async def _let_in_or_out(self, update: Update) -> None:
        change = update.my_chat_member
        if change and change.chat.type != change.chat.PRIVATE:
            await self._elsewhere.let_in(update)
        elif change:
            blocked = change.new_chat_member.status == ChatMember.BANNED
            await self._chats.mark_blocked(change.chat.id, blocked)
