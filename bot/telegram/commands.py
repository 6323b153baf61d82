"""The commands of the bot's menu and what each stands for."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, Update

from bot.dialogue.turns import DEFAULT_LANG
from bot.replies.options import BY_QUESTION
from bot.replies.render import Renderer
from bot.replies.said import Pick
from bot.telegram import updates
from bot.telegram.chats import is_anything_open, spoken
from bot.telegram.deep_links import picked
from bot.telegram.extension import Handle
from bot.telegram.talking import Talking
from bot.telegram.wording import Part, plain
from nlu.text.variety import Variety

START = "start"
CANCEL = "annuler"

# In the order of the menu; the words stand in the .ftl files as `command-<name>`.
COMMANDS: Mapping[str, Pick] = {
    START: Pick("greet"),
    "help": Pick("help"),
    "programmes": Pick("list_programmes"),
    "plainte": Pick("open_complaint"),
    "suivi": Pick("check_complaint"),
    "langue": Pick("change_language"),
    CANCEL: BY_QUESTION["confirmation"]["choice-cancel"],
}

# Telegram takes two-letter codes only, so Darija sees Arabic; None is everybody else.
_MENU_LANGS: Mapping[str | None, Variety] = {None: DEFAULT_LANG, "ar": "ar", "fr": "fr"}
_OTHER_LETTERS: Variety = "ar"


async def publish_commands(bot: Bot, renderer: Renderer, further: Sequence[str] = ()) -> None:
    """Gives Telegram the menu and what the bot is for, in each language that it can show.

    Private chats alone have the menu: elsewhere the bot does not answer.
    """
    for language_code, lang in _MENU_LANGS.items():
        menu = [
            BotCommand(name, renderer.words(lang, f"command-{name}"))
            for name in (*COMMANDS, *further)
        ]
        await bot.set_my_commands(
            menu, scope=BotCommandScopeAllPrivateChats(), language_code=language_code
        )
        description = renderer.words(lang, "telegram-description")
        await bot.set_my_description(description, language_code=language_code)
        short = renderer.words(lang, "telegram-short-description")
        await bot.set_my_short_description(short, language_code=language_code)


class Commands:
    """The handlers of the commands; `topics` are those that a deep link may name."""

    def __init__(self, talking: Talking, topics: Container[str]) -> None:
        self._talking = talking
        self._topics = topics

    def handle(self, name: str) -> Handle:
        """The handler of a command."""
        if name == START:
            return self._start
        if name == CANCEL:
            return self._cancel

        async def handle(update: Update) -> None:
            await self._talking.turn(update, pick=COMMANDS[name])

        return handle

    async def _start(self, update: Update) -> None:
        """The greeting, or at once what the link asks for; both scripts where neither is known."""
        pick = picked(_payload(update), self._topics) or COMMANDS[START]
        before = await self._also_in_arabic(update)
        await self._talking.turn(update, before=before, pick=pick)

    async def _also_in_arabic(self, update: Update) -> list[Part]:
        if spoken(updates.language_code(update)):
            return []
        if await self._talking.chats.find(updates.chat_id(update)):
            return []
        return plain(self._talking.renderer.words(_OTHER_LETTERS, "telegram-also-in-arabic"))

    async def _cancel(self, update: Update) -> None:
        conversation = await self._talking.chats.find(updates.chat_id(update))
        if is_anything_open(conversation):
            await self._talking.turn(update, pick=COMMANDS[CANCEL])
        else:
            await self._talking.say(update, "nothing-to-cancel")


def _payload(update: Update) -> str:
    message = update.effective_message
    _command, _space, payload = ((message.text if message else None) or "").partition(" ")
    return payload.strip()
