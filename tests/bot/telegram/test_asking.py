"""A question brings what Telegram has to answer it: a place, a number, a hint about files."""

from __future__ import annotations

import io

import pytest
from sqlmodel import select

from bot.replies.countries import country_name
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import TelegramUpdate, Turn
from bot.telegram.geography import country_at
from knowledge.base import Knowledge
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import bare
from tests.bot.telegram.test_complaint import asked_for_consent, does
from tests.telegram_server.citizens import Citizen, buttons

pytestmark = pytest.mark.usefixtures("polling")

BRUSSELS = (50.8503, 4.3517)
NOUAKCHOTT = (18.0735, -15.9582)
OCEAN = (-40.0, -120.0)


async def asked_for_country(citizen: Citizen, rasa: RasaStandIn, renderer: Renderer) -> None:
    """In the form, up to the country, without Rasa."""
    rasa.status = 503
    await asked_for_consent(citizen, renderer)
    await does(citizen, button=renderer.words("fr", "choice-consent-yes"))
    await does(citizen, button=renderer.words("fr", "category-customs"), replies=2)


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [
        (*BRUSSELS, "BE"),
        (35.7673, -5.7998, "MA"),
        (27.1418, -13.1880, "MA"),
        (23.6848, -15.9580, "MA"),
        (*OCEAN, None),
    ],
)
async def test_a_place_has_the_country_of_the_nearest_town(
    latitude: float, longitude: float, country: str | None
) -> None:
    assert await country_at(latitude, longitude) == country


async def test_the_question_for_the_country_offers_to_share_the_place(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await asked_for_country(amina, rasa, renderer)
    label = renderer.words("fr", "telegram-share-country")
    assert amina.chat.reply_buttons == [{"text": label, "request_location": True}]
    hint = renderer.words("fr", "telegram-hint-country", button=label)
    assert amina.texts[-1] == f"{renderer.words('fr', 'ask-country')}\n\n{hint}"


async def test_a_place_answers_the_form_and_can_be_corrected(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer, database: Database
) -> None:
    await asked_for_country(amina, rasa, renderer)
    seen = len(amina.messages)
    await amina.share_place(*BRUSSELS)
    read, question = (await amina.has(seen + 2))[-2:]
    assert read["text"] == renderer.words("fr", "telegram-place-correctable", country="Belgique")
    assert question["text"].startswith(renderer.words("fr", "ask-description"))
    assert amina.reply_buttons == []
    await does(amina, "la France")
    told = await does(amina, "Ma voiture est bloquée au port depuis trois semaines")
    assert "pays : France" in bare(told)
    assert await _kept(database, "50.85") == []


async def test_a_place_out_of_the_world_is_asked_for_in_words(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await asked_for_country(amina, rasa, renderer)
    seen = len(amina.messages)
    await amina.share_place(*OCEAN)
    await amina.has(seen + 1)
    assert amina.texts[-1] == renderer.words("fr", "telegram-place-unknown")
    assert "Racontez" in await does(amina, "Belgique")


async def test_the_country_may_still_be_typed_and_the_button_goes_away(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await asked_for_country(amina, rasa, renderer)
    await does(amina, "Belgique")
    assert amina.reply_buttons == []


async def test_the_button_goes_away_with_a_word_where_all_else_has_buttons(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.said = [{"say": "ask-country", "asks": "country"}]
    await amina.send_text("je veux me plaindre")
    await amina.has(2)
    assert amina.reply_buttons
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    await amina.send_text("Belgique")
    noted, question = (await amina.has(4))[-2:]
    assert noted["text"] == renderer.words("fr", "telegram-noted")
    assert buttons(question)
    assert amina.reply_buttons == []


async def test_a_place_outside_of_the_form_tells_the_country_and_its_consulates(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer, knowledge: Knowledge
) -> None:
    rasa.status = 503
    await amina.share_place(*BRUSSELS)
    read, posts = (await amina.has(3))[:2]
    assert read["text"] == renderer.words("fr", "telegram-place-read", country="Belgique")
    consulates = knowledge.directory.consulates_in("BE")
    assert posts["text"].startswith(renderer.words("fr", "which-post", count=len(consulates)))
    assert len(buttons(posts)) == len(consulates)


async def test_a_place_without_a_consulate_leads_to_whom_to_ask(
    brahim: Citizen, rasa: RasaStandIn, renderer: Renderer, knowledge: Knowledge
) -> None:
    rasa.status = 503
    await brahim.share_place(*NOUAKCHOTT)
    read, none, answer = (await brahim.has(4))[:3]
    country = country_name("MR", "ar")
    assert read["text"] == renderer.words("ar", "telegram-place-read", country=country)
    assert none["text"] == renderer.words("ar", "telegram-place-without-post")
    contact = knowledge.topic("institutions/ministry-contact").answers["contact"].texts["ar"]
    assert answer["text"][:40] == contact[:40]


async def test_no_place_is_kept_or_logged(
    amina: Citizen, database: Database, logged: io.StringIO
) -> None:
    await amina.share_place(*BRUSSELS)
    await amina.has(2)
    await amina.send_text("merci")
    await amina.has(4)
    assert await _kept(database, "50.85") == []
    lines = logged.getvalue()
    assert "turn.answered" in lines
    assert "50.85" not in lines


async def _kept(database: Database, what: str) -> list[str]:
    """Where it stands in what is kept of turns and of handled updates."""
    async with database.reading() as session:
        turns = (await session.exec(select(Turn))).all()
        updates = (
            await session.exec(select(TelegramUpdate).where(TelegramUpdate.state == "handled"))
        ).all()
    rows = [str(row.model_dump()) for row in (*turns, *updates)]
    return [row for row in rows if what in row]


async def test_the_own_number_answers_the_question_for_it(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.said = [{"say": "ask-contact", "asks": "contact"}]
    await amina.send_text("je veux me plaindre")
    await amina.has(2)
    share, none = amina.chat.reply_buttons
    assert share["request_contact"] is True
    assert none == {"text": renderer.words("fr", "choice-contact-none")}
    rasa.said = [{"say": "help"}]
    await amina.share_contact("32470000000")
    await amina.has(3)
    assert rasa.asked[-1]["text"] == "+32470000000"
    assert amina.reply_buttons == []


async def test_a_choice_beside_the_number_is_a_choice(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.said = [{"say": "ask-contact", "asks": "contact"}]
    await amina.send_text("je veux me plaindre")
    await amina.has(2)
    await amina.send_text(renderer.words("fr", "choice-contact-none"))
    await amina.has(3)
    assert rasa.asked[-1]["metadata"]["choice"] == {"contact": ""}


async def test_somebody_elses_number_is_refused(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.said = [{"say": "ask-contact", "asks": "contact"}]
    await amina.send_text("je veux me plaindre")
    seen = len(await amina.has(2))
    await amina.share_contact("+32470000000", of=999)
    await amina.has(seen + 1)
    assert amina.texts[-1] == renderer.words("fr", "telegram-contact-of-other")
    assert len(rasa.asked) == 1


async def test_a_number_that_nobody_asked_for_is_not_taken(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await amina.share_contact("+32470000000")
    await amina.has(1)
    assert amina.texts == [renderer.words("fr", "telegram-contact-not-needed")]
    assert rasa.asked == []


async def test_what_may_be_sent_is_told_before_once(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    await asked_for_country(amina, rasa, renderer)
    hint = renderer.words("fr", "telegram-hint-description", limit_mb=10)
    assert hint in await does(amina, "Belgique")
    assert hint not in await does(amina, "euh")
