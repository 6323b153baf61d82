"""Nothing typed is lost, nothing is sent twice, and a doubtful text is looked at twice."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pyotp
import pytest
from sqlmodel import delete, select, update

from bot.storage.database import Database
from bot.storage.models import Staff, StaffSession, Ticket, TicketMessage, TicketNote, now
from bot.tickets.noting import Noting
from tests.bot.staff.conftest import PASSWORD, USERNAME, Browser
from tests.bot.staff.seeding import seed

REFERENCE = "MDM-2026-000001"
PATH = f"/staff/tickets/{REFERENCE}"
TEXT = "Bonjour, votre passeport est en cours de fabrication."


@pytest.fixture
async def page(browser: Browser, database: Database) -> Browser:
    await seed(database)
    await browser.open(PATH)
    return browser


def seen(page: Browser) -> str:
    found = re.search(r'name="seen" value="([^"]+)"', page.page)
    assert found
    return html.unescape(found[1])


def typed(page: Browser) -> str:
    found = re.search(r'<textarea name="text"[^>]*>(.*?)</textarea>', page.page, re.DOTALL)
    assert found
    return html.unescape(found[1])


async def sent(database: Database) -> list[str]:
    async with database.reading() as session:
        return list((await session.exec(select(TicketMessage.text))).all())


async def end_all_sessions(database: Database) -> None:
    async with database.writing() as session:
        await session.exec(delete(StaffSession))


async def test_a_reply_in_another_language_is_sent_only_when_confirmed(
    page: Browser, database: Database
):
    text = "السلام عليكم، توصلنا بطلبكم وسنجيبكم في أقرب وقت ممكن إن شاء الله."
    response = await page.send(f"{PATH}/reply", text=text, seen=seen(page))
    assert response.status == 409
    assert "arabe standard" in page.page
    assert typed(page) == text
    assert await sent(database) == []
    await page.send(f"{PATH}/reply", text=text, seen=seen(page), anyway="1")
    assert await sent(database) == [text]


async def test_a_reply_with_a_gap_to_fill_is_sent_only_when_confirmed(
    page: Browser, database: Database
):
    response = await page.send(f"{PATH}/reply", text="Bonjour, envoyez-nous votre […].")
    assert response.status == 409
    assert "passage à compléter" in page.page
    assert await sent(database) == []


@pytest.mark.parametrize("text", [TEXT, "OK", "MDM-2026-000001"])
async def test_a_reply_in_the_citizens_language_or_in_none_is_sent_at_once(
    page: Browser, database: Database, text: str
):
    assert (await page.send(f"{PATH}/reply", text=text)).status == 200
    assert await sent(database) == [text]


async def test_the_reason_of_a_settlement_is_looked_at_twice_too(page: Browser, database: Database):
    fields = {"state": "closed", "answer_type": "explained", "remedy": "reopen"}
    reason = "Rah khasskom tmchiw l l9onsoliya w tjibo m3akom lwra9 kamlin."
    assert (await page.send(f"{PATH}/settle", reason=reason, **fields)).status == 409
    assert 'name="anyway"' in page.page
    response = await page.send(f"{PATH}/settle", reason=reason, anyway="1", **fields)
    assert response.status == 200
    assert await sent(database) == [reason]


async def test_a_canned_answer_joins_what_was_typed_and_nothing_is_sent(
    page: Browser, database: Database
):
    response = await page.send(
        f"{PATH}/draft", text="Chère Madame,", canned="acknowledgement", canned_lang="fr"
    )
    assert response.status == 200
    assert typed(page).startswith("Chère Madame,\n\nBonjour,\n")
    assert REFERENCE in typed(page)
    assert "Salma B." in typed(page)
    assert await sent(database) == []


async def test_a_canned_answer_by_a_link_is_in_the_citizens_variety(page: Browser):
    await page.open(f"{PATH}?canned=solved")
    assert typed(page).startswith("Bonjour")
    await page.open("/staff/tickets/MDM-2026-000003?canned=solved")
    assert "تقضى" in typed(page)
    await page.open(f"{PATH}?canned=nothing")
    assert typed(page) == ""


async def test_a_page_that_is_out_of_date_says_what_changed_and_keeps_the_text(
    page: Browser, database: Database
):
    before = seen(page)
    await Noting(database).set_priority(REFERENCE, 1, "urgent")
    response = await page.send(f"{PATH}/reply", text=TEXT, seen=before)
    assert response.status == 409
    alert = page.page.partition('role="alert"')[2].partition("</div>")[0]
    assert "urgente" in alert
    assert "Dossier ouvert" not in alert
    assert typed(page) == TEXT
    assert await sent(database) == []
    await page.send(f"{PATH}/reply", text=TEXT, seen=seen(page))
    assert await sent(database) == [TEXT]


async def test_a_change_after_the_clock_was_set_back_is_noticed_too(
    page: Browser, database: Database
):
    async with database.writing() as session:
        await session.exec(update(Ticket).values(updated_at=now() + timedelta(hours=1)))
    await page.open(PATH)
    before = seen(page)
    await Noting(database).set_priority(REFERENCE, 1, "urgent")
    response = await page.send(f"{PATH}/reply", text=TEXT, seen=before)
    assert response.status == 409
    assert await sent(database) == []


async def test_any_form_that_is_out_of_date_does_nothing(page: Browser):
    before = seen(page)
    await page.send(f"{PATH}/claim", seen=before)
    response = await page.send(f"{PATH}/forward", body="Préfecture de Nador", seen=before)
    assert response.status == 409
    assert "Préfecture de Nador" in page.page


@pytest.mark.parametrize("mode", ["reply", "question", "note"])
async def test_the_same_form_sent_twice_is_done_once(page: Browser, database: Database, mode: str):
    fields = {"mode": mode, "text": TEXT, "seen": seen(page)}
    for _ in range(2):
        response = await page.send(f"{PATH}/reply", **fields)
        assert response.status == 200
    async with database.reading() as session:
        notes = list((await session.exec(select(TicketNote.text))).all())
    assert [*notes, *await sent(database)] == [TEXT]


async def test_a_second_text_from_an_old_tab_is_kept_and_not_taken_for_the_first(
    page: Browser, database: Database
):
    before = seen(page)
    await page.send(f"{PATH}/reply", text=TEXT, seen=before)
    response = await page.send(f"{PATH}/reply", text="Bonjour, encore un mot.", seen=before)
    assert response.status == 409
    assert typed(page) == "Bonjour, encore un mot."
    assert await sent(database) == [TEXT]


def hidden(page: Browser) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(kept-[^"]+)" value="([^"]*)">', page.page)
    return {name: html.unescape(value) for name, value in found}


async def test_what_was_typed_when_the_session_had_ended_is_shown_after_signing_in_not_sent(
    page: Browser, database: Database
):
    text = 'Bonjour "Madame" <b>,\nvotre dossier avance.'
    await end_all_sessions(database)
    response = await page.send(f"{PATH}/reply", mode="question", text=text, seen=seen(page))
    assert response.status == 401
    carried = hidden(page)
    wrong = {"username": USERNAME, "password": "nothing of the kind", **carried}
    await page.send("/staff/sign-in", csrf=False, **wrong)
    assert hidden(page) == carried
    response = await page.send("/staff/sign-in", csrf=False, **{**wrong, "password": PASSWORD})
    assert response.status == 200
    assert typed(page) == text
    assert 'id="mode-question" checked' in page.page
    assert await sent(database) == []
    await page.send(f"{PATH}/reply", mode="reply", text=TEXT)
    assert await sent(database) == [TEXT]


async def test_what_was_typed_survives_a_second_factor_too(page: Browser, database: Database):
    secret = pyotp.random_base32()
    async with database.writing() as session:
        await session.exec(update(Staff).values(totp_secret=secret))
    await end_all_sessions(database)
    await page.send(f"{PATH}/reply", text=TEXT)
    await page.send(
        "/staff/sign-in", csrf=False, username=USERNAME, password=PASSWORD, **hidden(page)
    )
    code = pyotp.TOTP(secret).now()
    response = await page.send("/staff/sign-in/code", csrf=False, code=code, **hidden(page))
    assert response.status == 200
    assert typed(page) == TEXT
    assert await sent(database) == []


async def test_signing_in_leads_back_to_the_ticket_that_was_asked_for(
    page: Browser, database: Database
):
    await end_all_sessions(database)
    await page.open(PATH)
    response = await page.send(
        "/staff/sign-in", csrf=False, username=USERNAME, password=PASSWORD, **hidden(page)
    )
    assert response.url.path == PATH


@pytest.mark.parametrize("place", ["//evil.example/x", "https://evil.example", "../../x"])
async def test_signing_in_leads_nowhere_else(visitor: Browser, place: str):
    await visitor.open("/staff/sign-in", params={"ticket": place})
    assert "evil" not in visitor.page
    fields = {"kept-reference": place, "kept-form": "reply", "kept-field-text": "x"}
    response = await visitor.send(
        "/staff/sign-in", csrf=False, username=USERNAME, password=PASSWORD, **fields
    )
    assert response.url.path == "/staff"


async def test_a_form_of_a_former_session_keeps_its_text(page: Browser, database: Database):
    response = await page.send(f"{PATH}/reply", csrf=False, text=TEXT)
    assert response.status == 403
    assert typed(page) == TEXT
    assert await sent(database) == []


async def test_the_refreshing_of_a_page_does_not_take_it_away_when_the_session_ended(
    page: Browser, database: Database
):
    path = f"{PATH}/conversation"
    assert (await page.open(path)).status == 200
    assert "ABC234" not in page.page
    await end_all_sessions(database)
    response = await page.open(path, headers={"HX-Request": "true"}, allow_redirects=False)
    assert (response.status, page.page) == (204, "")


async def test_the_code_is_shown_nowhere_on_a_full_page(page: Browser):
    await page.send(f"{PATH}/reply", mode="note", text="Le citoyen dit ABC234 au téléphone")
    await page.send(f"{PATH}/reply", text=TEXT)
    for lang in ("fr", "ar"):
        await page.open(f"{PATH}?lang={lang}")
        assert "ABC234" not in page.page


async def test_the_shortcuts_are_listed_and_their_script_is_served(page: Browser):
    await page.open("/staff/keys")
    assert page.page.count("<kbd") >= 8
    response = await page.open("/staff/assets/keys.js")
    assert response.status == 200
    assert "javascript" in response.content_type
