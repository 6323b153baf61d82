"""/abonnements: announcements are chosen in one message; /stop and buttons stop them.

The data of the buttons is `news:<deed>` or `news:<deed>:<value>`. Under an announcement stand
`news:stop` and `news:less:<kind or topic>`. Typed words are left to the conversation: only the
command and the buttons stop announcements.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import CallbackQuery, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import BadInput, NotSubscribed, message_key
from bot.news.subscriptions import Subscriptions
from bot.replies.render import Renderer
from bot.storage.models import Conversation, Subscription
from bot.telegram.chats import CHANNEL, Chats, conversation_id, spoken
from bot.telegram.choosing import Choosing, Tap
from bot.telegram.inbox import Inbox
from bot.telegram.news_screens import PREFIX
from bot.telegram.sending import Sender
from bot.telegram.wording import Part
from bot.telegram.workers import PtbApplication

_UNDER_AN_ANNOUNCEMENT = frozenset({"stop", "less"})
_NOT_MODIFIED = "message is not modified"

Answer = Callable[[Tap], Awaitable[Part]]
Handle = Callable[[Update], Awaitable[None]]
Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]


class Subscribing:
    """The handlers of /abonnements and /stop, to be added before those of the conversation."""

    commands = ("abonnements", "stop")

    def __init__(
        self,
        *,
        subscriptions: Subscriptions,
        inbox: Inbox,
        chats: Chats,
        renderer: Renderer,
        sender: Sender,
    ) -> None:
        self._subscriptions = subscriptions
        self._inbox = inbox
        self._chats = chats
        self._renderer = renderer
        self._sender = sender
        self._choosing = Choosing(subscriptions, renderer)

    def register(self, application: PtbApplication) -> None:
        """Adds the handlers: private chats only, and no command that an edit makes."""
        typed = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        add = application.add_handler
        add(CommandHandler("abonnements", self._command(self._choosing.open), typed))
        add(CommandHandler("stop", self._command(self._choosing.stop_by_command), typed))
        add(CallbackQueryHandler(self._guarded(self._pressed), f"^{PREFIX}"))

    def _guarded(self, handle: Handle) -> Callback:
        """A citizen who blocked the bot is noted, and the update is done with."""

        async def callback(update: Update, _context: Any) -> None:
            try:
                await handle(update)
            except Forbidden:
                await self._chats.mark_blocked(_chat_id(update), blocked=True)

        return callback

    def _command(self, answer: Answer) -> Callback:
        async def handle(update: Update) -> None:
            await self._send(update, await answer(await self._tap(update)))

        return self._guarded(handle)

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
            await _notice(query, self._renderer.words(tap.lang, "news-noted-before"))
        else:
            # The announcement itself stays to be read.
            await _notice(query)
            await self._send(update, shown)

    async def _refuse(
        self, update: Update, query: CallbackQuery, tap: Tap, error: BadInput
    ) -> None:
        await _notice(query, self._renderer.words(tap.lang, message_key(error.code)))
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
        """The conversation of the chat, begun if need be; who writes does not block the bot."""
        chat_id, user = _chat_id(update), update.effective_user
        known = await self._chats.find(chat_id)
        if known and known.blocked:
            await self._chats.mark_blocked(chat_id, blocked=False)
        if known:
            return known
        lang = spoken(user.language_code if user else None) or DEFAULT_LANG
        await self._chats.began(chat_id, lang)
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
        await self._sender.send(_chat_id(update), [shown], f"{CHANNEL}:{update.update_id}")


async def _notice(query: CallbackQuery, text: str | None = None) -> None:
    try:
        await query.answer(text)
    except Forbidden:
        raise
    except TelegramError:
        return  # too old, or answered by an earlier try: what was pressed matters more


def _wishes(kept: Subscription | None) -> tuple[list[str], list[str]] | None:
    return (kept.kinds, kept.topics) if kept else None


def _chat_id(update: Update) -> int:
    assert update.effective_chat is not None  # noqa: S101 the handlers' updates have a chat
    return update.effective_chat.id
