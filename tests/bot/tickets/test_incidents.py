from __future__ import annotations

import pytest

from bot.errors import (
    EmptyMessage,
    NoSuchIncident,
    NoSuchTicket,
    RemedyMissing,
    UnknownValue,
)
from bot.storage.database import Database
from bot.storage.models import AuditRow, Incident, TicketMessage
from bot.tickets.incidents import Incidents
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import events, hire, one, put, rows, told

TEXTS = {
    "fr": "La panne des rendez-vous est réparée.",
    "ar": "تم إصلاح عطب المواعيد.",
    "ary": "تصلح المشكل ديال الرونديفو.",
}


@pytest.fixture
def incidents(database: Database) -> Incidents:
    return Incidents(database)


@pytest.fixture
async def omar(database: Database) -> int:
    return await hire(database, "Omar")


async def test_each_citizen_reads_the_answer_in_their_own_language(
    database: Database, incidents: Incidents, omar: int
):
    french, arabic, darija, latin = await seed(database)
    number = await incidents.open("Panne", [french, arabic, darija, latin], omar)
    answered = await incidents.answer(number, omar, TEXTS)
    assert list(answered.references) == [french, arabic, darija]
    assert list(answered.skipped) == [latin]
    assert [(say, args["reference"], args["text"]) for say, args in await told(database)] == [
        ("staff-reply", french, TEXTS["fr"]),
        ("staff-reply", arabic, TEXTS["ar"]),
        ("staff-reply", darija, TEXTS["ary"]),
    ]
    assert [message.text for message in await rows(database, TicketMessage)] == list(TEXTS.values())
    assert [event for event, _actor in await events(database, french)] == [
        "ticket.incident.joined",
        "ticket.reply.sent",
        "ticket.state.changed",
    ]
    assert [event for event, _actor in await events(database, latin)] == ["ticket.incident.joined"]
    [incident] = await rows(database, Incident)
    assert incident.answered_at is not None


async def test_darija_in_latin_letters_reads_arabic_letters_only_where_that_is_wanted(
    database: Database, incidents: Incidents, omar: int
):
    [reference] = await seed(database, 1, lang="ary-Latn")
    number = await incidents.open("Panne", [reference], omar)
    assert (await incidents.answer(number, omar, TEXTS)).skipped == [reference]
    answered = await incidents.answer(number, omar, TEXTS, ary_for_latin=True)
    assert answered.references == [reference]
    assert (await told(database))[0][1]["text"] == TEXTS["ary"]


async def test_a_double_click_answers_once(database: Database, incidents: Incidents, omar: int):
    references = await seed(database, 2)
    first, again = [await incidents.open("Panne", references, omar) for _click in range(2)]
    assert first == again
    for _click in range(2):
        await incidents.answer(first, omar, TEXTS)
    assert len(await told(database)) == 2


async def test_settled_tickets_are_left_alone(database: Database, incidents: Incidents, omar: int):
    settled, under_way = await seed(database, 2)
    number = await incidents.open("Panne", [settled, under_way], omar)
    await put(database, settled, state="closed")
    answered = await incidents.answer(number, omar, TEXTS)
    assert (list(answered.references), list(answered.skipped)) == ([under_way], [])


async def test_an_answer_can_resolve_every_ticket_with_its_own_text_as_the_reason(
    database: Database, incidents: Incidents, omar: int
):
    french, arabic = await seed(database, 2)
    number = await incidents.open("Panne", [french, arabic], omar)
    for _click in range(2):
        await incidents.answer(number, omar, TEXTS, answer_type="granted", remedy="reopen")
    for reference, lang in ((french, "fr"), (arabic, "ar")):
        ticket = await one(database, reference)
        assert (ticket.state, ticket.answer_type) == ("resolved", "granted")
        assert ticket.closing_reason == TEXTS[lang]
    assert [say for say, _args in await told(database)] == ["ticket-settled", "ticket-settled"]


async def test_what_cannot_be_answered_reaches_nobody(
    database: Database, incidents: Incidents, omar: int
):
    [reference] = await seed(database, 1)
    number = await incidents.open("Panne", [reference], omar)
    with pytest.raises(EmptyMessage):
        await incidents.answer(number, omar, {"fr": "  "})
    with pytest.raises(UnknownValue):
        await incidents.answer(number, omar, {"de": "Behoben."})
    with pytest.raises(RemedyMissing):
        await incidents.answer(number, omar, TEXTS, answer_type="refused")
    with pytest.raises(NoSuchIncident):
        await incidents.answer(4711, omar, TEXTS)
    assert await told(database) == []


async def test_tickets_join_and_leave(database: Database, incidents: Incidents, omar: int):
    first, second = await seed(database, 2)
    number = await incidents.open("Panne", [first], omar)
    for _click in range(2):
        await incidents.add(number, second, omar)
    await incidents.remove(number, first, omar)
    await incidents.remove(4711, second, omar)
    assert (await one(database, first)).incident_id is None
    assert (await one(database, second)).incident_id == number
    assert len(await events(database, second)) == 1
    with pytest.raises(NoSuchIncident):
        await incidents.add(4711, first, omar)


async def test_an_incident_with_a_ticket_that_is_not_there_is_not_opened(
    database: Database, incidents: Incidents, omar: int
):
    [reference] = await seed(database, 1)
    with pytest.raises(NoSuchTicket):
        await incidents.open("Panne", [reference, "MDM-2026-999999"], omar)
    with pytest.raises(EmptyMessage):
        await incidents.open(" ", [reference], omar)
    assert await rows(database, Incident) == []
    assert (await one(database, reference)).incident_id is None


async def test_a_walled_ticket_is_neither_answered_nor_named(
    database: Database, incidents: Incidents, omar: int
):
    there = await hire(database, "There", service="consulate-lyon")
    [reference] = await seed(database, 1)
    number = await incidents.open("Panne", [reference], omar)
    await put(database, reference, service="consulate-lyon", walled=True)
    answered = await incidents.answer(number, there, TEXTS)
    assert (list(answered.references), list(answered.skipped)) == ([], [])
    assert await told(database) == []


async def test_no_title_and_no_text_stands_in_the_audit(
    database: Database, incidents: Incidents, omar: int
):
    [reference] = await seed(database, 1)
    number = await incidents.open("Panne", [reference], omar)
    await incidents.answer(number, omar, TEXTS)
    written = [row.data for row in await rows(database, AuditRow) if "incident" in row.event]
    assert written == [{"incident": number}] * 3
