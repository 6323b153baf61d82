"""The subscriptions that can be reached: on Telegram, at an address, not stopped, not blocked."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from bot.news.matching import variety_for, wants
from bot.storage.database import Database
from bot.storage.models import Announcement, Conversation, Subscription
from nlu.text.variety import Variety

# The widget hears only while its page is open: nothing is sent there unasked.
CHANNEL = "telegram"

_AT_ONCE = 500


@dataclass(frozen=True)
class Reader:
    """Somebody who asked for news, and the language that they get them in."""

    subscription: Subscription
    lang: Variety


def language(subscription: Subscription, conversation: Conversation) -> Variety:
    """What the person chose for news, or else what they speak with the bot."""
    return subscription.lang or conversation.lang


async def readers(
    database: Database, announcement: Announcement
) -> AsyncIterator[Sequence[Reader]]:
    """Who wants this announcement and can be reached, in batches that no transaction spans."""
    after = ""
    while batch := await _batch(database, after):
        yield [each for each in batch if wants(each.subscription, announcement)]
        after = batch[-1].subscription.conversation_id


async def reach(database: Database, announcement: Announcement) -> Counter[Variety]:
    """How many people would get each of the texts."""
    counts: Counter[Variety] = Counter()
    async for batch in readers(database, announcement):
        for reader in batch:
            counts[variety_for(announcement.texts, reader.lang)] += 1
    return counts


async def _batch(database: Database, after: str) -> list[Reader]:
    query = (
        select(Subscription, Conversation)
        .join(Conversation, col(Conversation.id) == col(Subscription.conversation_id))
        .where(
            col(Subscription.stopped_at).is_(None),
            Conversation.channel == CHANNEL,
            col(Conversation.address).is_not(None),
            col(Conversation.blocked).is_(False),
            col(Subscription.conversation_id) > after,
        )
        .order_by(col(Subscription.conversation_id))
        .limit(_AT_ONCE)
    )
    async with database.reading() as session:
        found = await session.exec(query)
        return [
            Reader(subscription, language(subscription, conversation))
            for subscription, conversation in found
        ]
