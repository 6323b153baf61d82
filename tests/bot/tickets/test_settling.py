from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import (
    MessageTooLong,
    MoveRefused,
    NoSuchTicket,
    ReasonMissing,
    RemedyMissing,
    TooLateToReopen,
    UnknownValue,
)
from bot.storage.database import Database
from bot.storage.models import AuditRow, TicketMessage, TicketNote, now
from bot.tickets.assignment import Assignment
from bot.tickets.settling import Settling
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import events, hire, notices, one, put, rows, told

REASON = "Votre passeport est prêt au consulat."


@pytest.fixture
def settling(database: Database) -> Settling:
    return Settling(database, reopen_days=30)


@pytest.fixture
async def omar(database: Database) -> int:
    return await hire(database, "Omar")


async def test_resolving_keeps_how_and_tells_the_citizen_and_asks(
    database: Database, settling: Settling, omar: int
):
    [reference] = await seed(database, 1, state="open")
    await settling.resolve(reference, omar, "granted", f" {REASON} ", "reopen")
    ticket = await one(database, reference)
    assert (ticket.state, ticket.settled_by) == ("resolved", omar)
    assert (ticket.answer_type, ticket.closing_reason, ticket.remedy) == (
        "granted",
        REASON,
        "reopen",
    )
    assert await told(database) == [
        (
            "ticket-settled",
            {
                "reference": reference,
                "text": REASON,
                "answer_type": "granted",
                "remedy": "reopen",
                "state": "resolved",
                "reopen_days": 30,
                "ask_solved": True,
            },
        )
    ]
    [message] = await rows(database, TicketMessage)
    assert (message.kind, message.text, message.staff_id) == ("closing", REASON, omar)


async def test_no_reason_stands_in_the_audit(database: Database, settling: Settling, omar: int):
    [reference] = await seed(database, 1)
    await settling.close(reference, omar, "explained", REASON, "mediator")
    await settling.reopen(reference, omar, "Le citoyen a rappelé.")
    written = " ".join(str(row.data) for row in await rows(database, AuditRow))
    assert "explained" in written
    assert "passeport" not in written
    assert "rappelé" not in written


async def test_a_new_ticket_is_taken_up_before_it_is_settled(
    database: Database, settling: Settling, omar: int
):
    first, second = await seed(database, 2)
    await settling.resolve(first, omar, "explained", REASON, "none")
    await settling.close(second, omar, "not_competent", REASON, "competent_body")
    for reference in (first, second):
        assert [event for event, _actor in await events(database, reference)] == [
            "ticket.state.changed",
            "ticket.state.changed",
            "ticket.settled",
        ]
        assert (await one(database, reference)).acknowledged_at is not None


async def test_what_was_said_of_an_earlier_end_does_not_count_for_the_next(
    database: Database, settling: Settling, omar: int
):
    [reference] = await seed(database, 1, state="open")
    await settling.resolve(reference, omar, "granted", REASON, "none")
    await put(database, reference, solved=False, rating=1, rating_words="Rien n'est fait.")
    await settling.reopen(reference, omar, "Le citoyen a raison.")
    other = await hire(database, "Other")
    await settling.resolve(reference, other, "granted", "Cette fois c'est fait.", "none")
    ticket = await one(database, reference)
    assert (ticket.solved, ticket.rating, ticket.rating_words) == (None, None, None)


async def test_what_needs_no_handling_is_closed_as_it_is_and_asks_nothing(
    database: Database, settling: Settling, omar: int
):
    [reference] = await seed(database, 1)
    await settling.close(reference, omar, "abuse", "Injures.", "none")
    assert (await one(database, reference)).acknowledged_at is None
    [(_say, args)] = await told(database)
    assert args["ask_solved"] is False


async def test_a_double_click_settles_once(database: Database, settling: Settling, omar: int):
    [reference] = await seed(database, 1, state="open")
    for _click in range(2):
        await settling.close(reference, omar, "granted", REASON, "none")
    assert len(await told(database)) == 1
    with pytest.raises(MoveRefused):
        await settling.close(reference, omar, "granted", "Une autre raison.", "none")


async def test_what_is_resolved_can_be_closed_but_what_is_closed_not_resolved(
    database: Database, settling: Settling, omar: int
):
    [reference] = await seed(database, 1, state="open")
    await settling.resolve(reference, omar, "granted", REASON, "none")
    await settling.close(reference, omar, "granted", "Confirmé par téléphone.", "none")
    with pytest.raises(MoveRefused) as refusal:
        await settling.resolve(reference, omar, "granted", REASON, "none")
    assert refusal.value.fields == {"current": "closed", "wanted": "resolved"}


@pytest.mark.parametrize(
    ("answer_type", "reason", "remedy", "refusal"),
    [
        ("refused", REASON, "none", RemedyMissing),
        ("nonsense", REASON, "none", UnknownValue),
        ("granted", REASON, "nonsense", UnknownValue),
        ("granted", " \n", "none", ReasonMissing),
        ("granted", "x" * 3501, "none", MessageTooLong),
    ],
)
async def test_an_incomplete_settlement_changes_nothing(
    database: Database,
    settling: Settling,
    omar: int,
    answer_type: str,
    reason: str,
    remedy: str,
    refusal: type[Exception],
):
    [reference] = await seed(database, 1)
    with pytest.raises(refusal):
        await settling.close(reference, omar, answer_type, reason, remedy)
    assert await events(database, reference) == []
    assert await told(database) == []


async def test_a_refusal_with_a_remedy_is_possible(
    database: Database, settling: Settling, omar: int
):
    [reference] = await seed(database, 1)
    await settling.close(reference, omar, "refused", REASON, "mediator")
    assert (await one(database, reference)).remedy == "mediator"


async def test_watchers_hear_of_the_end(database: Database, settling: Settling, omar: int):
    salma = await hire(database, "Salma")
    [reference] = await seed(database, 1)
    for each in (omar, salma):
        await Assignment(database).watch(reference, each)
    await settling.close(reference, omar, "granted", REASON, "none")
    assert await notices(database) == [(salma, "settled")]


async def test_reopening_gives_the_ticket_to_another_hand(
    database: Database, settling: Settling, omar: int
):
    salma = await hire(database, "Salma")
    [reference] = await seed(database, 1, state="open", lang="fr")
    await put(database, reference, assignee_id=omar)
    await settling.resolve(reference, omar, "granted", REASON, "reopen")
    await settling.reopen(reference, omar, "Le passeport n'y est pas.")
    ticket = await one(database, reference)
    assert (ticket.state, ticket.reopened, ticket.assignee_id) == ("open", 1, salma)
    assert await notices(database) == [(salma, "assigned")]
    assert (await told(database))[-1] == (
        "ticket-state-changed",
        {"reference": reference, "state": "open"},
    )
    [note] = await rows(database, TicketNote)
    assert note.text == "Le passeport n'y est pas."


async def test_a_reopened_ticket_is_nobodys_where_there_is_nobody_else(
    database: Database, settling: Settling, omar: int
):
    [reference] = await seed(database, 1, state="open", lang="fr")
    await put(database, reference, assignee_id=omar)
    await settling.resolve(reference, omar, "granted", REASON, "reopen")
    await settling.reopen(reference, omar, "Le passeport n'y est pas.")
    assert (await one(database, reference)).assignee_id is None


async def test_who_has_the_ticket_and_did_not_settle_it_keeps_it(
    database: Database, settling: Settling, omar: int
):
    salma = await hire(database, "Salma")
    [reference] = await seed(database, 1, state="open", lang="ary")
    await put(database, reference, assignee_id=salma)
    await settling.resolve(reference, omar, "granted", REASON, "reopen")
    await settling.reopen(reference, omar, "Le passeport n'y est pas.")
    assert (await one(database, reference)).assignee_id == salma
    assert await notices(database) == [(salma, "reopened")]


@pytest.mark.parametrize(("days_ago", "in_time"), [(29, True), (31, False)])
async def test_a_ticket_can_be_reopened_for_thirty_days(
    database: Database, settling: Settling, omar: int, days_ago: int, in_time: bool
):
    [reference] = await seed(database, 1, state="open")
    await settling.resolve(reference, omar, "granted", REASON, "reopen")
    await put(database, reference, settled_at=now() - timedelta(days=days_ago))
    if in_time:
        await settling.reopen(reference, omar, "Rien n'est réglé.")
        assert (await one(database, reference)).state == "open"
        return
    with pytest.raises(TooLateToReopen) as refusal:
        await settling.reopen(reference, omar, "Rien n'est réglé.")
    assert refusal.value.fields == {"days": 30}
    assert (await one(database, reference)).state == "resolved"


async def test_reopening_needs_a_reason_and_a_settled_ticket(
    database: Database, settling: Settling, omar: int
):
    [reference] = await seed(database, 1, state="waiting_citizen")
    with pytest.raises(MoveRefused):
        await settling.reopen(reference, omar, "Rien n'est réglé.")
    await settling.resolve(reference, omar, "granted", REASON, "reopen")
    with pytest.raises(ReasonMissing):
        await settling.reopen(reference, omar, "  ")
    with pytest.raises(NoSuchTicket):
        await settling.reopen("MDM-2026-999999", omar, "Rien n'est réglé.")
    assert (await one(database, reference)).reopened == 0
