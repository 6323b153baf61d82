"""What leaves for Telegram: in order, patient with its limits and faults, shown once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

import httpx
import structlog
from telegram import InputFile
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter, ExtBot

from bot.dialogue.outbox import Blocked, TryLater, Undeliverable
from bot.dialogue.pushes import Pushes
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import Conversation, OutboxMessage, SentParts, now
from bot.telegram.chats import Chats
from bot.telegram.pacing import Lane, Limits, Pace
from bot.telegram.wording import Part, answer

log = structlog.get_logger(__name__)

_TRIES = 4
_FIRST_PAUSE_S = 0.5
_LONGEST_WAIT_S = 30.0
# Who is not told at once that an answer is on its way sees the answer next.
_NO_CONNECTION = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_NOT_WORTH_A_WAIT = frozenset({"sendChatAction"})
_ALL_BULK = "bulk"

Json = dict[str, Any]
Turn = Callable[[], Awaitable[None]]
Step = Callable[[], Awaitable[None]]
Call = Callable[[], Coroutine[Any, Any, bool | Json | list[Json]]]


class Patience(BaseRateLimiter[Lane]):
    """Keeps to Telegram's limits, waits as long as it asks (429), repeats what a fault (5xx) lost.

    Calls to one chat are made one after the other, each until it is done, so their order stays.
    A 429 holds up its chat only; when another chat gets one as well, it is meant for the bot, and
    bulk waits too. A wait longer than 30 seconds is raised as RetryAfter instead, also to later
    calls. A time-out is raised at once: the call may have reached Telegram.
    """

    def __init__(self, limits: Limits) -> None:
        self._pace = Pace(limits)
        self._orders: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._not_before: dict[str, float] = {}
        self._refused: set[str] = set()  # since the last call that was taken

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | Json | list[Json]]],
        args: Any,
        kwargs: Json,
        endpoint: str,
        data: Json,
        rate_limit_args: Lane | None,
    ) -> bool | Json | list[Json]:
        """Makes the call in its turn, several times if need be."""
        call = partial(callback, *args, **kwargs)
        chat_id, lane = data.get("chat_id"), rate_limit_args or Lane.ANSWER
        if chat_id is None:
            return await self._patiently(call, endpoint, lane)
        whom = str(chat_id)
        if endpoint in _NOT_WORTH_A_WAIT:
            return await self._at_once(call, whom)
        async with self._orders.setdefault(whom, asyncio.Lock()):
            return await self._patiently(
                call, whom, lane, turn=partial(self._pace.turn, whom, lane)
            )

    async def _patiently(
        self, call: Call, whom: str, lane: Lane, turn: Turn | None = None
    ) -> bool | Json | list[Json]:
        for attempt in range(1, _TRIES + 1):
            await self._turn(whom, lane, turn)
            try:
                done = await call()
            except RetryAfter as error:
                self._note_refusal(whom, seconds_of(error))
                if attempt == _TRIES:
                    raise
            except NetworkError as error:
                # Its subclasses are refusals and time-outs, which another try would not mend.
                if attempt == _TRIES or type(error) is not NetworkError:
                    raise
                # It may have arrived; one of many is better lost than shown twice.
                if lane is Lane.BULK and not is_unsent(error):
                    raise
                await asyncio.sleep(_FIRST_PAUSE_S * 2 ** (attempt - 1))
            else:
                self._refused.clear()
                return done
        raise AssertionError("a try returns or raises")

    async def _at_once(self, call: Call, whom: str) -> bool | Json | list[Json]:
        if (pause := self._pause(whom, Lane.ANSWER)) > 0:
            raise RetryAfter(timedelta(seconds=pause))
        try:
            return await call()
        except RetryAfter as error:
            self._note_refusal(whom, seconds_of(error))
            raise

    def _note_refusal(self, whom: str, pause_s: float) -> None:
        until = _clock() + pause_s
        self._not_before[whom] = until
        self._refused.add(whom)
        if len(self._refused) > 1:
            self._not_before[_ALL_BULK] = max(until, self._not_before.get(_ALL_BULK, 0.0))

    async def _turn(self, whom: str, lane: Lane, turn: Turn | None) -> None:
        await self._wait(whom, lane)
        while turn:
            await turn()
            if not self._pause(whom, lane):
                return
            # Refused meanwhile: the turn has passed.
            await self._wait(whom, lane)

    async def _wait(self, whom: str, lane: Lane) -> None:
        pause = self._pause(whom, lane)
        if pause > _LONGEST_WAIT_S:
            raise RetryAfter(timedelta(seconds=pause))
        if pause > 0:
            await asyncio.sleep(pause)

    def _pause(self, whom: str, lane: Lane) -> float:
        """How long this call has to wait; forgets what is over."""
        moment = _clock()
        self._not_before = {
            name: until for name, until in self._not_before.items() if until > moment
        }
        held = (whom, _ALL_BULK) if lane is Lane.BULK else (whom,)
        return max(self._not_before.get(name, moment) for name in held) - moment


def _clock() -> float:
    return asyncio.get_running_loop().time()


def is_unsent(error: NetworkError) -> bool:
    """Whether the call certainly did not reach Telegram: there was no connection."""
    return isinstance(error.__cause__, _NO_CONNECTION)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    pause = error.retry_after  # the library is between two types for it
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


class Sender:
    """Sends messages of several parts, and goes on where a try of the same key stopped.

    What was sent is kept in the database: after a crash only the part then in flight can be shown
    twice.
    """

    def __init__(self, bot: ExtBot[Lane], database: Database) -> None:
        self._bot = bot
        self._database = database

    async def send(
        self,
        chat_id: int | str,
        parts: Sequence[Part],
        key: str,
        *,
        bulk: bool = False,
        thread_id: int | None = None,
    ) -> None:
        """Sends what is not sent yet; raises what Telegram answers.

        `bulk` is for what goes to many people at once: answers to people go before it.
        """
        if len(parts) == 1:
            await self._send(chat_id, parts[0], bulk, thread_id)
            return
        await self._in_order(
            key, [partial(self._send, chat_id, part, bulk, thread_id) for part in parts]
        )

    async def send_with_documents(
        self,
        chat_id: int | str,
        parts: Sequence[Part],
        documents: Mapping[str, bytes],
        key: str,
        thread_id: int | None = None,
    ) -> None:
        """Sends parts, and documents by their names, each of them once."""
        said = [partial(self._send, chat_id, part, False, thread_id) for part in parts]
        sent = [
            partial(self._send_document, chat_id, name, data, thread_id)
            for name, data in documents.items()
        ]
        await self._in_order(key, [*said, *sent])

    async def _in_order(self, key: str, steps: Sequence[Step]) -> None:
        for place in range(await self._sent(key), len(steps)):
            await steps[place]()
            await self._note(key, place + 1)

    async def _send_document(
        self, chat_id: int | str, name: str, data: bytes, thread_id: int | None
    ) -> None:
        document = InputFile(data, filename=name)
        await self._bot.send_document(chat_id, document, message_thread_id=thread_id)

    async def _send(
        self, chat_id: int | str, part: Part, bulk: bool, thread_id: int | None
    ) -> None:
        try:
            await self._bot.send_message(
                chat_id,
                part.html,
                reply_markup=part.keyboard,
                message_thread_id=thread_id,
                rate_limit_args=Lane.BULK if bulk else None,
            )
        except (ValueError, TypeError, KeyError) as error:
            # Telegram took the message; the library cannot read what it gave back. Once is enough.
            log.warning("telegram.unreadable-answer", error=type(error).__name__)

    async def _sent(self, key: str) -> int:
        async with self._database.reading() as session:
            kept = await session.get(SentParts, key)
        return kept.parts if kept else 0

    async def _note(self, key: str, parts: int) -> None:
        insert = self._database.insert(SentParts).values(key=key, parts=parts, sent_at=now())
        newer = {"parts": parts, "sent_at": now()}
        async with self._database.writing() as session:
            await session.exec(insert.on_conflict_do_update(index_elements=["key"], set_=newer))


class TelegramDeliverer:
    """Takes messages of the outbox to their chats (bot.dialogue.outbox.Deliverer)."""

    def __init__(self, sender: Sender, chats: Chats, pushes: Pushes, renderer: Renderer) -> None:
        self._sender = sender
        self._chats = chats
        self._pushes = pushes
        self._renderer = renderer

    async def deliver(self, conversation: Conversation, message: OutboxMessage) -> None:
        """Sends it. Raises Undeliverable to a chat that is gone or blocked the bot."""
        shown = await self._pushes.shown(message, conversation.lang)
        await self.send(conversation, answer([shown], self._renderer), f"outbox:{message.id}")

    async def send(
        self, conversation: Conversation, parts: Sequence[Part], key: str, *, bulk: bool = False
    ) -> None:
        """Sends parts to the chat of a conversation; a try again goes on where `key` stopped.

        Raises Undeliverable where the chat is gone, its subclass Blocked where the citizen does
        not want the bot or left Telegram (both noted in the conversation: nothing more is sent),
        and TryLater where Telegram wants a long pause. After any other error it is not known
        whether the part in flight arrived.
        """
        address = conversation.address
        if address is None or conversation.blocked:
            raise Blocked if conversation.blocked else Undeliverable("no address")
        try:
            await self._sender.send(address, parts, key, bulk=bulk)
        except RetryAfter as error:
            raise TryLater(timedelta(seconds=seconds_of(error))) from error
        except Forbidden as error:
            await self._chats.mark_blocked(address, blocked=True)
            raise Blocked from error
        except BadRequest as error:
            if "chat not found" not in error.message.lower():
                raise
            await self._chats.mark_blocked(address, blocked=True)
            raise Undeliverable("chat not found") from error
