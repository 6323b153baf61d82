"""Buttons: used once, marked in place, and honest when their question has passed."""

from __future__ import annotations

import pytest

from bot.replies.render import Renderer
from bot.storage.database import Database
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.telegram.test_complaint import asked_for_consent, confirms, does, tickets
from tests.telegram_server.citizens import Citizen, buttons
from tests.telegram_server.errors import server_fault
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.usefixtures("polling")


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    rasa.status = 503


def data_of(message: dict[str, object], title: str) -> str:
    return next(b["callback_data"] for b in buttons(message) if b["text"] == title)


async def told(telegram: TelegramServer, count: int) -> list[str | None]:
    """What so many presses were answered with."""
    await telegram.store.until(lambda: len(telegram.store.answered_queries) >= count)
    return [answer.get("text") for answer in telegram.store.answered_queries]


async def test_a_button_of_an_older_question_says_so_and_changes_nothing(
    amina: Citizen, telegram: TelegramServer, renderer: Renderer
) -> None:
    await asked_for_consent(amina, renderer)
    consent = dict(amina.messages[-1])
    await does(amina, "oui")
    seen = len(amina.messages)
    await amina.press_data(consent, data_of(consent, renderer.words("fr", "choice-consent-no")))
    assert await told(telegram, 1) == [renderer.words("fr", "telegram-passed-choice")]
    await telegram.store.until(lambda: buttons(amina.messages[seen - 2]) == [])
    assert len(amina.messages) == seen
    await does(amina, button=renderer.words("fr", "category-customs"), replies=2)


async def test_a_button_that_cancels_does_so_while_anything_is_open(
    amina: Citizen, renderer: Renderer, telegram: TelegramServer
) -> None:
    await asked_for_consent(amina, renderer)
    await does(amina, "oui")
    await does(amina, "douane", replies=2)
    competence = dict(amina.messages[-2])
    await does(amina, "Belgique")
    cancel = data_of(competence, renderer.words("fr", "choice-cancel"))
    seen = len(amina.messages)
    await amina.press_data(competence, cancel)
    await amina.has(seen + 1)
    assert amina.texts[-1] == renderer.words("fr", "ticket-cancelled")
    assert await told(telegram, 1) == [None]


async def test_the_newest_buttons_of_a_question_put_again_count(
    amina: Citizen, renderer: Renderer, telegram: TelegramServer
) -> None:
    await asked_for_consent(amina, renderer)
    first = dict(amina.messages[-1])
    await does(amina, "peut-être, je ne sais pas", replies=2)
    yes = renderer.words("fr", "choice-consent-yes")
    await amina.press_data(first, data_of(first, yes))
    assert await told(telegram, 1) == [renderer.words("fr", "telegram-passed-choice")]
    assert renderer.words("fr", "ask-category") in await does(amina, button=yes)


async def test_a_double_tap_on_the_last_button_opens_one_ticket(
    amina: Citizen, renderer: Renderer, telegram: TelegramServer, database: Database
) -> None:
    await asked_for_consent(amina, renderer)
    for step in ("oui", "douane", "Belgique"):
        await does(amina, step, replies=2 if step == "douane" else 1)
    await does(amina, "Ma voiture est bloquée à Tanger depuis trois semaines")
    assert confirms(amina, renderer)
    summary = dict(amina.messages[-1])
    yes = data_of(summary, renderer.words("fr", "choice-confirm-yes"))
    seen = len(amina.messages)
    for _ in range(3):
        await amina.press_data(summary, yes)
    used = renderer.words("fr", "telegram-used-choice")
    assert await told(telegram, 3) == [None, used, used]
    assert len(await tickets(database)) == 1
    assert len(amina.messages) == seen + 1
    assert [button["text"] for button in buttons(amina.messages[seen - 1])] == ["✔ Oui, envoyer"]


async def test_a_confirmation_of_an_ended_complaint_confirms_no_other(
    amina: Citizen, renderer: Renderer, telegram: TelegramServer, database: Database
) -> None:
    await asked_for_consent(amina, renderer)
    for step in ("oui", "douane", "Belgique"):
        await does(amina, step, replies=2 if step == "douane" else 1)
    await does(amina, "Ma voiture est bloquée à Tanger depuis trois semaines")
    summary = dict(amina.messages[-1])
    yes = data_of(summary, renderer.words("fr", "choice-confirm-yes"))
    await does(amina, "oui")
    await does(amina, "/plainte")
    await amina.press_data(summary, yes)
    assert await told(telegram, 1) == [renderer.words("fr", "telegram-passed-choice")]
    assert len(await tickets(database)) == 1


async def test_a_press_whose_answer_did_not_leave_is_answered_at_the_next_try(
    amina: Citizen, renderer: Renderer, telegram: TelegramServer
) -> None:
    await asked_for_consent(amina, renderer)
    telegram.refuse_next("sendMessage", server_fault(), times=5)
    told_last = await does(amina, button=renderer.words("fr", "choice-consent-yes"))
    assert renderer.words("fr", "ask-category") in told_last
    assert await told(telegram, 1) == [None]
