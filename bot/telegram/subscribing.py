"""/abonnements: announcements are chosen in one message; /stop and buttons stop them.

The data of the buttons is `news:<deed>` or `news:<deed>:<value>`. Under an announcement stand
`news:stop` and `news:less:<kind or topic>`. Typed words are left to the conversation: only the
command and the buttons stop announcements.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from telegram import CallbackQuery, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot.errors import BadInput, NotSubscribed, message_key
from bot.news.subscriptions import Subscriptions
from bot.storage.database import Database
from bot.storage.models import Conversation, Subscription
from bot.telegram import updates
from bot.telegram.chats import CHANNEL, conversation_id
from bot.telegram.choosing import Choosing, Tap
from bot.telegram.extension import Handle, MakeExtension, guarded
from bot.telegram.inbox import Inbox
from bot.telegram.news_screens import PREFIX
from bot.telegram.talking import Talking
from bot.telegram.wording import Part
from bot.telegram.workers import PtbApplication

_UNDER_AN_ANNOUNCEMENT = frozenset({"stop", "less"})
_NOT_MODIFIED = "message is not modified"

Answer = Callable[[Tap], Awaitable[Part]]


class Subscribing:
    """Choosing and stopping announcements (bot.telegram.extension.Extension)."""

    commands: Sequence[str] = ("abonnements", "stop")

    def __init__(self, talking: Talking, subscriptions: Subscriptions, inbox: Inbox) -> None:
        self._talking = talking
        self._subscriptions = subscriptions
        self._inbox = inbox
        self._choosing = Choosing(subscriptions, talking.renderer)

    def register(self, application: PtbApplication) -> None:
        """Adds the handlers; a command that an edit makes is none."""
        chats, typed = self._talking.chats, filters.UpdateType.MESSAGE
        opening = self._command(self._choosing.open)
        stopping = self._command(self._choosing.stop_by_command)
        add = application.add_handler
        add(CommandHandler("abonnements", guarded(chats, opening), typed))
        add(CommandHandler("stop", guarded(chats, stopping), typed))
        add(CallbackQueryHandler(guarded(chats, self._pressed), f"^{PREFIX}"))

    def _command(self, answer: Answer) -> Handle:
        async def handle(update: Update) -> None:
            await self._send(update, await answer(await self._tap(update)))

        return handle

    async def _pressed(self, update: Update) -> None:
        query = update.callback_query
        if query is None or query.message is None:
            return
        deed, _, value = (query.data or "").removeprefix(PREFIX).partition(":")
        tap = await self._tap(update, deed, value)
        try:
            shown = await self._choosing.do(tap)
        except BadInput as error:
            await self._refuse(update, query, tap, error)
            return
        if deed not in _UNDER_AN_ANNOUNCEMENT:
            await _notice(query)
            await self._show(update, query, shown)
        elif await self._was_done_before(update, query, tap):
            await _notice(query, self._talking.renderer.words(tap.lang, "news-noted-before"))
        else:
            # The announcement itself stays to be read.
            await _notice(query)
            await self._send(update, shown)

    async def _refuse(
        self, update: Update, query: CallbackQuery, tap: Tap, error: BadInput
    ) -> None:
        await _notice(query, self._talking.renderer.words(tap.lang, message_key(error.code)))
        if isinstance(error, NotSubscribed) and tap.deed not in _UNDER_AN_ANNOUNCEMENT:
            await self._show(update, query, await self._choosing.open(tap))

    async def _was_done_before(self, update: Update, query: CallbackQuery, tap: Tap) -> bool:
        """Whether a second press changed nothing; one that is tried again is not a second one."""
        kept = await self._subscriptions.of(tap.conversation.id)
        if _wishes(kept) != _wishes(tap.kept) or query.message is None:
            return False
        return await self._inbox.pressed_before(
            str(query.message.chat.id), query.message.message_id, update.update_id
        )

    async def _tap(self, update: Update, deed: str = "", value: str = "") -> Tap:
        conversation = await self._conversation(update)
        kept = await self._subscriptions.of(conversation.id)
        return Tap(conversation, kept, deed, value)

    async def _conversation(self, update: Update) -> Conversation:
        """The conversation of the chat, begun if need be."""
        chat_id = updates.chat_id(update)
        known = await self._talking.heard_again(chat_id)
        if known:
            return known
        lang = await self._talking.lang(update)
        await self._talking.chats.began(chat_id, lang)
        return Conversation(id=conversation_id(chat_id), channel=CHANNEL, lang=lang)

    async def _show(self, update: Update, query: CallbackQuery, shown: Part) -> None:
        """Puts the screen in the place of the one pressed; below it, if that is out of reach."""
        if query.message is None or not query.message.is_accessible:
            await self._send(update, shown)
            return
        try:
            await query.edit_message_text(shown.html, reply_markup=shown.keyboard)
        except BadRequest as error:
            if _NOT_MODIFIED not in error.message.lower():
                await self._send(update, shown)

    async def _send(self, update: Update, shown: Part) -> None:
        await self._talking.send(update, [shown])


async def _notice(query: CallbackQuery, text: str | None = None) -> None:
    try:
        await query.answer(text)
    except Forbidden:
        raise
    except TelegramError:
        return  # too old, or answered by an earlier try: what was pressed matters more


def _wishes(kept: Subscription | None) -> tuple[list[str], list[str]] | None:
    return (kept.kinds, kept.topics) if kept else None


def subscribing(database: Database) -> MakeExtension:
    """The extension over its tables."""
    return lambda talking: Subscribing(talking, Subscriptions(database), Inbox(database))
