"""Subscribers and announcements, written straight into the tables."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import select

from bot.news.announcements import Announcements, seen_as
from bot.news.content import Content
from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import (
    Announcement,
    AnnouncementDelivery,
    Conversation,
    Staff,
    Subscription,
    row_id,
)

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
NIGHT = datetime(2026, 11, 26, 23, tzinfo=UTC)

TEXTS = {"fr": "Les bourses ferment le 30.", "ar": "آخر أجل للمنح يوم 30."}


def content(**fields: Any) -> Content:
    return Content(
        **{
            "kind": "deadline",
            "topic": "social",
            "country": None,
            "texts": TEXTS,
            "source_title": "Bulletin officiel",
            "source_url": "https://example.org/bo",
            "source_document": None,
            **fields,
        }
    )


async def subscribe(
    database: Database, *addresses: int | None, channel: str = "telegram", **fields: Any
) -> list[str]:
    """Conversations that want news, without quiet hours unless told; gives their ids."""
    conversation = {name: fields.pop(name) for name in ("lang", "blocked") if name in fields}
    ids = [f"{channel}-{address}" for address in addresses]
    people = [
        {
            "id": number,
            "channel": channel,
            "address": None if address is None else str(address),
            "lang": "fr",
            **conversation,
        }
        for number, address in zip(ids, addresses, strict=True)
    ]
    asked = {"quiet_from": 0, "quiet_until": 0, "kinds": [], "topics": [], **fields}
    async with database.writing() as session:
        await session.exec(insert(Conversation), params=people)
        await session.exec(
            insert(Subscription), params=[{"conversation_id": number, **asked} for number in ids]
        )
    return ids


async def member(database: Database, username: str, role: str = "supervisor") -> int:
    """Somebody of the staff; made once."""
    query = select(Staff).where(Staff.username == username)
    async with database.reading() as session:
        found = (await session.exec(query)).first()
    if found is None:
        await create_staff(database, username, role=role, password="une phrase assez longue")
        async with database.reading() as session:
            found = (await session.exec(query)).one()
    return row_id(found)


async def release(database: Database, send_at: datetime | None = None, **fields: Any) -> int:
    """An announcement that one wrote and another let go out; gives its number."""
    announcements = Announcements(database)
    number = await announcements.create(await member(database, "amal"), content(**fields))
    seen = seen_as((await announcements.look(number)).announcement)
    await announcements.release(number, await member(database, "badr"), seen, send_at)
    return number


async def deliveries(database: Database) -> list[AnnouncementDelivery]:
    query = select(AnnouncementDelivery).order_by(AnnouncementDelivery.conversation_id)
    async with database.reading() as session:
        return list((await session.exec(query)).all())


async def states(database: Database) -> Counter[str]:
    return Counter(each.state for each in await deliveries(database))


async def state_of(database: Database, number: int) -> str:
    async with database.reading() as session:
        found = await session.get(Announcement, number)
    assert found is not None
    return found.state
