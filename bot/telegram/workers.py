"""Workers: take the inbox, chats side by side, one chat in order, each update until it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import Update
from telegram.error import RetryAfter
from telegram.ext import Application

from bot.storage.leases import Leases
from bot.storage.models import TelegramUpdate
from bot.telegram.inbox import Inbox
from bot.telegram.sending import seconds_of

log = structlog.get_logger(__name__)

_MOST_CHATS_AT_ONCE = 16
_MAX_ATTEMPTS = 4
_FIRST_PAUSE_S = 1.0
_LOOK_AGAIN_S = 1.0

PtbApplication = Application[Any, Any, Any, Any, Any, Any]
GaveUp = Callable[[TelegramUpdate], Awaitable[None]]


class Workers:
    """The loop over the inbox of this process; other processes may run theirs beside it.

    A chat belongs to one process at a time by a lease. An update that fails is tried again while
    the later ones of its chat wait, and is marked failed in the end.
    """

    def __init__(
        self,
        application: PtbApplication,
        inbox: Inbox,
        leases: Leases,
        gave_up: GaveUp,
    ) -> None:
        self._application = application
        self._inbox = inbox
        self._leases = leases
        self._gave_up = gave_up
        self._wake = asyncio.Event()
        self._stopping = False
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(_MOST_CHATS_AT_ONCE)
        self._errors: dict[int, Exception] = {}
        self._not_before: dict[str, float] = {}
        application.add_error_handler(self._note)

    def nudge(self) -> None:
        """Says that the inbox has something new."""
        self._wake.set()

    async def run(self) -> None:
        """Handles for ever what is waiting; cancelled from outside."""
        while True:
            self._wake.clear()
            try:
                for chat_id in await self._inbox.waiting_chats():
                    if chat_id not in self._busy and not self._is_held(chat_id):
                        self._busy[chat_id] = asyncio.create_task(self._chat(chat_id))
            except SQLAlchemyError as error:
                log.warning("telegram.inbox-unreadable", error=type(error).__name__)
            try:
                async with asyncio.timeout(_LOOK_AGAIN_S):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def finish(self, patience_s: float) -> None:
        """Lets the updates in hand be finished, and stops; the others stay in the inbox."""
        self._stopping = True
        tasks = set(self._busy.values())
        if not tasks:
            return
        _done, late = await asyncio.wait(tasks, timeout=patience_s)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _chat(self, chat_id: str) -> None:
        done = False
        try:
            async with self._places:
                work = partial(self._drain, chat_id)
                done = await self._leases.try_alone(f"telegram-chat:{chat_id}", work)
        except Exception as error:
            # Whatever it is, the inbox keeps the rest of the chat for the next look.
            log.warning("telegram.chat-interrupted", error=type(error).__name__)
        finally:
            del self._busy[chat_id]
            if done:
                # Something may have come in since the last look of _drain.
                self.nudge()

    async def _drain(self, chat_id: str) -> None:
        while not self._stopping:
            if self._is_held(chat_id) or (row := await self._inbox.next_of(chat_id)) is None:
                return
            await self._handle(row)

    def _is_held(self, chat_id: str) -> bool:
        """Whether Telegram asked to wait with this chat."""
        if self._not_before.get(chat_id, 0.0) > _clock():
            return True
        self._not_before.pop(chat_id, None)
        return False

    async def _handle(self, row: TelegramUpdate) -> None:
        try:
            update = Update.de_json(row.body, self._application.bot)
        except Exception as error:
            # Another try would read the same.
            await self._give_up(row, error)
            return
        fault = await self._process(update)
        if fault is None:
            await self._inbox.handled(row)
        elif isinstance(fault, RetryAfter):
            # However often Telegram asks to wait, nothing is lost; the place is for others.
            self._not_before[row.chat_id] = _clock() + seconds_of(fault)
            await self._inbox.put_back(row)
        elif row.attempts >= _MAX_ATTEMPTS:
            await self._give_up(row, fault)
        else:
            log.warning(
                "telegram.update-retry",
                update=row.update_id,
                attempts=row.attempts,
                error=type(fault).__name__,
            )
            await asyncio.sleep(_FIRST_PAUSE_S * 2.0 ** (row.attempts - 1))

    async def _give_up(self, row: TelegramUpdate, error: Exception) -> None:
        log.error("telegram.update-failed", update=row.update_id, exc_info=error)
        await self._inbox.failed(row)
        await self._gave_up(row)

    async def _process(self, update: Update) -> Exception | None:
        try:
            await self._application.process_update(update)
        except Exception as error:
            return error  # the caller decides on another try, whatever it is
        return self._errors.pop(update.update_id, None)

    async def _note(self, update: object, context: Any) -> None:
        """The library hands over here what a handler raised."""
        if isinstance(update, Update):
            self._errors[update.update_id] = context.error


def _clock() -> float:
    return asyncio.get_running_loop().time()
