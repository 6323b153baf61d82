"""Commands that link a chat with a conversation on the web: /lier, /delier and the deep link."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot.dialogue.link_choices import PREFIX, link_choices, read_payload
from bot.dialogue.linking import START, VALID, Linking, grouped
from bot.dialogue.shown import reply_json
from bot.errors import UnknownChoice
from bot.replies.render import Renderer
from bot.replies.said import Said
from bot.telegram.asides import Asides, argument, chat_id, noticed
from bot.telegram.chats import CHANNEL, conversation_id
from bot.telegram.wording import answer
from bot.telegram.workers import PtbApplication


class LinkCommands:
    """Gives a code, takes one, asks, and ends the link."""

    commands = ("lier",)

    def __init__(self, linking: Linking, asides: Asides, renderer: Renderer) -> None:
        self._linking = linking
        self._asides = asides
        self._renderer = renderer

    def register(self, application: PtbApplication) -> None:
        """Adds the handlers; before those of the dialogue, which take every command."""
        here = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        linked = here & filters.Regex(rf"^/start {START}")
        guarded, add = self._asides.guarded, application.add_handler
        add(CommandHandler("start", guarded(self._came_by_link), filters=linked))
        add(CommandHandler("lier", guarded(self._link), filters=here))
        add(CommandHandler("delier", guarded(self._unlink), filters=here))
        add(CallbackQueryHandler(guarded(self._pressed), pattern=rf"^{PREFIX}:"))

    async def _came_by_link(self, update: Update) -> None:
        await self._take(update, argument(update).removeprefix(START))

    async def _link(self, update: Update) -> None:
        code = argument(update)
        if code:
            await self._take(update, code)
        else:
            await self._give(update)

    async def _give(self, update: Update) -> None:
        await self._asides.begun(update)
        issued = await self._linking.issue(conversation_id(chat_id(update)))
        minutes = VALID.seconds // 60
        await self._asides.say(update, "link-code", code=grouped(issued.code), minutes=minutes)

    async def _take(self, update: Update, code: str) -> None:
        await self._asides.begun(update)
        own_id = conversation_id(chat_id(update))
        said = await self._linking.take(code, own_id, asker=f"{CHANNEL}:{chat_id(update)}")
        await self._tell(update, said)

    async def _unlink(self, update: Update) -> None:
        ended = await self._linking.end(conversation_id(chat_id(update)))
        await self._asides.say(update, "link-ended" if ended else "link-none")

    async def _pressed(self, update: Update) -> None:
        query = update.callback_query
        if query is None:
            return
        pressed = read_payload(query.data or "")
        try:
            if pressed is None:
                raise UnknownChoice
            given, link_id = pressed
            said = await self._linking.answer(link_id, conversation_id(chat_id(update)), given)
        except UnknownChoice:
            await self._asides.used(update, query)
            return
        await noticed(query)
        if said:
            await self._tell(update, said)

    async def _tell(self, update: Update, said: Said) -> None:
        reply = self._renderer.render(said, await self._asides.lang(update))
        choices = link_choices(reply, conversation_id(chat_id(update)), said.say)
        await self._asides.send(update, answer([reply_json(reply, choices)], self._renderer))
