"""The widget in a real browser: both directions of writing, a complaint, a staff answer."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.async_api import Browser, Page

from tests.e2e.conftest import ARTEFACTS, DESKTOP, PHONE, answer_ticket, open_console
from tests.stack import Stack

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def open_widget(
    chromium: Browser, stack: Stack, lang: str, viewport: dict[str, int] | None = None
) -> Page:
    page = await chromium.new_page(viewport=viewport or PHONE, reduced_motion="reduce")
    await page.goto(f"{stack.url}/?lang={lang}")
    await page.locator("jisr-chat button").first.click()
    await page.locator("jisr-chat textarea").wait_for()
    return page


async def say(page: Page, text: str, answered: str) -> None:
    await page.locator("jisr-chat textarea").fill(text)
    await page.keyboard.press("Enter")
    log = page.locator("jisr-chat [role=log]")
    await log.get_by_text(answered).filter(visible=True).last.wait_for()


async def test_a_conversation_in_arabic_runs_from_right_to_left(
    chromium: Browser, stack: Stack
) -> None:
    page = await open_widget(chromium, stack, "ar")
    await say(page, "ما هي الوثائق المطلوبة لنقل جثمان والدي إلى المغرب؟", "الوفاة")
    answer = page.locator("jisr-chat [role=log] [dir=rtl]").last
    assert await answer.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert await page.locator("jisr-chat details").count() >= 1
    await page.screenshot(path=ARTEFACTS / "widget-ar.png")
    await page.close()


async def test_a_conversation_in_french_goes_on_in_context(chromium: Browser, stack: Stack) -> None:
    page = await open_widget(chromium, stack, "fr")
    await say(page, "c'est quoi les bourses pour les enfants de MRE ?", "familles démunies")
    await say(page, "et c'est combien ?", "10 120")
    await page.screenshot(path=ARTEFACTS / "widget-fr.png")
    await page.close()


async def test_what_is_typed_ahead_is_answered_in_order(chromium: Browser, stack: Stack) -> None:
    page = await open_widget(chromium, stack, "fr")
    await page.locator("jisr-chat textarea").fill("c'est quoi MDM Invest ?")
    await page.keyboard.press("Enter")
    await say(page, "et les conditions ?", "25 %")
    await page.close()


async def test_a_staff_answer_arrives_in_the_open_widget_without_reload(
    chromium: Browser, stack: Stack
) -> None:
    page = await open_widget(chromium, stack, "fr", DESKTOP)
    await say(page, "je veux déposer une plainte", "d'accord ?")
    await page.locator("jisr-chat").get_by_role("button", name="Oui, d'accord").click()
    await page.locator("jisr-chat [role=log]").get_by_text("De quel sujet").wait_for()
    await page.locator("jisr-chat").get_by_role("button", name="Consulat").click()
    await page.locator("jisr-chat [role=log]").get_by_text("Dans quel pays").wait_for()
    await say(page, "Belgique", "Racontez-moi")
    await say(page, "J'attends mon passeport depuis quatre mois.", "pour vous joindre")
    await say(page, "aucun", "Je l'envoie")
    await say(page, "oui", "MDM-")
    log = await page.locator("jisr-chat [role=log]").inner_text()
    found = re.search(r"MDM-\d{4}-\d{6}", log)
    assert found

    console = await open_console(chromium, stack)
    await console.screenshot(path=ARTEFACTS / "console-queue.png")
    await answer_ticket(console, stack, found[0], "Votre passeport est prêt, passez lundi.")
    await console.screenshot(path=ARTEFACTS / "console-ticket.png", full_page=True)

    await page.locator("jisr-chat [role=log]").get_by_text("passez lundi").wait_for()
    await page.screenshot(path=ARTEFACTS / "widget-staff-answer.png")
    await console.close()
    await page.close()


async def test_a_reload_keeps_the_conversation(chromium: Browser, stack: Stack) -> None:
    page = await open_widget(chromium, stack, "fr")
    await say(page, "bonjour", "je suis Jisr")
    await page.reload()
    log = page.locator("jisr-chat [role=log]")
    if not await log.is_visible():
        await page.locator("jisr-chat button").first.click()
    await log.get_by_text("je suis Jisr").first.wait_for()
    await page.close()


async def test_markup_from_a_citizen_stays_text(chromium: Browser, stack: Stack) -> None:
    page = await open_widget(chromium, stack, "fr")
    await say(page, "<img src=x onerror=alert(1)> bonjour", "<img src=x")
    assert await page.locator("jisr-chat [role=log] img").count() == 0
    await page.close()


async def test_a_half_filled_complaint_goes_on_on_another_device(
    chromium: Browser, stack: Stack
) -> None:
    here = await open_widget(chromium, stack, "fr")
    await say(here, "je veux déposer une réclamation", "C'est d'accord")
    await say(here, "oui", "quel sujet")
    await here.locator("jisr-chat .menu-button").click()
    await here.locator("jisr-chat .item.elsewhere").click()
    code = await here.locator("jisr-chat .elsewhere output").inner_text()
    await here.screenshot(path=ARTEFACTS / "widget-elsewhere-fr.png")

    context = await chromium.new_context(viewport=PHONE, reduced_motion="reduce")
    there = await context.new_page()
    await there.goto(f"{stack.url}/?lang=ar")
    await there.locator("jisr-chat button").first.click()
    await there.locator("jisr-chat .menu-button").click()
    await there.locator("jisr-chat .item.elsewhere").click()
    await there.locator("jisr-chat .elsewhere input").fill("AAAA BBBB")
    await there.keyboard.press("Enter")
    await there.locator("jisr-chat .elsewhere [role=alert]").get_by_text("الرمز").wait_for()
    await there.screenshot(path=ARTEFACTS / "widget-elsewhere-ar.png")
    await there.locator("jisr-chat .elsewhere input").fill(code.lower())
    await there.keyboard.press("Enter")
    await there.locator("jisr-chat [role=log]").get_by_text("quel sujet").last.wait_for()
    await say(there, "douane", "Dans quel pays")
    await context.close()
    await here.close()


async def test_a_photo_goes_along_with_a_complaint_and_a_wrong_file_is_refused_in_words(
    chromium: Browser, stack: Stack
) -> None:
    page = await open_widget(chromium, stack, "fr")
    await say(page, "je veux déposer une réclamation", "C'est d'accord")
    picker = page.locator("jisr-chat .attach input")
    photo = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(photo, "JPEG")
    log = page.locator("jisr-chat [role=log]")
    file = {"name": "reçu.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()}
    send = page.locator("jisr-chat .send")
    await picker.set_input_files([file])
    await send.click()
    await log.get_by_text("Bien reçu").wait_for()
    await picker.set_input_files([{**file, "name": "page.jpg", "buffer": b"<html>"}])
    await send.click()
    await log.get_by_text("Je ne peux pas prendre ce fichier").wait_for()
    await page.screenshot(path=ARTEFACTS / "widget-files-fr.png")
    await say(page, "oui", "quel sujet")
    await page.close()
