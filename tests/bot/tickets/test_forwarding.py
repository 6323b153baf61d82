from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import update

from bot.errors import (
    AlreadyForwarded,
    EmptyMessage,
    MessageTooLong,
    MoveRefused,
    NoSuchTicket,
    NotForwarded,
)
from bot.storage.database import Database
from bot.storage.models import Forwarding, TicketNote, now
from bot.tickets.assignment import Assignment
from bot.tickets.forwarding import Forwardings, Stage, remind_of_chases, stage
from bot.tickets.settling import Settling
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import events, hire, notices, one, put, rows, told

BODY = "Direction générale des douanes"


@pytest.fixture
def forwardings(database: Database) -> Forwardings:
    return Forwardings(database, chase_days=7)


@pytest.fixture
async def omar(database: Database) -> int:
    return await hire(database, "Omar")


async def the_only(database: Database) -> Forwarding:
    [forwarding] = await rows(database, Forwarding)
    assert isinstance(forwarding, Forwarding)
    return forwarding


async def let_chase_be_due(database: Database) -> None:
    async with database.writing() as session:
        await session.exec(update(Forwarding).values(chase_by=now() - timedelta(minutes=1)))


async def test_a_ticket_sent_on_waits_and_its_citizen_knows_where_it_lies(
    database: Database, forwardings: Forwardings, omar: int
):
    [reference] = await seed(database, 1)
    await forwardings.send(reference, omar, f"  {BODY} ", "Envoyé par courrier interne.")
    ticket = await one(database, reference)
    assert (ticket.state, ticket.stopped_at) == ("waiting_third_party", None)
    assert await told(database) == [("ticket-forwarded", {"reference": reference, "body": BODY})]
    assert [event for event, _actor in await events(database, reference)] == [
        "ticket.state.changed",
        "ticket.state.changed",
        "ticket.forwarding.sent",
    ]
    sent = await the_only(database)
    assert sent.chase_by is not None
    assert timedelta(days=6, hours=23) < sent.chase_by - now() <= timedelta(days=7)
    assert [note.text for note in await rows(database, TicketNote)] == [
        "Envoyé par courrier interne."
    ]


async def test_a_forwarding_from_sent_to_ended(
    database: Database, forwardings: Forwardings, omar: int
):
    [reference] = await seed(database, 1, state="open")
    stages = []
    await forwardings.send(reference, omar, BODY)
    stages.append(stage(await the_only(database)))
    await forwardings.acknowledge(reference, omar, "D-2026/118")
    stages.append(stage(await the_only(database)))
    await forwardings.chase(reference, omar)
    stages.append(stage(await the_only(database)))
    await forwardings.end(reference, omar)
    ended = await the_only(database)
    stages.append(stage(ended))
    assert stages == [Stage.SENT, Stage.ACKNOWLEDGED, Stage.CHASED, Stage.ENDED]
    assert (ended.their_reference, ended.chases, ended.chase_by) == ("D-2026/118", 1, None)
    assert (await one(database, reference)).state == "open"
    with pytest.raises(NotForwarded):
        await forwardings.end(reference, omar)


async def test_a_double_click_sends_and_chases_once(
    database: Database, forwardings: Forwardings, omar: int
):
    [reference] = await seed(database, 1)
    for _click in range(2):
        await forwardings.send(reference, omar, BODY)
    await let_chase_be_due(database)
    for _click in range(2):
        await forwardings.chase(reference, omar)
    assert (await the_only(database)).chases == 1
    assert len(await told(database)) == 1


async def test_a_ticket_lies_with_one_body_at_a_time(
    database: Database, forwardings: Forwardings, omar: int
):
    [reference] = await seed(database, 1)
    await forwardings.send(reference, omar, BODY)
    with pytest.raises(AlreadyForwarded) as refusal:
        await forwardings.send(reference, omar, "Une autre administration")
    assert refusal.value.fields == {"body": BODY}
    await forwardings.end(reference, omar)
    await forwardings.send(reference, omar, "Une autre administration")
    assert len(await rows(database, Forwarding)) == 2


async def test_what_cannot_be_sent_changes_nothing(
    database: Database, forwardings: Forwardings, omar: int
):
    settled, fresh = await seed(database, 2)
    await put(database, settled, state="closed")
    with pytest.raises(MoveRefused):
        await forwardings.send(settled, omar, BODY)
    with pytest.raises(EmptyMessage):
        await forwardings.send(fresh, omar, "  ")
    with pytest.raises(MessageTooLong):
        await forwardings.send(fresh, omar, "x" * 201)
    with pytest.raises(NoSuchTicket):
        await forwardings.send("MDM-2026-999999", omar, BODY)
    for deed in (
        forwardings.acknowledge(fresh, omar),
        forwardings.chase(fresh, omar),
        forwardings.end(fresh, omar),
    ):
        with pytest.raises(NotForwarded):
            await deed
    assert await rows(database, Forwarding) == []
    assert await told(database) == []


async def test_who_has_the_ticket_is_told_once_per_due_date(
    database: Database, forwardings: Forwardings, omar: int
):
    salma = await hire(database, "Salma")
    [reference] = await seed(database, 1)
    await forwardings.send(reference, omar, BODY)
    await Assignment(database).claim(reference, salma)
    assert await remind_of_chases(database) == 0
    await let_chase_be_due(database)
    assert [due.body for due in await forwardings.chases_due(now())] == [BODY]
    assert [await remind_of_chases(database) for _round in range(2)] == [1, 0]
    assert await notices(database) == [(salma, "chase_due")]
    await forwardings.chase(reference, salma)
    assert await forwardings.chases_due(now()) == []


async def test_where_nobody_has_the_ticket_who_sent_it_on_is_told(
    database: Database, forwardings: Forwardings, omar: int
):
    [reference] = await seed(database, 1)
    await forwardings.send(reference, omar, BODY)
    await let_chase_be_due(database)
    await remind_of_chases(database)
    assert await notices(database) == [(omar, "chase_due")]


async def test_who_sent_it_on_hears_no_more_of_a_ticket_that_is_walled_from_them(
    database: Database, forwardings: Forwardings
):
    there = await hire(database, "There", service="consulate-lyon")
    [reference] = await seed(database, 1)
    await forwardings.send(reference, there, BODY)
    await put(database, reference, service="consulate-lyon", walled=True)
    await let_chase_be_due(database)
    assert await remind_of_chases(database) == 0
    assert await notices(database) == []


async def test_no_chase_is_due_for_a_settled_ticket(
    database: Database, forwardings: Forwardings, omar: int
):
    [reference] = await seed(database, 1)
    await forwardings.send(reference, omar, BODY)
    await let_chase_be_due(database)
    await Settling(database).close(reference, omar, "forwarded", "Transmis.", "competent_body")
    assert await forwardings.chases_due(now()) == []
