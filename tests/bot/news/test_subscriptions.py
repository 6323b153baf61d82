"""Subscriptions as they are kept: none unasked, changed, stopped, taken up again."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import NotSubscribed
from bot.news.subscriptions import Subscriptions
from bot.storage.database import Database
from bot.storage.models import Conversation, Ticket, now

ID = "one"


@pytest.fixture
async def subscriptions(database: Database) -> Subscriptions:
    async with database.writing() as session:
        session.add_all([Conversation(id=ID, channel="telegram", address="1")])
        session.add_all([Conversation(id="two", channel="telegram", address="2")])
    return Subscriptions(database)


async def open_ticket(database: Database, country: str | None, conversation_id: str = ID) -> None:
    async with database.writing() as session:
        number = f"{country}-{conversation_id}"
        session.add(
            Ticket(
                reference=number,
                code="ABC234",
                kind="complaint",
                description="…",
                lang="fr",
                country=country,
                conversation_id=conversation_id,
                opened_by_turn=number,
                acknowledge_by=now(),
                answer_by=now(),
            )
        )


async def test_nobody_is_subscribed_unasked(subscriptions: Subscriptions) -> None:
    assert await subscriptions.of(ID) is None
    with pytest.raises(NotSubscribed):
        await subscriptions.change(ID, {"country": "FR"})
    assert await subscriptions.of(ID) is None


async def test_a_subscription_begins_with_everything_and_quiet_nights(
    subscriptions: Subscriptions,
) -> None:
    await subscriptions.subscribe(ID)
    kept = await subscriptions.of(ID)
    assert kept is not None
    assert (kept.kinds, kept.topics, kept.lang, kept.country) == ([], [], None, None)
    assert (kept.quiet_from, kept.quiet_until) == (21, 8)
    assert await subscriptions.of("two") is None


async def test_a_change_is_kept_and_leaves_the_rest(subscriptions: Subscriptions) -> None:
    await subscriptions.subscribe(ID)
    await subscriptions.change(ID, {"kinds": ["law"]})
    await subscriptions.change(ID, {"country": "FR", "time_zone": "Europe/Paris"})
    kept = await subscriptions.of(ID)
    assert kept is not None
    assert (kept.kinds, kept.country, kept.time_zone) == (["law"], "FR", "Europe/Paris")


async def test_stopping_stops_once_and_keeps_no_subscription_in_force(
    subscriptions: Subscriptions,
) -> None:
    await subscriptions.subscribe(ID)
    assert await subscriptions.stop(ID) is True
    assert await subscriptions.stop(ID) is False
    assert await subscriptions.of(ID) is None
    with pytest.raises(NotSubscribed):
        await subscriptions.change(ID, {"kinds": ["law"]})


async def test_who_comes_back_finds_their_choices(subscriptions: Subscriptions) -> None:
    await subscriptions.subscribe(ID)
    await subscriptions.change(ID, {"topics": ["social"]})
    await subscriptions.stop(ID)
    again = await subscriptions.subscribe(ID)
    assert again.topics == ["social"]
    assert again.stopped_at is None


async def test_subscribing_twice_changes_nothing(subscriptions: Subscriptions) -> None:
    await subscriptions.subscribe(ID)
    await subscriptions.change(ID, {"topics": ["social"]})
    assert (await subscriptions.subscribe(ID)).topics == ["social"]


@pytest.mark.parametrize(
    ("countries", "told"),
    [((), None), (("FR", "ES"), "ES"), (("FR", "MA"), "FR"), (("MA",), None), ((None,), None)],
)
async def test_the_newest_ticket_from_abroad_tells_a_country(
    subscriptions: Subscriptions, database: Database, countries: tuple[Any, ...], told: str | None
) -> None:
    await open_ticket(database, "IT", "two")
    for country in countries:
        await open_ticket(database, country)
    assert await subscriptions.country_told(ID) == told
