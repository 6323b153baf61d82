"""What leaves the desk in bulk or unmasked: asked by one, decided by another, once, and audited."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select, update

from bot.audit.sealing import Seals
from bot.errors import (
    NoSuchRelease,
    NotAllowed,
    OwnRelease,
    ReleaseMoved,
    ReleaseRefused,
    StaffRefusal,
)
from bot.insight.unanswered import Reviews
from bot.office import office_day
from bot.privacy.releases import Asked, Releases
from bot.storage.database import Database
from bot.storage.models import (
    AuditRow,
    Conversation,
    ReleaseRequest,
    Staff,
    StaffNotice,
    Ticket,
    Turn,
    TurnReview,
    now,
)
from tests.bot.tickets.desk_room import hire

DAY = timedelta(days=1)
TEXT = "Je m'appelle Salma Bennani, mon numéro est le 0661 23 45 67"


@pytest.fixture
def releases(database: Database) -> Releases:
    return Releases(database, Reviews())


@pytest.fixture
async def asker(database: Database) -> int:
    return await hire(database, "Amal", role="supervisor", created_at=now() - 9 * DAY)


@pytest.fixture
async def decider(database: Database) -> int:
    return await hire(database, "Badr", role="supervisor", created_at=now() - 9 * DAY)


async def say(database: Database, conversation: str, text: str, days_ago: int = 2) -> int:
    at = now() - days_ago * DAY
    understood = {"lang": "fr", "intent": "ask_programme", "topic": "social", "facet": None}
    reply = {"text": f"Bonjour, écrivez à {text}", "lang": "fr"}
    async with database.writing() as session:
        if await session.get(Conversation, conversation) is None:
            session.add(Conversation(id=conversation, channel="telegram", address=conversation))
            await session.flush()
        turn = Turn(
            turn_id=f"telegram:{conversation}:{text}:{days_ago}",
            conversation_id=conversation,
            text=text,
            understood=understood,
            answer={"replies": [reply], "ticket": {"code": "ABC234"}},
            lang="fr",
            created_at=at,
        )
        session.add(turn)
        await session.flush()
        assert turn.id
        return turn.id


async def wall(database: Database, conversation: str) -> None:
    async with database.writing() as session:
        session.add(
            Ticket(
                reference="MDM-2026-000001",
                code="ABC234",
                kind="complaint",
                description="…",
                lang="fr",
                conversation_id=conversation,
                opened_by_turn="web:1",
                acknowledge_by=now(),
                answer_by=now(),
                service="consulate-lyon",
                walled=True,
            )
        )


def period(kind: str = "transcripts", **fields: Any) -> Asked:
    yesterday = office_day(now()) - DAY
    days = {"first_day": yesterday - 5 * DAY, "last_day": yesterday}
    return Asked(**{"kind": kind, "reason": "Entraîner le modèle", **days, **fields})


async def change(database: Database, table: Any, **values: Any) -> None:
    async with database.writing() as session:
        await session.exec(update(table).values(**values))


async def demote(database: Database, member: int, **values: Any) -> None:
    async with database.writing() as session:
        await session.exec(update(Staff).where(col(Staff.id) == member).values(**values))


async def audit(database: Database) -> list[AuditRow]:
    async with database.reading() as session:
        return list((await session.exec(select(AuditRow).order_by(col(AuditRow.id)))).all())


async def test_transcripts_leave_masked_without_ids_and_once(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    await say(database, "c-77001", TEXT)
    await say(database, "c-77001", "et la bourse ?", 1)
    await say(database, "c-77002", "la RAMED")
    number = await releases.ask(asker, period())
    look = await releases.look(number, decider)
    assert (look.rows, look.release.request.rows, len(look.sample), look.decides) == (3, 3, 3, True)
    await releases.approve(number, decider)
    lines = await releases.take(number, asker)
    assert [line["conversation"] for line in lines] == [1, 1, 2]
    told = str(lines)
    assert "la bourse" in told
    for secret in ("Bennani", "0661", "77001", "ABC234", "telegram"):
        assert secret not in told
    with pytest.raises(ReleaseMoved):
        await releases.take(number, asker)


async def test_what_leaves_is_what_was_approved_less_what_was_forgotten_meanwhile(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    kept = await say(database, "a", "la bourse")
    await say(database, "b", "le passeport")
    await say(database, "c", "trop vieux", 9)
    number = await releases.ask(asker, period())
    await releases.approve(number, decider)
    await say(database, "d", "après la demande", 0)
    async with database.writing() as session:
        for turn in (await session.exec(select(Turn).where(Turn.id != kept))).all():
            await session.delete(turn)
    assert [line["text"] for line in await releases.take(number, asker)] == ["la bourse"]
    used = (await audit(database))[-1]
    assert (used.event, used.data["rows"]) == ("release.used", 1)


async def test_what_came_from_a_walled_ticket_never_leaves(
    database: Database, releases: Releases, asker: int
) -> None:
    turn = await say(database, "walled", "plainte contre le consulat")
    await wall(database, "walled")
    for asked in (period(), Asked("original", "Lire", turn_id=turn)):
        with pytest.raises(ReleaseRefused) as refused:
            await releases.ask(asker, asked)
        assert refused.value.fields["field"] == "nothing"


async def test_the_original_is_seen_by_who_asked_and_masked_for_who_decides(
    database: Database, releases: Releases, decider: int
) -> None:
    agent = await hire(database, "Hind")
    turn = await say(database, "c", TEXT)
    number = await releases.ask(agent, Asked("original", "Sens obscur", turn_id=turn))
    assert "Bennani" not in str((await releases.look(number, decider)).sample)
    with pytest.raises(ReleaseMoved):
        await releases.unmask(number, agent)
    await releases.approve(number, decider)
    with pytest.raises(NotAllowed):
        await releases.unmask(number, decider)
    with pytest.raises(NotAllowed):
        await releases.take(number, agent)
    assert (await releases.unmask(number, agent)).text == TEXT
    with pytest.raises(ReleaseMoved):
        await releases.unmask(number, agent)


async def test_labelled_turns_leave_as_evaluation_cases(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    for turn_id, intent in (("a", "ask_programme"), ("b", None)):
        review = TurnReview(
            turn_id=turn_id,
            verdict="right",
            intent=intent,
            lang="fr",
            masked_text="la bourse de •••",
            staff_id=asker,
            created_at=now() - 2 * DAY,
        )
        async with database.writing() as session:
            session.add(review)
    number = await releases.ask(asker, period("reviews"))
    await releases.approve(number, decider)
    assert [line["text"] for line in await releases.take(number, asker)] == ["la bourse de •••"]


async def test_who_may_decide_is_told_and_then_who_asked(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    await hire(database, "Agent")
    await hire(database, "Gone", role="admin", active=False)
    await say(database, "c", "bonjour")
    number = await releases.ask(asker, period())
    await releases.refuse(number, decider, "Trop large")
    async with database.reading() as session:
        notices = (await session.exec(select(StaffNotice).order_by(col(StaffNotice.id)))).all()
    assert [(each.kind, each.staff_id) for each in notices] == [
        ("release_asked", decider),
        ("release_decided", asker),
    ]
    look = await releases.look(number, asker)
    assert (look.release.standing, look.release.request.refusal) == ("refused", "Trop large")
    with pytest.raises(ReleaseMoved):
        await releases.take(number, asker)


async def test_who_asked_does_not_decide_nor_who_lost_the_right(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    await say(database, "c", "bonjour")
    number = await releases.ask(asker, period())
    with pytest.raises(OwnRelease):
        await releases.approve(number, asker)
    for change_of_role in ({"role": "agent"}, {"role": "admin", "active": False}):
        await demote(database, decider, **change_of_role)
        with pytest.raises(NotAllowed):
            await releases.approve(number, decider)
    assert [row.event for row in await audit(database)] == ["release.asked"]


async def test_who_was_demoted_after_the_approval_takes_nothing(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    await say(database, "c", "bonjour")
    number = await releases.ask(asker, period())
    await releases.approve(number, decider)
    await demote(database, asker, role="agent")
    with pytest.raises(NotAllowed):
        await releases.take(number, asker)


async def test_after_its_time_nothing_is_approved_nor_taken(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    await say(database, "c", "bonjour")
    late, approved = await releases.ask(asker, period()), await releases.ask(asker, period())
    await releases.approve(approved, decider)
    await change(database, ReleaseRequest, expires_at=now() - timedelta(seconds=1))
    with pytest.raises(ReleaseMoved) as refused:
        await releases.approve(late, decider)
    assert refused.value.fields["current"] == "expired"
    with pytest.raises(ReleaseMoved):
        await releases.take(approved, asker)


async def test_of_two_who_decide_or_take_at_once_one_counts(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    other = await hire(database, "Chafik", role="admin", created_at=now() - 9 * DAY)
    await say(database, "c", "bonjour")
    number = await releases.ask(asker, period())
    decided = await asyncio.gather(
        releases.approve(number, decider),
        releases.approve(number, other),
        releases.refuse(number, other, "Non"),
        return_exceptions=True,
    )
    assert [type(each) for each in decided if each is not None] == [ReleaseMoved, ReleaseMoved]
    events = [row.event for row in await audit(database)]
    assert len(events) == 2
    if events[-1] == "release.refused":
        await change(database, ReleaseRequest, approved=True)
    taken = await asyncio.gather(
        *(releases.take(number, asker) for _ in range(3)), return_exceptions=True
    )
    assert sorted(isinstance(each, StaffRefusal) for each in taken) == [False, True, True]


async def test_an_agent_sees_only_what_they_asked_for(
    database: Database, releases: Releases, asker: int
) -> None:
    agent = await hire(database, "Hind")
    turn = await say(database, "c", "bonjour")
    others = await releases.ask(asker, period())
    own = await releases.ask(agent, Asked("original", "Lire", turn_id=turn))
    with pytest.raises(NoSuchRelease):
        await releases.look(others, agent)
    assert [each.request.id for each in await releases.listed(agent)] == [own]
    assert [each.request.id for each in await releases.listed(asker)] == [own, others]


async def test_every_step_stands_in_the_sealed_audit_with_the_digest_of_what_was_asked(
    database: Database, releases: Releases, asker: int, decider: int
) -> None:
    await say(database, "c", "bonjour")
    number = await releases.ask(asker, period())
    await releases.approve(number, decider)
    await releases.take(number, asker)
    rows = await audit(database)
    assert [(row.event, row.actor) for row in rows] == [
        ("release.asked", f"staff:{asker}"),
        ("release.approved", f"staff:{decider}"),
        ("release.used", f"staff:{asker}"),
    ]
    assert rows[0].data["sha256"] == rows[1].data["sha256"]
    assert len(rows[2].data["content"]) == 64
    seals = Seals(database, "a key that lies elsewhere")
    assert await seals.seal() == 3
    assert (await seals.prove()).faults == []
