"""Keeps what people wish to hear of: nothing before they ask for it, nothing after they stop."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from bot.errors import NotSubscribed
from bot.news.wishes import Change
from bot.storage.consents import keep_consent_text
from bot.storage.database import Database
from bot.storage.models import ConsentText, Subscription, Ticket, now
from bot.tickets.calendar import HOME


class Subscriptions:
    """The subscriptions of conversations; a conversation has one or none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, conversation_id: str) -> Subscription | None:
        """The subscription in force; None where there is none, or it was stopped."""
        async with self._database.reading() as session:
            kept = await session.get(Subscription, conversation_id)
        return kept if kept and kept.stopped_at is None else None

    async def subscribe(
        self, conversation_id: str, consent: ConsentText | None = None
    ) -> Subscription:
        """Subscribes to everything, or again to what was chosen before it was stopped.

        `consent` are the words that were agreed to, where they were shown just now.
        """
        digest = consent.digest if consent else None
        begun = Subscription(conversation_id=conversation_id, consent_text=digest)
        again: dict[str, Any] = {"stopped_at": None, "updated_at": now()}
        if digest:
            again["consent_text"] = digest
        insert = self._database.insert(Subscription).values(**begun.model_dump())
        async with self._database.writing() as session:
            if consent:
                await keep_consent_text(self._database, session, consent)
            await session.exec(
                insert.on_conflict_do_update(index_elements=["conversation_id"], set_=again)
            )
            return await session.get_one(Subscription, conversation_id)

    async def change(self, conversation_id: str, change: Change) -> Subscription:
        """The subscription after a change; raises NotSubscribed."""
        async with self._database.writing() as session:
            kept = await session.get(Subscription, conversation_id)
            if kept is None or kept.stopped_at is not None:
                raise NotSubscribed
            kept.sqlmodel_update(dict(change))
            kept.updated_at = now()
            session.add(kept)
        return kept

    async def stop(self, conversation_id: str) -> bool:
        """Stops everything; False where there was nothing to stop."""
        async with self._database.writing() as session:
            done = await session.exec(
                update(Subscription)
                .where(
                    col(Subscription.conversation_id) == conversation_id,
                    col(Subscription.stopped_at).is_(None),
                )
                .values(stopped_at=now(), updated_at=now())
            )
            return bool(done.rowcount)

    async def country_told(self, conversation_id: str) -> str | None:
        """The country of the newest ticket from abroad: where the person may live, to be asked."""
        abroad = (
            select(Ticket.country)
            .where(
                Ticket.conversation_id == conversation_id,
                col(Ticket.country).is_not(None),
                Ticket.country != HOME,
            )
            .order_by(col(Ticket.id).desc())
            .limit(1)
        )
        async with self._database.reading() as session:
            return (await session.exec(abroad)).first()
