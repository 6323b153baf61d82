"""What leaves for a citizen later: written with its cause, delivered at least once, in order."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Protocol

import structlog
from sqlalchemy import func, or_, update
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import Conversation, OutboxMessage, now, row_id

log = structlog.get_logger(__name__)

_FIRST_RETRY = timedelta(seconds=2)
_LONGEST_RETRY = timedelta(minutes=10)
_LONGEST_PAUSE = timedelta(hours=24)
_WORTH_TELLING = timedelta(days=30)  # older news would puzzle who unblocks the bot
_MAX_ATTEMPTS = 40
_IDLE_PAUSE_S = 1.0


class Undeliverable(Exception):
    """The address will never take this message; it is not tried again."""


class Blocked(Undeliverable):
    """The citizen wants nothing now: it waits for them to let the channel speak again."""

    def __init__(self) -> None:
        super().__init__("blocked")


class TryLater(Exception):
    """The channel asks to wait that long; the message is as good as before."""

    def __init__(self, pause: timedelta) -> None:
        super().__init__(f"{pause.total_seconds():.0f} s")
        self.pause = pause


class Deliverer(Protocol):
    """A channel that can send one message to one conversation."""

    async def deliver(self, conversation: Conversation, message: OutboxMessage) -> None:
        """Sends it. Raises Undeliverable if it never will, TryLater if it must wait.

        Anything else is tried again.
        """


class Outbox:
    """The table of messages to come, and the loops that empty it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def after(self, conversation_id: str, last_seen: int) -> Sequence[OutboxMessage]:
        """The messages of a conversation after one that was seen, in order."""
        async with self._database.reading() as session:
            found = await session.exec(
                select(OutboxMessage)
                .where(
                    OutboxMessage.conversation_id == conversation_id,
                    col(OutboxMessage.id) > last_seen,
                )
                .order_by(col(OutboxMessage.id))
            )
            return found.all()

    async def mark(self, message_ids: Sequence[int], **values: Any) -> None:
        """Changes rows, e.g. `state="delivered"`."""
        async with self._database.writing() as session:
            await session.exec(
                update(OutboxMessage).where(col(OutboxMessage.id).in_(message_ids)).values(**values)
            )

    async def delivered(self, message_ids: Sequence[int]) -> None:
        """Notes that the messages reached their citizen."""
        if message_ids:
            await self.mark(message_ids, state="delivered", delivered_at=now())

    async def run(self, deliverers: Mapping[str, Deliverer]) -> None:
        """Delivers for ever what is due on these channels; cancelled from outside."""
        while True:
            if not await self.deliver_due(deliverers):
                await asyncio.sleep(_IDLE_PAUSE_S)

    async def deliver_due(self, deliverers: Mapping[str, Deliverer]) -> int:
        """One pass: the oldest pending message of each conversation, where it is due."""
        due = await self._due(list(deliverers))
        for message, conversation in due:
            await self._deliver(deliverers[message.channel], conversation, message)
        return len(due)

    async def _due(self, channels: Sequence[str]) -> list[tuple[OutboxMessage, Conversation]]:
        heads = (
            select(func.min(OutboxMessage.id))
            .where(OutboxMessage.state == "pending", col(OutboxMessage.channel).in_(channels))
            .group_by(col(OutboxMessage.conversation_id))
        )
        # What is put off for longer than anything is was written by a clock that ran ahead.
        moment, due = now(), col(OutboxMessage.next_attempt_at)
        query = (
            select(OutboxMessage, Conversation)
            .join(Conversation, col(Conversation.id) == col(OutboxMessage.conversation_id))
            .where(
                col(OutboxMessage.id).in_(heads),
                col(Conversation.blocked).is_(False),
                or_(due <= moment, due > moment + _LONGEST_PAUSE),
            )
            .order_by(col(OutboxMessage.id))
        )
        async with self._database.reading() as session:
            return [(message, conversation) for message, conversation in await session.exec(query)]

    async def _deliver(
        self, deliverer: Deliverer, conversation: Conversation, message: OutboxMessage
    ) -> None:
        if message.created_at < now() - _WORTH_TELLING:
            log.warning("outbox.too-old", message=message.id)
            await self.mark([row_id(message)], state="failed")
            return
        try:
            await deliverer.deliver(conversation, message)
        except Blocked:
            log.info("outbox.blocked", message=message.id)
        except Undeliverable as error:
            log.warning("outbox.undeliverable", message=message.id, reason=str(error))
            await self.mark([row_id(message)], state="failed")
        except TryLater as error:
            # No fault of the message: it is not counted as a try.
            pause = min(error.pause, _LONGEST_PAUSE)
            await self.mark([row_id(message)], next_attempt_at=now() + pause)
        except Exception as error:
            # Whatever a channel throws, the message stays and is tried again.
            await self._retry_later(message, error)
        else:
            await self.delivered([row_id(message)])

    async def _retry_later(self, message: OutboxMessage, error: Exception) -> None:
        attempts = message.attempts + 1
        kind = type(error).__name__  # its own words may quote the message
        log.warning("outbox.retry", message=message.id, attempts=attempts, error=kind)
        pause = min(_FIRST_RETRY * 2 ** min(attempts - 1, 16), _LONGEST_RETRY)
        state = "failed" if attempts >= _MAX_ATTEMPTS else "pending"
        await self.mark(
            [row_id(message)], attempts=attempts, next_attempt_at=now() + pause, state=state
        )
