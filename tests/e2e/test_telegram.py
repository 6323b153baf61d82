"""A complaint on Telegram: filed, answered by staff, found again from the web."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser

from tests.chat_client import ChatClient
from tests.e2e.conftest import answer_ticket, open_console
from tests.stack import Stack
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_complaint_on_telegram_is_answered_there_and_found_from_the_web(
    stack: Stack, telegram: TelegramServer, chromium: Browser
) -> None:
    amina = Citizen(telegram)
    for text, answered in (
        ("/plainte", "d'accord"),
        ("oui", "sujet"),
        ("douane", "pays"),
        ("Espagne", "Racontez"),
        ("On m'a pris mes outils au port sans me donner de reçu.", "Espagne"),
        ("oui", "MDM-"),
    ):
        await amina.send_text(text)
        await amina.sees(answered)
    found = re.search(r"(MDM-\d{4}-\d{6}).*?([A-Z2-9]{6})\b", _plain(amina.texts[-1]), re.DOTALL)
    assert found
    reference, code = found.groups()

    console = await open_console(chromium, stack)
    await answer_ticket(console, stack, reference, "Nous écrivons au port pour vous.")
    await amina.sees("Nous écrivons au port pour vous.")

    async with ChatClient(stack.url) as client:
        answer = await client.conversation().say(f"où en est {reference} {code} ?")
    assert answer["ticket"]["event"] == "found"
    await console.close()


async def test_a_poster_a_shared_place_and_an_edit_on_telegram(
    stack: Stack,  # noqa: ARG001 it is what answers
    telegram: TelegramServer,
) -> None:
    brahim = Citizen(telegram, lang="fr")
    await brahim.send_text("/start topic_social__remains-repatriation")
    await brahim.has(2)
    assert "enterrer au Maroc" in brahim.texts[0]
    await brahim.send_text("/plainte")
    await brahim.sees("d'accord")
    await brahim.press("Oui, d'accord")
    await brahim.sees("sujet")
    await brahim.press("Douane, véhicule")
    await brahim.sees("pays")
    assert brahim.reply_buttons
    await brahim.share_place(50.85, 4.35)
    await brahim.sees("Racontez")
    assert brahim.reply_buttons == []
    await brahim.send_text("Ma voiture est bloquée au port de Nador depuis trois semaines.")
    await brahim.sees("trois semaines")
    await brahim.edit_last("Ma voiture est bloquée au port de Nador depuis trois mois.")
    await brahim.sees("trois mois")
    summary = _plain(brahim.texts[-1])
    assert "pays : Belgique" in summary
    assert "trois semaines" not in summary
    await brahim.press("Oui, envoyer")
    await brahim.sees("MDM-")


def _plain(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)
