"""Links on posters and QR codes."""

from __future__ import annotations

import re

import pytest

from bot.replies.render import Renderer
from bot.telegram.deep_links import picked, topic_link, topic_payload
from knowledge.base import Knowledge
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.test_complaint import asked_for_consent, does
from tests.telegram_server.citizens import Citizen

TOPIC = "social/remains-repatriation"


def test_every_topic_has_a_link_that_telegram_takes_and_that_leads_back(
    knowledge: Knowledge,
) -> None:
    assert knowledge.topics
    for topic in knowledge.topics:
        payload = topic_payload(topic)
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
        pick = picked(payload, knowledge.topics)
        assert pick is not None
        assert pick.values["topic"] == topic


@pytest.mark.parametrize("payload", ["", "topic_", "topic_no__such", "x" * 64, "../..", "été"])
def test_a_payload_of_nobody_means_nothing(knowledge: Knowledge, payload: str) -> None:
    assert picked(payload, knowledge.topics) is None


def test_a_link_opens_the_bot() -> None:
    assert (
        topic_link("jisr_bot", TOPIC)
        == "https://t.me/jisr_bot?start=topic_social__remains-repatriation"
    )


@pytest.mark.usefixtures("polling")
@pytest.mark.parametrize("lang", ["ar", "fr"])
async def test_a_poster_answers_its_topic_at_once_in_the_persons_language(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer, knowledge: Knowledge, lang: str
) -> None:
    rasa.status = 503
    amina.chat.person["language_code"] = lang
    await amina.send_text(f"/start {topic_payload(TOPIC)}")
    answer, notice = await amina.has(2)
    assert answer["text"][:40] == knowledge.topic(TOPIC).answers["overview"].texts[lang][:40]
    assert notice["text"] == renderer.words(lang, "first-contact-notice")


@pytest.mark.usefixtures("polling")
@pytest.mark.parametrize(
    ("payload", "minted"),
    [
        ("complaint", "/open_complaint"),
        ("suivi", "/check_complaint"),
        ("topic_no__such", "/greet"),
        ("promo2024", "/greet"),
    ],
)
async def test_a_link_begins_what_it_names_and_any_other_greets(
    amina: Citizen, rasa: RasaStandIn, payload: str, minted: str
) -> None:
    await amina.send_text(f"/start {payload}")
    await amina.has(2)
    assert rasa.asked[0]["text"] == minted


@pytest.mark.usefixtures("polling")
async def test_a_poster_in_the_middle_of_a_complaint_does_not_lose_it(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.status = 503
    await asked_for_consent(amina, renderer)
    await does(amina, "oui")
    await does(amina, f"/start {topic_payload(TOPIC)}")
    print("AAA", amina.texts)
    await does(amina, "douane", replies=2)
    print("BBB", amina.texts)
    assert amina.texts[-1].startswith(renderer.words("fr", "ask-country"))


@pytest.mark.usefixtures("polling")
async def test_who_speaks_neither_is_greeted_in_both_scripts_once(
    amina: Citizen, renderer: Renderer
) -> None:
    amina.chat.person["language_code"] = "nl"
    await amina.send_text("/start")
    await amina.has(3)
    assert amina.texts[0] == renderer.words("ar", "telegram-also-in-arabic")
    assert amina.texts[1] == renderer.words("fr", "greet")
    await amina.send_text("/start")
    await amina.has(4)
    assert amina.texts[3] == renderer.words("fr", "greet")
