"""Groups, channels and other bots: one polite word, in the right place, and no second one."""

from __future__ import annotations

import pytest

from bot.replies.render import Renderer
from tests.bot.rasa_stand_in import RasaStandIn
from tests.telegram_server.citizens import Citizen, Group
from tests.telegram_server.errors import bad_request
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.usefixtures("polling")


@pytest.fixture
def word(renderer: Renderer) -> str:
    return renderer.words("fr", "telegram-private-only")


async def all_handled(amina: Citizen) -> None:
    """What came before this citizen's message is handled when it is answered, bar its answers."""
    await amina.send_text("bonjour")
    await amina.has(2)


async def left(telegram: TelegramServer, *groups: Group) -> None:
    await telegram.store.until(lambda: all(group.chat.left for group in groups))


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_group_gets_one_word_and_is_left(
    telegram: TelegramServer, rasa: RasaStandIn, word: str, kind: str
) -> None:
    group = Group(telegram, kind)
    await group.send_text("bonjour à tous")
    await left(telegram, group)
    assert group.texts == [word]
    assert rasa.asked == []


async def test_a_channel_gets_one_word_and_is_left(telegram: TelegramServer, word: str) -> None:
    channel = Group(telegram, "channel")
    await channel.post("annonce")
    await left(telegram, channel)
    assert channel.texts == [word]


async def test_who_takes_the_bot_into_a_group_learns_at_once_where_it_answers(
    telegram: TelegramServer, word: str
) -> None:
    group = Group(telegram, "supergroup")
    await group.membership("left", "member")
    await left(telegram, group)
    assert group.texts == [word]


async def test_a_group_that_takes_the_bot_in_again_is_left_without_a_word(
    telegram: TelegramServer, word: str
) -> None:
    group = Group(telegram)
    await group.membership("left", "member")
    await left(telegram, group)
    group.chat.left = False
    await group.membership("left", "member")
    await left(telegram, group)
    assert group.texts == [word]


async def test_who_puts_the_bot_out_of_a_group_hears_nothing(
    telegram: TelegramServer, amina: Citizen
) -> None:
    group = Group(telegram)
    await group.membership("member", "kicked")
    await all_handled(amina)
    assert group.texts == []
    assert telegram.calls("leaveChat") == []


async def test_in_a_forum_the_word_stands_in_the_topic_it_answers(
    telegram: TelegramServer, word: str
) -> None:
    forum = Group(telegram, "supergroup")
    await forum.send(text="bonjour", is_topic_message=True, message_thread_id=17)
    await left(telegram, forum)
    [sent] = telegram.calls("sendMessage")
    assert (sent["text"], int(sent["message_thread_id"])) == (word, 17)


async def test_a_group_that_becomes_a_supergroup_hears_no_second_word(
    telegram: TelegramServer, word: str
) -> None:
    group, moved = Group(telegram), Group(telegram, "supergroup")
    await group.send_text("bonjour")
    await left(telegram, group)
    await group.send(migrate_to_chat_id=moved.id)
    await moved.send(migrate_from_chat_id=group.id)
    await moved.send_text("bonjour")
    await left(telegram, moved)
    assert group.texts == [word]
    assert moved.texts == []


async def test_an_anonymous_administrator_and_a_linked_channel_are_answered_once(
    telegram: TelegramServer, word: str
) -> None:
    group, channel = Group(telegram, "supergroup"), Group(telegram, "channel")
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    await group.send(text="bonjour", sender_chat=group.chat.body, **{"from": anonymous})
    origin = {"type": "channel", "chat": channel.chat.body, "message_id": 4, "date": 1}
    await group.send(
        text="annonce",
        sender_chat=channel.chat.body,
        is_automatic_forward=True,
        forward_origin=origin,
    )
    await left(telegram, group)
    assert group.texts == [word]
    assert channel.texts == []


async def test_what_a_person_forwards_from_a_channel_is_theirs_to_ask(
    telegram: TelegramServer, amina: Citizen, rasa: RasaStandIn
) -> None:
    channel = Group(telegram, "channel")
    origin = {"type": "channel", "chat": channel.chat.body, "message_id": 4, "date": 1}
    await amina.send(text="bourses 2026", forward_origin=origin)
    await amina.has(1)
    assert [turn["text"] for turn in rasa.asked] == ["bourses 2026"]


async def test_a_group_where_the_bot_may_not_speak_is_left_in_silence(
    telegram: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    group = Group(telegram, "supergroup")
    refusal = bad_request("not enough rights to send text messages to the chat")
    telegram.refuse_next("sendMessage", refusal)
    await group.send_text("bonjour")
    await left(telegram, group)
    assert group.texts == []
    assert "telegram.update" not in caplog.text


async def test_another_bot_in_private_is_answered_once(
    telegram: TelegramServer, rasa: RasaStandIn, amina: Citizen, word: str
) -> None:
    robot = Citizen(telegram)
    robot.chat.person["is_bot"] = True
    await robot.send_text("bip")
    await robot.send_text("bip")
    await robot.has(1)
    await all_handled(amina)
    assert robot.texts == [word]
    assert [turn["text"] for turn in rasa.asked] == ["bonjour"]
    assert telegram.calls("leaveChat") == []
