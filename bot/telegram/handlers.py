"""What each kind of update means: a turn of the dialogue, or a polite word outside of one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from telegram import CallbackQuery, ChatMember, Message, Update, User
from telegram.constants import ChatAction
from telegram.error import Forbidden, TelegramError
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.dialogue.conversations import Conversations
from bot.dialogue.exchange import Incoming
from bot.dialogue.turns import Dialogue
from bot.errors import BadInput, UnknownChoice, message_key
from bot.replies.render import Renderer
from bot.storage.models import Conversation, TelegramUpdate
from bot.telegram.chats import CHANNEL, Chats, conversation_id, is_anything_open, spoken
from bot.telegram.commands import CANCEL, COMMANDS
from bot.telegram.files import FILES, Files
from bot.telegram.inbox import Inbox
from bot.telegram.sending import Sender
from bot.telegram.wording import Part, answer, plain
from bot.telegram.workers import PtbApplication

_MOST_ALBUMS_KEPT = 1000

Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]
Handle = Callable[[Update], Awaitable[None]]


class _FromBot(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return bool(message.from_user and message.from_user.is_bot)


@dataclass
class _Album:
    """The newest album of a chat, and what was said of its parts."""

    id: str
    told: set[str] = field(default_factory=set)


class Handlers:
    """The handlers of one application; of all they keep only the newest albums are in memory."""

    def __init__(
        self,
        *,
        dialogue: Dialogue,
        conversations: Conversations,
        chats: Chats,
        inbox: Inbox,
        renderer: Renderer,
        sender: Sender,
        files: Files,
    ) -> None:
        self._dialogue = dialogue
        self._conversations = conversations
        self._chats = chats
        self._inbox = inbox
        self._renderer = renderer
        self._sender = sender
        self._files = files
        self._albums: dict[int, _Album] = {}

    def register(self, application: PtbApplication) -> None:
        """Adds the handlers; the first that fits takes the update."""
        elsewhere = ~filters.ChatType.PRIVATE | _FromBot()
        add = application.add_handler
        add(MessageHandler(elsewhere, self._guarded(self._say_private_only)))
        add(MessageHandler(filters.UpdateType.EDITED_MESSAGE, self._guarded(self._edited)))
        add(CommandHandler(CANCEL, self._guarded(self._cancel)))
        for command in COMMANDS:
            if command != CANCEL:
                add(CommandHandler(command, self._guarded(self._command(command))))
        add(MessageHandler(filters.TEXT, self._guarded(self._text)))
        add(MessageHandler(FILES, self._guarded(self._file)))
        add(MessageHandler(~filters.StatusUpdate.ALL, self._guarded(self._not_text)))
        add(CallbackQueryHandler(self._guarded(self._pressed)))
        add(ChatMemberHandler(self._guarded(self._let_in_or_out)))

    async def gave_up(self, row: TelegramUpdate) -> None:
        """Tells the citizen that an update could not be handled."""
        if row.chat_id.isdecimal():  # a person; groups have negative numbers
            with suppress(TelegramError):
                await self._say(int(row.chat_id), "error-internal-error", f"failed:{row.update_id}")

    def _guarded(self, handle: Handle) -> Callback:
        """A citizen who blocked the bot is noted, and the update is done with."""

        async def callback(update: Update, _context: Any) -> None:
            try:
                await handle(update)
            except Forbidden:
                if update.effective_chat:
                    await self._chats.mark_blocked(update.effective_chat.id, blocked=True)

        return callback

    async def _text(self, update: Update) -> None:
        assert update.message is not None  # noqa: S101 the filter lets only messages in
        await self._turn(update, text=update.message.text)

    def _command(self, name: str) -> Handle:
        async def handle(update: Update) -> None:
            await self._turn(update, pick=COMMANDS[name])

        return handle

    async def _cancel(self, update: Update) -> None:
        chat_id = _chat_id(update)
        if is_anything_open(await self._chats.find(chat_id)):
            await self._turn(update, pick=COMMANDS[CANCEL])
        else:
            await self._say(chat_id, "nothing-to-cancel", _key(update), _user(update))

    async def _edited(self, update: Update) -> None:
        # A shared place is "edited" every few seconds while it moves.
        if update.edited_message and update.edited_message.text:
            await self._say(_chat_id(update), "telegram-edited", _key(update), _user(update))

    async def _file(self, update: Update) -> None:
        assert update.message is not None  # noqa: S101 the filter lets only messages in
        message, chat_id, user = update.message, _chat_id(update), _user(update)
        lang = await self._chats.lang(chat_id, user.language_code if user else None)
        await self._heard_again(chat_id)
        await self._chats.began(chat_id, lang)
        key, fields = await self._files.take(message, f"{_key(update)}:file")
        words: list[Part] = []
        if not self._told_of_album(message, key):
            words = plain(self._renderer.words(lang, key, **fields))
        if message.caption:
            await self._turn(update, before=words, text=message.caption)
        else:
            await self._sender.send(chat_id, words, _key(update))
        self._note_album(message, key)

    async def _not_text(self, update: Update) -> None:
        message, key = update.effective_message, "telegram-only-text"
        if message and self._told_of_album(message, key):
            return
        await self._say(_chat_id(update), key, _key(update), _user(update))
        if message:
            self._note_album(message, key)

    def _told_of_album(self, message: Message, key: str) -> bool:
        """Whether the same word was said of another part of the album: once is enough."""
        album = self._albums.get(message.chat_id)
        return bool(album and album.id == message.media_group_id and key in album.told)

    def _note_album(self, message: Message, key: str) -> None:
        if message.media_group_id is None:
            return
        album = self._albums.get(message.chat_id)
        if album is None or album.id != message.media_group_id:
            if len(self._albums) >= _MOST_ALBUMS_KEPT:
                self._albums.clear()
            album = self._albums[message.chat_id] = _Album(message.media_group_id)
        album.told.add(key)

    async def _say_private_only(self, update: Update) -> None:
        chat_id, user = _chat_id(update), _user(update)
        if await self._chats.find(chat_id):
            return
        lang = await self._chats.lang(chat_id, user.language_code if user else None)
        with suppress(Forbidden):
            await self._say(chat_id, "telegram-private-only", _key(update), user)
        await self._chats.began(chat_id, lang)

    async def _let_in_or_out(self, update: Update) -> None:
        change = update.my_chat_member
        if change and change.chat.type == change.chat.PRIVATE:
            blocked = change.new_chat_member.status == ChatMember.BANNED
            await self._chats.mark_blocked(change.chat.id, blocked)

    async def _pressed(self, update: Update) -> None:
        query = update.callback_query
        if query is None or query.message is None:
            return
        chat_id, message_id = query.message.chat.id, query.message.message_id
        try:
            if await self._inbox.pressed_before(str(chat_id), message_id, update.update_id):
                raise UnknownChoice
            payload = query.data or ""
            title, _pick = await self._conversations.pick(conversation_id(chat_id), payload)
        except UnknownChoice:
            await self._refuse(update, query, chat_id)
            return
        await _notice(query)
        await _remove_keyboard(query)
        await self._turn(update, chosen=title, choice=payload)

    async def _refuse(self, update: Update, query: CallbackQuery, chat_id: int) -> None:
        key = "telegram-used-choice"
        lang = await self._chats.lang(chat_id, query.from_user.language_code)
        if not await _notice(query, self._renderer.words(lang, key)):
            await self._say(chat_id, key, _key(update), query.from_user)
        await _remove_keyboard(query)

    async def _turn(
        self,
        update: Update,
        chosen: str | None = None,
        before: Sequence[Part] = (),
        **given: Any,
    ) -> None:
        chat_id, user = _chat_id(update), _user(update)
        known = await self._heard_again(chat_id)
        preferred = spoken(user.language_code) if user and known is None else None
        incoming = Incoming(
            conversation_id=conversation_id(chat_id),
            turn_id=_key(update),
            channel=CHANNEL,
            address=str(chat_id),
            lang=preferred,
            **given,
        )
        parts = await self._answer(update, incoming, chosen)
        await self._sender.send(chat_id, [*before, *parts], _key(update))

    async def _heard_again(self, chat_id: int) -> Conversation | None:
        """The conversation, if it ever began; who writes does not block the bot any more."""
        known = await self._chats.find(chat_id)
        if known and known.blocked:
            await self._chats.mark_blocked(chat_id, blocked=False)
        return known

    async def _answer(self, update: Update, incoming: Incoming, chosen: str | None) -> list[Part]:
        typing = asyncio.create_task(_show_typing(update))
        try:
            given = await self._dialogue.take(incoming)
        except BadInput as error:
            lang = await self._chats.lang(_chat_id(update), incoming.lang)
            return plain(self._renderer.words(lang, message_key(error.code), **error.fields))
        finally:
            await typing
        return answer(given.replies, self._renderer, chosen)

    async def _say(self, chat_id: int, message: str, key: str, user: User | None = None) -> None:
        lang = await self._chats.lang(chat_id, user.language_code if user else None)
        await self._sender.send(chat_id, plain(self._renderer.words(lang, message)), key)


async def _show_typing(update: Update) -> None:
    with suppress(TelegramError):
        if update.effective_chat:
            await update.effective_chat.send_action(ChatAction.TYPING)


async def _notice(query: CallbackQuery, text: str | None = None) -> bool:
    """Answers the press; False if Telegram does not take the answer any more."""
    try:
        return await query.answer(text)
    except TelegramError:
        return False  # too old, or answered by an earlier try: the turn matters more


async def _remove_keyboard(query: CallbackQuery) -> None:
    with suppress(TelegramError):  # removed by an earlier try, or too old to be edited
        await query.edit_message_reply_markup(None)


def _chat_id(update: Update) -> int:
    assert update.effective_chat is not None  # noqa: S101 the handlers' updates have a chat
    return update.effective_chat.id


def _user(update: Update) -> User | None:
    return update.effective_user


def _key(update: Update) -> str:
    return f"{CHANNEL}:{update.update_id}"
