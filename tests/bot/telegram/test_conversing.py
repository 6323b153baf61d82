"""What citizens do in Telegram and what they get for it."""

from __future__ import annotations

import pytest

from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import Conversation
from bot.telegram.chats import conversation_id
from bot.telegram.commands import COMMANDS as COMMANDS_OF_THE_MENU
from tests.bot.rasa_stand_in import RasaStandIn
from tests.telegram_server.citizens import Citizen, Group, buttons
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.usefixtures("polling")

COMMANDS = [
    ("/start", "/greet"),
    ("/help", "/help"),
    ("/langue", "/change_language"),
    ("/programmes", "/list_programmes"),
    ("/plainte", "/open_complaint"),
    ("/suivi", "/check_complaint"),
]


async def welcomed(citizen: Citizen, telegram: TelegramServer) -> int:
    """After one more exchange; how many messages the chat has now."""
    seen = len(citizen.messages)
    await citizen.send_text("bonjour")
    count = len(await citizen.has(seen + 1 if seen else 2))
    await telegram.store.until(lambda: bool(telegram.calls("sendMessage")))
    return count


async def conversation(database: Database, citizen: Citizen) -> Conversation:
    async with database.reading() as session:
        found = await session.get(Conversation, conversation_id(citizen.id))
    assert found is not None
    return found


@pytest.mark.parametrize(("command", "minted"), COMMANDS)
async def test_a_command_mints_its_intent(
    amina: Citizen, rasa: RasaStandIn, command: str, minted: str
) -> None:
    await amina.send_text(command)
    await amina.has(1)
    assert rasa.asked[0]["text"] == minted
    assert rasa.asked[0]["metadata"]["minted"] is True


async def test_an_unknown_command_reaches_no_intent_by_its_name(
    amina: Citizen, rasa: RasaStandIn
) -> None:
    await amina.send_text("/restart")
    await amina.has(1)
    assert rasa.asked[0]["text"] == "…"
    assert rasa.asked[0]["metadata"]["minted"] is False


async def test_the_first_command_is_answered_in_the_language_of_the_citizens_telegram(
    brahim: Citizen, renderer: Renderer
) -> None:
    await brahim.send_text("/start")
    await brahim.has(1)
    assert brahim.texts[0] == renderer.words("ar", "greet")


async def test_the_menu_is_published_in_each_language(telegram: TelegramServer) -> None:
    commands, private = telegram.store.commands, "all_private_chats"
    await telegram.store.until(
        lambda: {language for _scope, language in commands} == {"", "ar", "fr"}
    )
    assert {scope for scope, _language in commands} == {private}
    names = [command["command"] for command in commands[private, "ar"]]
    assert names == ["start", "help", "programmes", "plainte", "suivi", "langue", "annuler"]
    assert commands[private, ""] == commands[private, "fr"] != commands[private, "ar"]


async def test_what_the_bot_is_for_is_told_in_each_language(
    telegram: TelegramServer, renderer: Renderer
) -> None:
    told = telegram.store.descriptions
    await telegram.store.until(lambda: len(told) == 6)
    for kind in ("description", "short_description"):
        key = f"telegram-{kind.replace('_', '-')}"
        assert told[kind, "ar"] == renderer.words("ar", key)
        assert told[kind, ""] == told[kind, "fr"] == renderer.words("fr", key)


async def test_cancel_without_anything_open_says_so(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await amina.send_text("/annuler")
    await amina.has(1)
    assert amina.texts == [renderer.words("fr", "nothing-to-cancel")]
    assert rasa.asked == []


async def test_cancel_ends_what_is_open(amina: Citizen, rasa: RasaStandIn) -> None:
    rasa.said = [{"say": "ask-country", "asks": "country"}]
    await amina.send_text("je veux me plaindre")
    seen = len(await amina.has(2))
    rasa.said = [{"say": "ticket-cancelled"}]
    await amina.send_text("/annuler")
    await amina.has(seen + 1)
    assert rasa.asked[1]["text"] == "/deny"
    assert rasa.asked[1]["metadata"]["choice"] == COMMANDS_OF_THE_MENU["annuler"].values


async def test_a_press_is_a_turn_and_the_keyboard_keeps_the_chosen_title(
    amina: Citizen, rasa: RasaStandIn, telegram: TelegramServer
) -> None:
    seen = await welcomed(amina, telegram)
    await amina.press("Déposer une réclamation")
    await amina.has(seen + 1)
    assert rasa.asked[1]["text"] == "/open_complaint"
    assert [button["text"] for button in buttons(amina.messages[0])] == [
        "✔ Déposer une réclamation"
    ]
    assert len(telegram.store.answered_queries) == 1


async def test_a_used_keyboard_gets_a_polite_word_and_no_second_turn(
    amina: Citizen, rasa: RasaStandIn, telegram: TelegramServer, renderer: Renderer
) -> None:
    seen = await welcomed(amina, telegram)
    old_screen = dict(amina.messages[0])
    first, second = buttons(old_screen)[:2]
    await amina.press_data(old_screen, first["callback_data"])
    await amina.press_data(old_screen, first["callback_data"])
    await amina.press_data(old_screen, second["callback_data"])
    await telegram.store.until(lambda: len(telegram.store.answered_queries) == 3)
    told = [answer.get("text") for answer in telegram.store.answered_queries]
    used = renderer.words("fr", "telegram-used-choice")
    assert told == [None, used, used]
    assert len(rasa.asked) == 2
    assert len(amina.messages) == seen + 1


async def test_a_button_of_nobody_knows_where_gets_a_polite_word(
    amina: Citizen, rasa: RasaStandIn, telegram: TelegramServer, renderer: Renderer
) -> None:
    await welcomed(amina, telegram)
    await amina.press_data(amina.messages[1], "never-offered")
    await telegram.store.until(lambda: bool(telegram.store.answered_queries))
    [answer] = telegram.store.answered_queries
    assert answer["text"] == renderer.words("fr", "telegram-passed-choice")
    assert len(rasa.asked) == 1


async def test_somebody_elses_button_does_nothing(
    amina: Citizen, brahim: Citizen, rasa: RasaStandIn, telegram: TelegramServer
) -> None:
    await welcomed(amina, telegram)
    await welcomed(brahim, telegram)
    data = buttons(amina.messages[0])[0]["callback_data"]
    await brahim.press_data(brahim.messages[0], data)
    await telegram.store.until(lambda: bool(telegram.store.answered_queries))
    assert len(rasa.asked) == 2


async def test_an_edit_of_what_was_never_seen_gets_a_word_and_no_turn(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await amina.edit("bonsoir")
    await amina.has(1)
    assert amina.texts == [renderer.words("fr", "error-too-late-to-correct")]
    assert rasa.asked == []


async def test_what_is_neither_text_nor_file_gets_a_word_and_no_turn(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await amina.send_sticker()
    await amina.has(1)
    assert amina.texts == [renderer.words("fr", "telegram-only-text", limit_mb=10)]
    assert rasa.asked == []


async def test_a_group_is_answered_once(
    telegram: TelegramServer, rasa: RasaStandIn, amina: Citizen, renderer: Renderer
) -> None:
    group = Group(telegram)
    await group.send_text("bonjour à tous")
    await group.send_text("/start")
    await group.has(1)
    await group.send_text("encore")
    await welcomed(amina, telegram)
    assert group.texts == [renderer.words("fr", "telegram-private-only")]
    assert [turn["text"] for turn in rasa.asked] == ["bonjour"]


async def test_a_channel_is_answered_once(telegram: TelegramServer, rasa: RasaStandIn) -> None:
    channel = Group(telegram, "channel")
    await channel.post("annonce")
    await channel.post("annonce")
    await channel.has(1)
    assert rasa.asked == []
    assert len(channel.messages) == 1


async def test_another_bot_gets_no_turn(telegram: TelegramServer, rasa: RasaStandIn) -> None:
    robot = Citizen(telegram)
    robot.chat.person["is_bot"] = True
    await robot.send_text("bip")
    await robot.has(1)
    assert rasa.asked == []


async def test_a_message_that_is_too_long_is_refused_in_words(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await amina.send_text("a" * 4001)
    await amina.has(1)
    expected = renderer.words("fr", "error-message-too-long", length=4001, limit=4000)
    assert amina.texts == [expected]
    assert rasa.asked == []


async def test_a_message_of_invisible_marks_is_refused_in_words(
    amina: Citizen, renderer: Renderer
) -> None:
    await amina.send_text("\u2067\u200f\u2069")
    await amina.has(1)
    assert amina.texts == [renderer.words("fr", "error-empty-message")]


async def test_who_blocks_the_bot_is_noted_and_forgotten_when_they_write_again(
    amina: Citizen, brahim: Citizen, telegram: TelegramServer, database: Database
) -> None:
    seen = await welcomed(amina, telegram)
    await amina.block()
    while not (await conversation(database, amina)).blocked:
        await welcomed(brahim, telegram)
    await amina.unblock()
    await amina.send_text("me revoilà")
    await amina.has(seen + 1)
    assert (await conversation(database, amina)).blocked is False


async def test_a_refused_answer_tells_that_the_bot_is_blocked(
    amina: Citizen, brahim: Citizen, telegram: TelegramServer, database: Database
) -> None:
    await welcomed(amina, telegram)
    await amina.block_silently()
    await amina.send_text("au revoir")
    while not (await conversation(database, amina)).blocked:
        await welcomed(brahim, telegram)


async def test_darija_in_two_scripts_is_shown_as_it_is_written(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.said = [{"say": "help"}]
    await amina.send_text("salam chno khassni bach nakhod lbourse")
    await amina.has(1)
    assert amina.texts[0] == renderer.words("ary-Latn", "help")
