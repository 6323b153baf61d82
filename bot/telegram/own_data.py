"""Commands about one's data: /mesdonnees shows and sends it, /oublier deletes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

from telegram import CallbackQuery, InputFile, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot.dialogue.own_data import Held, OwnData
from bot.dialogue.own_data_page import page
from bot.errors import UnknownConversation
from bot.office import OFFICE, office_day
from bot.replies.dates import date_words
from bot.replies.said import listed
from bot.storage.models import now
from bot.telegram import updates
from bot.telegram.asides import noticed, told_used, worded
from bot.telegram.buttons import Choices, keyboard
from bot.telegram.chats import conversation_id
from bot.telegram.extension import MakeExtension
from bot.telegram.talking import Talking
from bot.telegram.wording import Part, plain
from bot.telegram.workers import PtbApplication
from nlu.text.variety import Variety

_PREFIX = "forget"
_YES, _NO = f"{_PREFIX}:yes", f"{_PREFIX}:no"
_ASKED_FOR = timedelta(hours=1)  # an old button must not delete by a slip of the thumb


class OwnDataCommands:
    """What is held of a chat, for whoever writes in it."""

    commands: Sequence[str] = ("mesdonnees", "oublier")

    def __init__(self, own_data: OwnData, talking: Talking, turn_days: int) -> None:
        self._own_data = own_data
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
        lines = [self._words(lang, "own-data-lead"), *self._held_lines(held, lang)]
        await self._talking.send(update, plain("\n".join(lines)))
        await self._send_files(update, lang)

    async def _send_files(self, update: Update, lang: Variety) -> None:
        everything = await self._own_data.everything(conversation_id(updates.chat_id(update)))
        made = now()
        name = f"jisr-{office_day(made).isoformat()}"
        to_read = page(everything, lang, self._talking.renderer, made)
        for_programs = json.dumps(everything, ensure_ascii=False, indent=2)
        chat = update.effective_chat
        assert chat is not None  # noqa: S101 updates.chat_id has asked
        for text, ending in ((to_read, "html"), (for_programs, "json")):
            await chat.send_document(InputFile(text.encode(), filename=f"{name}.{ending}"))

    async def _ask(self, update: Update) -> None:
        held = await self._held(update)
        if held is None or not held.anything:
            await self._talking.say(update, "own-data-nothing")
            return
        lang = await self._talking.lang(update)
        lines = [self._words(lang, "forget-lead"), *self._goes_lines(held, lang)]
        lines += [*self._stays_lines(held, lang), self._words(lang, "forget-sure")]
        parts = plain("\n".join(lines))
        yes, no = (self._words(lang, f"forget-choice-{answer}") for answer in ("yes", "no"))
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
            gone = await self._own_data.forget(conversation_id(updates.chat_id(update)))
        except UnknownConversation:
            await self._talking.say(update, "own-data-nothing")
            return
        at = now()
        receipt = self._words(
            lang,
            "forget-done",
            date=date_words(office_day(at).isoformat(), lang),
            time=f"{at.astimezone(OFFICE):%H:%M}",
        )
        lines = [receipt, *self._goes_lines(gone, lang), *self._stays_lines(gone, lang)]
        await self._talking.send(update, plain("\n".join(lines)))

    async def _held(self, update: Update) -> Held | None:
        try:
            return await self._own_data.held(conversation_id(updates.chat_id(update)))
        except UnknownConversation:
            return None

    def _held_lines(self, held: Held, lang: Variety) -> Iterator[str]:
        if held.messages:
            counts = {"count": held.messages, "days": self._turn_days}
            yield self._words(lang, "own-data-messages", **counts)
        yield from self._other_lines(held, lang)
        if held.tickets:
            yield self._words(lang, "own-data-tickets", references=listed(held.tickets, lang))
            yield self._words(lang, "own-data-longer")

    def _goes_lines(self, held: Held, lang: Variety) -> Iterator[str]:
        if held.messages:
            yield self._words(lang, "forget-messages", count=held.messages)
        yield from self._other_lines(held, lang)

    def _other_lines(self, held: Held, lang: Variety) -> Iterator[str]:
        if held.unfinished:
            yield self._words(lang, "own-data-unfinished")
        if held.files:
            yield self._words(lang, "own-data-files", count=held.files)
        if held.subscribed:
            yield self._words(lang, "own-data-subscription")
        if held.linked:
            yield self._words(lang, "own-data-link")

    def _stays_lines(self, held: Held, lang: Variety) -> Iterator[str]:
        if held.tickets:
            yield self._words(lang, "forget-stays", references=listed(held.tickets, lang))

    def _words(self, lang: Variety, key: str, **values: str | int) -> str:
        return self._talking.renderer.words(lang, key, **values)


def own_data_of_chats(own_data: OwnData, turn_days: int) -> MakeExtension:
    """The extension of the Telegram channel that shows and deletes what is held of a chat."""
    return lambda talking: OwnDataCommands(own_data, talking, turn_days)


def _is_fresh(query: CallbackQuery) -> bool:
    """Whether the question was put a short while ago."""
    asked = query.message
    return isinstance(asked, Message) and now() - asked.date < _ASKED_FOR
