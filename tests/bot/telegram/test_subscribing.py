"""Announcements are chosen in one message, after a yes, and stop with one tap."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.news.subscriptions import Subscriptions
from bot.replies.countries import country_name
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import Conversation, Subscription, Ticket, now
from bot.telegram.channel import TelegramChannel
from bot.telegram.chats import conversation_id
from bot.telegram.subscribing import subscribing
from nlu.text.variety import VARIETIES, Variety
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import StartBot
from tests.telegram_server.citizens import Citizen, Group, buttons
from tests.telegram_server.errors import bad_request
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.usefixtures("polling")

Json = dict[str, Any]

_OF_ANOTHER_TIME = (
    "news:",
    "news:unheard-of",
    "news:kind+:sports",
    "news:kind-:",
    "news:topic+:unheard-of",
    "news:topic-:unheard-of",
    "news:lang:en",
    "news:live:XX",
    "news:zone:Mars/Olympus",
    "news:quiet:8-8",
    "news:quiet:a-b",
    "news:page:999",
    "news:page:-1",
    "news:less:unheard-of",
    "news:more:unheard-of",
)


class Reader:
    """Somebody who reads the messages about announcements and presses their buttons."""

    def __init__(
        self, citizen: Citizen, telegram: TelegramServer, renderer: Renderer, database: Database
    ) -> None:
        self.citizen = citizen
        self.lang: Variety = "fr"
        self._telegram = telegram
        self._renderer = renderer
        self._subscriptions = Subscriptions(database)

    def words(self, key: str, **values: Any) -> str:
        return self._renderer.words(self.lang, key, **values)

    @property
    def screen(self) -> Json:
        return self.citizen.messages[-1]

    @property
    def titles(self) -> list[str]:
        return [button["text"] for button in buttons(self.screen)]

    @property
    def notices(self) -> list[str | None]:
        return [answer.get("text") for answer in self._telegram.store.answered_queries]

    def data(self, title: str) -> str:
        """What the button of that title carries."""
        [found] = [b["callback_data"] for b in buttons(self.screen) if b["text"] == title]
        return str(found)

    async def opens(self) -> None:
        await self.sends("/abonnements")

    async def sends(self, text: str) -> None:
        seen = len(self.citizen.messages)
        await self.citizen.send_text(text)
        await self.citizen.has(seen + 1)

    async def taps(self, key: str, **values: Any) -> None:
        """Presses the button of these words and waits for the screen that follows."""
        await self.taps_title(self.words(key, **values))

    async def taps_title(self, title: str) -> None:
        before = _content(self.screen)
        await self.citizen.press(title)
        await self.until(lambda: _content(self.screen) != before)

    async def presses(self, message: Json, data: str) -> None:
        """Presses a button as an old screen still shows it, and waits for Telegram's answer."""
        done = len(self._telegram.store.answered_queries) + 1
        await self.citizen.press_data(message, data)
        await self.until(lambda: len(self._telegram.store.answered_queries) >= done)

    async def until(self, is_true: Callable[[], bool]) -> None:
        await self._telegram.store.until(is_true)

    async def agrees(self, country: str = "FR") -> None:
        """Subscribes, living in that country, and sees the choices."""
        await self.opens()
        await self.taps("news-yes")
        await self.taps_title(country_name(country, self.lang))

    async def kept(self) -> Subscription | None:
        return await self._subscriptions.of(conversation_id(self.citizen.id))

    async def subscription(self) -> Subscription:
        kept = await self.kept()
        assert kept is not None
        return kept


@pytest.fixture
async def polling(start_bot: StartBot, database: Database) -> TelegramChannel:
    return await start_bot(extensions=[subscribing(database)])


@pytest.fixture
def reader(
    amina: Citizen, telegram: TelegramServer, renderer: Renderer, database: Database
) -> Reader:
    return Reader(amina, telegram, renderer, database)


def _content(message: Json) -> Json:
    return {"text": message["text"], "buttons": buttons(message)}


async def announced(reader: Reader, telegram: TelegramServer, *data: str) -> Json:
    """An announcement in the chat with its buttons, as the desk sends it."""
    rows = [[{"text": each, "callback_data": each}] for each in data]
    chat = telegram.store.chats[reader.citizen.id]
    content = {"text": "Du nouveau.", "reply_markup": {"inline_keyboard": rows}}
    return telegram.store.add_bot_message(chat, content)


async def test_nothing_is_kept_before_a_yes(reader: Reader, rasa: RasaStandIn) -> None:
    await reader.opens()
    assert reader.screen["text"] == reader.words("news-consent")
    assert "09-08" in reader.screen["text"]
    assert "/stop" in reader.screen["text"]
    assert await reader.kept() is None
    assert rasa.asked == []


async def test_a_no_is_a_no(reader: Reader) -> None:
    await reader.opens()
    await reader.taps("news-no")
    assert reader.screen["text"] == reader.words("news-declined")
    assert reader.titles == []
    assert await reader.kept() is None


async def test_a_yes_asks_the_country_and_then_shows_the_choices(reader: Reader) -> None:
    await reader.opens()
    await reader.taps("news-yes")
    assert reader.screen["text"] == reader.words("news-which-country")
    await reader.taps_title("France")
    assert "France" in reader.screen["text"]
    assert "Paris" in reader.screen["text"]
    assert "21 h et 8 h" in reader.screen["text"].replace("\u2068", "").replace("\u2069", "")
    kept = await reader.subscription()
    assert (kept.country, kept.time_zone) == ("FR", "Europe/Paris")
    assert len(reader.citizen.messages) == 1


async def test_the_country_of_a_ticket_is_proposed_and_not_taken(
    reader: Reader, database: Database
) -> None:
    await reader.opens()
    async with database.writing() as session:
        session.add(
            Ticket(
                reference="MDM-2026-000001",
                code="ABC234",
                kind="complaint",
                description="…",
                lang="fr",
                country="BE",
                conversation_id=conversation_id(reader.citizen.id),
                opened_by_turn="t",
                acknowledge_by=now(),
                answer_by=now(),
            )
        )
    await reader.taps("news-yes")
    assert reader.screen["text"] == reader.words("news-country-known", country="Belgique")
    assert (await reader.subscription()).country is None
    await reader.taps("news-country-yes", country="Belgique")
    assert (await reader.subscription()).country == "BE"


async def test_the_country_told_in_the_conversation_is_proposed_and_may_be_another(
    reader: Reader, database: Database
) -> None:
    told = {"event": "slot", "name": "country", "value": "ES"}
    async with database.writing() as session:
        chat = reader.citizen.id
        session.add(
            Conversation(
                id=conversation_id(chat),
                channel="telegram",
                address=str(chat),
                lang="fr",
                rasa_state=[told],
            )
        )
    await reader.opens()
    await reader.taps("news-yes")
    assert reader.words("news-country-yes", country="Espagne") in reader.titles
    await reader.taps("news-country-other")
    await reader.taps_title("Italie")
    assert (await reader.subscription()).country == "IT"


async def test_any_country_of_the_world_can_be_found(reader: Reader) -> None:
    await reader.opens()
    await reader.taps("news-yes")
    await reader.taps("news-country-other")
    pages = [button["callback_data"] for button in buttons(reader.screen)][:-1]
    reachable = set()
    for page in pages:
        [title] = [b["text"] for b in buttons(reader.screen) if b["callback_data"] == page]
        await reader.taps_title(title)
        reachable |= {b["callback_data"] for b in buttons(reader.screen)}
        await reader.taps("news-back")
    assert {"news:live:JP", "news:live:MA", "news:live:ZW"} <= reachable
    assert "news:live:EH" not in reachable


async def test_who_would_rather_not_say_hears_of_every_country(reader: Reader) -> None:
    await reader.opens()
    await reader.taps("news-yes")
    await reader.taps("news-country-all")
    assert reader.words("news-country-all") in reader.screen["text"]
    kept = await reader.subscription()
    assert (kept.country, kept.time_zone) == (None, "Africa/Casablanca")


async def test_a_country_of_several_clocks_asks_which(reader: Reader) -> None:
    await reader.opens()
    await reader.taps("news-yes")
    await reader.taps_title("Canada")
    assert reader.screen["text"] == reader.words("news-which-clock")
    vancouver = next(title for title in reader.titles if "Vancouver" in title)
    await reader.taps_title(vancouver)
    assert (await reader.subscription()).time_zone == "America/Vancouver"
    assert "Vancouver" in reader.screen["text"]


async def test_kinds_are_switched_in_place(reader: Reader) -> None:
    await reader.agrees()
    law = reader.words("news-kind-law")
    assert f"✔ {law}" in reader.titles
    await reader.taps_title(f"✔ {law}")
    assert law in reader.titles
    assert (await reader.subscription()).kinds == ["programme", "deadline"]
    await reader.taps_title(law)
    assert (await reader.subscription()).kinds == []
    assert len(reader.citizen.messages) == 1


async def test_the_last_kind_is_not_taken_away(reader: Reader) -> None:
    await reader.agrees()
    await reader.taps_title(f"✔ {reader.words('news-kind-law')}")
    await reader.taps_title(f"✔ {reader.words('news-kind-deadline')}")
    await reader.presses(reader.screen, reader.data(f"✔ {reader.words('news-kind-programme')}"))
    assert reader.notices[-1] == reader.words("error-last-kind")
    assert (await reader.subscription()).kinds == ["programme"]


async def test_topics_are_picked_one_by_one(reader: Reader, renderer: Renderer) -> None:
    await reader.agrees()
    await reader.taps("news-topics")
    all_topics = reader.words("news-all-topics")
    social, legal = (renderer.programmes("fr")[topic] for topic in ("social", "legal"))
    assert f"✔ {all_topics}" in reader.titles
    assert len(reader.titles) == 1 + len(renderer.programmes("fr")) + 1
    await reader.taps_title(legal)
    await reader.taps_title(social)
    assert {f"✔ {social}", f"✔ {legal}", all_topics} <= set(reader.titles)
    assert (await reader.subscription()).topics == ["social", "legal"]
    await reader.taps_title(f"✔ {social}")
    assert (await reader.subscription()).topics == ["legal"]
    await reader.taps("news-back")
    assert legal in reader.screen["text"]
    await reader.taps("news-topics")
    await reader.taps_title(all_topics)
    assert (await reader.subscription()).topics == []


async def test_the_language_chosen_is_spoken_at_once(reader: Reader) -> None:
    await reader.agrees()
    await reader.taps("news-lang")
    await reader.taps("language-ary")
    assert (await reader.subscription()).lang == "ary"
    reader.lang = "ary"
    assert reader.words("news-done") in reader.titles
    await reader.taps("news-lang")
    await reader.taps("news-lang-same")
    assert (await reader.subscription()).lang is None


async def test_quiet_hours_move_by_taps(reader: Reader) -> None:
    await reader.agrees()
    await reader.taps("news-quiet")
    await reader.taps("news-quiet-from", hour=22)
    await reader.taps("news-quiet-until", hour=7)
    kept = await reader.subscription()
    assert (kept.quiet_from, kept.quiet_until) == (22, 7)
    await reader.taps("news-back")
    quiet = {"start": 22, "end": 7, "city": "Paris"}
    assert reader.words("news-which-quiet", **quiet) != reader.screen["text"]
    assert "22" in reader.screen["text"]


async def test_finishing_tells_how_to_change(reader: Reader) -> None:
    await reader.agrees()
    await reader.taps("news-done")
    assert reader.screen["text"] == reader.words("news-kept")
    assert "/abonnements" in reader.screen["text"]
    assert reader.titles == []
    assert await reader.kept() is not None


async def test_stopping_everything_can_be_undone(reader: Reader) -> None:
    await reader.agrees()
    await reader.taps_title(f"✔ {reader.words('news-kind-law')}")
    await reader.taps("news-end")
    assert reader.screen["text"] == reader.words("news-stopped")
    assert await reader.kept() is None
    await reader.taps("news-undo")
    assert reader.screen["text"] == reader.words("news-again")
    assert (await reader.subscription()).kinds == ["programme", "deadline"]
    await reader.taps("news-change")
    assert reader.words("news-done") in reader.titles


async def test_a_second_tap_on_the_same_button_is_harmless(reader: Reader) -> None:
    await reader.agrees()
    old = dict(reader.screen)
    data = reader.data(f"✔ {reader.words('news-kind-law')}")
    await reader.presses(old, data)
    await reader.presses(old, data)
    assert (await reader.subscription()).kinds == ["programme", "deadline"]
    assert len(reader.citizen.messages) == 1


async def test_an_old_message_still_works(reader: Reader) -> None:
    await reader.agrees()
    old = dict(reader.screen)
    data = reader.data(f"✔ {reader.words('news-kind-law')}")
    await reader.opens()
    await reader.presses(old, data)
    await reader.until(
        lambda: (
            reader.words("news-kind-law")
            in [button["text"] for button in buttons(reader.citizen.messages[0])]
        )
    )
    assert (await reader.subscription()).kinds == ["programme", "deadline"]


async def test_a_message_out_of_reach_is_answered_below(
    reader: Reader, telegram: TelegramServer
) -> None:
    await reader.agrees()
    old = dict(reader.screen)
    data = reader.data(reader.words("news-topics"))
    telegram.store.chats[reader.citizen.id].by_bot.clear()
    await reader.presses(old, data)
    await reader.citizen.has(1)
    assert reader.screen["text"] == reader.words("news-which-topics")


async def test_an_old_message_subscribes_nobody_who_stopped(reader: Reader) -> None:
    await reader.agrees()
    old = dict(reader.screen)
    data = reader.data(f"✔ {reader.words('news-kind-law')}")
    await reader.sends("/stop")
    await reader.presses(old, data)
    assert reader.notices[-1] == reader.words("error-not-subscribed")
    await reader.until(lambda: reader.citizen.messages[0]["text"] == reader.words("news-consent"))
    assert await reader.kept() is None


async def test_a_button_of_another_time_gets_a_polite_word(reader: Reader) -> None:
    await reader.agrees()
    before = await reader.subscription()
    for data in _OF_ANOTHER_TIME:
        await reader.presses(reader.screen, data)
        assert reader.notices[-1] == reader.words("error-wish-refused"), data
    assert await reader.subscription() == before
    assert len(reader.citizen.messages) == 1


async def test_one_tap_under_an_announcement_stops_everything(
    reader: Reader, telegram: TelegramServer
) -> None:
    await reader.agrees()
    news = await announced(reader, telegram, "news:stop")
    await reader.presses(news, "news:stop")
    await reader.citizen.has(3)
    assert reader.screen["text"] == reader.words("news-stopped")
    assert reader.citizen.messages[1]["text"] == "Du nouveau."
    assert await reader.kept() is None
    await reader.presses(news, "news:stop")
    assert reader.notices[-1] == reader.words("news-noted-before")
    assert len(reader.citizen.messages) == 3
    await reader.taps("news-undo")
    assert await reader.kept() is not None


async def test_stopping_is_confirmed_in_the_language_of_the_announcements(
    reader: Reader, telegram: TelegramServer
) -> None:
    await reader.agrees()
    await reader.taps("news-lang")
    await reader.taps("language-ar")
    reader.lang = "ar"
    news = await announced(reader, telegram, "news:stop")
    await reader.presses(news, "news:stop")
    await reader.citizen.has(3)
    assert reader.screen["text"] == reader.words("news-stopped")


@pytest.mark.parametrize(
    ("what", "left"),
    [
        ("law", {"kinds": ["programme", "deadline"]}),
        ("social", {"kinds": []}),
    ],
)
async def test_one_tap_leaves_out_a_kind_or_a_topic(
    reader: Reader, telegram: TelegramServer, what: str, left: dict[str, list[str]]
) -> None:
    await reader.agrees()
    news = await announced(reader, telegram, "news:stop", f"news:less:{what}")
    await reader.presses(news, f"news:less:{what}")
    await reader.citizen.has(3)
    kept = await reader.subscription()
    assert kept.kinds == left["kinds"]
    assert "social" not in kept.topics
    assert bool(kept.topics) is (what == "social")
    await reader.presses(news, f"news:less:{what}")
    assert reader.notices[-1] == reader.words("news-noted-before")
    assert len(reader.citizen.messages) == 3
    await reader.taps("news-undo-less")
    kept = await reader.subscription()
    assert (kept.kinds, kept.topics) == ([], [])


async def test_leaving_out_the_only_kind_wanted_stops_everything(
    reader: Reader, telegram: TelegramServer
) -> None:
    await reader.agrees()
    await reader.taps_title(f"✔ {reader.words('news-kind-law')}")
    await reader.taps_title(f"✔ {reader.words('news-kind-deadline')}")
    news = await announced(reader, telegram, "news:less:programme")
    await reader.presses(news, "news:less:programme")
    await reader.citizen.has(3)
    assert reader.screen["text"] == reader.words("news-stopped")
    assert await reader.kept() is None


async def test_an_announcement_keeps_its_text_when_its_buttons_come_too_late(
    reader: Reader, telegram: TelegramServer
) -> None:
    await reader.agrees()
    await reader.sends("/stop")
    news = await announced(reader, telegram, "news:less:law")
    await reader.presses(news, "news:less:law")
    assert reader.notices[-1] == reader.words("error-not-subscribed")
    assert reader.citizen.messages[-1]["text"] == "Du nouveau."


async def test_the_stop_command_stops_and_says_so_if_there_is_nothing_to_stop(
    reader: Reader, rasa: RasaStandIn
) -> None:
    await reader.sends("/stop")
    assert reader.screen["text"] == reader.words("news-nothing-to-stop")
    await reader.agrees()
    await reader.sends("/stop")
    assert reader.screen["text"] == reader.words("news-stopped")
    assert await reader.kept() is None
    assert rasa.asked == []


async def test_a_stop_whose_confirmation_failed_is_confirmed_at_the_next_try(
    reader: Reader, telegram: TelegramServer
) -> None:
    await reader.agrees()
    news = await announced(reader, telegram, "news:stop")
    telegram.refuse_next("sendMessage", bad_request("not enough rights"))
    await reader.presses(news, "news:stop")
    await reader.citizen.has(3)
    assert reader.screen["text"] == reader.words("news-stopped")


async def test_who_stopped_finds_the_question_and_their_choices_again(reader: Reader) -> None:
    await reader.agrees()
    await reader.sends("/stop")
    await reader.opens()
    assert reader.screen["text"] == reader.words("news-consent")
    await reader.taps("news-yes")
    assert (await reader.subscription()).country == "FR"
    assert reader.words("news-done") in reader.titles


async def test_who_comes_from_an_arabic_telegram_is_asked_in_arabic(
    brahim: Citizen, renderer: Renderer
) -> None:
    await brahim.send_text("/abonnements")
    await brahim.has(1)
    assert brahim.texts == [renderer.words("ar", "news-consent")]


async def test_the_commands_stand_in_the_menu(telegram: TelegramServer) -> None:
    commands, place = telegram.store.commands, ("all_private_chats", "ar")
    await telegram.store.until(lambda: place in commands)
    named = [command["command"] for command in commands[place]]
    assert {"abonnements", "stop"} <= set(named)


async def test_a_group_is_offered_nothing(telegram: TelegramServer, renderer: Renderer) -> None:
    group = Group(telegram)
    await group.send_text("/abonnements")
    await group.has(1)
    assert group.texts == [renderer.words("fr", "telegram-private-only")]


@pytest.mark.parametrize("lang", VARIETIES)
async def test_every_screen_is_worded_in_every_variety(reader: Reader, lang: Variety) -> None:
    await reader.agrees("US")
    await reader.taps_title(reader.titles[0])
    await reader.taps("news-lang")
    await reader.taps(f"language-{lang.lower()}")
    reader.lang = lang
    for screen in ("news-topics", "news-lang", "news-quiet"):
        await reader.taps(screen)
        await reader.taps("news-back")
    await reader.taps("news-country")
    await reader.taps("news-country-other")
    await reader.taps("news-country-other")
    await reader.taps_title(reader.titles[0])
    assert datetime.now(UTC) > (await reader.subscription()).updated_at
