"""A ticket's whole life, in a console in French and in one in Arabic.

Every step is made where people make it: citizens in Telegram, in the widget and on /suivi, members
of staff in their browsers.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, Page, expect

from bot.replies.catalogue import load_catalogue
from bot.staff.wording import Labels, Lang, load_labels
from nlu.text.variety import Variety
from tests.e2e.conftest import ADMIN_PASSWORD, ARTEFACTS, DESKTOP, PHONE, open_console
from tests.e2e.test_widget import open_widget, say
from tests.stack import Stack
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.asyncio(loop_scope="session")

PASSWORD = "une phrase longue pour entrer"
REPLIES = load_catalogue()
LABELS = load_labels()


@dataclass(frozen=True)
class Story:
    """What is said in one life of a ticket; `said` files it, each with what is heard next."""

    variety: Variety
    said: tuple[tuple[str, str], ...]
    settlement: str
    complaint: str
    question: str = ""
    answer: str = ""
    body: str = ""

    def words(self, key: str, **values: str) -> str:
        """What the bot says."""
        return REPLIES.text(self.variety, key, **values)


@dataclass(frozen=True)
class Office:
    """The console of two agents in one language."""

    url: str
    t: Labels
    first: Page
    second: Page

    @property
    def lang(self) -> Lang:
        return self.t.lang


ON_TELEGRAM: Mapping[Lang, Story] = {
    "fr": Story(
        variety="fr",
        said=(
            ("bonjour je voudrais faire une réclamation", "C'est d'accord"),
            ("oui pas de souci", "De quel sujet"),
            ("la douane", "Dans quel pays"),
            ("Espagne", "Racontez-moi"),
            (
                "Au port on a bloqué ma voiture six heures et j'ai payé 2500 dirhams sans reçu.",
                "Je l'envoie",
            ),
            ("oui c'est bon envoyez", "MDM-"),
        ),
        question="Quel jour avez-vous payé, et à quel port ?",
        answer="C'était le 12 août au port de Nador.",
        body="Administration des douanes",
        settlement="La douane vous enverra le reçu par courrier avant la fin du mois.",
        complaint="Le reçu n'est jamais arrivé.",
    ),
    "ar": Story(
        variety="ary",
        said=(
            ("بغيت ندير واحد الشكاية", "واخا؟"),
            ("اه موافقة", "شنو هو الموضوع"),
            ("القنصلية", "فأشمن بلاد"),
            ("الطاليان", "حكي ليا"),
            (
                "هادي تلت شهور باش دفعت لاكارط ناسيونال ديالي فالقنصلية ديال ميلانو و كل مرة "
                "كيقولو ليا مازال ما وصلات",
                "نصيفطها",
            ),
            ("صافي صيفطها", "MDM-"),
        ),
        question="شنو هو التاريخ اللي دفعتي فيه الطلب ديالك؟",
        answer="دفعتو نهار 3 يونيو مع الصباح",
        body="المديرية العامة للأمن الوطني",
        settlement="لاكارط ديالك وصلات للقنصلية، تقدري تجي تاخديها نهار الاثنين.",
        complaint="مشيت عندهم و قالو ليا ماكاين والو",
    ),
}

ON_THE_WEB: Mapping[Lang, Story] = {
    "fr": Story(
        variety="fr",
        said=(
            ("je veux déposer une plainte", "d'accord ?"),
            ("oui", "De quel sujet"),
            ("consulat", "Dans quel pays"),
            ("Belgique", "Racontez-moi"),
            ("J'attends mon passeport depuis quatre mois.", "pour vous joindre"),
            ("aucun", "Je l'envoie"),
            ("oui", "MDM-"),
        ),
        settlement="Votre passeport est prêt, passez lundi au guichet.",
        complaint="Lundi, le guichet était fermé.",
    ),
    "ar": Story(
        variety="ar",
        said=(
            ("السلام عليكم، أود تقديم شكاية من فضلكم", "هل توافقون"),
            ("نعم أوافق", "ما موضوع"),
            ("العدل والقضاء", "في أي بلد"),
            ("كندا", "احكوا لي"),
            (
                "حصلت على حكم بالنفقة من محكمة الأسرة بمكناس قبل سنتين ولم ينفذ إلى اليوم",
                "للاتصال بكم",
            ),
            ("لا شيء", "هل أرسلها"),
            ("نعم صحيح", "MDM-"),
        ),
        settlement="راسلنا المحكمة وسينفذ الحكم قبل نهاية الشهر.",
        complaint="لم ينفذ الحكم بعد رغم مرور الأجل.",
    ),
}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def boss(stack: Stack, chromium: Browser) -> AsyncIterator[Page]:
    """The administrator, who makes the accounts."""
    page = await open_console(chromium, stack)
    yield page
    await page.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session", params=["fr", "ar"])
async def office(
    request: pytest.FixtureRequest, stack: Stack, chromium: Browser, boss: Page
) -> AsyncIterator[Office]:
    t = LABELS[request.param]
    pages = [
        await first_day(chromium, stack, t, username, await new_account(boss, stack, username, t))
        for username in (f"first-{t.lang}", f"second-{t.lang}")
    ]
    yield Office(f"{stack.url}/staff", t, *pages)
    for page in pages:
        await page.close()


async def new_account(boss: Page, stack: Stack, username: str, t: Labels) -> str:
    """An agent who speaks what the console speaks; the first password, as shown once."""
    await boss.goto(f"{stack.url}/staff/accounts/new")
    await boss.fill("input[name=username]", username)
    await boss.fill("input[name=name]", username.title())
    await boss.check("input[name=role][value=agent]")
    for variety in {"fr": ("fr",), "ar": ("ar", "ary")}[t.lang]:
        await boss.check(f"input[name=languages][value={variety}]")
    await boss.fill("input[name=password]", ADMIN_PASSWORD)
    await boss.get_by_role("button", name=LABELS["fr"]("account-create"), exact=True).click()
    return await boss.locator("code.secret").inner_text()


async def first_day(chromium: Browser, stack: Stack, t: Labels, username: str, given: str) -> Page:
    """Signs in for the first time, with a new password."""
    page = await chromium.new_page(
        viewport=DESKTOP, locale={"fr": "fr-FR", "ar": "ar-MA"}[t.lang], reduced_motion="reduce"
    )
    await page.goto(f"{stack.url}/staff/sign-in")
    await page.get_by_label(t("sign-in-username")).fill(username)
    await page.get_by_label(t("sign-in-password")).fill(given)
    await page.get_by_role("button", name=t("sign-in-button"), exact=True).click()
    if t.lang != "fr":  # what a new account reads
        await page.locator(f"header button[value={t.lang}]").click()
    await page.get_by_label(t("password-own")).fill(given)
    await page.get_by_label(t("password-new"), exact=True).fill(PASSWORD)
    await page.get_by_label(t("password-again"), exact=True).fill(PASSWORD)
    await page.get_by_role("button", name=t("save"), exact=True).click()
    await expect(page.get_by_role("status")).to_have_text(t("done-own-password"))
    return page


async def open_ticket(page: Page, office: Office, reference: str) -> None:
    """By its reference in the search of the queues."""
    await page.goto(office.url)
    await page.locator("input[name=words]").fill(reference)
    await page.keyboard.press("Enter")
    await page.locator(f"a[href$='/tickets/{reference}']").first.click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text(reference)


async def press(page: Page, name: str) -> None:
    await page.get_by_role("button", name=name, exact=True).click()


async def write(page: Page, label: str, text: str) -> None:
    await page.get_by_role("textbox", name=label, exact=True).fill(text)


async def choose(page: Page, label: str, value: str) -> None:
    await page.get_by_role("combobox", name=label, exact=True).select_option(value)


async def unfold(page: Page, title: str) -> None:
    await page.locator("summary", has_text=title).click()


async def is_done(page: Page, t: Labels, what: str) -> None:
    await expect(page.locator("#content [role=status]")).to_have_text(t(f"done-{what}"))


async def stands(page: Page, t: Labels, state: str) -> None:
    await expect(page.locator(".heading .state")).to_have_text(t.of("state", state))


async def test_a_life_on_telegram(office: Office, telegram: TelegramServer) -> None:
    story = ON_TELEGRAM[office.lang]
    citizen = Citizen(telegram, lang=office.lang)
    reference, _code = await file_on_telegram(citizen, story)
    await is_claimed(office, reference)
    await shows_the_photo(office.first)
    await receipt_downloads(office)
    await is_asked_back(office, story, citizen, reference)
    await is_forwarded_and_chased(office, story, citizen, reference)
    await is_settled(office, story)
    await learns_how_it_ended(citizen, story)
    await rates_with_buttons(citizen, story, reference)
    await open_ticket(office.first, office, reference)
    await expect(office.first.get_by_text(office.t("rated", rating=2))).to_be_visible()
    await reopens_with_a_reason(citizen, story, reference)
    await goes_to_another_hand(office, story, reference)


async def test_a_life_on_the_web(office: Office, chromium: Browser, stack: Stack) -> None:
    story = ON_THE_WEB[office.lang]
    widget = await open_widget(chromium, stack, office.lang)
    reference, code = await file_in_the_widget(widget, story)
    await is_claimed(office, reference)
    await is_settled(office, story)
    await widget.locator("jisr-chat [role=log]").get_by_text(story.settlement).wait_for()
    await widget.screenshot(path=ARTEFACTS / f"desk-{office.lang}-widget.png")
    await widget.close()

    page = await chromium.new_page(viewport=PHONE, reduced_motion="reduce")
    await page.goto(f"{stack.url}/suivi?lang={story.variety}")
    await finds_the_ticket(page, story, reference, code)
    await page.screenshot(path=ARTEFACTS / f"desk-{office.lang}-suivi.png", full_page=True)
    await rates_and_reopens(page, story)
    await page.screenshot(path=ARTEFACTS / f"desk-{office.lang}-suivi-reopened.png", full_page=True)
    await page.close()
    await goes_to_another_hand(office, story, reference)


async def file_on_telegram(citizen: Citizen, story: Story) -> tuple[str, str]:
    """Tells the whole complaint, with a photo before it is sent off; gives reference and code."""
    *told, (agreed, filed) = story.said
    for text, asked in told:
        await citizen.send_text(text)
        await citizen.sees(asked)
    await citizen.send_photo(photo())
    await citizen.sees(story.words("file-taken"))
    await citizen.send_text(agreed)
    await citizen.sees(filed)
    return reference_and_code(citizen.texts[-1])


async def file_in_the_widget(widget: Page, story: Story) -> tuple[str, str]:
    for text, asked in story.said:
        await say(widget, text, asked)
    return reference_and_code(await widget.locator("jisr-chat [role=log]").inner_text())


def reference_and_code(text: str) -> tuple[str, str]:
    found = re.search(r"(MDM-\d{4}-\d{6})(?s:.*?)\b([A-Z2-9]{6})\b", text)
    assert found
    return found[1], found[2]


async def is_claimed(office: Office, reference: str) -> None:
    t, agent = office.t, office.first
    await open_ticket(agent, office, reference)
    await stands(agent, t, "new")
    await press(agent, t("claim"))
    await is_done(agent, t, "claim")
    await stands(agent, t, "open")


async def is_asked_back(office: Office, story: Story, citizen: Citizen, reference: str) -> None:
    """The citizen just types; the agent, who sits before the ticket, hears of it."""
    t, agent = office.t, office.first
    await agent.get_by_label(t("mode-question")).check()
    await write(agent, t("reply-label"), story.question)
    await picture(agent, office, "asking")
    await press(agent, t("composer-send"))
    await is_done(agent, t, "question")
    await stands(agent, t, "waiting_citizen")
    await citizen.sees(story.question)
    await citizen.send_text(story.answer)
    await citizen.sees(story.words("information-kept", reference=reference))

    await follow_the_bell(agent, t, reference)
    await stands(agent, t, "open")
    await expect(agent.locator("article.message.citizen").last).to_contain_text(story.answer)
    answered = agent.locator("#conversation .understood").last
    await expect(answered).to_contain_text(t.of("asks", "ticket_information"))
    await picture(agent, office, "answered")


async def is_forwarded_and_chased(
    office: Office, story: Story, citizen: Citizen, reference: str
) -> None:
    t, agent = office.t, office.first
    await unfold(agent, t("forward-title"))
    await write(agent, t("forward-body"), story.body)
    await press(agent, t("forward-button"))
    await is_done(agent, t, "forward")
    await stands(agent, t, "waiting_third_party")
    await citizen.sees(story.words("ticket-forwarded", reference=reference, body=story.body))
    await write(agent, t("forwarding-their-reference"), "D-2026/118")
    await press(agent, t("forwarding-acknowledged"))
    await expect(agent.get_by_text("D-2026/118")).to_be_visible()
    await press(agent, t("forwarding-chase"))
    await expect(agent.get_by_text(t("forwarding-chases", count=1))).to_be_visible()
    await picture(agent, office, "chased")
    await press(agent, t("forwarding-end"))
    await stands(agent, t, "open")


async def is_settled(office: Office, story: Story) -> None:
    t, agent = office.t, office.first
    await unfold(agent, t("settle-title"))
    await choose(agent, t("settle-answer-type"), "granted")
    await write(agent, t("settle-reason"), story.settlement)
    await choose(agent, t("settle-remedy"), "mediator")
    await press(agent, t("settle-button"))
    await is_done(agent, t, "settle")
    await stands(agent, t, "resolved")
    await picture(agent, office, "settled")


async def learns_how_it_ended(citizen: Citizen, story: Story) -> None:
    await citizen.sees(story.words("ticket-settled-question"))
    told = "\n".join(citizen.texts)
    for words in (
        story.words("answer-type-granted"),
        story.settlement,
        story.words("remedy-mediator"),
    ):
        assert words in told


async def rates_with_buttons(citizen: Citizen, story: Story, reference: str) -> None:
    await citizen.press(story.words("choice-solved-no"))
    await citizen.sees(story.words("ask-reopen-reason", reference=reference))
    await citizen.press(story.words("choice-rating-2"))
    await citizen.sees(story.words("rating-kept"))


async def reopens_with_a_reason(citizen: Citizen, story: Story, reference: str) -> None:
    await citizen.press(story.words("choice-reopen"))
    await citizen.sees(story.words("ask-reopen-reason", reference=reference))
    await citizen.send_text(story.complaint)
    await citizen.sees(story.words("ticket-reopened", reference=reference))


async def finds_the_ticket(page: Page, story: Story, reference: str, code: str) -> None:
    await write(page, story.words("page-suivi-reference"), reference)
    await write(page, story.words("page-suivi-code"), code)
    await press(page, story.words("page-suivi-look"))
    await expect(page.get_by_role("heading", level=1)).to_contain_text(reference)
    await expect(page.get_by_text(story.settlement)).to_be_visible()


async def rates_and_reopens(page: Page, story: Story) -> None:
    await page.check("input[name=solved][value=no]")
    await page.check("input[name=rating][value='2']")
    await press(page, story.words("page-send"))
    await expect(page.get_by_role("status")).to_have_text(story.words("page-suivi-done-rate"))
    await expect(page.locator("input[name=rating][value='2']")).to_be_checked()
    await unfold(page, story.words("page-suivi-reopen"))
    await write(page, story.words("page-suivi-reopen-text"), story.complaint)
    await press(page, story.words("page-suivi-reopen-button"))
    await expect(page.get_by_role("status")).to_have_text(story.words("page-suivi-done-reopen"))


async def goes_to_another_hand(office: Office, story: Story, reference: str) -> None:
    """Who settled the ticket cannot have it again; the other agent can, and takes it."""
    t, former, other = office.t, office.first, office.second
    await other.goto(office.url)
    await follow_the_bell(other, t, reference)
    await stands(other, t, "open")
    await expect(other.locator("article.message.citizen").last).to_contain_text(story.complaint)
    await expect(other.locator(".history li").first).to_contain_text(t("actor-bot"))
    await press(other, t("release"))
    await is_done(other, t, "release")

    await open_ticket(former, office, reference)
    await press(former, t("claim"))
    await expect(former.get_by_role("alert")).to_have_text(t("error-same-hand-again"))
    await picture(former, office, "refused")

    await press(other, t("claim"))
    await is_done(other, t, "claim")
    await picture(other, office, "reopened")


async def shows_the_photo(page: Page) -> None:
    image = page.locator(".attachments img")
    await image.scroll_into_view_if_needed()
    await expect(image).to_have_js_property("complete", True)
    assert await image.evaluate("image => image.naturalWidth") > 0


async def receipt_downloads(office: Office) -> None:
    page, t = office.first, office.t
    place = await page.get_by_role("link", name=t("paper-receipt")).get_attribute("href")
    assert place
    answer = await page.request.get(f"{page.url.partition('/staff')[0]}{place}")
    paper = await answer.body()
    assert paper.startswith(b"%PDF")
    (ARTEFACTS / f"desk-receipt-{t.lang}.pdf").write_bytes(paper)


async def follow_the_bell(page: Page, t: Labels, reference: str) -> None:
    """The bell shows it without a reload; the newest notice leads to the ticket."""
    await page.locator("a.bell.unseen").click()
    await press(page, t("notices-mark"))
    await expect(page.locator("a.bell.unseen")).to_have_count(0)
    await page.locator(f".notices a[href$='/tickets/{reference}']").first.click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text(reference)


def photo() -> bytes:
    """A small photo of a receipt that is not there."""
    out = BytesIO()
    Image.new("RGB", (320, 240), "teal").save(out, "JPEG")
    return out.getvalue()


async def picture(page: Page, office: Office, name: str) -> None:
    await page.screenshot(path=ARTEFACTS / f"desk-{office.lang}-{name}.png", full_page=True)
