from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select, update

from bot.errors import EmptyMessage, MessageTooLong, MoveRefused, NoSuchTicket
from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import AuditRow, OutboxMessage, Staff, Ticket, TicketMessage, Turn
from bot.tickets.casework import MOST_TURNS, Casework
from tests.bot.staff.seeding import seed


@pytest.fixture
def casework(database: Database) -> Casework:
    return Casework(database)


@pytest.fixture
async def staff_id(database: Database) -> int:
    await create_staff(database, "omar", name="Omar T.", password="long enough")
    async with database.reading() as session:
        return (await session.exec(select(Staff.id))).one() or 0


async def rows(database: Database, table: Any) -> list[Any]:
    async with database.reading() as session:
        return list((await session.exec(select(table).order_by(table.id))).all())


async def changes(database: Database) -> list[tuple[str, str, dict[str, Any]]]:
    audit = await rows(database, AuditRow)
    return [(row.event, row.actor, row.data) for row in audit if row.actor != "bot"][1:]


async def set_state(database: Database, reference: str, state: str) -> None:
    async with database.writing() as session:
        await session.exec(update(Ticket).where(Ticket.reference == reference).values(state=state))


async def test_a_reply_writes_message_audit_and_push_and_takes_the_ticket_up(
    database: Database, casework: Casework, staff_id: int
):
    [reference] = await seed(database, 1, channel="telegram")
    await casework.reply(reference, staff_id, "  Votre dossier\0 est suivi.\r\nMerci.  ")
    [message] = await rows(database, TicketMessage)
    [push] = await rows(database, OutboxMessage)
    [ticket] = await rows(database, Ticket)
    assert (message.text, message.lang) == ("Votre dossier est suivi.\nMerci.", "fr")
    assert push.said == {
        "say": "staff-reply",
        "args": {"reference": reference, "text": message.text, "ticket": 1},
    }
    assert (push.channel, push.conversation_id) == ("telegram", ticket.conversation_id)
    assert ticket.state == "open"
    actor = f"staff:{staff_id}"
    assert await changes(database) == [
        ("ticket.reply.sent", actor, {"message": message.id, "outbox": push.id}),
        ("ticket.state.changed", actor, {"from": "new", "to": "open"}),
    ]


async def test_a_reply_to_a_ticket_under_way_leaves_its_state(
    database: Database, casework: Casework, staff_id: int
):
    [reference] = await seed(database, 1, state="waiting_citizen")
    await casework.reply(reference, staff_id, "Merci.")
    [ticket] = await rows(database, Ticket)
    assert ticket.state == "waiting_citizen"


async def test_a_double_click_sends_one_reply(
    database: Database, casework: Casework, staff_id: int
):
    [reference] = await seed(database, 1)
    await casework.reply(reference, staff_id, "Merci.")
    await casework.reply(reference, staff_id, "Merci.")
    await casework.reply(reference, staff_id, "Merci encore.")
    assert len(await rows(database, OutboxMessage)) == 2


@pytest.mark.parametrize(
    ("text", "refusal"), [(" \r\n", EmptyMessage), ("x" * 3501, MessageTooLong)]
)
async def test_an_unusable_reply_changes_nothing(
    database: Database,
    casework: Casework,
    staff_id: int,
    text: str,
    refusal: type[Exception],
):
    [reference] = await seed(database, 1)
    with pytest.raises(refusal):
        await casework.reply(reference, staff_id, text)
    assert await changes(database) == []


async def test_a_failure_half_way_keeps_nothing(
    database: Database, casework: Casework, staff_id: int, monkeypatch: pytest.MonkeyPatch
):
    [reference] = await seed(database, 1)

    def fail(*_args: object) -> None:
        raise RuntimeError("half way")

    monkeypatch.setattr("bot.tickets.cases.change_state", fail)
    with pytest.raises(RuntimeError):
        await casework.reply(reference, staff_id, "Merci.")
    assert await rows(database, TicketMessage) == []
    assert await rows(database, OutboxMessage) == []
    assert await changes(database) == []


async def test_a_permitted_move_tells_the_citizen(
    database: Database, casework: Casework, staff_id: int
):
    [reference] = await seed(database, 1, state="open")
    await casework.move(reference, staff_id, "waiting_third_party")
    [push] = await rows(database, OutboxMessage)
    [ticket] = await rows(database, Ticket)
    assert ticket.state == "waiting_third_party"
    assert push.said == {
        "say": "ticket-state-changed",
        "args": {"reference": reference, "state": "waiting_third_party", "ticket": 1},
    }
    data = {"from": "open", "to": "waiting_third_party"}
    assert await changes(database) == [("ticket.state.changed", f"staff:{staff_id}", data)]


@pytest.mark.parametrize("state", ["new", "open", "waiting_third_party", "waiting_citizen"])
async def test_a_question_waits_for_the_citizen_and_stops_the_clock(
    database: Database, casework: Casework, staff_id: int, state: str
):
    [reference] = await seed(database, 1, state=state)
    for _click in range(2):
        await casework.ask_back(reference, staff_id, " Quel consulat ? ")
    [ticket] = await rows(database, Ticket)
    [message] = await rows(database, TicketMessage)
    [push] = await rows(database, OutboxMessage)
    assert ticket.state == "waiting_citizen"
    assert (ticket.stopped_at is not None) is (state != "waiting_citizen")
    assert (message.kind, message.text) == ("question", "Quel consulat ?")
    assert push.said == {
        "say": "ticket-question",
        "args": {"reference": reference, "text": "Quel consulat ?", "ticket": 1},
    }
    assert (await changes(database))[-1] == (
        "ticket.question.sent",
        f"staff:{staff_id}",
        {"message": message.id, "outbox": push.id},
    )


async def test_nothing_is_asked_back_on_a_settled_ticket(
    database: Database, casework: Casework, staff_id: int
):
    [reference] = await seed(database, 1, state="resolved")
    with pytest.raises(MoveRefused):
        await casework.ask_back(reference, staff_id, "Quel consulat ?")
    assert await rows(database, OutboxMessage) == []


@pytest.mark.parametrize(("origin", "state"), [("open", "closed"), ("closed", "open")])
async def test_a_ticket_is_neither_settled_nor_reopened_by_a_click(
    database: Database, casework: Casework, staff_id: int, origin: str, state: str
):
    [reference] = await seed(database, 1, state=origin)
    with pytest.raises(MoveRefused):
        await casework.move(reference, staff_id, state)
    assert await changes(database) == []


@pytest.mark.parametrize("state", ["resolved", "new", "nonsense", ""])
async def test_a_move_outside_the_table_is_refused(
    database: Database, casework: Casework, staff_id: int, state: str
):
    [reference] = await seed(database, 1)
    with pytest.raises(MoveRefused) as refusal:
        await casework.move(reference, staff_id, state)
    assert refusal.value.fields == {"current": "new", "wanted": state}
    assert await rows(database, OutboxMessage) == []
    assert await changes(database) == []


async def test_no_such_ticket(casework: Casework, staff_id: int):
    for deed in (
        casework.ticket("MDM-2026-000001", staff_id),
        casework.reply("MDM-2026-000001", staff_id, "Merci."),
        casework.move("MDM-2026-000001", staff_id, "open"),
    ):
        with pytest.raises(NoSuchTicket):
            await deed


async def test_a_ticket_without_its_conversation_is_still_answered_and_moved(
    database: Database, casework: Casework, staff_id: int
):
    [reference] = await seed(database, 1)
    async with database.writing() as session:
        await session.exec(update(Ticket).values(conversation_id=None))
    await casework.reply(reference, staff_id, "Merci.")
    await casework.move(reference, staff_id, "waiting_third_party")
    file = await casework.ticket(reference, staff_id)
    assert (file.ticket.state, file.conversation) == ("waiting_third_party", None)
    assert list(file.turns) == []
    assert len(file.messages) == 1
    assert file.deliveries == {}
    assert await rows(database, OutboxMessage) == []


async def test_the_case_file_holds_all_that_belongs_to_the_ticket(
    database: Database, casework: Casework, staff_id: int
):
    reference, _other = await seed(database, 2)
    await casework.reply(reference, staff_id, "Merci.")
    file = await casework.ticket(reference, staff_id)
    assert [row.event for row in file.audit] == [
        "ticket.opened",
        "ticket.reply.sent",
        "ticket.state.changed",
    ]
    assert file.names == {staff_id: "Omar T."}
    assert file.deliveries == {file.messages[0].id: "pending"}
    assert (len(file.turns), file.cut) == (1, False)


async def test_only_the_newest_turns_of_a_long_conversation(
    database: Database, casework: Casework, staff_id: int
):
    [reference] = await seed(database, 1)
    [ticket] = await rows(database, Ticket)
    async with database.writing() as session:
        for number in range(MOST_TURNS + 3):
            session.add(
                Turn(
                    turn_id=f"web:long-{number}",
                    conversation_id=ticket.conversation_id,
                    text=str(number),
                    understood={},
                    answer={},
                )
            )
    file = await casework.ticket(reference, staff_id)
    assert (len(file.turns), file.cut) == (MOST_TURNS, True)
    assert file.turns[-1].text == str(MOST_TURNS + 2)
