"""What staff do on the ticket page, each by its form: done, refused, and told."""

from __future__ import annotations

import html
from typing import Any

import pytest
from sqlmodel import col, select, update

from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import (
    AuditRow,
    Forwarding,
    Incident,
    Staff,
    StaffNotice,
    Ticket,
    TicketLink,
    TicketMessage,
    TicketNote,
    TicketWatch,
)
from bot.tickets.assignment import Assignment
from tests.bot.staff.conftest import PASSWORD, USERNAME, Browser
from tests.bot.staff.seeding import seed

REFERENCE = "MDM-2026-000001"
PATH = f"/staff/tickets/{REFERENCE}"
OTHER = "MDM-2026-000002"


async def the_ticket(database: Database, reference: str = REFERENCE) -> Ticket:
    async with database.reading() as session:
        return (await session.exec(select(Ticket).where(Ticket.reference == reference))).one()


async def all_of(database: Database, table: type[Any]) -> list[Any]:
    async with database.reading() as session:
        return list((await session.exec(select(table))).all())


async def staff_id(database: Database, username: str) -> int:
    async with database.reading() as session:
        found = await session.exec(select(Staff.id).where(Staff.username == username))
        return found.one() or 0


@pytest.fixture
async def colleague(database: Database) -> int:
    await create_staff(database, "youssef", name="Youssef E.", password=PASSWORD)
    return await staff_id(database, "youssef")


@pytest.fixture
async def supervisor(visitor: Browser, database: Database) -> Browser:
    await create_staff(database, "nadia", name="Nadia S.", role="supervisor", password=PASSWORD)
    assert (await visitor.sign_in(username="nadia")).status == 303
    return visitor


@pytest.fixture
async def page(browser: Browser, database: Database) -> Browser:
    """The page of the first of four tickets, which is in French."""
    await seed(database)
    await browser.open(PATH)
    return browser


async def test_claiming_releasing_and_watching(page: Browser, database: Database):
    await page.send(f"{PATH}/claim")
    assert "Ce dossier est à vous." in page.page
    me = await staff_id(database, USERNAME)
    assert (await the_ticket(database)).assignee_id == me
    await page.send(f"{PATH}/release")
    assert (await the_ticket(database)).assignee_id is None
    await page.send(f"{PATH}/watch")
    assert [row.staff_id for row in await all_of(database, TicketWatch)] == [me]
    await page.send(f"{PATH}/watch", stop="1")
    assert await all_of(database, TicketWatch) == []


async def test_who_has_the_ticket_is_said_plainly_and_who_is_late_is_told_who_was_first(
    page: Browser, database: Database, colleague: int
):
    await Assignment(database).claim(REFERENCE, colleague)
    response = await page.send(f"{PATH}/claim")
    assert response.status == 409
    assert "Youssef E." in page.page
    assert (await the_ticket(database)).assignee_id == colleague
    await page.open(PATH)
    assert "holder-notice" in page.page


async def test_taking_over_tells_who_had_it(page: Browser, database: Database, colleague: int):
    await Assignment(database).claim(REFERENCE, colleague)
    await page.open(PATH)
    assert "en sera averti" in page.page
    await page.send(f"{PATH}/take-over")
    assert (await the_ticket(database)).assignee_id == await staff_id(database, USERNAME)
    assert [notice.staff_id for notice in await all_of(database, StaffNotice)] == [colleague]


async def test_a_supervisor_assigns(supervisor: Browser, database: Database, colleague: int):
    await seed(database)
    async with database.writing() as session:
        await session.exec(update(Staff).values(languages=["fr"]))
    await supervisor.open(PATH)
    assert "Youssef E." in supervisor.page
    await supervisor.send(f"{PATH}/assign", to=str(colleague))
    assert (await the_ticket(database)).assignee_id == colleague


async def test_an_agent_does_not_assign(page: Browser, database: Database, colleague: int):
    assert "/assign" not in page.page
    response = await page.send(f"{PATH}/assign", to=str(colleague))
    assert response.status == 403
    assert (await the_ticket(database)).assignee_id is None


async def test_assigning_to_nobody_known_is_refused(supervisor: Browser, database: Database):
    await seed(database)
    await supervisor.open(PATH)
    for to in ("", "x", "999999"):
        assert (await supervisor.send(f"{PATH}/assign", to=to)).status == 404


async def test_a_note_is_for_staff_and_marked_so(page: Browser, database: Database):
    await page.send(f"{PATH}/reply", mode="note", text="Bel 3rbiya wla français?")
    assert "Visible du personnel seulement" in page.page
    assert [note.text for note in await all_of(database, TicketNote)] == [
        "Bel 3rbiya wla français?"
    ]
    assert await all_of(database, TicketMessage) == []


async def test_a_question_waits_for_the_citizen_and_stops_the_clock(
    page: Browser, database: Database
):
    await page.send(f"{PATH}/reply", mode="question", text="Avez-vous votre récépissé ?")
    ticket = await the_ticket(database)
    assert ticket.state == "waiting_citizen"
    assert ticket.stopped_at is not None
    assert "Question au citoyen" in page.page
    assert "délai arrêté" in page.page


async def test_a_kind_of_message_that_does_not_exist_is_refused_and_kept(page: Browser):
    response = await page.send(f"{PATH}/reply", mode="shout", text="Bonjour à tous")
    assert response.status == 400
    assert "Bonjour à tous" in page.page


async def test_sorting(page: Browser, database: Database):
    await page.send(f"{PATH}/sort", priority="urgent", category="customs")
    ticket = await the_ticket(database)
    assert (ticket.priority, ticket.category) == ("urgent", "customs")
    assert "Priorité : " in page.page
    assert (await page.send(f"{PATH}/sort", priority="nonsense", category="")).status == 400


async def test_the_wall_hides_a_ticket_and_a_supervisor_opens_it_leaving_a_trace(
    supervisor: Browser, database: Database
):
    await seed(database)
    await supervisor.open(PATH)
    await supervisor.send(f"{PATH}/wall", service="Consulat de Lille", walled="1")
    async with database.writing() as session:
        await session.exec(update(Staff).values(service="Consulat de Lille"))
    assert (await supervisor.open(PATH)).status == 404
    assert "passeport" not in supervisor.page
    assert (await supervisor.send(f"{PATH}/open-walled")).status == 200
    assert "passeport" in supervisor.page
    assert "Ouvert malgré le cloisonnement" in supervisor.page


async def test_the_services_of_the_accounts_are_offered_for_the_wall(
    page: Browser, database: Database
):
    async with database.writing() as session:
        await session.exec(update(Staff).values(service="Consulat de Lyon"))
    await page.open(PATH)
    assert '<option value="Consulat de Lyon">' in page.page


async def test_an_agent_behind_the_wall_sees_no_ticket_and_no_way_in(
    page: Browser, database: Database
):
    await page.send(f"{PATH}/wall", service="Consulat de Lille", walled="1")
    async with database.writing() as session:
        await session.exec(update(Staff).values(service="Consulat de Lille"))
    assert (await page.open(PATH)).status == 404
    assert "open-walled" not in page.page
    await page.open("/staff")
    assert (await page.send(f"{PATH}/open-walled")).status == 403
    assert (await page.send(f"{PATH}/reply", mode="note", text="essai")).status == 404
    assert "passeport" not in page.page
    assert await all_of(database, TicketNote) == []


async def test_a_ticket_is_settled_with_type_reason_and_remedy(page: Browser, database: Database):
    settlement = {"answer_type": "granted", "reason": "Votre passeport est prêt.", "remedy": "none"}
    await page.send(f"{PATH}/settle", state="resolved", **settlement)
    ticket = await the_ticket(database)
    assert (ticket.state, ticket.answer_type) == ("resolved", "granted")
    assert "Dossier réglé" in page.page


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "open"},
        {"answer_type": ""},
        {"reason": " "},
        {"remedy": "prayer"},
        {"answer_type": "refused", "remedy": "none"},
    ],
)
async def test_a_settlement_that_lacks_something_is_refused_and_kept(
    page: Browser, database: Database, wrong: dict[str, str]
):
    right = {
        "state": "closed",
        "answer_type": "explained",
        "reason": "Vous devez prendre rendez-vous.",
        "remedy": "mediator",
    }
    fields = {**right, **wrong}
    response = await page.send(f"{PATH}/settle", **fields)
    assert response.status == 400
    assert fields["reason"].strip() in html.unescape(page.page)
    assert (await the_ticket(database)).state == "new"


async def test_reopening_needs_a_reason_and_goes_to_somebody_else(
    page: Browser, database: Database
):
    fields = {"answer_type": "explained", "reason": "Vous devez attendre.", "remedy": "reopen"}
    await page.send(f"{PATH}/settle", state="closed", **fields)
    assert (await page.send(f"{PATH}/reopen", reason="")).status == 400
    await page.send(f"{PATH}/reopen", reason="Le passeport n'est pas arrivé.")
    ticket = await the_ticket(database)
    assert (ticket.state, ticket.reopened, ticket.assignee_id) == ("open", 1, None)
    assert (await page.send(f"{PATH}/claim")).status == 409


async def test_a_forwarding_from_sent_to_answered(page: Browser, database: Database):
    assert (await page.send(f"{PATH}/forward", body=" ")).status == 400
    await page.send(f"{PATH}/forward", body="Préfecture de Nador", note="par courrier")
    assert "Préfecture de Nador" in page.page
    assert (await the_ticket(database)).state == "waiting_third_party"
    for step in ("acknowledged", "chased", "ended"):
        assert (
            await page.send(f"{PATH}/forwarding", step=step, their_reference="N-7")
        ).status == 200
    (forwarding,) = await all_of(database, Forwarding)
    assert (forwarding.their_reference, forwarding.chases) == ("N-7", 1)
    assert (await the_ticket(database)).state == "open"
    assert (await page.send(f"{PATH}/forwarding", step="chased")).status == 409
    assert (await page.send(f"{PATH}/forwarding", step="lost")).status == 400


async def test_linking_and_unlinking(page: Browser, database: Database):
    await page.send(f"{PATH}/link", other=f" {OTHER.lower()} ")
    assert f'href="/staff/tickets/{OTHER}"' in page.page
    assert len(await all_of(database, TicketLink)) == 1
    await page.send(f"{PATH}/link", other=OTHER, remove="1")
    assert await all_of(database, TicketLink) == []
    assert (await page.send(f"{PATH}/link", other="MDM-2026-999999")).status == 404
    assert (await page.send(f"{PATH}/link", other=REFERENCE)).status == 400


async def test_merging_warns_where_the_tickets_are_of_two_people(page: Browser, database: Database):
    assert (await page.send(f"{PATH}/merge", other=OTHER, reason="")).status == 400
    await page.send(f"{PATH}/merge", other=OTHER, reason="même demande")
    assert "ne semblent pas être de la même personne" in page.page
    assert (await the_ticket(database)).state == "closed"


async def test_the_same_persons_other_tickets_are_shown_without_their_codes(
    page: Browser, database: Database
):
    async with database.writing() as session:
        await session.exec(update(Ticket).values(contact="someone@example.org"))
        await session.exec(
            update(Ticket)
            .where(col(Ticket.reference) == OTHER)
            .values(description="Mon dossier MDM-2026-000009 code K7M2PQ, merci")
        )
    await page.open(PATH)
    assert "Autres demandes de la même personne" in page.page
    assert OTHER in page.page
    assert "K7M2PQ" not in page.page


async def test_incidents(page: Browser, database: Database):
    await page.send(f"{PATH}/incident", title="Panne des rendez-vous")
    (incident,) = await all_of(database, Incident)
    assert "Panne des rendez-vous" in page.page
    await page.open(f"/staff/tickets/{OTHER}")
    await page.send(f"/staff/tickets/{OTHER}/incident", incident=f"#{incident.id}", title="")
    assert (await the_ticket(database, OTHER)).incident_id == incident.id
    await page.send(f"{PATH}/incident", incident=str(incident.id), leave="1")
    assert (await the_ticket(database)).incident_id is None
    assert (await page.send(f"{PATH}/incident", incident="4711", title="")).status == 404


async def test_every_change_is_told_in_words_with_who_did_it(page: Browser, database: Database):
    await page.send(f"{PATH}/claim")
    await page.send(f"{PATH}/sort", priority="high", category="consular")
    await page.send(f"{PATH}/forward", body="Préfecture")
    rows = await all_of(database, AuditRow)
    for event in {row.event for row in rows if row.ticket_id}:
        assert event not in page.page
    assert "Pris par" in page.page
    await page.open(f"{PATH}?lang=ar")
    assert "أحيل" in page.page
    for event in {row.event for row in rows if row.ticket_id}:
        assert event not in page.page


@pytest.mark.parametrize("name", ["claim", "settle", "forward", "merge", "wall", "draft", "watch"])
async def test_a_form_without_its_token_changes_nothing(
    page: Browser, database: Database, name: str
):
    before = await all_of(database, AuditRow)
    response = await page.send(f"{PATH}/{name}", csrf=False, body="x", other=OTHER, reason="x")
    assert response.status == 403
    assert await all_of(database, AuditRow) == before
