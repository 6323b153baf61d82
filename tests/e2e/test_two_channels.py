"""One person, two channels: begun in the widget, finished on Telegram, answered on both."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, Page, expect

from tests.e2e.conftest import ARTEFACTS, DESKTOP, PHONE, answer_ticket, open_console
from tests.e2e.test_widget import open_widget, say
from tests.stack import Stack
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def begin_a_complaint(page: Page) -> None:
    await say(page, "je veux déposer une plainte", "d'accord ?")
    await page.locator("jisr-chat").get_by_role("button", name="Oui, d'accord").click()
    await page.locator("jisr-chat [role=log]").get_by_text("De quel sujet").wait_for()
    await page.locator("jisr-chat").get_by_role("button", name="Consulat").click()
    await page.locator("jisr-chat [role=log]").get_by_text("Dans quel pays").wait_for()


async def open_elsewhere(page: Page) -> None:
    await page.locator("jisr-chat .menu-button").click()
    await page.locator("jisr-chat .item.elsewhere").click()


async def code_shown(page: Page) -> str:
    await open_elsewhere(page)
    await page.locator("jisr-chat").get_by_role("button", name="Continuer sur Telegram").click()
    shown = await page.locator("jisr-chat .telegram output").inner_text()
    return re.sub(r"\s", "", shown.removeprefix("/lier"))


async def test_a_complaint_begun_in_the_widget_is_finished_on_telegram_and_answered_on_both(
    stack: Stack, telegram: TelegramServer, chromium: Browser
) -> None:
    page = await open_widget(chromium, stack, "fr", DESKTOP)
    panel = page.locator("jisr-chat")
    await begin_a_complaint(page)
    code = await code_shown(page)
    opener = panel.get_by_role("link", name="Ouvrir Telegram")
    address = f"https://t.me/jisr_stand_in_bot?start=link_{code}"
    await expect(opener).to_have_attribute("href", address)
    drawn = await panel.get_by_role("img", name="Code QR").bounding_box()
    assert drawn and min(drawn["width"], drawn["height"]) > 100
    await page.screenshot(path=ARTEFACTS / "widget-telegram-code-fr.png")

    await page.reload()  # as a phone does with a page that was left for Telegram
    await page.locator("jisr-chat button").first.click()
    amina = Citizen(telegram)
    await amina.send_text(f"/start link_{code}")
    await amina.sees("à terminer")
    await amina.press("Oui, continuer")
    await amina.sees("Acceptez maintenant")

    await panel.get_by_text("Si ce n'est pas vous, refusez").wait_for()
    await page.screenshot(path=ARTEFACTS / "widget-telegram-asked-fr.png")
    await panel.get_by_role("button", name="Oui, continuer").click()
    await panel.locator("[role=log]").get_by_text("continue sur Telegram").wait_for()
    await expect(panel.locator("[role=log]")).to_be_focused()
    await page.screenshot(path=ARTEFACTS / "widget-telegram-linked-fr.png")

    for question, text in (
        ("Dans quel pays", "Belgique"),
        ("Racontez", "J'attends mon passeport depuis quatre mois."),
        ("Je l'envoie", "oui"),
    ):
        await amina.sees(question)
        await amina.send_text(text)
    await amina.sees("MDM-")
    found = re.search(r"MDM-\d{4}-\d{6}", amina.texts[-1])
    assert found

    console = await open_console(chromium, stack)
    await answer_ticket(console, stack, found[0], "Votre passeport est prêt à Liège.")
    await console.get_by_text("Site web et Telegram").wait_for()
    await amina.sees("Votre passeport est prêt à Liège.")
    await panel.locator("[role=log]").get_by_text("Votre passeport est prêt à Liège.").wait_for()
    await amina.send_text("où en est mon dossier ?")
    await amina.sees("en cours")  # no code is asked for

    await expect(panel.locator(".sheet")).to_have_count(0)
    await open_elsewhere(page)
    await panel.get_by_role("button", name="Ne plus lier").click()
    await amina.sees("n'est plus liée à celle-ci")
    await console.close()
    await page.close()


async def test_begun_on_telegram_it_goes_on_in_the_widget_in_arabic(
    stack: Stack, telegram: TelegramServer, chromium: Browser
) -> None:
    brahim = Citizen(telegram, lang="ar")
    await brahim.send_text("/plainte")
    await brahim.sees("توافقون")
    await brahim.send_text("نعم")
    await brahim.has(3)
    await brahim.send_text("/lier")
    await brahim.sees("/lier")
    found = re.search(r"[A-Z2-9]{3} [A-Z2-9]{3} [A-Z2-9]{3}", brahim.texts[-1])
    assert found

    page = await open_widget(chromium, stack, "ar", PHONE)
    panel = page.locator("jisr-chat")
    await open_elsewhere(page)
    await panel.locator(".elsewhere input").fill(found[0])
    await page.keyboard.press("Enter")
    await panel.get_by_text("المحادثة التي بدأتموها على تيليغرام").wait_for()
    await page.screenshot(path=ARTEFACTS / "widget-telegram-asked-ar.png")
    await panel.get_by_role("button", name="نعم، متابعة").click()
    await panel.get_by_text("وافقوا الآن في تيليغرام").wait_for()
    await brahim.sees("إن لم تكونوا أنتم")
    await brahim.press("نعم، متابعة")
    await panel.locator("[role=log]").get_by_text("نتابع هنا").wait_for()
    await panel.locator("[role=log]").get_by_role("button", name="الجمارك").wait_for()
    await page.screenshot(path=ARTEFACTS / "widget-telegram-goes-on-ar.png")
    await brahim.sees("يتواصل على الموقع")
    await page.close()
