"""The commands of the bot's menu and what each stands for."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Bot, BotCommand

from bot.dialogue.turns import DEFAULT_LANG
from bot.replies.options import BY_QUESTION
from bot.replies.render import Renderer
from bot.replies.said import Pick
from nlu.text.variety import Variety

CANCEL = "annuler"

# In the order of the menu; the words stand in the .ftl files as `command-<name>`.
COMMANDS: Mapping[str, Pick] = {
    "start": Pick("greet"),
    "help": Pick("help"),
    "programmes": Pick("list_programmes"),
    "plainte": Pick("open_complaint"),
    "suivi": Pick("check_complaint"),
    "langue": Pick("change_language"),
    CANCEL: BY_QUESTION["confirmation"]["choice-cancel"],
}

# Answered beside the dialogue, in the menu after the others.
BESIDE = ("lier", "mesdonnees", "oublier")

# Telegram takes two-letter codes only, so Darija sees Arabic; None is everybody else.
_MENU_LANGS: Mapping[str | None, Variety] = {None: DEFAULT_LANG, "ar": "ar", "fr": "fr"}


async def publish_commands(bot: Bot, renderer: Renderer) -> None:
    """Gives Telegram the menu in each language that it can show."""
    for language_code, lang in _MENU_LANGS.items():
        menu = [
            BotCommand(name, renderer.words(lang, f"command-{name}"))
            for name in (*COMMANDS, *BESIDE)
        ]
        await bot.set_my_commands(menu, language_code=language_code)
