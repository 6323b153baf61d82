from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

from sqlalchemy import update
from sqlmodel import col, select

from bot.replies.consent import CONSENT, shown_as
from bot.storage.consents import keep_consent_text
from bot.storage.database import Database
from bot.storage.models import (
    AuditRow,
    Conversation,
    OutboxMessage,
    Staff,
    Ticket,
    TicketMessage,
    now,
)
from bot.tickets.timekeeping import tell_of_targets
from tests.bot.staff.conftest import Browser
from tests.bot.staff.seeding import CASES, seed

PATH = "/staff/tickets/MDM-2026-000001"


async def test_a_ticket_shows_the_request_and_the_conversation(
    browser: Browser, database: Database
):
    await seed(database)
    response = await browser.open("/staff/tickets/MDM-2026-000003")
    assert response.status == 200
    case = CASES[2]
    for text in (case["description"], case["said"], case["answer"], "social/scholarships"):
        assert text in browser.page
    assert "93 %" in browser.page.replace("\u2068", "").replace("\u2069", "")
    assert "darija (lettres arabes)" in browser.page


async def test_darija_in_latin_letters_is_rendered_for_those_who_do_not_read_it(
    browser: Browser, database: Database
):
    await seed(database)
    await browser.open("/staff/tickets/MDM-2026-000004")
    assert "En lettres arabes (rendu automatique)" in browser.page
    assert "عافاكم دير شي" in browser.page


async def test_what_is_not_darija_in_latin_letters_is_not_rendered(
    browser: Browser, database: Database
):
    await seed(database)
    await browser.open("/staff/tickets/MDM-2026-000003")
    assert "En lettres arabes" not in browser.page


async def test_the_words_that_the_citizen_agreed_to_are_shown_with_their_version(
    browser: Browser, database: Database
):
    await seed(database)
    await browser.open(PATH)
    assert "texte non relevé à l'époque" in unescape(browser.page)
    shown = shown_as(CONSENT, "ar", "بموافقتكم، أسجل ما تقولونه لي.")
    async with database.writing() as session:
        await keep_consent_text(database, session, shown)
        reference = PATH.rpartition("/")[2]
        agreed = update(Ticket).where(col(Ticket.reference) == reference)
        await session.exec(agreed.values(consent_text=shown.digest))
    await browser.open(PATH)
    assert shown.text in browser.page
    assert shown.version in browser.page


async def test_the_secret_code_is_not_shown(browser: Browser, database: Database):
    await seed(database)
    await browser.open(PATH)
    assert "(code ••••••, ••••••)" in browser.page
    assert "ABC234" not in browser.page


async def test_a_citizen_who_blocked_the_bot_is_shown_as_out_of_reach(
    browser: Browser, database: Database
):
    await seed(database)
    await browser.open(PATH)
    assert "Injoignable sur Telegram" not in browser.page
    async with database.writing() as session:
        await session.exec(update(Conversation).values(blocked=True))
    await browser.open(PATH)
    assert "Injoignable sur Telegram" in browser.page


async def test_no_such_ticket(browser: Browser):
    response = await browser.open("/staff/tickets/MDM-2026-999999")
    assert response.status == 404
    assert "Aucun dossier ne porte" in browser.page


async def test_a_reply_is_kept_and_leaves_for_the_citizen(browser: Browser, database: Database):
    await seed(database)
    await browser.open(PATH)
    response = await browser.send(f"{PATH}/reply", text="Bonjour,\r\nvotre dossier est suivi.")
    assert response.status == 200
    assert response.url.path == PATH
    assert "Bonjour,\nvotre dossier est suivi." in browser.page
    assert "pas encore remise" in browser.page
    async with database.reading() as session:
        message = (await session.exec(select(TicketMessage))).one()
        push = (await session.exec(select(OutboxMessage))).one()
        ticket = (
            await session.exec(select(Ticket).where(Ticket.reference == "MDM-2026-000001"))
        ).one()
        staff = (await session.exec(select(Staff))).one()
    assert (message.author, message.staff_id) == ("staff", staff.id)
    assert push.conversation_id == ticket.conversation_id
    assert push.said["args"]["text"] == message.text
    assert ticket.state == "open"


async def test_an_empty_or_endless_reply_is_refused_and_kept_in_the_form(
    browser: Browser, database: Database
):
    await seed(database)
    await browser.open(PATH)
    assert (await browser.send(f"{PATH}/reply", text=" \n ")).status == 400
    assert (await browser.send(f"{PATH}/reply", text="x" * 3501)).status == 413
    assert "x" * 3501 in browser.page
    async with database.reading() as session:
        assert (await session.exec(select(OutboxMessage))).all() == []


async def test_a_change_without_the_forms_token_changes_nothing(
    browser: Browser, database: Database
):
    await seed(database)
    assert (await browser.send(f"{PATH}/reply", csrf=False, text="x")).status == 403
    assert (await browser.send(f"{PATH}/move", csrf=False, state="open")).status == 403
    async with database.reading() as session:
        assert (await session.exec(select(OutboxMessage))).all() == []


async def test_only_the_permitted_moves_are_offered(browser: Browser, database: Database):
    await seed(database)
    await browser.open(PATH)
    assert re.findall(r'<button name="state" value="(\w+)"', browser.page) == ["open"]


async def test_a_permitted_move(browser: Browser, database: Database):
    await seed(database)
    await browser.open(PATH)
    response = await browser.send(f"{PATH}/move", state="open")
    assert response.status == 200
    async with database.reading() as session:
        push = (await session.exec(select(OutboxMessage))).one()
        changes = select(AuditRow).where(AuditRow.event == "ticket.state.changed")
        change = (await session.exec(changes)).one()
    assert push.said == {
        "say": "ticket-state-changed",
        "args": {"reference": "MDM-2026-000001", "state": "open", "ticket": 1},
    }
    assert change.data == {"from": "new", "to": "open"}


async def test_a_refused_move_says_why(browser: Browser, database: Database):
    await seed(database)
    await browser.open(PATH)
    for state in ("resolved", "new", "nonsense"):
        response = await browser.send(f"{PATH}/move", state=state)
        assert response.status == 409
        assert "Nouveau" in browser.page
    async with database.reading() as session:
        assert (await session.exec(select(OutboxMessage))).all() == []


async def test_the_console_in_arabic_runs_from_right_to_left(browser: Browser, database: Database):
    await seed(database, state="waiting_third_party")
    await browser.open("/staff")
    await browser.send("/staff/language", lang="ar")
    for path in ("/staff", PATH, "/staff/tickets/MDM-2026-000002", "/staff/nowhere"):
        await browser.open(path)
        assert '<html lang="ar" dir="rtl">' in browser.page
    await browser.open(f"{PATH}?lang=fr")
    assert '<html lang="fr" dir="ltr">' in browser.page


async def test_a_ticket_whose_citizen_was_told_of_a_missed_target_says_so(
    browser: Browser, database: Database
):
    await seed(database, channel="telegram")
    assert await tell_of_targets(database, now() + timedelta(days=90))
    assert (await browser.open(PATH)).status == 200
    assert "Dépassement de l&#39;objectif annoncé" in browser.page
