"""How updates come in: polled, or called by Telegram; into the inbox first, confirmed after."""

from __future__ import annotations

import asyncio
import hmac
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import structlog
from aiohttp import web
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.storage.leases import Leases
from bot.telegram.inbox import KINDS, Inbox, update_id_of
from bot.telegram.sending import seconds_of

log = structlog.get_logger(__name__)

WEBHOOK_PATH = "/telegram/webhook"
ALLOWED_UPDATES = KINDS

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the name of a header
_LEASE = "telegram-polling"
_LONG_POLL_S = 25
_READ_TIMEOUT_S = _LONG_POLL_S + 10.0
_SHORTEST_POLL_S = 0.5
_FIRST_PAUSE_S = 1.0
_LONGEST_PAUSE_S = 30.0

Nudge = Callable[[], None]


class Polling:
    """Asks Telegram for updates; of all processes, the one that holds the lease."""

    def __init__(self, bot: Bot, inbox: Inbox, leases: Leases, nudge: Nudge) -> None:
        self._bot = bot
        self._inbox = inbox
        self._leases = leases
        self._nudge = nudge

    async def run(self) -> None:
        """Polls for ever, once it is this process's turn; cancelled from outside."""
        await self._leases.alone(_LEASE, self._poll)

    async def _poll(self) -> None:
        # With a webhook set, Telegram refuses getUpdates.
        await self._bot.delete_webhook()
        offset, pause_s = 0, _FIRST_PAUSE_S
        while True:
            try:
                # Asking from the next offset confirms all before it: they are committed by then.
                offset = await self._take(offset)
                pause_s = _FIRST_PAUSE_S
            except TimedOut:
                continue  # a long poll that nobody answered
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("telegram.polling", error=type(error).__name__)
                await asyncio.sleep(_pause_after(error, pause_s))
                pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)

    async def _take(self, offset: int) -> int:
        query = {
            "timeout": _LONG_POLL_S,
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
            **({"offset": offset} if offset else {}),
        }
        # Not Bot.get_updates: one update that the library cannot read would stop all others.
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        asked_at = time.monotonic()
        updates: Any = await self._bot.request.post(url, read_timeout=_READ_TIMEOUT_S)
        if not updates:
            # A server that does not wait as asked must not be asked without a pause.
            await asyncio.sleep(max(0.0, _SHORTEST_POLL_S - (time.monotonic() - asked_at)))
            return offset
        if await self._inbox.commit(updates):
            self._nudge()
        # What was dropped is confirmed as well.
        numbers = [number for item in updates if (number := update_id_of(item)) is not None]
        return max(numbers, default=offset - 1) + 1


class Webhook:
    """Takes updates that Telegram posts; any number of processes may do so."""

    def __init__(self, bot: Bot, inbox: Inbox, nudge: Nudge, url: str, secret: str) -> None:
        self._bot = bot
        self._inbox = inbox
        self._nudge = nudge
        self._url = url
        self._secret = secret

    async def run(self) -> None:
        """Tells Telegram where to post; returns when it knows."""
        await self._bot.set_webhook(
            self._url, secret_token=self._secret, allowed_updates=ALLOWED_UPDATES
        )

    async def receive(self, request: web.Request) -> web.Response:
        """POST /telegram/webhook: 401 without the secret, before anything is read; else kept."""
        given = request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="replace"), self._secret.encode()):
            log.warning("telegram.webhook-refused")
            return web.Response(status=401)
        update = _update_in(await request.read())
        if update is None:
            return web.Response(status=400)
        if await self._inbox.commit([update]):
            self._nudge()
        return web.Response()


def _update_in(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if isinstance(update, dict) and isinstance(update.get("update_id"), int):
        return update
    return None


def _pause_after(error: TelegramError, pause_s: float) -> float:
    if isinstance(error, RetryAfter):
        return seconds_of(error)
    # Another process polls with this token: it must end first, there is no hurry.
    return _LONGEST_PAUSE_S if isinstance(error, Conflict) else pause_s
