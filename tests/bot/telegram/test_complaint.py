"""A complaint from end to end in Telegram while Rasa is down: the real intake and desk."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import Ticket
from tests.bot.rasa_stand_in import RasaStandIn
from tests.telegram_server.citizens import Citizen, buttons

pytestmark = pytest.mark.usefixtures("polling")


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    rasa.status = 503


async def tickets(database: Database) -> list[Ticket]:
    async with database.reading() as session:
        return list((await session.exec(select(Ticket))).all())


async def does(
    citizen: Citizen, text: str | None = None, button: str | None = None, replies: int = 1
) -> str:
    """Sends or presses; what the bot answered last, once so many replies are there."""
    seen = len(citizen.messages)
    if button:
        await citizen.press(button)
    else:
        await citizen.send_text(text or "")
    return str((await citizen.has(seen + replies))[-1]["text"])


def confirms(citizen: Citizen, renderer: Renderer) -> bool:
    titles = {button["text"] for button in buttons(citizen.messages[-1])}
    return renderer.words("fr", "choice-confirm-yes") in titles


async def asked_for_consent(citizen: Citizen, renderer: Renderer) -> None:
    await citizen.send_text("/plainte")
    await citizen.has(2)  # the first-contact notice and the question
    assert citizen.texts[-1] == renderer.words("fr", "ask-consent")


async def test_a_complaint_is_opened_with_buttons_and_words(
    amina: Citizen, renderer: Renderer, database: Database
) -> None:
    await asked_for_consent(amina, renderer)
    await does(amina, button=renderer.words("fr", "choice-consent-yes"))
    # Who decides about customs, and the next question.
    await does(amina, button=renderer.words("fr", "category-customs"), replies=2)
    await does(amina, "Belgique")
    await does(amina, "Ma voiture est bloquée à Tanger <depuis> 3 semaines & personne ne répond")
    if not confirms(amina, renderer):
        await does(amina, button=renderer.words("fr", "choice-contact-none"))
    assert "<depuis> 3 semaines & personne" in amina.texts[-1]
    told = await does(amina, button=renderer.words("fr", "choice-confirm-yes"))
    [ticket] = await tickets(database)
    assert ticket.reference in told
    assert ticket.code in told
    assert (ticket.category, ticket.country) == ("customs", "BE")


async def test_annuler_ends_it_and_nothing_is_kept(
    amina: Citizen, renderer: Renderer, database: Database
) -> None:
    await asked_for_consent(amina, renderer)
    await does(amina, button=renderer.words("fr", "choice-consent-yes"))
    assert await does(amina, "/annuler") == renderer.words("fr", "ticket-cancelled")
    assert await does(amina, "/annuler") == renderer.words("fr", "nothing-to-cancel")
    assert await tickets(database) == []


@pytest.mark.parametrize(
    ("command", "key"),
    [("/help", "help"), ("/start", "greet"), ("/langue", "which-language"), ("/suivi", None)],
)
async def test_a_command_in_the_middle_of_a_complaint_does_not_lose_it(
    amina: Citizen, renderer: Renderer, command: str, key: str | None
) -> None:
    await asked_for_consent(amina, renderer)
    await does(amina, button=renderer.words("fr", "choice-consent-yes"))
    question = await does(amina, command, replies=2)
    assert question == renderer.words("fr", "ask-category")
    assert amina.texts[-2] == renderer.words("fr", key or "degraded-unknown")
    told = await does(amina, button=renderer.words("fr", "category-customs"), replies=2)
    assert told.startswith(renderer.words("fr", "ask-country"))


async def test_a_language_chosen_in_the_middle_of_a_complaint_does_not_lose_it(
    amina: Citizen, renderer: Renderer
) -> None:
    await asked_for_consent(amina, renderer)
    await does(amina, "oui")
    await does(amina, "/langue", replies=2)
    told = await does(amina, button=renderer.words("fr", "language-ar"), replies=2)
    assert told == renderer.words("ar", "ask-category")
