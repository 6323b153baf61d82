"""The inbox: updates kept before they are confirmed to Telegram, handled once, in order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

import structlog
from sqlalchemy import BigInteger, ColumnElement, cast, func, update
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import TelegramUpdate, now

Update = Mapping[str, Any]

log = structlog.get_logger(__name__)

KINDS = ("message", "edited_message", "channel_post", "callback_query", "my_chat_member")
"""The kinds of update that are asked for; others are dropped."""

_HIGHEST_ID = 2**63 - 1  # of the database's numbers
_PRESSED = "pressed_message"
_SHARED = frozenset({"location", "venue", "contact"})
_WRITTEN = "written_message"


class Inbox:
    """The table of updates. The text of a handled update is not kept here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def commit(self, updates: Sequence[Any]) -> int:
        """Keeps what is not kept yet; says how many were new.

        What is no update of a kind that we ask for, in a chat, is dropped: it may stop nothing.
        """
        rows = [row for item in updates if (row := _row(item))]
        if len(rows) < len(updates):
            log.info("telegram.dropped", updates=len(updates) - len(rows))
        if not rows:
            return 0
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

    async def put_back(self, row: TelegramUpdate) -> None:
        """Takes the attempt back that next_of counted: it was none."""
        await self._mark(row.update_id, attempts=row.attempts - 1)

    async def handled(self, row: TelegramUpdate) -> None:
        """Marks the update as handled and forgets what was written in it."""
        await self._mark(row.update_id, state="handled", body=_trace(row.body))

    async def failed(self, row: TelegramUpdate) -> None:
        """Gives the update up; it stays readable for whoever looks into it, but for a place or a
        number that was shared: citizens are told that those are not kept."""
        await self._mark(row.update_id, state="failed", body=_without_shared(row.body))

    async def pressed_before(self, chat_id: str, message_id: int, update_id: int) -> bool:
        """Whether an earlier update pressed a button under that message."""
        query = select(TelegramUpdate.update_id).where(
            TelegramUpdate.chat_id == chat_id,
            TelegramUpdate.update_id < update_id,
            TelegramUpdate.state == "handled",
            _message(_PRESSED) == message_id,
        )
        async with self._database.reading() as session:
            return (await session.exec(query.limit(1))).first() is not None

    async def updates_of(self, chat_id: str, message_id: int) -> Sequence[int]:
        """The handled updates that brought that message or an edit of it."""
        query = select(TelegramUpdate.update_id).where(
            TelegramUpdate.chat_id == chat_id,
            TelegramUpdate.state == "handled",
            _message(_WRITTEN) == message_id,
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


def update_id_of(item: Any) -> int | None:
    """The number of an update; None where it has none that could be kept."""
    number = item.get("update_id") if isinstance(item, dict) else None
    return number if _is_id(number) and number >= 0 else None


def chat_of(item: Update) -> str | None:
    """The chat that an update belongs to, which decides its order; None for other updates."""
    kind = next((kind for kind in KINDS if item.get(kind)), "")
    content = item.get(kind)
    if kind == "callback_query" and isinstance(content, dict):
        content = content.get("message")
    chat = content.get("chat") if isinstance(content, dict) else None
    number = chat.get("id") if isinstance(chat, dict) else None
    return str(number) if _is_id(number) else None


def _row(item: Any) -> dict[str, Any] | None:
    update_id = update_id_of(item)
    chat_id = None if update_id is None else chat_of(item)
    if chat_id is None or not _is_json(item):
        return None
    return {
        "update_id": update_id,
        "chat_id": chat_id,
        "body": dict(item),
        "state": "pending",
        "attempts": 0,
        "received_at": now(),
    }


def _is_id(number: Any) -> TypeGuard[int]:
    return type(number) is int and abs(number) <= _HIGHEST_ID


def _is_json(item: Any) -> bool:
    """Whether the database takes it: NaN and endless numbers are JSON to Python only."""
    try:
        json.dumps(item, allow_nan=False)
    except (ValueError, RecursionError):
        return False
    return True


def _trace(body: Update) -> dict[str, Any]:
    """What must stay known of a handled update: which message it brought or pressed a button of."""
    if written := body.get("message") or body.get("edited_message"):
        return _known(_WRITTEN, written)
    message = (body.get("callback_query") or {}).get("message")
    return _known(_PRESSED, message) if message else {}


def _without_shared(body: Update) -> dict[str, Any]:
    return {
        kind: {name: part for name, part in content.items() if name not in _SHARED}
        if isinstance(content, dict)
        else content
        for kind, content in body.items()
    }


def _message(name: str) -> ColumnElement[int]:
    # as_integer() would read 32 bits on PostgreSQL.
    return cast(col(TelegramUpdate.body)[name].as_string(), BigInteger)


def _known(name: str, message: Mapping[str, Any]) -> dict[str, Any]:
    number = message.get("message_id")
    return {name: number} if _is_id(number) else {}
