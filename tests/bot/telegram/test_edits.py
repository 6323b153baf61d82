"""Edited messages: the last one is taken as it reads now, an older one gets a word."""

from __future__ import annotations

import pytest

from bot.replies.render import Renderer
from bot.storage.database import Database
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.conftest import StartBot, bare
from tests.bot.telegram.test_complaint import asked_for_consent, confirms, does, tickets
from tests.telegram_server.citizens import Citizen

STORY = "Ma voiture est bloquée à Tanger depuis trois semaines"


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    rasa.status = 503


async def edits(
    citizen: Citizen, text: str, message_id: int | None = None, replies: int = 2
) -> str:
    seen = len(citizen.messages)
    await citizen.edit(text, message_id or citizen.sent[-1])
    return str((await citizen.has(seen + replies))[-1]["text"])


async def asked_for_description(citizen: Citizen, renderer: Renderer) -> None:
    await asked_for_consent(citizen, renderer)
    await does(citizen, "oui")
    await does(citizen, "douane", replies=2)
    await does(citizen, "Belgique")


@pytest.mark.usefixtures("polling")
async def test_an_edited_question_is_answered_anew(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.status = 200
    await amina.send_text("bourse")
    await amina.has(2)
    rasa.said = [{"say": "help"}]
    assert await edits(amina, "rapatriement d'un corps") == renderer.words("fr", "help")
    assert amina.texts[-2] == renderer.words("fr", "telegram-corrected")
    assert rasa.asked[-1]["text"] == "rapatriement d'un corps"


@pytest.mark.usefixtures("polling")
async def test_an_edited_answer_takes_the_place_of_the_first_also_twice(
    amina: Citizen, renderer: Renderer, database: Database
) -> None:
    await asked_for_description(amina, renderer)
    assert renderer.words("fr", "ask-description") in await edits(amina, "la France")
    assert renderer.words("fr", "ask-description") in await edits(amina, "l'Italie")
    told = await does(amina, STORY)
    assert "pays : Italie" in bare(told)
    told = await edits(amina, f"{STORY} et je n'ai aucune réponse")
    assert f"{STORY} et je n'ai aucune réponse" in told
    assert told.count("bloquée") == 1
    assert confirms(amina, renderer)
    await does(amina, "oui")
    [ticket] = await tickets(database)
    assert (ticket.country, ticket.description) == ("IT", f"{STORY} et je n'ai aucune réponse")


@pytest.mark.usefixtures("polling")
async def test_an_edited_consent_may_still_be_refused(amina: Citizen, renderer: Renderer) -> None:
    await asked_for_consent(amina, renderer)
    await does(amina, "oui")
    assert await edits(amina, "non") == renderer.words("fr", "consent-refused")


@pytest.mark.usefixtures("polling")
async def test_an_edit_after_the_ticket_was_opened_opens_no_second(
    amina: Citizen, renderer: Renderer, database: Database
) -> None:
    await asked_for_description(amina, renderer)
    await does(amina, STORY)
    await does(amina, "oui")
    told = await edits(amina, "oui, envoyez", replies=1)
    assert told == renderer.words("fr", "error-too-late-to-correct")
    assert len(await tickets(database)) == 1


@pytest.mark.usefixtures("polling")
async def test_an_older_message_gets_a_word_and_changes_nothing(
    amina: Citizen, renderer: Renderer
) -> None:
    await asked_for_description(amina, renderer)
    told = await edits(amina, "non", message_id=amina.sent[1], replies=1)
    assert told == renderer.words("fr", "error-too-late-to-correct")
    assert "pays : Belgique" in bare(await does(amina, STORY))


@pytest.mark.usefixtures("polling")
async def test_an_edited_caption_is_a_correction_too(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer
) -> None:
    rasa.status = 200
    await amina.send_document(b"<svg/>", "x.svg", caption="bonjour")
    await amina.has(3)
    assert await edits(amina, "bonsoir") == renderer.words("fr", "greet")


async def test_the_last_message_is_still_known_after_a_restart(
    amina: Citizen, renderer: Renderer, start_bot: StartBot
) -> None:
    first = await start_bot()
    await asked_for_description(amina, renderer)
    await first.stop()
    await start_bot()
    await edits(amina, "la France")
    assert "pays : France" in bare(await does(amina, STORY))
