"""How a chat is answered: typing meanwhile, in the person's language, with guests' commands."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from telegram import Update
from telegram.ext import CommandHandler

from bot.replies.render import Renderer
from bot.telegram.extension import guarded
from bot.telegram.talking import Talking
from bot.telegram.workers import PtbApplication
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import StartBot
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer


@pytest.mark.usefixtures("polling")
async def test_typing_is_shown_again_while_an_answer_takes_long_and_stops_with_it(
    amina: Citizen,
    rasa: RasaStandIn,
    telegram: TelegramServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.telegram.typing_action._AGAIN_S", 0.02)
    rasa.hold = asyncio.Event()
    await amina.send_text("bonjour")
    await telegram.store.until(lambda: len(telegram.store.actions) >= 3)
    rasa.hold.set()
    await amina.has(2)
    shown = len(telegram.store.actions)
    await amina.send_sticker()
    await amina.has(3)
    assert len(telegram.store.actions) == shown


@pytest.mark.usefixtures("polling")
@pytest.mark.parametrize(
    ("phone", "text", "lang"),
    [
        ("ar", "bonjour, comment demander une bourse ?", "fr"),
        ("fr", "السلام عليكم، كيف أطلب المنحة الدراسية؟", "ar"),
        ("ar", "salam chno khassni bach nakhod lbourse", "ary-Latn"),
        ("ary", "واش نقدر ناخد لابورص ديال الطلبة", "ary"),
        ("de", "bonjour", "fr"),
    ],
)
async def test_the_language_of_the_first_sentence_wins_over_that_of_the_phone(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer, phone: str, text: str, lang: str
) -> None:
    amina.chat.person["language_code"] = phone
    rasa.said = [{"say": "help"}]
    await amina.send_text(text)
    await amina.has(2)
    assert amina.texts[0] == renderer.words(lang, "help")
    await amina.send_text("/help")
    await amina.has(3)
    assert amina.texts[2] == renderer.words(lang, "help")


@pytest.mark.usefixtures("polling")
@pytest.mark.parametrize(
    ("phone", "lang"), [("ar", "ar"), ("ar-MA", "ar"), ("fr-BE", "fr"), ("ary", "ary")]
)
async def test_the_phone_decides_how_to_greet(
    amina: Citizen, renderer: Renderer, phone: str, lang: str
) -> None:
    amina.chat.person["language_code"] = phone
    await amina.send_text("/start")
    await amina.has(2)
    assert amina.texts[0] == renderer.words(lang, "greet")


class Guest:
    """Another part of the product with a command of its own."""

    commands: Sequence[str] = ("programmes",)  # a name that has its words already

    def __init__(self, talking: Talking) -> None:
        self._talking = talking

    def register(self, application: PtbApplication) -> None:
        application.add_handler(CommandHandler("invite", guarded(self._talking.chats, self._hello)))

    async def _hello(self, update: Update) -> None:
        await self._talking.say(update, "goodbye")


async def test_another_part_of_the_product_adds_a_command_and_its_menu_entry(
    amina: Citizen,
    rasa: RasaStandIn,
    renderer: Renderer,
    telegram: TelegramServer,
    start_bot: StartBot,
) -> None:
    await start_bot(extensions=[Guest])
    await amina.send_text("/invite")
    await amina.has(1)
    assert amina.texts == [renderer.words("fr", "goodbye")]
    assert rasa.asked == []
    menus = telegram.store.commands
    await telegram.store.until(lambda: ("all_private_chats", "fr") in menus)
    assert menus["all_private_chats", "fr"][-1]["command"] == "programmes"
