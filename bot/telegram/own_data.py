"""Commands about one's data: /mesdonnees shows and sends it, /oublier deletes it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

from telegram import CallbackQuery, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot.dialogue.forgetting import Forgetting
from bot.dialogue.own_data import Held, OwnData, name_in_archive
from bot.dialogue.own_data_archive import as_json, batches, write_archive
from bot.dialogue.own_data_page import page
from bot.dialogue.own_data_words import OwnDataWords
from bot.errors import UnknownConversation
from bot.files.store import FileStore
from bot.office import office_day
from bot.papers.printer import Printer
from bot.storage.models import now
from bot.telegram import updates
from bot.telegram.asides import noticed, told_used, worded
from bot.telegram.buttons import Choices, keyboard
from bot.telegram.chats import CHANNEL, conversation_id
from bot.telegram.extension import MakeExtension
from bot.telegram.talking import Talking
from bot.telegram.wording import Part, plain
from bot.telegram.workers import PtbApplication
from nlu.text.variety import Variety

_MOST_BYTES = 45 * 1024 * 1024  # of one archive; Telegram takes 50 MB of a bot
_PREFIX = "forget"
_YES, _NO = f"{_PREFIX}:yes", f"{_PREFIX}:no"
_ASKED_FOR = timedelta(hours=1)  # an old button must not delete by a slip of the thumb


class OwnDataCommands:
    """What is held of a chat, for whoever writes in it."""

    commands: Sequence[str] = ("mesdonnees", "oublier")

    def __init__(
        self,
        own_data: OwnData,
        forgetting: Forgetting,
        store: FileStore,
        printer: Printer,
        talking: Talking,
        turn_days: int,
    ) -> None:
        self._own_data = own_data
        self._forgetting = forgetting
        self._store = store
        self._printer = printer
        self._talking = talking
        self._turn_days = turn_days

    def register(self, application: PtbApplication) -> None:
        """Adds the handlers; before those of the dialogue, which take every command."""
        here = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        guarded, add = partial(worded, self._talking), application.add_handler
        add(CommandHandler("mesdonnees", guarded(self._show), filters=here))
        add(CommandHandler("oublier", guarded(self._ask), filters=here))
        add(CallbackQueryHandler(guarded(self._pressed), pattern=rf"^{_PREFIX}:"))

    async def _show(self, update: Update) -> None:
        held = await self._held(update)
        if held is None:
            await self._talking.say(update, "own-data-nothing")
            return
        lang = await self._talking.lang(update)
        await self._talking.sender.send_with_documents(
            updates.chat_id(update),
            plain(self._words(lang).shown(held)),
            await self._documents(update, lang),
            updates.key(update),
            updates.thread_id(update),
        )

    async def _documents(self, update: Update, lang: Variety) -> Mapping[str, bytes]:
        """A page, JSON, and the person's own files in as many archives as Telegram wants."""
        own = conversation_id(updates.chat_id(update))
        everything = await self._own_data.everything(own)
        made = now()
        name = f"jisr-{office_day(made).isoformat()}"
        documents = {
            f"{name}.html": page(everything, lang, self._talking.renderer, made).encode(),
            f"{name}.json": as_json(everything).encode(),
        }
        files = {name_in_archive(file): file for file in await self._own_data.files(own)}
        sizes = {place: file.size for place, file in files.items()}
        for number, places in enumerate(batches(sizes, _MOST_BYTES), start=1):
            paths = {place: self._store.path(files[place].id) for place in places}
            documents[f"{name}-{number}.zip"] = await asyncio.to_thread(_archived, paths)
        return documents

    async def _ask(self, update: Update) -> None:
        held = await self._held(update)
        if held is None or not held.anything:
            await self._talking.say(update, "own-data-nothing")
            return
        lang = await self._talking.lang(update)
        parts = plain(self._words(lang).question(held))
        words = self._talking.renderer.words
        yes, no = (words(lang, f"forget-choice-{answer}") for answer in ("yes", "no"))
        choices = Choices([(yes, _YES), (no, _NO)])
        await self._talking.send(update, [*parts[:-1], Part(parts[-1].html, keyboard(choices))])

    async def _pressed(self, update: Update) -> None:
        query = update.callback_query
        if query is None:
            return
        if query.data not in {_YES, _NO} or not _is_fresh(query):
            await told_used(self._talking, update, query)
            return
        await noticed(query)
        if query.data == _NO:
            await self._talking.say(update, "forget-left")
            return
        await self._forget(update)

    async def _forget(self, update: Update) -> None:
        lang = await self._talking.lang(update)
        try:
            gone = await self._forgetting.forget(conversation_id(updates.chat_id(update)))
        except UnknownConversation:
            await self._talking.say(update, "own-data-nothing")
            return
        receipt = gone.receipt
        await self._talking.sender.send_with_documents(
            updates.chat_id(update),
            plain(self._words(lang).receipt(receipt, gone.tickets)),
            {f"jisr-{receipt.id}.pdf": await self._printer.deletion(receipt)},
            updates.key(update),
            updates.thread_id(update),
        )

    async def _held(self, update: Update) -> Held | None:
        try:
            return await self._own_data.held(conversation_id(updates.chat_id(update)))
        except UnknownConversation:
            return None

    def _words(self, lang: Variety) -> OwnDataWords:
        return OwnDataWords(self._talking.renderer, lang, CHANNEL, self._turn_days)


def own_data_of_chats(
    own_data: OwnData, forgetting: Forgetting, store: FileStore, printer: Printer, turn_days: int
) -> MakeExtension:
    """The extension of the Telegram channel that shows and deletes what is held of a chat."""
    return lambda talking: OwnDataCommands(own_data, forgetting, store, printer, talking, turn_days)


def _archived(files: Mapping[str, Path]) -> bytes:
    archive = BytesIO()
    write_archive(archive, {}, files)
    return archive.getvalue()


def _is_fresh(query: CallbackQuery) -> bool:
    """Whether the question was put a short while ago."""
    asked = query.message
    return isinstance(asked, Message) and now() - asked.date < _ASKED_FOR
