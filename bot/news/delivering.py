"""Announcements on their way: to each reader once, out of their quiet hours, at the channel's rate.

A row says `sending` before the channel is asked. What a crash leaves so, and what the channel
neither took nor refused for certain, is `uncertain`: shown to staff, never sent a second time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.news.matching import variety_for, wants
from bot.news.quiet_hours import out_of_quiet_hours
from bot.news.readers import Reader, language, readers
from bot.storage.database import Database
from bot.storage.models import (
    Announcement,
    AnnouncementDelivery,
    Conversation,
    Subscription,
    now,
    row_id,
)
from nlu.text.variety import Variety

log = structlog.get_logger(__name__)

_IDLE_PAUSE_S = 2.0
_FIRST_PAUSE_S = 1.0
_LONGEST_PAUSE_S = 60.0
_AT_ONCE = 8


_PENDING = update(AnnouncementDelivery).where(col(AnnouncementDelivery.state) == "pending")

# Put off while the announcement was cancelled.
_STOP_CANCELLED = _PENDING.where(
    col(AnnouncementDelivery.announcement_id).in_(
        select(Announcement.id).where(Announcement.state == "cancelled")
    )
).values(state="stopped", reason="cancelled")

# Whose choices were forgotten since.
_STOP_FORGOTTEN = _PENDING.where(
    col(AnnouncementDelivery.conversation_id).not_in(select(Subscription.conversation_id))
).values(state="stopped", reason="unsubscribed")

_END_DONE = (
    update(Announcement)
    .where(
        col(Announcement.state) == "sending",
        ~select(AnnouncementDelivery.id)
        .where(
            col(AnnouncementDelivery.announcement_id) == col(Announcement.id),
            col(AnnouncementDelivery.state).in_(("pending", "sending")),
        )
        .exists(),
    )
    .values(state="sent")
)


class Undeliverable(Exception):
    """The address will never take it; `reason` is blocked, gone or refused."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Postponed(Exception):
    """The channel took nothing for certain; it may take this one after so long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Announcer(Protocol):
    """A channel that can announce something to one conversation."""

    async def announce(
        self, conversation: Conversation, announcement: Announcement, lang: Variety
    ) -> None:
        """Sends its text in that variety, once.

        Raises Undeliverable or Postponed; after anything else nobody knows whether it arrived.
        """


@dataclass(frozen=True)
class _Due:
    """A delivery whose time has come, with all that decides about it."""

    delivery: AnnouncementDelivery
    announcement: Announcement
    conversation: Conversation
    subscription: Subscription

    @property
    def variety(self) -> Variety:
        """The variety of the text that this person gets."""
        return variety_for(self.announcement.texts, language(self.subscription, self.conversation))

    def why_not(self) -> str | None:
        """Why this person gets nothing more of it."""
        if not wants(self.subscription, self.announcement):
            return "unsubscribed"
        return "blocked" if self.conversation.blocked else None


@dataclass(frozen=True)
class _Outcome:
    """What became of a delivery; put off for so long where it is pending again."""

    state: str
    reason: str | None = None
    wait_s: float = 0.0

    def fields(self, moment: datetime) -> dict[str, object]:
        """What is written into its row."""
        fields: dict[str, object] = {"state": self.state, "reason": self.reason}
        if self == _DELIVERED:
            fields["sent_at"] = moment
        if self.wait_s:
            fields["due_at"] = moment + timedelta(seconds=self.wait_s)
        return fields


_DELIVERED = _Outcome("delivered")
_UNCERTAIN = _Outcome("uncertain", "no_answer")


class Delivering:
    """The loop that takes announcements to their readers; one process runs it (bot.storage.leases).

    `at_once` messages are on their way together, so a crash leaves as many uncertain at most.
    """

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        *,
        at_once: int = _AT_ONCE,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._at_once = at_once
        self._now = clock
        self._faults = 0

    async def run(self) -> None:
        """Delivers for ever what is due; cancelled from outside."""
        await self.note_interrupted()
        while True:
            await self.begin_due()
            if not await self.deliver_due():
                await self.end_done()
                await asyncio.sleep(_IDLE_PAUSE_S)

    async def note_interrupted(self) -> None:
        """What another process left in the middle: nobody knows whether it arrived."""
        async with self._database.writing() as session:
            found = await session.exec(
                update(AnnouncementDelivery)
                .where(col(AnnouncementDelivery.state) == "sending")
                .values(state="uncertain", reason="interrupted")
            )
        if found.rowcount:
            log.warning("news.interrupted", deliveries=found.rowcount)

    async def begin_due(self) -> None:
        """Makes a delivery for every reader of each announcement whose time has come."""
        query = select(Announcement).where(
            Announcement.state == "scheduled", col(Announcement.send_at) <= self._now()
        )
        async with self._database.reading() as session:
            due = (await session.exec(query)).all()
        for announcement in due:
            await self._begin(announcement)

    async def deliver_due(self) -> int:
        """Sends the next few that are due, and gives how many there were.

        What is on its way when this is cancelled is waited for: else it would be uncertain.
        """
        due = await self._due()
        if not due:
            return 0
        sending = asyncio.ensure_future(self._deliver(due))
        try:
            pause_s = await asyncio.shield(sending)
        except asyncio.CancelledError:
            await sending
            raise
        await asyncio.sleep(pause_s)
        return len(due)

    async def end_done(self) -> None:
        """Notes which announcements have nobody left to reach."""
        if not await self._is_any_open():
            return
        async with self._database.writing() as session:
            for statement in (_STOP_CANCELLED, _STOP_FORGOTTEN):
                await session.exec(statement)
            await session.exec(_END_DONE.values(updated_at=self._now()))

    async def _is_any_open(self) -> bool:
        sending = select(Announcement.id).where(Announcement.state == "sending")
        pending = select(AnnouncementDelivery.id).where(AnnouncementDelivery.state == "pending")
        async with self._database.reading() as session:
            open_ones = [(await session.exec(each.limit(1))).first() for each in (sending, pending)]
        return any(each is not None for each in open_ones)

    async def _begin(self, announcement: Announcement) -> None:
        """In batches, from the start again after a crash: the table keeps each reader once."""
        async for batch in readers(self._database, announcement):
            async with self._database.writing() as session:
                if not await _is_scheduled(session, announcement):
                    return
                if batch:
                    await session.exec(
                        self._database.insert(AnnouncementDelivery)
                        .values([self._row(announcement, reader) for reader in batch])
                        .on_conflict_do_nothing()
                    )
        async with self._database.writing() as session:
            await session.exec(
                update(Announcement)
                .where(
                    col(Announcement.id) == announcement.id, col(Announcement.state) == "scheduled"
                )
                .values(state="sending", updated_at=self._now())
            )

    def _row(self, announcement: Announcement, reader: Reader) -> dict[str, object]:
        return {
            "announcement_id": announcement.id,
            "conversation_id": reader.subscription.conversation_id,
            "state": "pending",
            "due_at": _due_at(reader.subscription, self._now()),
            "attempts": 0,
        }

    async def _due(self) -> list[_Due]:
        delivery = AnnouncementDelivery
        query = (
            select(delivery, Announcement, Conversation, Subscription)
            .join(Announcement, col(Announcement.id) == col(delivery.announcement_id))
            .join(Conversation, col(Conversation.id) == col(delivery.conversation_id))
            .join(Subscription, col(Subscription.conversation_id) == col(delivery.conversation_id))
            .where(
                delivery.state == "pending",
                col(delivery.due_at) <= self._now(),
                Announcement.state == "sending",
            )
            .order_by(col(delivery.due_at), col(delivery.id))
            .limit(self._at_once)
        )
        async with self._database.reading() as session:
            return [_Due(*row) for row in await session.exec(query)]

    async def _deliver(self, due: Sequence[_Due]) -> float:
        """Sends these together, notes what became of each, and gives how long to pause then."""
        claimed = await self._claim(due)
        outcomes = await asyncio.gather(*(self._send(each) for each in claimed))
        async with self._database.writing() as session:
            for outcome in set(outcomes):
                done = [
                    row_id(each.delivery)
                    for each, its in zip(claimed, outcomes, strict=True)
                    if its == outcome
                ]
                await session.exec(
                    update(AnnouncementDelivery)
                    .where(col(AnnouncementDelivery.id).in_(done))
                    .values(**outcome.fields(self._now()))
                )
        self._faults = self._faults + 1 if _UNCERTAIN in outcomes else 0
        return self._pause()

    async def _claim(self, due: Sequence[_Due]) -> list[_Due]:
        """Writes `sending` for those who still want it, and why not for the others."""
        moment, ready = self._now(), []
        async with self._database.writing() as session:
            for each in due:
                if why_not := each.why_not():
                    await _change(session, [each], state="stopped", reason=why_not)
                elif (later := _due_at(each.subscription, moment)) > moment:
                    await _change(session, [each], due_at=later)
                else:
                    ready.append(each)
            claimed = await _change(
                session, ready, state="sending", attempts=col(AnnouncementDelivery.attempts) + 1
            )
        return [each for each in ready if each.delivery.id in claimed]

    async def _send(self, due: _Due) -> _Outcome:
        try:
            await self._announcer.announce(due.conversation, due.announcement, due.variety)
        except Undeliverable as error:
            return _Outcome("failed", error.reason)
        except Postponed as error:
            return _Outcome("pending", wait_s=error.seconds)
        except Exception as error:
            # Whatever a channel throws: it may have arrived, and twice is worse than not at all.
            kind = type(error).__name__  # its own words may quote the message
            log.warning("news.uncertain", delivery=due.delivery.id, error=kind)
            return _UNCERTAIN
        return _DELIVERED

    def _pause(self) -> float:
        """Grows while the channel is at fault, so that few become uncertain."""
        if not self._faults:
            return 0.0
        return min(_FIRST_PAUSE_S * 2.0 ** min(self._faults - 1, 10), _LONGEST_PAUSE_S)


def _due_at(subscription: Subscription, moment: datetime) -> datetime:
    return out_of_quiet_hours(
        moment, subscription.time_zone, subscription.quiet_from, subscription.quiet_until
    )


async def _is_scheduled(session: AsyncSession, announcement: Announcement) -> bool:
    """Whether nobody cancelled it meanwhile, who has to wait from now on."""
    query = (
        select(Announcement.id)
        .where(Announcement.id == announcement.id, Announcement.state == "scheduled")
        .with_for_update()
    )
    return (await session.exec(query)).first() is not None


async def _change(
    session: AsyncSession, due: Sequence[_Due], **values: object
) -> frozenset[int | None]:
    """Changes deliveries that are still waiting, and gives which: another may have been first."""
    changed = await session.exec(
        update(AnnouncementDelivery)
        .where(
            col(AnnouncementDelivery.id).in_([each.delivery.id for each in due]),
            col(AnnouncementDelivery.state) == "pending",
        )
        .values(**values)
        .returning(col(AnnouncementDelivery.id))
    )
    return frozenset(changed.scalars().all())
