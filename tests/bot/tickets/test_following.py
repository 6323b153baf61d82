"""A citizen's side of a ticket: found by both keys only, changed once, told to staff."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import select

from bot.errors import (
    EmptyMessage,
    JisrError,
    MalformedRequest,
    MessageTooLong,
    NoLongerReopened,
    TicketNotFound,
    TicketSettled,
    TicketUnderWay,
    TooManyTries,
)
from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import (
    Attachment,
    AuditRow,
    Staff,
    StaffNotice,
    Ticket,
    TicketMessage,
    TicketWatch,
    now,
)
from bot.tickets.casework import Casework
from bot.tickets.desk import Desk
from bot.tickets.following import FollowUp
from bot.tickets.guesses import IN_A_ROW
from bot.tickets.words import Words
from tests.bot.staff.seeding import seed

CODE = "ABC234"


@pytest.fixture
def follow_up(database: Database) -> FollowUp:
    return FollowUp(database, reopen_days=30)


async def member(database: Database, name: str) -> int:
    await create_staff(database, name, name=f"{name} T.", password="long enough")
    async with database.reading() as session:
        found = await session.exec(select(Staff.id).where(Staff.username == name))
        return found.one() or 0


async def a_ticket(database: Database, **changes: Any) -> int:
    """The id of the one ticket, with these changes."""
    await seed(database, 1)
    async with database.writing() as session:
        ticket = (await session.exec(select(Ticket))).one()
        for name, value in changes.items():
            setattr(ticket, name, value)
        return ticket.id or 0


async def kept(database: Database, ticket_id: int) -> Ticket:
    async with database.reading() as session:
        ticket = await session.get(Ticket, ticket_id)
        assert ticket
        return ticket


async def rows(database: Database, table: Any) -> list[Any]:
    async with database.reading() as session:
        return list((await session.exec(select(table).order_by(table.id))).all())


async def deeds(database: Database) -> list[str]:
    """What was done to tickets after they were opened."""
    events = [row.event for row in await rows(database, AuditRow)]
    return [name for name in events if name.startswith("ticket.") and name != "ticket.opened"]


@contextmanager
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The statements and comparisons that happen meanwhile, in order."""
    done: list[str] = []
    compare = hmac.compare_digest

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        done.append(statement)

    def compared(one: bytes, other: bytes) -> bool:
        done.append(f"compare {len(one)} {len(other)}")
        return compare(one, other)

    event.listen(Engine, "before_cursor_execute", note)
    monkeypatch.setattr(hmac, "compare_digest", compared)
    try:
        yield done
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        monkeypatch.setattr(hmac, "compare_digest", compare)


async def test_reference_and_code_find_the_ticket(database: Database, follow_up: FollowUp) -> None:
    ticket_id = await a_ticket(database)
    progress = await follow_up.find("MDM-2026-000001", "abc234")
    assert progress.ticket.id == ticket_id
    assert (progress.holder, progress.answers, progress.files) == (None, [], [])
    assert progress.may == {"add", "withdraw"}


async def test_unknown_reference_and_wrong_code_are_one_answer_after_the_same_work(
    database: Database, follow_up: FollowUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    await a_ticket(database)
    with work(monkeypatch) as wrong, pytest.raises(TicketNotFound) as wrong_code:
        await follow_up.find("MDM-2026-000001", "ZZZ999")
    with work(monkeypatch) as unknown, pytest.raises(TicketNotFound) as unknown_reference:
        await follow_up.find("MDM-2026-000099", "ZZZ999")
    assert wrong == unknown
    assert [step.partition(" ")[0] for step in wrong] == ["SELECT", "compare"]
    assert wrong_code.value.fields == unknown_reference.value.fields == {}


@pytest.mark.parametrize("code", ["", "......", "é\ud800", "ABC2345"])
async def test_a_strange_code_is_a_wrong_one(
    database: Database, follow_up: FollowUp, code: str
) -> None:
    await a_ticket(database)
    for reference in ("MDM-2026-000001", "MDM-2026-000099"):
        with pytest.raises(TicketNotFound):
            await follow_up.find(reference, code)


@pytest.mark.parametrize("reference", ["MDM-2026-000001", "MDM-2026-000099"])
async def test_five_wrong_codes_have_to_wait_whether_the_ticket_exists_or_not(
    database: Database, follow_up: FollowUp, reference: str
) -> None:
    await a_ticket(database)
    for _ in range(IN_A_ROW):
        with pytest.raises(TicketNotFound):
            await follow_up.find(reference, "ZZZ999")
    with pytest.raises(TooManyTries):
        await follow_up.find(reference, CODE)


async def test_the_chat_goes_through_the_same_door(
    database: Database, words: Words, follow_up: FollowUp
) -> None:
    desk = Desk(database, 15, 60, words, follow_up)
    await a_ticket(database)
    for _ in range(IN_A_ROW):
        assert await desk.lookup("MDM-2026-000001", "ZZZ999", "me") == ("ticket-not-found", {})
    key, args = await desk.lookup("MDM-2026-000001", CODE, "me")
    assert (key, list(args)) == ("error-too-many-tries", ["seconds"])
    with pytest.raises(TooManyTries):
        await follow_up.find("MDM-2026-000001", CODE)


async def test_progress_tells_role_and_service_but_no_name(
    database: Database, follow_up: FollowUp
) -> None:
    omar = await member(database, "omar")
    ticket_id = await a_ticket(database, assignee_id=omar, state="open")
    async with database.writing() as session:
        staff = await session.get(Staff, omar)
        assert staff
        staff.service = "Consulat de Lyon"
        session.add(
            Attachment(
                ticket_id=ticket_id,
                source="web:1",
                kind="image",
                media_type="image/jpeg",
                name="photo.jpg",
                size=1,
                sha256="0",
            )
        )
    await Casework(database).reply("MDM-2026-000001", omar, "Votre dossier avance.")
    progress = await follow_up.progress(ticket_id)
    assert progress.holder
    assert (progress.holder.role, progress.holder.service) == ("agent", "Consulat de Lyon")
    assert [answer.text for answer in progress.answers] == ["Votre dossier avance."]
    assert [step.what for step in progress.timeline.steps] == ["received", "answered"]
    assert [file.name for file in progress.files] == ["photo.jpg"]


async def test_information_is_kept_once_and_told_to_assignee_and_watchers(
    database: Database, follow_up: FollowUp
) -> None:
    omar, hind = await member(database, "omar"), await member(database, "hind")
    ticket_id = await a_ticket(database, assignee_id=omar, state="open")
    async with database.writing() as session:
        session.add(TicketWatch(ticket_id=ticket_id, staff_id=hind))
    for _ in range(2):
        await follow_up.add_information(ticket_id, " Voici le numéro\0.\r\nMerci. ", "web:a")
    [message] = await rows(database, TicketMessage)
    assert (message.author, message.kind, message.turn_id) == ("citizen", "information", "web:a")
    assert (message.text, message.lang) == ("Voici le numéro.\nMerci.", "fr")
    notices = await rows(database, StaffNotice)
    assert [(each.staff_id, each.kind) for each in notices] == [
        (omar, "citizen_wrote"),
        (hind, "citizen_wrote"),
    ]
    audit = (await rows(database, AuditRow))[-1]
    assert (audit.event, audit.actor) == ("ticket.information.added", "citizen")
    assert audit.data == {"turn": "web:a", "message": message.id}
    assert (await kept(database, ticket_id)).state == "open"


async def test_the_answer_to_a_question_lets_the_ticket_go_on(
    database: Database, follow_up: FollowUp
) -> None:
    stopped = now() - timedelta(days=2)
    ticket_id = await a_ticket(database, state="waiting_citizen", stopped_at=stopped)
    target = (await kept(database, ticket_id)).answer_by
    await follow_up.add_information(ticket_id, "Voici.", "web:a")
    ticket = await kept(database, ticket_id)
    assert (ticket.state, ticket.stopped_at) == ("open", None)
    assert ticket.answer_by > target
    assert await deeds(database) == ["ticket.information.added", "ticket.state.changed"]


@pytest.mark.parametrize(
    ("text", "refusal"), [(" \u200b\n", EmptyMessage), ("x" * 4001, MessageTooLong)]
)
async def test_unusable_information_changes_nothing(
    database: Database, follow_up: FollowUp, text: str, refusal: type[JisrError]
) -> None:
    ticket_id = await a_ticket(database, state="waiting_citizen")
    with pytest.raises(refusal):
        await follow_up.add_information(ticket_id, text, "web:a")
    assert await deeds(database) == []
    assert (await kept(database, ticket_id)).state == "waiting_citizen"


async def test_a_withdrawn_ticket_is_closed_once(database: Database, follow_up: FollowUp) -> None:
    ticket_id = await a_ticket(database)
    await follow_up.withdraw(ticket_id, "web:a")
    await follow_up.withdraw(ticket_id, "web:a")
    ticket = await kept(database, ticket_id)
    assert (ticket.state, ticket.answer_type, ticket.settled_by) == ("closed", "withdrawn", None)
    assert ticket.settled_at
    assert await deeds(database) == ["ticket.withdrawn", "ticket.state.changed"]
    with pytest.raises(TicketSettled):
        await follow_up.withdraw(ticket_id, "web:b")
    with pytest.raises(TicketSettled):
        await follow_up.add_information(ticket_id, "Encore.", "web:c")


async def test_an_old_withdrawal_does_not_close_what_was_reopened(
    database: Database, follow_up: FollowUp
) -> None:
    ticket_id = await a_ticket(database)
    await follow_up.withdraw(ticket_id, "web:a")
    await follow_up.reopen(ticket_id, "Finalement si.", "web:b")
    await follow_up.withdraw(ticket_id, "web:a")
    assert (await kept(database, ticket_id)).state == "open"


async def test_a_rating_is_kept_and_the_last_word_counts(
    database: Database, follow_up: FollowUp
) -> None:
    ticket_id = await a_ticket(database, state="resolved", settled_at=now())
    await follow_up.rate(ticket_id, solved=False, rating=2, words="Trop long.")
    await follow_up.rate(ticket_id, solved=True, rating=4, words=" ")
    await follow_up.rate(ticket_id, solved=True, rating=4)
    ticket = await kept(database, ticket_id)
    assert (ticket.solved, ticket.rating, ticket.rating_words) == (True, 4, None)
    assert await deeds(database) == ["ticket.rated", "ticket.rated"]


@pytest.mark.parametrize("rating", [0, 6, -1])
async def test_a_rating_outside_one_to_five_is_refused(
    database: Database, follow_up: FollowUp, rating: int
) -> None:
    ticket_id = await a_ticket(database, state="resolved", settled_at=now())
    with pytest.raises(MalformedRequest):
        await follow_up.rate(ticket_id, solved=True, rating=rating)
    assert (await kept(database, ticket_id)).rating is None


async def test_what_is_under_way_is_neither_rated_nor_reopened(
    database: Database, follow_up: FollowUp
) -> None:
    ticket_id = await a_ticket(database, state="open")
    with pytest.raises(TicketUnderWay):
        await follow_up.rate(ticket_id, solved=True, rating=5)
    with pytest.raises(TicketUnderWay):
        await follow_up.reopen(ticket_id, "Non.", "web:a")
    assert await deeds(database) == []


async def settled_by(database: Database, staff_id: int) -> int:
    return await a_ticket(
        database,
        state="closed",
        assignee_id=staff_id,
        settled_at=now() - timedelta(days=29),
        settled_by=staff_id,
        answer_type="accepted",
    )


async def test_a_reopened_ticket_is_nobody_s_where_nobody_else_can_have_it(
    database: Database, follow_up: FollowUp
) -> None:
    omar = await member(database, "omar")
    ticket_id = await settled_by(database, omar)
    for _ in range(2):
        await follow_up.reopen(ticket_id, "Rien n'a été payé.", "web:a")
    ticket = await kept(database, ticket_id)
    assert (ticket.state, ticket.assignee_id, ticket.settled_by) == ("open", None, omar)
    assert (ticket.settled_at, ticket.reopened) == (None, 1)
    [message] = await rows(database, TicketMessage)
    assert (message.kind, message.text) == ("reopening", "Rien n'a été payé.")
    events = await deeds(database)
    assert {"ticket.reopening.asked", "ticket.state.changed", "ticket.reopened"} <= set(events)
    assert events.count("ticket.reopened") == 1


async def test_a_reopened_ticket_goes_to_another_hand(
    database: Database, follow_up: FollowUp
) -> None:
    omar, hind = await member(database, "omar"), await member(database, "hind")
    ticket_id = await settled_by(database, omar)
    await follow_up.reopen(ticket_id, "Rien n'a été payé.", "web:a")
    assert (await kept(database, ticket_id)).assignee_id == hind
    assert hind in [notice.staff_id for notice in await rows(database, StaffNotice)]


async def test_after_thirty_days_it_is_too_late_to_reopen(
    database: Database, follow_up: FollowUp
) -> None:
    settled = now() - timedelta(days=31)
    ticket_id = await a_ticket(database, state="closed", settled_at=settled)
    with pytest.raises(NoLongerReopened) as refusal:
        await follow_up.reopen(ticket_id, "Rien.", "web:a")
    assert refusal.value.fields == {"days": 30}
    assert (await kept(database, ticket_id)).state == "closed"


async def test_the_tickets_of_a_conversation_are_its_own_newest_first(
    database: Database, follow_up: FollowUp
) -> None:
    first, second, other = await seed(database, 3)
    tickets = {ticket.reference: ticket for ticket in await rows(database, Ticket)}
    mine = tickets[first].conversation_id
    async with database.writing() as session:
        ticket = await session.get(Ticket, tickets[second].id)
        assert ticket
        ticket.conversation_id = mine
    found = [ticket.reference for ticket in await follow_up.tickets_of(mine)]
    assert found == [second, first]
    assert other not in found


async def test_a_ticket_that_is_gone_is_not_found(follow_up: FollowUp) -> None:
    for deed in (
        follow_up.progress(99),
        follow_up.add_information(99, "Voici.", "web:a"),
        follow_up.withdraw(99, "web:a"),
        follow_up.rate(99, solved=True, rating=5),
        follow_up.reopen(99, "Non.", "web:a"),
    ):
        with pytest.raises(TicketNotFound):
            await deed
