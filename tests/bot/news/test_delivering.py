"""Announcements on their way: to whom, when, and once, whatever happens in the middle."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlmodel import col

from bot.news.announcements import Announcements
from bot.news.delivering import Delivering, Postponed, Undeliverable
from bot.storage.database import Database
from bot.storage.models import (
    Announcement,
    AnnouncementDelivery,
    Conversation,
    Subscription,
    now,
)
from nlu.text.variety import Variety
from tests.bot.news.newsroom import (
    NIGHT,
    NOON,
    deliveries,
    member,
    release,
    state_of,
    states,
    subscribe,
)

MANY = 10_000
FEWER = 1_000  # on PostgreSQL, where the same statements take longer


class Crash(BaseException):
    """The process is gone."""


class Chats:
    """A channel that keeps what each address got, and does at an address what it is told to."""

    def __init__(self) -> None:
        self.got: list[tuple[str, Variety]] = []
        self.at: dict[str, Callable[[], Awaitable[None]]] = {}

    async def announce(
        self, conversation: Conversation, announcement: Announcement, lang: Variety
    ) -> None:
        assert announcement.texts
        if does := self.at.pop(str(conversation.address), None):
            await does()
        self.got.append((str(conversation.address), lang))

    @property
    def addresses(self) -> list[str]:
        return sorted(address for address, _lang in self.got)


def raises(error: BaseException) -> Callable[[], Awaitable[None]]:
    async def fail() -> None:
        raise error

    return fail


class Time:
    """The present moment, as told."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def chats() -> Chats:
    return Chats()


def loop_of(database: Database, chats: Chats, **options: Any) -> Delivering:
    return Delivering(database, chats, **options)


async def drain(delivering: Delivering) -> None:
    """What a process does from its start until nothing is due."""
    await delivering.note_interrupted()
    await delivering.begin_due()
    while await delivering.deliver_due():
        continue
    await delivering.end_done()


async def test_every_reader_gets_it_once_in_their_language(
    database: Database, chats: Chats
) -> None:
    await subscribe(database, 1, 2)
    await subscribe(database, 3, lang="ary")
    async with database.writing() as session:
        await session.exec(
            update(Subscription)
            .where(col(Subscription.conversation_id) == "telegram-2")
            .values(lang="ary-Latn")
        )
    texts = {"fr": "Bourses", "ar": "المنح", "ary-Latn": "Lminha"}
    number = await release(database, texts=texts)
    for _ in range(2):
        await drain(loop_of(database, chats))
    assert sorted(chats.got) == [("1", "fr"), ("2", "ary-Latn"), ("3", "ar")]
    assert await state_of(database, number) == "sent"
    assert all(each.sent_at for each in await deliveries(database))


async def test_nobody_else_gets_it(database: Database, chats: Chats) -> None:
    await subscribe(database, 1)
    await subscribe(database, 2, channel="web")
    await subscribe(database, 3, blocked=True)
    await subscribe(database, 4, stopped_at=now())
    await subscribe(database, 5, kinds=["law"])
    await subscribe(database, 6, topics=["legal"])
    await subscribe(database, 7, country="BE")
    await subscribe(database, None)
    await release(database, topic="social", country="FR")
    await drain(loop_of(database, chats))
    assert chats.addresses == ["1"]
    assert len(await deliveries(database)) == 1


async def test_before_its_time_nothing_leaves(database: Database, chats: Chats) -> None:
    await subscribe(database, 1)
    number = await release(database, send_at=NOON)
    time = Time(NOON - timedelta(seconds=1))
    await drain(loop_of(database, chats, clock=time))
    assert (chats.got, await state_of(database, number)) == ([], "scheduled")
    time.moment = NOON
    await drain(loop_of(database, chats, clock=time))
    assert (chats.addresses, await state_of(database, number)) == (["1"], "sent")


async def test_quiet_hours_are_waited_for_where_the_person_lives(
    database: Database, chats: Chats
) -> None:
    night = {"quiet_from": 21, "quiet_until": 8}
    await subscribe(database, 1, time_zone="Europe/Paris", **night)
    await subscribe(database, 2, time_zone="America/Montreal", **night)
    number = await release(database, send_at=NIGHT)
    time = Time(NIGHT)
    delivering = loop_of(database, chats, clock=time)
    await drain(delivering)
    assert (chats.addresses, await state_of(database, number)) == (["2"], "sending")
    time.moment = NIGHT + timedelta(hours=8)  # eight o'clock in Paris
    await drain(delivering)
    assert (chats.addresses, await state_of(database, number)) == (["1", "2"], "sent")


async def test_what_is_late_waits_for_the_quiet_hours_too(database: Database, chats: Chats) -> None:
    await subscribe(database, 1, time_zone="Europe/Paris", quiet_from=21, quiet_until=8)
    await release(database, send_at=NOON)
    time = Time(NOON)
    delivering = loop_of(database, chats, clock=time)
    await delivering.begin_due()
    time.moment = NIGHT  # the process was away all day
    await drain(delivering)
    [waiting] = await deliveries(database)
    assert (chats.got, waiting.state) == ([], "pending")
    assert waiting.due_at == NIGHT + timedelta(hours=8)


async def test_who_stops_in_the_middle_gets_nothing_more(database: Database, chats: Chats) -> None:
    await subscribe(database, *range(1, 5))

    async def others_stop() -> None:
        async with database.writing() as session:
            for number, values in (
                (2, {"stopped_at": now()}),
                (3, {"kinds": ["law"]}),
            ):
                await session.exec(
                    update(Subscription)
                    .where(col(Subscription.conversation_id) == f"telegram-{number}")
                    .values(**values)
                )
            await session.exec(
                update(Conversation)
                .where(col(Conversation.id) == "telegram-4")
                .values(blocked=True)
            )

    chats.at["1"] = others_stop
    number = await release(database)
    await drain(loop_of(database, chats, at_once=1))
    assert chats.addresses == ["1"]
    assert Counter((each.state, each.reason) for each in await deliveries(database)) == {
        ("delivered", None): 1,
        ("stopped", "unsubscribed"): 2,
        ("stopped", "blocked"): 1,
    }
    assert await state_of(database, number) == "sent"


async def test_cancelling_stops_the_rest(database: Database, chats: Chats) -> None:
    await subscribe(database, *range(1, 6))
    number, supervisor = await release(database), await member(database, "badr")

    async def cancel() -> None:
        await Announcements(database).cancel(number, supervisor)

    chats.at["2"] = cancel
    await drain(loop_of(database, chats, at_once=1))
    assert chats.addresses == ["1", "2"]
    assert await states(database) == {"delivered": 2, "stopped": 3}
    assert await state_of(database, number) == "cancelled"


async def test_what_is_put_off_while_it_is_cancelled_stops_too(
    database: Database, chats: Chats
) -> None:
    await subscribe(database, 1)
    number, supervisor = await release(database), await member(database, "badr")

    async def cancel() -> None:
        await Announcements(database).cancel(number, supervisor)
        raise Postponed(60.0)

    chats.at["1"] = cancel
    await drain(loop_of(database, chats))
    assert (chats.got, await states(database)) == ([], {"stopped": 1})


async def test_whose_choices_were_forgotten_gets_nothing_more(
    database: Database, chats: Chats
) -> None:
    [gone] = await subscribe(database, 1)
    number = await release(database)
    delivering = loop_of(database, chats)
    await delivering.begin_due()
    async with database.writing() as session:
        await session.exec(delete(Subscription).where(col(Subscription.conversation_id) == gone))
    await drain(delivering)
    assert (chats.got, await states(database)) == ([], {"stopped": 1})
    assert await state_of(database, number) == "sent"


async def test_what_never_arrives_is_told_and_holds_nobody_up(
    database: Database, chats: Chats
) -> None:
    await subscribe(database, *range(1, 4))
    chats.at = {"1": raises(Undeliverable("blocked")), "2": raises(Undeliverable("gone"))}
    number = await release(database)
    await drain(loop_of(database, chats))
    assert chats.addresses == ["3"]
    figures = (await Announcements(database).figures([number]))[number]
    assert figures == {("failed", "blocked"): 1, ("failed", "gone"): 1, ("delivered", None): 1}


async def test_what_the_channel_puts_off_is_sent_after_the_pause_and_holds_nobody_up(
    database: Database, chats: Chats
) -> None:
    await subscribe(database, 1, 2)
    chats.at["1"] = raises(Postponed(600.0))
    number = await release(database, send_at=NOON)
    time = Time(NOON)
    delivering = loop_of(database, chats, clock=time)
    await drain(delivering)
    assert (chats.addresses, await state_of(database, number)) == (["2"], "sending")
    time.moment = NOON + timedelta(seconds=600)
    await drain(delivering)
    assert (chats.addresses, await state_of(database, number)) == (["1", "2"], "sent")


async def test_what_may_have_arrived_is_uncertain_and_not_sent_again(
    database: Database, chats: Chats, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.news.delivering._FIRST_PAUSE_S", 0.01)
    await subscribe(database, 1, 2)
    chats.at["1"] = raises(TimeoutError())
    number = await release(database)
    for _ in range(2):
        await drain(loop_of(database, chats))
    assert chats.addresses == ["2"]
    figures = (await Announcements(database).figures([number]))[number]
    assert figures == {("uncertain", "no_answer"): 1, ("delivered", None): 1}


async def test_while_the_channel_is_at_fault_few_become_uncertain(
    database: Database, chats: Chats, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.news.delivering._FIRST_PAUSE_S", 0.05)
    await subscribe(database, *range(1, 7))
    chats.at = {str(number): raises(TimeoutError()) for number in range(1, 7)}
    await release(database)
    delivering = loop_of(database, chats, at_once=2)
    await delivering.begin_due()
    pauses = []
    for _ in range(3):
        began = asyncio.get_running_loop().time()
        assert await delivering.deliver_due()
        pauses.append(asyncio.get_running_loop().time() - began)
    assert [pause >= least for pause, least in zip(pauses, (0.05, 0.1, 0.2), strict=True)] == [
        True
    ] * 3


async def test_a_stop_waits_for_what_is_on_its_way(database: Database, chats: Chats) -> None:
    await subscribe(database, *range(1, 9))
    asked, may_answer = asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        asked.set()
        await may_answer.wait()

    chats.at["1"] = slowly
    await release(database)
    running = asyncio.create_task(loop_of(database, chats, at_once=2).run())
    await asked.wait()
    running.cancel()
    may_answer.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert await states(database) == {"delivered": 2, "pending": 6}


async def test_making_the_deliveries_goes_on_where_it_was_broken_off(
    database: Database, chats: Chats
) -> None:
    ids = await subscribe(database, *range(1, 1301))  # several batches
    number = await release(database)
    async with database.writing() as session:
        session.add_all(
            AnnouncementDelivery(announcement_id=number, conversation_id=each, due_at=now())
            for each in ids[:700]
        )
    await loop_of(database, chats).begin_due()
    made = [each.conversation_id for each in await deliveries(database)]
    assert (len(made), set(made)) == (1300, set(ids))


async def test_two_loops_at_once_send_nothing_twice(database: Database) -> None:
    await subscribe(database, *range(1, 61))
    await release(database)
    both = Chats()
    await loop_of(database, both).begin_due()

    async def take() -> None:
        delivering = loop_of(database, both, at_once=4)
        while await delivering.deliver_due():
            continue

    await asyncio.gather(take(), take())
    assert both.addresses == sorted(str(number) for number in range(1, 61))
    assert await states(database) == {"delivered": 60}


async def test_ten_thousand_survive_a_crash_in_the_middle_without_a_double(
    database: Database, chats: Chats
) -> None:
    count = MANY if database.is_sqlite else FEWER
    ids = await subscribe(database, *range(1, count + 1))
    number = await release(database)
    chats.at[str(count // 2)] = raises(Crash())
    with pytest.raises(Crash):
        await drain(loop_of(database, chats, at_once=100))
    left = len(chats.got)
    assert 0 < left < count
    await drain(loop_of(database, chats, at_once=100))
    counts = Counter(chats.addresses)
    assert max(counts.values()) == 1
    at_last = await states(database)
    assert at_last["delivered"] + at_last["uncertain"] == len(ids)
    assert 1 <= at_last["uncertain"] <= 100
    assert len(counts) >= at_last["delivered"]
    assert await state_of(database, number) == "sent"
