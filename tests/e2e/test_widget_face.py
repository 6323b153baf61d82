"""What a person sees in the widget, against the real application without Rasa."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, BrowserContext, FilePayload, Locator, Route, expect

from tests.conftest import missing
from tests.stack import Stack, running_application

pytestmark = pytest.mark.asyncio(loop_scope="session")

AXE = Path("tests/node/node_modules/axe-core/axe.min.js")
SMALL_PHONE = {"width": 360, "height": 740}
QUESTION = {
    "fr": "c'est quoi les bourses pour les enfants de MRE ?",
    "ar": "ما هي المنحة الدراسية لأبناء مغاربة العالم؟",
    "ary": "شنو هي المنحة ديال ولاد الزماكرية؟",
    "ary-Latn": "chno hiya la bourse dyal wlad zmagria?",
}
GRIEVANCE = {
    "fr": "je veux déposer une réclamation",
    "ar": "أريد تقديم شكاية",
    "ary": "بغيت نحط شكاية",
    "ary-Latn": "bghit n7ett chikaya",
}
# Debian's Chromium has no voices of its own.
VOICES = """
  const voices = [
    { lang: "ar_MA", localService: true }, { lang: "fr-FR", localService: true },
    { lang: "fr-FR", localService: false, name: "elsewhere" },
  ];
  window.spoken = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const synthesis = new EventTarget();
  Object.assign(synthesis, {
    getVoices: () => voices, cancel: () => {}, speak: (utterance) => spoken.push(utterance),
  });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
"""
# The dialogue of printing belongs to the browser; what would be on the paper is what counts.
PAPER = """
  window.print = () => { top.document.documentElement.dataset.paper = document.body.innerText; };
"""

DUTCH_PAGE = """
  <!doctype html>
  <html lang="nl"><body><script src="/widget.js"></script></body></html>
"""


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("face")
    with running_application(f"sqlite:///{folder}/jisr.db") as stack:
        yield stack


@pytest_asyncio.fixture(loop_scope="session")
async def context(chromium: Browser) -> AsyncIterator[BrowserContext]:
    context = await chromium.new_context(
        viewport=SMALL_PHONE, reduced_motion="reduce", accept_downloads=True
    )
    yield context
    await context.close()


async def open_widget(context: BrowserContext, stack: Stack, lang: str = "fr") -> Locator:
    page = await context.new_page()
    await page.goto(f"{stack.url}/?lang={'fr' if lang == 'fr' else 'ar'}")
    widget = page.locator("jisr-chat")
    await widget.locator(".launcher").click()
    if lang.startswith("ary"):
        await widget.locator("header select").select_option(lang)
    await composer(widget).wait_for()
    return widget


def composer(widget: Locator) -> Locator:
    return widget.locator(".line > textarea")


async def reopened(widget: Locator) -> None:
    await widget.page.reload()
    if not await widget.locator(".panel").is_visible():
        await widget.locator(".launcher").click()


async def say(widget: Locator, text: str) -> None:
    """Says it and waits for the answer's end."""
    answers = await widget.locator(".message.bot").count()
    await composer(widget).fill(text)
    await composer(widget).press("Enter")
    await expect(widget.locator(".message.bot")).not_to_have_count(answers)
    await expect(widget.locator(".typing")).to_have_count(0)


async def pick(widget: Locator, item: str) -> None:
    await widget.locator(".menu-button").click()
    await widget.locator(f".item.{item}").click()


def photo(name: str = "reçu.jpg") -> FilePayload:
    picture = BytesIO()
    Image.new("RGB", (600, 400), "teal").save(picture, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": picture.getvalue()}


async def opened_ticket(widget: Locator) -> str:
    """A complaint up to its end; the reference that was told."""
    await say(widget, GRIEVANCE["fr"])
    for answer in ("oui", "consulat", "France", "J'attends mon passeport depuis quatre mois."):
        await say(widget, answer)
    await say(widget, "aucun")
    await say(widget, "oui")
    found = re.search(r"MDM-\d{4}-\d{6}", await widget.locator(".log").inner_text())
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("lang", "age"),
    [
        ("fr", r"il y a \d+ ans?"),
        ("ar", r"منذ (سنة|سنتين|\d+ (سنوات|سنة))"),
        ("ary", r"هادي (عام|عامين|\d+ (سنين|عام))"),
        ("ary-Latn", r"hadi (3am|3amayn|\d+ (snin|3am))"),
    ],
)
async def test_sources_are_folded_and_tell_their_age(
    context: BrowserContext, application: Stack, lang: str, age: str
) -> None:
    widget = await open_widget(context, application, lang)
    await say(widget, QUESTION[lang])
    sources = widget.locator(".sources").first
    await expect(sources.locator("li").first).to_be_hidden()
    await sources.locator("summary").click()
    told = await sources.locator(".date").all_inner_texts()
    assert any(re.search(age, text) for text in told)


async def test_a_thumb_is_thanked_for_kept_and_can_be_changed(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, QUESTION["fr"])
    up, down = widget.locator(".thumb").first, widget.locator(".thumb").nth(1)
    await down.click()
    await widget.locator(".words textarea").fill("Je demandais la date limite.")
    await widget.locator(".words button").click()
    await expect(widget.locator(".feedback .said")).to_have_text("Merci de votre avis.")
    await expect(widget.locator(".words")).to_have_count(0)
    await reopened(widget)
    await expect(down).to_have_attribute("aria-pressed", "true")
    await up.click()
    await expect(up).to_have_attribute("aria-pressed", "true")
    await expect(down).to_have_attribute("aria-pressed", "false")
    await reopened(widget)
    await expect(up).to_have_attribute("aria-pressed", "true")


async def test_a_thumb_that_did_not_arrive_is_said_to_be_missing(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, QUESTION["fr"])
    await context.set_offline(True)
    await widget.locator(".thumb").first.click()
    await expect(widget.locator(".feedback .said")).to_contain_text("Réessayez")
    await expect(widget.locator(".thumb").first).to_have_attribute("aria-pressed", "false")


async def test_the_questions_of_a_form_ask_for_no_thumb(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, GRIEVANCE["fr"])
    await say(widget, "oui")
    await expect(widget.locator(".thumb")).to_have_count(0)


async def test_a_form_says_how_far_it_is_also_after_a_reload(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    progress = widget.locator(".progress > span")
    await say(widget, "bonjour")
    await expect(progress).to_have_count(0)
    await say(widget, GRIEVANCE["fr"])
    await expect(progress).to_have_text("Question 1 sur 6")
    await say(widget, "oui")
    await expect(progress).to_have_text("Question 2 sur 6")
    await reopened(widget)
    await expect(progress).to_have_text("Question 2 sur 6")
    await say(widget, "consulat")
    await say(widget, "France")
    await expect(composer(widget)).to_have_attribute("rows", "4")
    await say(widget, "J'attends mon passeport depuis quatre mois.")
    await expect(composer(widget)).to_have_attribute("inputmode", "email")
    await expect(composer(widget)).to_have_attribute("autocomplete", "email")


@pytest.mark.parametrize("lang", list(GRIEVANCE))
async def test_a_form_is_given_up_after_one_question_back(
    context: BrowserContext, application: Stack, lang: str
) -> None:
    widget = await open_widget(context, application, lang)
    await say(widget, GRIEVANCE[lang])
    await widget.locator(".give-up").click()
    await widget.locator(".progress .no").click()
    await expect(widget.locator(".message.citizen")).to_have_count(1)
    await widget.locator(".give-up").click()
    await widget.locator(".progress .yes").click()
    await expect(widget.locator(".progress")).to_have_count(0)
    await expect(widget.locator(".message.citizen")).to_have_count(2)


async def test_files_are_shown_before_they_go_and_refused_in_words(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, GRIEVANCE["fr"])
    picker = widget.locator(".attach")
    await expect(picker).to_have_attribute("title", re.compile("5 fichiers au plus, 10 Mo chacun"))
    heavy = {"name": "film.mp3", "mimeType": "audio/mpeg", "buffer": b"0" * (11 * 1024 * 1024)}
    broken = {"name": "page.jpg", "mimeType": "image/jpeg", "buffer": b"<html>"}
    chosen: list[Any] = [photo(), broken, heavy]
    await picker.locator("input").set_input_files(chosen)
    await expect(widget.locator(".tray li")).to_have_count(3)
    await expect(widget.locator(".tray canvas")).to_have_count(2)
    await expect(widget.locator(".tray li").last).to_contain_text("Trop lourd")
    await widget.locator(".send").click()
    log = widget.locator(".log")
    await expect(log).to_contain_text("Bien reçu")
    await expect(widget.locator(".problem")).to_contain_text("Je ne peux pas prendre ce fichier")
    await expect(log).not_to_contain_text("film.mp3")
    await widget.get_by_role("button", name="Retirer film.mp3").click()
    await expect(widget.locator(".tray")).to_have_count(0)


async def test_more_files_than_five_are_not_taken(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, GRIEVANCE["fr"])
    await widget.locator(".attach input").set_input_files([photo(f"{n}.jpg") for n in range(6)])
    await expect(widget.locator(".tray li")).to_have_count(5)
    await expect(widget.locator(".tray")).to_contain_text("5 fichiers au plus à la fois")


async def test_a_file_on_its_way_can_be_called_back(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, GRIEVANCE["fr"])
    session = await context.new_cdp_session(widget.page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 50_000}
    await session.send("Network.emulateNetworkConditions", slow)
    heavy: FilePayload = {**photo("gros.jpg"), "buffer": photo()["buffer"] + b"0" * 5_000_000}
    await widget.locator(".attach input").set_input_files([heavy])
    await widget.locator(".send").click()
    await expect(widget.locator(".upload progress")).not_to_have_js_property("value", 0)
    await widget.locator(".upload button").click()
    await expect(widget.locator(".log")).not_to_contain_text("gros.jpg")
    await expect(widget.locator(".typing")).to_have_count(0)
    await session.send("Network.emulateNetworkConditions", {**slow, "uploadThroughput": -1})
    await say(widget, "oui")
    await expect(widget.locator(".problem")).to_have_count(0)


async def test_tickets_are_listed_in_this_browser_until_it_forgets(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await pick(widget, "tickets")
    await expect(widget.locator(".sheet")).to_contain_text("Aucun dossier")
    await widget.locator(".sheet .shut").click()
    reference = await opened_ticket(widget)
    await reopened(widget)
    await pick(widget, "tickets")
    sheet = widget.locator(".sheet")
    await expect(sheet).to_contain_text(reference)
    code = await sheet.locator(".reference").nth(1).inner_text()
    await expect(widget.locator(".log")).to_contain_text(code)
    await expect(sheet.locator("a")).to_have_attribute("href", f"{application.url}/suivi")
    await sheet.get_by_role("button", name="Où en est-il ?").click()
    said = widget.locator(".message.citizen").last
    await expect(said).to_contain_text(f"Où en est mon dossier {reference} ? Code {code}")

    other_tab = await open_widget(context, application)
    await expect(other_tab.locator(".log")).to_contain_text(reference)
    await pick(widget, "forget")
    await widget.locator(".sheet .main").click()
    await expect(widget.locator(".panel")).to_have_count(0)
    await expect(other_tab.locator(".message")).to_have_count(0)
    for shown in (widget, other_tab):
        await reopened(shown)
        await expect(shown.locator(".message")).to_have_count(0)
        await pick(shown, "tickets")
        await expect(shown.locator(".sheet")).to_contain_text("Aucun dossier")
    assert await widget.page.evaluate("JSON.stringify(localStorage)") == "{}"
    assert await widget.page.evaluate("indexedDB.databases()") == []


async def test_what_the_server_holds_is_saved_and_deleted_in_all_tabs(
    context: BrowserContext, application: Stack, tmp_path: Path
) -> None:
    widget = await open_widget(context, application)
    reference = await opened_ticket(widget)
    other_tab = await open_widget(context, application)
    await expect(other_tab.locator(".log")).to_contain_text(reference)
    await pick(widget, "ownData")
    sheet = widget.locator(".sheet")
    await expect(sheet).to_contain_text(reference)
    async with widget.page.expect_download() as coming:
        await sheet.get_by_role("button", name="JSON").click()
    file = tmp_path / "own.json"
    await (await coming.value).save_as(file)
    assert json.loads(file.read_text("utf-8"))["tickets"][0]["reference"] == reference

    await sheet.get_by_role("button", name="Tout effacer").click()
    await sheet.get_by_role("button", name="Non, garder").click()
    await sheet.get_by_role("button", name="Tout effacer").click()
    await sheet.get_by_role("button", name="Oui, tout effacer").click()
    await expect(sheet).to_contain_text("Numéro de ce reçu")
    for shown in (widget, other_tab):
        await expect(shown.locator(".message")).to_have_count(0)
    async with context.expect_page() as opening:
        await sheet.get_by_role("link").click()
    receipt = await opening.value
    await expect(receipt.locator("h1")).to_have_text("Reçu d'effacement")

    await reopened(widget)
    await say(widget, "bonjour")
    await expect(widget.locator(".message.citizen")).to_have_count(1)
    await pick(widget, "tickets")  # the keys to what stays are still here
    await expect(widget.locator(".sheet")).to_contain_text(reference)


async def test_forgetting_is_asked_once_and_may_be_refused(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, "bonjour")
    await pick(widget, "forget")
    await widget.locator(".sheet").get_by_role("button", name="Non, garder").click()
    await reopened(widget)
    await expect(widget.locator(".message.citizen")).to_have_count(1)


async def test_the_conversation_is_kept_as_a_text_file(
    context: BrowserContext, application: Stack, tmp_path: Path
) -> None:
    widget = await open_widget(context, application, "ar")
    await say(widget, QUESTION["ar"])
    async with widget.page.expect_download() as coming:
        await pick(widget, "keepTranscript")
    download = await coming.value
    assert re.fullmatch(r"jisr-\d{4}-\d\d-\d\d\.txt", download.suggested_filename)
    file = tmp_path / "transcript.txt"
    await download.save_as(file)
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    assert QUESTION["ar"] in text
    assert f"\u200f{QUESTION['ar']}" in text


async def test_the_conversation_alone_is_printed(
    context: BrowserContext, application: Stack
) -> None:
    await context.add_init_script(PAPER)
    widget = await open_widget(context, application)
    await say(widget, QUESTION["fr"])
    await pick(widget, "printTranscript")
    page = widget.page.locator("html")
    await expect(page).to_have_attribute("data-paper", re.compile("^Conversation avec Jisr"))
    await expect(page).to_have_attribute("data-paper", re.compile(re.escape(QUESTION["fr"])))


async def test_the_text_grows_in_three_steps_and_stays_so(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, "bonjour")
    bubble = widget.locator(".bubble").first
    sizes = []
    for step in range(3):
        await widget.locator(".menu-button").click()
        await widget.locator(f".size-{step}").click()
        await widget.page.keyboard.press("Escape")
        sizes.append(await bubble.evaluate("node => parseFloat(getComputedStyle(node).fontSize)"))
    assert sizes == sorted(set(sizes))
    await reopened(widget)
    assert await bubble.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") == sizes[-1]
    assert await widget.page.evaluate("document.documentElement.scrollWidth") <= 360


async def test_an_answer_is_read_aloud_by_a_voice_of_this_device(
    context: BrowserContext, application: Stack
) -> None:
    await context.add_init_script(VOICES)
    widget = await open_widget(context, application)
    await say(widget, QUESTION["fr"])
    listen = widget.get_by_role("button", name="Écouter").first
    await listen.click()
    spoken = await widget.page.evaluate("spoken.map(({text, voice}) => [text, voice.name ?? ''])")
    assert "bourses" in spoken[0][0]
    assert {name for _, name in spoken} == {""}
    await widget.get_by_role("button", name="Arrêter la lecture").click()
    await expect(listen).to_have_attribute("aria-pressed", "false")


async def test_what_no_voice_reads_right_has_no_button(
    context: BrowserContext, application: Stack
) -> None:
    silent = await open_widget(context, application)
    await say(silent, "bonjour")
    await expect(silent.locator(".listen")).to_have_count(0)
    await context.add_init_script(VOICES)
    latin = await open_widget(context, application, "ary-Latn")
    await say(latin, QUESTION["ary-Latn"])
    await expect(latin.locator(".message.bot[lang=ary-Latn] .listen")).to_have_count(0)


async def test_an_answer_nobody_saw_is_counted_and_not_told(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    title = await widget.page.title()
    closed = asyncio.Event()

    async def after_closing(route: Route) -> None:
        await closed.wait()
        await route.continue_()

    await widget.page.route("**/api/chat", after_closing)
    await composer(widget).fill(QUESTION["fr"])
    await composer(widget).press("Enter")
    await widget.locator("header .close").click()
    closed.set()
    await expect(widget.page).to_have_title(re.compile(rf"\(\d\) {re.escape(title)}"))
    launcher = widget.locator(".launcher")
    await expect(launcher).to_have_attribute("aria-label", re.compile("nouveau"))
    await expect(launcher).not_to_have_attribute("aria-label", re.compile("bourse"))
    await launcher.click()
    await expect(widget.page).to_have_title(title)
    await expect(widget.locator(".badge")).to_have_count(0)


async def test_numbers_and_latin_addresses_keep_their_order_in_arabic(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application, "ar")
    await say(widget, "العنوان 12, rue de la Paix, 75002 Paris والهاتف +33 6 12 34 56 78")
    said = widget.locator(".message.citizen .bubble")
    assert await said.locator("bdi[dir=ltr]").all_inner_texts() == [
        "12, rue de la Paix, 75002 Paris",
        "+33 6 12 34 56 78",
    ]
    await expect(said.locator("a")).to_have_attribute("href", "tel:+33612345678")
    assert await said.evaluate("node => getComputedStyle(node).direction") == "rtl"


@pytest.mark.parametrize(
    ("locale", "title"),
    [("fr-BE", "L’assistant des Marocains du monde"), ("ar-MA", "مغاربة"), ("nl-NL", "مغاربة")],
)
async def test_a_page_in_another_language_leaves_the_choice_to_the_browser(
    chromium: Browser, application: Stack, locale: str, title: str
) -> None:
    context = await chromium.new_context(locale=locale, viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    await page.route(
        f"{application.url}/elsewhere",
        lambda route: route.fulfill(content_type="text/html", body=DUTCH_PAGE),
    )
    await page.goto(f"{application.url}/elsewhere")
    await page.locator("jisr-chat .launcher").click()
    await expect(page.locator("jisr-chat header p")).to_contain_text(title)
    await context.close()


async def test_every_button_of_the_menu_is_reached_by_keyboard_and_large_enough(
    context: BrowserContext, application: Stack
) -> None:
    widget = await open_widget(context, application)
    await say(widget, QUESTION["fr"])
    button = widget.locator(".menu-button")
    await button.focus()
    await button.press("Enter")
    await expect(widget.locator(".item").first).to_be_focused()
    for target in await widget.locator("#menu button, .thumb, header button, header select").all():
        box = await target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    await widget.page.keyboard.press("Escape")
    await expect(button).to_be_focused()
    await expect(widget.locator(".panel")).to_be_visible()


@pytest.mark.parametrize("lang", list(QUESTION))
async def test_axe_finds_nothing_in_what_opens(
    chromium: Browser, application: Stack, lang: str
) -> None:
    if not AXE.exists():
        missing("axe-core (npm ci --prefix tests/node)")
    context = await chromium.new_context(
        viewport=SMALL_PHONE, reduced_motion="reduce", bypass_csp=True
    )
    await context.add_init_script(VOICES)
    widget = await open_widget(context, application, lang)
    await widget.page.evaluate(AXE.read_text("utf-8"))
    found = {}

    async def look(at: str) -> None:
        report = await widget.page.evaluate("axe.run('jisr-chat')")
        found[at] = [(fault["id"], fault["nodes"][0]["html"]) for fault in report["violations"]]

    await say(widget, QUESTION[lang])
    await widget.locator(".thumb").nth(1).click()
    await expect(widget.locator(".words")).to_have_count(1)
    await look("words")
    await widget.locator(".menu-button").click()
    await look("menu")
    await widget.page.keyboard.press("Escape")
    await say(widget, GRIEVANCE[lang])
    await widget.locator(".attach input").set_input_files([photo()])
    await widget.locator(".give-up").click()
    await look("tray and giving up")
    for sheet in ("tickets", "elsewhere", "ownData", "forget"):
        await pick(widget, sheet)
        await expect(widget.locator(".sheet")).to_have_class(re.compile(sheet))
        await look(sheet)
        await widget.page.keyboard.press("Escape")
    await context.close()
    assert not any(found.values()), found
