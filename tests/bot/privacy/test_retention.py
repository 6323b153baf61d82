"""What is due is forgotten, all else stays; the dry run says before what the run does after."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import SQLModel, col, select

from bot.audit.sealing import Seals
from bot.errors import RetentionUnderWay
from bot.privacy.policy import Terms
from bot.privacy.retention import LEASE, Retention
from bot.storage.database import Database
from bot.storage.leases import Leases
from bot.storage.models import (
    Announcement,
    AnnouncementDelivery,
    Attachment,
    AuditRow,
    Choice,
    ContinuationCode,
    Conversation,
    ConversationLink,
    Forwarding,
    Mail,
    OutboxMessage,
    RetentionRun,
    SentParts,
    StaffNotice,
    StaffSession,
    Subscription,
    TelegramUpdate,
    Ticket,
    TicketMessage,
    TicketNote,
    Turn,
    TurnFeedback,
    TurnReview,
    now,
)
from bot.storage.search import matching
from tests.bot.tickets.desk_room import hire

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
YEAR = 365 * DAY


@pytest.fixture
def retention(database: Database) -> Retention:
    return Retention(database, Terms(), batch=2)


async def keep(database: Database, *rows: SQLModel) -> None:
    """Writes rows one after the other, each may hang on the one before."""
    async with database.writing() as session:
        for row in rows:
            session.add(row)
            await session.flush()


async def left(database: Database, table: Any) -> list[Any]:
    async with database.reading() as session:
        return list((await session.exec(select(table))).all())


def conversation(age: timedelta = timedelta(), **fields: Any) -> Conversation:
    at = now() - age
    return Conversation(**{"id": "c", "channel": "telegram", "updated_at": at, **fields})


def turn(age: timedelta, turn_id: str = "t") -> Turn:
    return Turn(
        turn_id=turn_id,
        conversation_id="c",
        text="",
        understood={},
        answer={},
        created_at=now() - age,
    )


def ticket(settled: timedelta | None, number: int = 1, **fields: Any) -> Ticket:
    at = None if settled is None else now() - settled
    return Ticket(
        **{
            "id": number,
            "acknowledge_by": now(),
            "answer_by": now(),
            "reference": f"MDM-2020-{number:06d}",
            "code": "ABC234",
            "kind": "complaint",
            "state": "closed" if at else "open",
            "settled_at": at,
            "category": "consular",
            "country": "FR",
            "description": "Mon passeport",
            "contact": "Salma Bennani",
            "closing_reason": "Madame Bennani a été reçue",
            "rating": 4,
            "rating_words": "Merci",
            "lang": "fr",
            "opened_by_turn": f"web:{number}",
            **fields,
        }
    )


def only(counts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: count for name, count in counts.items() if count}


@pytest.mark.parametrize(
    ("age", "settled", "goes"),
    [
        (31 * DAY, "no ticket", True),
        (29 * DAY, "no ticket", False),
        (31 * DAY, None, False),
        (31 * DAY, DAY, True),
    ],
)
async def test_old_turns_go_unless_a_ticket_still_needs_them(
    database: Database, retention: Retention, age: timedelta, settled: Any, goes: bool
) -> None:
    await keep(
        database,
        conversation(),
        turn(age),
        Choice(payload="p", conversation_id="c", turn_id="t", rank=1, title="", pick={}),
        TurnFeedback(turn_id="t", conversation_id="c", helpful=False, words="non"),
    )
    if settled != "no ticket":
        await keep(database, ticket(settled, conversation_id="c"))
    run = await retention.run("bot")
    assert only(run.counts) == ({"turns": 1} if goes else {})
    for table in (Turn, Choice, TurnFeedback):
        assert len(await left(database, table)) == (not goes)
    assert len(await left(database, Conversation)) == 1


OLD, YOUNG = 31 * DAY, 29 * DAY


def _rows_of_a_class(name: str, age: timedelta) -> list[SQLModel]:
    """What one class holds, of an age in units of its term: older or younger than that."""
    at = now() - age
    match name:
        case "unfinished":
            return [conversation(age, rasa_state=[{"event": "slot"}], asked="contact")]
        case "mail":
            return [Mail(recipient="a@example.org", say="x", lang="fr", created_at=at)]
        case "telegram_inbox":
            update = {"update_id": 1, "chat_id": "1", "body": {}, "state": "handled"}
            return [TelegramUpdate(**update, received_at=at)]
        case "subscriptions":
            return [conversation(), Subscription(conversation_id="c", stopped_at=at)]
        case "links":
            return [
                conversation(),
                ConversationLink(code_hash="h", from_id="c", expires_at=at),
                ContinuationCode(code_hash="h", conversation_id="c", expires_at=at),
            ]
        case "outbox":
            message = {"conversation_id": "c", "channel": "web", "said": {}}
            return [
                conversation(),
                OutboxMessage(**message, state="delivered", created_at=at),
                SentParts(key="k", parts=1, sent_at=at),
            ]
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("unfinished", 1),
        ("mail", 1),
        ("telegram_inbox", 1),
        ("subscriptions", 1),
        ("links", 2),
        ("outbox", 2),
    ],
)
@pytest.mark.parametrize("age", [OLD, YOUNG], ids=["old", "young"])
async def test_what_passes_through_is_gone_after_thirty_days(
    database: Database, retention: Retention, name: str, count: int, age: timedelta
) -> None:
    await keep(database, *_rows_of_a_class(name, age))
    assert only((await retention.run("bot")).counts) == ({name: count} if age is OLD else {})
    assert only(await retention.due()) == {}


async def test_an_unfinished_form_is_emptied_and_the_conversation_stays(
    database: Database, retention: Retention
) -> None:
    await keep(database, *_rows_of_a_class("unfinished", OLD))
    await retention.run("bot")
    [kept] = await left(database, Conversation)
    assert (kept.rasa_state, kept.asked, kept.channel) == ([], None, "telegram")


async def test_what_was_asked_for_an_open_ticket_stays(
    database: Database, retention: Retention
) -> None:
    push = OutboxMessage(
        conversation_id="c",
        channel="web",
        said={},
        state="delivered",
        created_at=now() - 9 * YEAR,
    )
    await keep(
        database,
        conversation(OLD, asked="ticket_information"),
        ticket(None, conversation_id="c"),
        push,
    )
    assert only((await retention.run("bot")).counts) == {}
    assert (await left(database, Conversation))[0].asked == "ticket_information"


async def test_an_answer_that_nobody_fetched_yet_waits(
    database: Database, retention: Retention
) -> None:
    await keep(
        database,
        conversation(),
        OutboxMessage(conversation_id="c", channel="web", said={}, created_at=now() - YEAR),
    )
    assert only(await retention.due()) == {}
    assert only(await retention.due(now() + 5 * YEAR)) == {"outbox": 1}


async def test_a_pending_update_of_telegram_is_never_dropped(
    database: Database, retention: Retention
) -> None:
    await keep(database, TelegramUpdate(update_id=1, chat_id="1", body={}, received_at=now() - OLD))
    assert only((await retention.run("bot")).counts) == {}


async def test_a_conversation_that_nothing_hangs_on_goes_after_a_year(
    database: Database, retention: Retention
) -> None:
    push = Choice(payload="p", conversation_id="idle", turn_id="push:1", rank=1, title="", pick={})
    await keep(
        database,
        conversation(YEAR + DAY, id="idle"),
        push,
        conversation(YEAR + DAY, id="subscribed"),
        Subscription(conversation_id="subscribed"),
        conversation(YEAR - DAY, id="young"),
    )
    await retention.run("bot")
    assert {each.id for each in await left(database, Conversation)} == {"subscribed", "young"}
    assert await left(database, Choice) == []


async def test_a_settled_ticket_keeps_its_figures_and_loses_its_person(
    database: Database, retention: Retention
) -> None:
    member = await hire(database, "Amal")
    settled = 5 * YEAR + DAY
    await keep(
        database,
        conversation(),
        ticket(settled, conversation_id="c"),
        TicketMessage(id=1, ticket_id=1, author="citizen", text="Je suis Salma", lang="fr"),
        TicketNote(ticket_id=1, staff_id=member, text="appeler le 06…"),
        Forwarding(ticket_id=1, body="Douane", staff_id=member, their_reference="D-77"),
        Attachment(
            ticket_id=1,
            message_id=1,
            source="s",
            kind="image",
            media_type="image/png",
            name="passeport-salma.png",
            size=1,
            sha256="0",
            created_at=now() - settled,
        ),
        Mail(recipient="salma@example.org", say="ticket-news", lang="fr", ticket_id=1),
    )
    await retention.run("bot")
    [kept] = await left(database, Ticket)
    figures = (kept.reference, kept.kind, kept.state, kept.category, kept.country, kept.rating)
    assert figures == ("MDM-2020-000001", "complaint", "closed", "consular", "FR", 4)
    assert (kept.description, kept.contact, kept.closing_reason) == ("", None, None)
    assert (kept.conversation_id, kept.rating_words, kept.code == "ABC234") == (None, None, False)
    assert kept.anonymised_at is not None
    assert [each.text for each in await left(database, TicketMessage)] == [""]
    assert [each.text for each in await left(database, TicketNote)] == [""]
    forwarded = await left(database, Forwarding)
    assert [(each.body, each.their_reference) for each in forwarded] == [("Douane", None)]
    assert await left(database, Attachment) == await left(database, Mail) == []
    async with database.reading() as session:
        for query, found in (("bennani", 0), ("passeport", 0), ("MDM-2020-000001", 1)):
            rows = await session.exec(select(Ticket.id).where(matching(session, query)))
            assert len(rows.all()) == found, query


@pytest.mark.parametrize(
    "changes",
    [
        {"settled": None},
        {"settled": 5 * YEAR - DAY},
        {"settled": 9 * YEAR, "service": "consulate-lyon", "walled": True},
        {"settled": 9 * YEAR, "merged_into_id": 2},
    ],
    ids=["open", "settled lately", "walled", "merged into an open one"],
)
async def test_tickets_that_are_open_walled_or_young_are_not_touched(
    database: Database, retention: Retention, changes: dict[str, Any]
) -> None:
    file = {"source": "s", "kind": "image", "media_type": "image/png", "sha256": "0", "size": 1}
    young = changes["settled"] == 5 * YEAR - DAY
    await keep(
        database,
        ticket(None, 2),
        ticket(**changes),
        Attachment(ticket_id=1, name="a.png", created_at=now() - 9 * YEAR, **file),
    )
    assert only((await retention.run("bot")).counts) == ({"files": 1} if young else {})
    assert {each.contact for each in await left(database, Ticket)} == {"Salma Bennani"}


async def test_a_file_goes_before_its_ticket_and_one_that_no_ticket_took_after_a_day(
    database: Database, retention: Retention
) -> None:
    def file(source: str, age: timedelta, number: int | None) -> Attachment:
        at = now() - age
        same = {"kind": "image", "media_type": "image/png", "name": "a", "size": 1, "sha256": "0"}
        return Attachment(source=source, ticket_id=number, created_at=at, **same)

    await keep(
        database,
        ticket(YEAR + DAY, 1),
        ticket(YEAR - DAY, 2),
        file("settled long ago", 2 * YEAR, 1),
        file("settled lately", 2 * YEAR, 2),
        file("waiting long", 25 * HOUR, None),
        file("waiting", 23 * HOUR, None),
    )
    counts = (await retention.run("bot")).counts
    assert only(counts) == {"files": 1, "waiting_files": 1}
    kept = {each.source for each in await left(database, Attachment)}
    assert kept == {"settled lately", "waiting"}


async def test_who_got_an_announcement_is_forgotten_and_how_many_is_not(
    database: Database, retention: Retention
) -> None:
    member, at = await hire(database, "Amal"), now() - 91 * DAY
    people = [conversation(id=each) for each in "abc"]
    states = {"a": "delivered", "b": "delivered", "c": "pending"}
    await keep(
        database,
        *people,
        Announcement(id=1, kind="law", created_by=member),
        *(
            AnnouncementDelivery(announcement_id=1, conversation_id=each, state=state, due_at=at)
            for each, state in states.items()
        ),
    )
    assert only((await retention.run("bot")).counts) == {"deliveries": 2}
    kept = {
        (each.state, each.conversation_id) for each in await left(database, AnnouncementDelivery)
    }
    assert kept == {("delivered", None), ("pending", "c")}


async def test_what_is_kept_of_staff_goes_after_its_time(
    database: Database, retention: Retention
) -> None:
    member = await hire(database, "Amal")
    review = {"verdict": "right", "lang": "fr", "masked_text": "•••", "staff_id": member}
    session = {"staff_id": member, "csrf": "x"}
    await keep(
        database,
        StaffNotice(id=1, staff_id=member, kind="note", created_at=now() - 181 * DAY),
        StaffNotice(id=2, staff_id=member, kind="note", created_at=now() - 179 * DAY),
        Mail(recipient="a@example.org", say="note", lang="fr", notice_id=1),
        StaffSession(token_hash="a", expires_at=now() - HOUR, **session),
        StaffSession(token_hash="b", expires_at=now() + HOUR, **session),
        TurnReview(turn_id="a", created_at=now() - 3 * YEAR - DAY, **review),
        TurnReview(turn_id="b", created_at=now() - 3 * YEAR + DAY, **review),
    )
    counts = (await retention.run("bot")).counts
    assert only(counts) == {"notices": 1, "staff_sessions": 1, "reviews": 1}
    assert [each.id for each in await left(database, StaffNotice)] == [2]
    assert [each.token_hash for each in await left(database, StaffSession)] == ["b"]
    assert [each.turn_id for each in await left(database, TurnReview)] == ["b"]


async def _fill(database: Database, turns: int) -> None:
    await keep(database, conversation(), *(turn(OLD, f"t{each}") for each in range(turns)))


async def test_the_dry_run_counts_what_the_run_then_deletes_and_changes_nothing(
    database: Database, retention: Retention
) -> None:
    await _fill(database, 5)
    dry = await retention.count("operator")
    assert (dry.dry, only(dry.counts), len(await left(database, Turn))) == (True, {"turns": 5}, 5)
    real = await retention.run("operator")
    assert (real.dry, real.counts) == (False, dry.counts)
    assert [(run.run.dry, run.run.state) for run in await retention.last()] == [
        (False, "done"),
        (True, "done"),
    ]


async def test_a_run_that_was_killed_says_so_and_the_next_one_goes_on(
    database: Database, retention: Retention, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _fill(database, 5)
    batches, end_batch = asyncio.Semaphore(0), Retention._end_batch

    async def one_batch_and_no_more(self: Retention, rule: Any, keys: Any) -> int:
        ended = await end_batch(self, rule, keys)
        batches.release()
        await asyncio.Event().wait()
        return ended

    monkeypatch.setattr(Retention, "_end_batch", one_batch_and_no_more)
    killed = asyncio.create_task(retention.run("bot"))
    await batches.acquire()
    killed.cancel()
    await asyncio.wait({killed})
    assert len(await left(database, Turn)) == 3
    monkeypatch.undo()
    assert only((await retention.run("bot")).counts) == {"turns": 3}
    states = [(each.run.state, each.run.error) for each in await retention.last()]
    assert states == [("done", None), ("failed", "interrupted")]


async def test_a_ticket_that_was_reopened_while_the_run_went_on_stays(
    database: Database, retention: Retention, monkeypatch: pytest.MonkeyPatch
) -> None:
    await keep(database, *(ticket(9 * YEAR, number) for number in range(1, 6)))
    end_batch = Retention._end_batch

    async def reopened_meanwhile(self: Retention, rule: Any, keys: Any) -> int:
        if rule.table is Ticket:
            async with database.writing() as session:
                (await session.get_one(Ticket, keys[0])).settled_at = None
        return await end_batch(self, rule, keys)

    monkeypatch.setattr(Retention, "_end_batch", reopened_meanwhile)
    assert (await retention.run("bot")).counts == {"tickets": 2}
    kept = await left(database, Ticket)
    assert {each.settled_at is None for each in kept if each.contact} == {True}
    assert len([each for each in kept if each.contact]) == 3


async def test_a_fault_of_the_database_is_noted_with_what_was_done_before(
    database: Database, retention: Retention
) -> None:
    await _fill(database, 1)
    await keep(database, *_rows_of_a_class("mail", OLD))
    async with database.writing() as session:
        await (await session.connection()).exec_driver_sql("DROP TABLE sentparts")
    run = await retention.run("bot")
    assert (run.state, only(run.counts)) == ("failed", {"turns": 1})
    assert run.error in {"OperationalError", "ProgrammingError"}


async def test_two_runs_at_once_are_one(database: Database, retention: Retention) -> None:
    leases = Leases(database)
    holder = await leases.acquire(LEASE)
    assert holder
    with pytest.raises(RetentionUnderWay):
        await retention.run("operator")
    await leases.release(LEASE, holder)
    assert (await retention.run("operator")).state == "done"


async def test_the_job_runs_once_a_day_and_whenever_it_is_asked(
    database: Database, retention: Retention
) -> None:
    member = await hire(database, "Amal")
    await retention.run_if_wanted()
    await retention.run_if_wanted()
    assert [each.run.actor for each in await retention.last()] == ["bot"]
    await retention.ask(member)
    await retention.ask(member)
    await retention.run_if_wanted()
    await retention.run_if_wanted()
    runs = [(each.run.actor, each.run.state, each.name) for each in await retention.last()]
    assert runs == [(f"staff:{member}", "done", "Amal"), ("bot", "done", None)]
    async with database.writing() as session:
        yesterday: datetime = now() - DAY - HOUR
        for run in (await session.exec(select(RetentionRun))).all():
            run.begun_at = yesterday
    await retention.run_if_wanted()
    assert len(await retention.last()) == 3


async def test_what_it_did_stands_in_the_sealed_audit(
    database: Database, retention: Retention
) -> None:
    member = await hire(database, "Amal")
    await keep(database, ticket(9 * YEAR))
    await retention.ask(member)
    await retention.run_if_wanted()
    query = select(AuditRow).order_by(col(AuditRow.id))
    async with database.reading() as session:
        audit = [(each.event, each.actor) for each in await session.exec(query)]
    assert audit == [
        ("retention.asked", f"staff:{member}"),
        ("ticket.anonymised", "bot"),
        ("retention.ran", f"staff:{member}"),
    ]
    seals = Seals(database, "a key that lies elsewhere")
    assert await seals.seal() == 3
    assert (await seals.prove()).faults == []
