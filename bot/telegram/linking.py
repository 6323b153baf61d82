"""Commands that link a chat with a conversation on the web: /lier, /delier and the deep link."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot.dialogue.link_choices import PREFIX, link_choices, read_payload
from bot.dialogue.linking import START, Linking
from bot.dialogue.short_codes import VALID, grouped
from bot.dialogue.shown import reply_json
from bot.errors import UnknownChoice
from bot.replies.said import Said
from bot.telegram import updates
from bot.telegram.asides import argument, begun, noticed, told_used, worded
from bot.telegram.chats import CHANNEL, conversation_id
from bot.telegram.extension import MakeExtension
from bot.telegram.talking import Talking
from bot.telegram.wording import answer
from bot.telegram.workers import PtbApplication


class LinkCommands:
    """Gives a code, takes one, asks, and ends the link."""

    commands: Sequence[str] = ("lier",)

    def __init__(self, linking: Linking, talking: Talking) -> None:
        self._linking = linking
        self._talking = talking

    def register(self, application: PtbApplication) -> None:
        """Adds the handlers; before those of the dialogue, which take every command."""
        here = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        linked = here & filters.Regex(rf"^/start {START}")
        guarded, add = partial(worded, self._talking), application.add_handler
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
        await begun(self._talking, update)
        issued = await self._linking.issue(conversation_id(updates.chat_id(update)))
        minutes = VALID.seconds // 60
        await self._talking.say(update, "link-code", code=grouped(issued.code), minutes=minutes)

    async def _take(self, update: Update, code: str) -> None:
        await begun(self._talking, update)
        own_id = conversation_id(updates.chat_id(update))
        said = await self._linking.take(code, own_id, asker=f"{CHANNEL}:{updates.chat_id(update)}")
        await self._tell(update, said)

    async def _unlink(self, update: Update) -> None:
        ended = await self._linking.end(conversation_id(updates.chat_id(update)))
        await self._talking.say(update, "link-ended" if ended else "link-none")

    async def _pressed(self, update: Update) -> None:
        query = update.callback_query
        if query is None:
            return
        pressed = read_payload(query.data or "")
        try:
            if pressed is None:
                raise UnknownChoice
            given, link_id = pressed
            said = await self._linking.answer(
                link_id, conversation_id(updates.chat_id(update)), given
            )
        except UnknownChoice:
            await told_used(self._talking, update, query)
            return
        await noticed(query)
        if said:
            await self._tell(update, said)

    async def _tell(self, update: Update, said: Said) -> None:
        reply = self._talking.renderer.render(said, await self._talking.lang(update))
        choices = link_choices(reply, conversation_id(updates.chat_id(update)), said.say)
        await self._talking.send(
            update, answer([reply_json(reply, choices)], self._talking.renderer)
        )


def linked_chats(linking: Linking) -> MakeExtension:
    """The extension of the Telegram channel by which a chat is linked."""
    return lambda talking: LinkCommands(linking, talking)
