"""Links on posters and QR codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.replies.render import Renderer
from bot.telegram.deep_links import picked, topic_payload
from bot.telegram.posters import qr_code
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


@pytest.mark.parametrize(
    ("about", "payload"),
    [
        (TOPIC, "topic_social__remains-repatriation"),
        ("complaint", "complaint"),
        ("suivi", "suivi"),
    ],
)
def test_a_poster_is_a_qr_code_of_the_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, about: str, payload: str
) -> None:
    out = tmp_path / "poster.svg"
    arguments = ["bot", "poster", about, "--bot", "jisr_bot", "--out", str(out)]
    monkeypatch.setattr("sys.argv", arguments)
    assert main() == 0
    assert out.read_bytes() == qr_code(f"https://t.me/jisr_bot?start={payload}")
    assert out.read_bytes().startswith(b"<?xml")


def test_a_poster_of_an_unknown_topic_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "poster.svg"
    arguments = ["bot", "poster", "no/such", "--bot", "jisr_bot", "--out", str(out)]
    monkeypatch.setattr("sys.argv", arguments)
    assert main() == 2
    assert "no/such" in capsys.readouterr().err
    assert not out.exists()


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
    again = await does(amina, f"/start {topic_payload(TOPIC)}", replies=2)
    assert again == renderer.words("fr", "ask-category")
    await does(amina, "douane", replies=2)
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
