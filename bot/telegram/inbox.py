"""The inbox: updates kept before they are confirmed to Telegram, handled once, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, update
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import TelegramUpdate, now

Update = Mapping[str, Any]

_KINDS_WITH_CHAT = ("message", "edited_message", "channel_post", "my_chat_member")
_NO_CHAT = "none"
_PRESSED = "pressed_message"
_WRITTEN = "written_message"


class Inbox:
    """The table of updates. The text of a handled update is not kept here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def commit(self, updates: Sequence[Update]) -> int:
        """Keeps what is not kept yet; says how many were new."""
        if not updates:
            return 0
        rows = [
            {
                "update_id": int(item["update_id"]),
                "chat_id": chat_of(item),
                "body": dict(item),
                "state": "pending",
                "attempts": 0,
                "received_at": now(),
            }
            for item in updates
        ]
        async with self._database.writing() as session:
            kept = await session.exec(
                self._database.insert(TelegramUpdate)
                .values(rows)
                .on_conflict_do_nothing()
                .returning(col(TelegramUpdate.update_id))  # not every driver counts such rows
            )
            return len(kept.all())

    async def waiting_chats(self) -> Sequence[str]:
        """The chats with something to handle, the longest waiting first."""
        async with self._database.reading() as session:
            found = await session.exec(
                select(TelegramUpdate.chat_id)
                .where(TelegramUpdate.state == "pending")
                .group_by(col(TelegramUpdate.chat_id))
                .order_by(func.min(TelegramUpdate.update_id))
            )
            return found.all()

    async def next_of(self, chat_id: str) -> TelegramUpdate | None:
        """The oldest update of the chat that is not handled, its attempt counted."""
        oldest = (
            select(TelegramUpdate)
            .where(TelegramUpdate.chat_id == chat_id, TelegramUpdate.state == "pending")
            .order_by(col(TelegramUpdate.update_id))
            .limit(1)
        )
        async with self._database.writing() as session:
            row = (await session.exec(oldest)).first()
            if row:
                # Counted before it is handled: an update that kills the process ends as well.
                row.attempts += 1
            return row

    async def handled(self, row: TelegramUpdate) -> None:
        """Marks the update as handled and forgets what was written in it."""
        await self._mark(row.update_id, state="handled", body=_trace(row.body))

    async def failed(self, row: TelegramUpdate) -> None:
        """Gives the update up; it stays readable for whoever looks into it."""
        await self._mark(row.update_id, state="failed")

    async def pressed_before(self, chat_id: str, message_id: int, update_id: int) -> bool:
        """Whether an earlier update pressed a button under that message."""
        pressed = col(TelegramUpdate.body)[_PRESSED].as_integer()
        query = select(TelegramUpdate.update_id).where(
            TelegramUpdate.chat_id == chat_id,
            TelegramUpdate.update_id < update_id,
            TelegramUpdate.state == "handled",
            pressed == message_id,
        )
        async with self._database.reading() as session:
            return (await session.exec(query.limit(1))).first() is not None

    async def updates_of(self, chat_id: str, message_id: int) -> Sequence[int]:
        """The handled updates that brought that message or an edit of it."""
        query = select(TelegramUpdate.update_id).where(
            TelegramUpdate.chat_id == chat_id,
            TelegramUpdate.state == "handled",
            col(TelegramUpdate.body)[_WRITTEN].as_integer() == message_id,
        )
        async with self._database.reading() as session:
            return (await session.exec(query)).all()

    async def _mark(self, update_id: int, **values: Any) -> None:
        async with self._database.writing() as session:
            await session.exec(
                update(TelegramUpdate)
                .where(col(TelegramUpdate.update_id) == update_id)
                .values(**values)
            )


def chat_of(item: Update) -> str:
    """The chat that an update belongs to, which decides its order."""
    for kind in _KINDS_WITH_CHAT:
        if content := item.get(kind):
            return str(content["chat"]["id"])
    query = item.get("callback_query") or {}
    if message := query.get("message"):
        return str(message["chat"]["id"])
    return _NO_CHAT


def _trace(body: Update) -> dict[str, Any]:
    """What must stay known of a handled update: which message it brought or pressed a button of."""
    if written := body.get("message") or body.get("edited_message"):
        return {_WRITTEN: written.get("message_id")}
    message = (body.get("callback_query") or {}).get("message")
    return {_PRESSED: message.get("message_id")} if message else {}
