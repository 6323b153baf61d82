"""What the stand-in knows: chats, the messages in them, presses not answered yet, files."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.telegram_server.errors import ApiError, bad_request, blocked, not_a_member

Json = dict[str, Any]

BOT: Json = {
    "id": 424242,
    "is_bot": True,
    "first_name": "Jisr (stand-in)",
    "username": "jisr_stand_in_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
_PATIENCE_S = 15.0


@dataclass
class Chat:
    """A chat; `by_bot` are the messages that the bot has there, as they stand now.

    `reply_buttons` stand in place of the letters, until the bot takes them away.
    """

    body: Json
    person: Json
    blocked: bool = False
    left: bool = False
    by_bot: list[Json] = field(default_factory=list)
    reply_buttons: list[Json] = field(default_factory=list)


class Store:
    """All state of the stand-in; every change wakes those who wait for something to be true."""

    def __init__(self) -> None:
        self.chats: dict[int, Chat] = {}
        self.open_queries: set[str] = set()
        self.answered_queries: list[Json] = []
        self.actions: list[Json] = []
        self.commands: dict[tuple[str, str], list[Json]] = {}  # by scope and language
        self.descriptions: dict[tuple[str, str], str] = {}  # by kind and language
        self.files: dict[str, bytes] = {}
        self.calls: list[tuple[str, Json]] = []
        self._ids = itertools.count(1)
        self._changed = asyncio.Condition()

    def next_id(self) -> int:
        return next(self._ids)

    async def changed(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def until(self, is_true: Callable[[], bool]) -> None:
        """Waits until it is true; raises TimeoutError."""
        async with asyncio.timeout(_PATIENCE_S), self._changed:
            await self._changed.wait_for(is_true)

    def chat(self, chat_id: Any) -> Chat:
        """The chat to send to; raises Telegram's refusals."""
        if chat_id in (None, ""):
            raise bad_request("chat_id is empty")
        try:
            chat = self.chats.get(int(chat_id))
        except ValueError:
            chat = None
        if chat is None:
            raise bad_request("chat not found")
        if chat.blocked:
            raise blocked()
        if chat.left:
            raise not_a_member(chat.body["type"])
        return chat

    def add_bot_message(self, chat: Chat, content: Json) -> Json:
        message = {
            "message_id": self.next_id(),
            "from": BOT,
            "chat": chat.body,
            "date": int(time.time()),
            **content,
        }
        chat.by_bot.append(message)
        return message

    def bot_message(self, chat: Chat, message_id: Any) -> Json:
        for message in chat.by_bot:
            if str(message["message_id"]) == str(message_id):
                return message
        raise bad_request("message to edit not found")

    def answer_query(self, query_id: Any) -> None:
        if query_id not in self.open_queries:
            raise ApiError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        self.open_queries.remove(query_id)
