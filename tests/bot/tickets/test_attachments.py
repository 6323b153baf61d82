"""A file is taken once, waits for its ticket, and is found by nobody else."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import col, select

from bot.errors import (
    BadInput,
    FilesTooLarge,
    NoSuchFile,
    TooManyFiles,
    UnknownConversation,
)
from bot.files.store import FileStore, sweep
from bot.storage.database import Database
from bot.storage.models import (
    Attachment,
    AuditRow,
    Conversation,
    Staff,
    StaffNotice,
    Ticket,
    TicketMessage,
    now,
)
from bot.tickets.attachments import MOST_WAITING, Attachments, SentFile
from bot.tickets.casework import Casework
from bot.tickets.desk import Desk, Filing
from tests.bot.files.samples import OGG_VOICE, image_bytes, scan
from tests.bot.tickets.drafts import FULL

CONVERSATION = "c1"
COMPLETE = replace(FULL, confirmed=True)


def sent(data: bytes | None = None, **more: Any) -> SentFile:
    given = {"source": uuid4().hex, "name": "photo.jpg", "conversation_id": CONVERSATION, **more}
    return SentFile(data=data or image_bytes(), **given)


@pytest.fixture(autouse=True)
async def conversation(database: Database) -> None:
    async with database.writing() as session:
        session.add(Conversation(id=CONVERSATION, channel="web"))
        session.add(Conversation(id="c2", channel="web"))


async def rows(database: Database, table: Any) -> list[Any]:
    async with database.reading() as session:
        return list((await session.exec(select(table))).all())


async def opened(desk: Desk, conversation_id: str = CONVERSATION) -> Ticket:
    return await desk.open(COMPLETE, Filing(uuid4().hex, conversation_id, "fr"))


async def asked_back(database: Database, ticket: Ticket) -> int:
    """A member of staff has the ticket and asks the citizen something; their id."""
    async with database.writing() as session:
        staff = Staff(username="salma", name="Salma", password_hash="-")
        session.add(staff)
        await session.flush()
        kept = await session.get(Ticket, ticket.id)
        assert kept is not None
        assert staff.id is not None
        kept.assignee_id, kept.state = staff.id, "open"
        staff_id = staff.id
    await Casework(database).ask_back(ticket.reference, staff_id, "Une photo du passeport ?")
    return staff_id


async def test_a_file_waits_with_its_conversation(
    attachments: Attachments, database: Database, store: FileStore
) -> None:
    taken = await attachments.take(sent(name="../Mon passeport.JPG"))
    [row] = await rows(database, Attachment)
    assert taken.reference is None
    assert (row.kind, row.media_type, row.name) == ("image", "image/jpeg", "Mon passeport.jpg")
    assert (row.conversation_id, row.ticket_id) == (CONVERSATION, None)
    assert row.size == len(await store.read(row.id))


async def test_a_ticket_takes_what_waits_in_its_own_conversation(
    attachments: Attachments, database: Database, desk: Desk
) -> None:
    mine = await attachments.take(sent())
    other = await attachments.take(sent(conversation_id="c2"))
    ticket = await opened(desk)
    taken = {row.id: row.ticket_id for row in await rows(database, Attachment)}
    assert taken == {mine.attachment.id: ticket.id, other.attachment.id: None}


@pytest.mark.parametrize("ending", [{"cancelled": True}, {"consent": False}])
async def test_who_wants_no_ticket_leaves_no_file(
    attachments: Attachments,
    database: Database,
    desk: Desk,
    store: FileStore,
    ending: dict[str, bool],
) -> None:
    taken = await attachments.take(sent())
    kept = await attachments.take(sent(conversation_id="c2"))
    await desk.conclude(replace(COMPLETE, **ending), Filing("t", CONVERSATION, "fr"))
    assert [row.id for row in await rows(database, Attachment)] == [kept.attachment.id]
    await sweep(database, store, grace=timedelta())
    assert not store.path(taken.attachment.id).exists()


async def test_a_retry_finds_the_file(attachments: Attachments, database: Database) -> None:
    file = sent()
    first = await attachments.take(file)
    again = await attachments.take(file)
    assert again.attachment.id == first.attachment.id
    assert len(await rows(database, Attachment)) == 1


async def test_the_same_file_sent_three_times_at_once_is_one(
    attachments: Attachments, database: Database
) -> None:
    file = sent()
    taken = await asyncio.gather(*(attachments.take(file) for _ in range(3)))
    assert len({each.attachment.id for each in taken}) == 1
    assert len(await rows(database, Attachment)) == 1


async def test_five_files_wait_and_no_more(attachments: Attachments, desk: Desk) -> None:
    together = [attachments.take(sent()) for _ in range(MOST_WAITING + 2)]
    results = await asyncio.gather(*together, return_exceptions=True)
    refused = [each for each in results if isinstance(each, TooManyFiles)]
    assert len(refused) == 2
    ticket = await opened(desk)
    assert (await attachments.take(sent())).reference == ticket.reference


async def test_all_files_of_a_conversation_have_a_limit_together(
    database: Database, store: FileStore
) -> None:
    attachments = Attachments(database, store, None, total_mb=1)
    voice = OGG_VOICE.ljust(600_000, b"\0")
    await attachments.take(sent(voice))
    with pytest.raises(FilesTooLarge):
        await attachments.take(sent(voice))
    assert await attachments.take(sent(voice, conversation_id="c2"))


async def test_a_refused_file_leaves_nothing(
    attachments: Attachments, database: Database, store: FileStore
) -> None:
    with pytest.raises(BadInput):
        await attachments.take(sent(b"<svg/>"))
    assert await rows(database, Attachment) == []
    assert await store.older_than(now() + timedelta(days=1)) == {}


async def test_a_file_for_a_conversation_that_was_deleted_meanwhile_leaves_no_row(
    attachments: Attachments, database: Database
) -> None:
    with pytest.raises(UnknownConversation):
        await attachments.take(sent(conversation_id="nowhere"))
    assert await rows(database, Attachment) == []


async def test_a_ticket_that_waits_for_the_citizen_takes_the_file_and_goes_on(
    attachments: Attachments, database: Database, desk: Desk
) -> None:
    ticket = await opened(desk)
    staff_id = await asked_back(database, ticket)
    taken = await attachments.take(sent(scan(), name="acte.pdf"))
    assert taken.reference == ticket.reference
    async with database.reading() as session:
        kept = await session.get(Ticket, ticket.id)
        found = await session.exec(
            select(TicketMessage).where(col(TicketMessage.author) == "citizen")
        )
        message = found.one()
        attachment = await session.get(Attachment, taken.attachment.id)
        audit = (await session.exec(select(AuditRow.event))).all()
        notices = (await session.exec(select(StaffNotice))).all()
    assert kept is not None
    assert attachment is not None
    assert (kept.state, kept.stopped_at) == ("open", None)
    assert (message.kind, message.text) == ("information", "acte.pdf")
    assert (attachment.ticket_id, attachment.message_id) == (ticket.id, message.id)
    assert "ticket.file.received" in audit
    assert [(notice.staff_id, notice.kind) for notice in notices] == [(staff_id, "citizen_wrote")]


async def test_the_next_page_of_an_answer_goes_to_the_same_ticket(
    attachments: Attachments, database: Database, desk: Desk
) -> None:
    ticket = await opened(desk)
    await asked_back(database, ticket)
    taken = [await attachments.take(sent()) for _ in range(3)]
    assert [each.reference for each in taken] == [ticket.reference] * 3


async def test_a_ticket_that_does_not_wait_takes_no_file_by_itself(
    attachments: Attachments, database: Database, desk: Desk
) -> None:
    ticket = await opened(desk)
    async with database.writing() as session:
        session.add(ticket)
        ticket.created_at = now() - timedelta(hours=1)
    assert (await attachments.take(sent())).reference is None


async def test_a_chosen_ticket_takes_the_file_without_a_conversation(
    attachments: Attachments, desk: Desk
) -> None:
    ticket = await opened(desk)
    taken = await attachments.take(sent(conversation_id=None, ticket_id=ticket.id))
    assert taken.reference == ticket.reference


async def test_a_citizen_finds_the_own_files_only(attachments: Attachments) -> None:
    taken = await attachments.take(sent())
    file_id = taken.attachment.id
    assert (await attachments.for_citizen(file_id, CONVERSATION)).id == file_id
    for wrong in ((file_id, "c2"), (uuid4().hex, CONVERSATION), ("../x", CONVERSATION)):
        with pytest.raises(NoSuchFile):
            await attachments.for_citizen(*wrong)


async def test_a_file_sent_right_after_the_ticket_was_opened_joins_it(
    attachments: Attachments, desk: Desk
) -> None:
    ticket = await opened(desk)
    assert (await attachments.take(sent())).reference == ticket.reference


async def test_a_file_sent_while_another_form_asks_waits_for_that(
    attachments: Attachments, database: Database, desk: Desk
) -> None:
    await opened(desk)
    async with database.writing() as session:
        conversation = await session.get(Conversation, CONVERSATION)
        assert conversation is not None
        conversation.asked = "description"
    assert (await attachments.take(sent())).reference is None
