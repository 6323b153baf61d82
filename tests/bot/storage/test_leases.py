"""Leases: one alone, until it ends, loses it or dies."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from bot.storage.database import Database
from bot.storage.leases import LENGTH, Leases
from bot.storage.models import Lease, now

SHORT = timedelta(seconds=1)  # renewed four times in it: a busy machine may be late once or twice


@pytest.fixture
def leases(database: Database) -> Leases:
    return Leases(database)


async def test_a_lease_is_free_once_and_again_after_release(leases: Leases) -> None:
    holder = await leases.acquire("polling")
    assert holder is not None
    assert await leases.acquire("polling") is None
    assert await leases.acquire("outbox") is not None
    await leases.release("polling", holder)
    assert await leases.acquire("polling") is not None


async def test_a_lease_of_one_who_died_runs_out(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    leases = Leases(database)
    dead = await leases.acquire("polling")
    assert dead is not None
    after = now() + 2 * LENGTH
    monkeypatch.setattr("bot.storage.leases.now", lambda: after)
    assert await leases.acquire("polling") is not None
    assert await leases.renew("polling", dead) is False
    await leases.release("polling", dead)
    assert await leases.acquire("polling") is None


async def test_a_lease_given_by_a_clock_that_ran_ahead_is_free(
    database: Database, leases: Leases
) -> None:
    assert await leases.acquire("polling")
    async with database.writing() as session:
        await session.exec(update(Lease).values(until=now() + timedelta(days=365)))
    assert await leases.acquire("polling")


async def test_of_many_at_once_one_gets_the_lease(database: Database) -> None:
    holders = await asyncio.gather(*(Leases(database).acquire("polling") for _ in range(8)))
    assert len([holder for holder in holders if holder]) == 1


async def test_work_is_done_alone_and_its_lease_is_kept_while_it_lasts(database: Database) -> None:
    leases = Leases(database, SHORT)

    async def work() -> None:
        await asyncio.sleep(SHORT.total_seconds() * 1.5)
        assert await Leases(database).acquire("polling") is None

    assert await leases.try_alone("polling", work) is True
    assert await leases.acquire("polling") is not None


async def test_no_work_is_done_while_another_holds_the_lease(leases: Leases) -> None:
    await leases.acquire("polling")

    async def work() -> None:
        raise AssertionError("done all the same")

    assert await leases.try_alone("polling", work) is False


async def test_work_is_cancelled_when_its_lease_is_lost(database: Database) -> None:
    leases, ended = Leases(database, SHORT), asyncio.Event()
    holders: list[str] = []
    acquire = leases.acquire

    async def remembered(name: str) -> str | None:
        holder = await acquire(name)
        holders.extend([holder] if holder else [])
        return holder

    leases.acquire = remembered  # type: ignore[method-assign]

    async def work() -> None:
        await leases.release("polling", holders[0])  # as if it had run out meanwhile
        try:
            await asyncio.sleep(10)
        finally:
            ended.set()

    assert await leases.try_alone("polling", work) is False
    assert ended.is_set()


async def test_an_error_of_the_work_is_raised_and_the_lease_given_back(leases: Leases) -> None:
    async def work() -> None:
        raise ValueError("fault")

    with pytest.raises(ValueError, match="fault"):
        await leases.try_alone("polling", work)
    assert await leases.acquire("polling") is not None


async def test_work_goes_on_after_the_database_was_away(
    leases: Leases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.leases._PAUSE_S", 0.0)
    tries: list[int] = []

    async def work() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OperationalError("SELECT 1", {}, ConnectionError())

    await leases.alone("outbox", work)
    assert len(tries) == 2


async def test_a_lease_that_cannot_be_given_back_does_not_keep_a_stop_from_ending(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OperationalError("DELETE", {}, Exception("database is locked"))

    leases, begun = Leases(database), asyncio.Event()
    monkeypatch.setattr(leases, "release", fail)

    async def work() -> None:
        begun.set()
        await asyncio.Event().wait()

    working = asyncio.create_task(leases.alone("polling", work))
    await begun.wait()
    working.cancel()
    await asyncio.wait({working})
    assert working.cancelled()
