"""Updates on their way to the bot: asked for (getUpdates) or posted (webhook), never both."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.telegram_server.errors import ApiError, bad_request
from tests.telegram_server.store import Json, Store

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
# Telegram leaves out these unless asked for them by name.
_ON_DEMAND = {"chat_member", "message_reaction", "message_reaction_count"}
_RETRY_S = 0.05


class Updates:
    """The queue of updates that the bot has not confirmed."""

    def __init__(self, store: Store, first_id: int = 700_001) -> None:
        self._store = store
        self._next_id = first_id
        self.pending: list[Json] = []
        self.webhook: Json = {"url": ""}
        self._allowed: list[str] = []
        self._poll_number = 0
        self._posting: asyncio.Task[None] | None = None

    async def add(self, **content: Any) -> int:
        """A new update; its update_id."""
        update_id, self._next_id = self._next_id, self._next_id + 1
        await self.put({"update_id": update_id, **content})
        return update_id

    async def put(self, update: Json) -> None:
        """An update as it is, perhaps one that was delivered before."""
        self.pending.append(update)
        await self._store.changed()

    async def get_updates(self, parameters: Json) -> list[Json]:
        if self.webhook["url"]:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._allow(parameters)
        self._poll_number += 1
        mine, offset = self._poll_number, int(parameters.get("offset") or 0)
        await self._store.changed()  # ends an earlier poll that still waits
        if offset > 0:
            self.pending = [item for item in self.pending if item["update_id"] >= offset]
        elif offset < 0:
            self.pending = self.pending[offset:]
        await self._wait_for_some(mine, float(parameters.get("timeout") or 0))
        limit = int(parameters.get("limit") or 100)
        return self._wanted()[: max(1, min(limit, 100))]

    async def _wait_for_some(self, mine: int, timeout_s: float) -> None:
        def over() -> bool:
            return bool(self._wanted()) or self._poll_number != mine

        try:
            async with asyncio.timeout(timeout_s):
                await self._store.until(over)
        except TimeoutError:
            return
        if self._poll_number != mine:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )

    def _wanted(self) -> list[Json]:
        return [item for item in self.pending if self._is_allowed(item)]

    def _is_allowed(self, item: Json) -> bool:
        kind = next(key for key in item if key != "update_id")
        return kind in self._allowed if self._allowed else kind not in _ON_DEMAND

    def _allow(self, parameters: Json) -> None:
        if (allowed := parameters.get("allowed_updates")) is not None:
            if not isinstance(allowed, list):
                raise bad_request("can't parse allowed updates: expected an Array of String")
            self._allowed = allowed

    async def set_webhook(self, parameters: Json) -> bool:
        url = str(parameters.get("url") or "")
        if not url:
            return await self.delete_webhook(parameters)
        parts = urlsplit(url)
        # A local Bot API server takes http for the loopback; so does this stand-in.
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        secret = str(parameters.get("secret_token") or "")
        if len(secret) > 256:
            raise bad_request("secret token is too long")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
            raise bad_request("secret token contains unallowed characters")
        self._allow(parameters)
        if str(parameters.get("drop_pending_updates")).lower() == "true":
            self.pending.clear()
        self.webhook = {"url": url, "secret": secret}
        await self.close()
        self._posting = asyncio.create_task(self._post_all())
        await self._store.changed()
        return True

    async def delete_webhook(self, parameters: Json) -> bool:
        self.webhook = {"url": ""}
        if str(parameters.get("drop_pending_updates")).lower() == "true":
            self.pending.clear()
        await self.close()
        await self._store.changed()
        return True

    async def webhook_info(self, _parameters: Json) -> Json:
        info = {
            "url": self.webhook["url"],
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending),
            "allowed_updates": self._allowed,
        }
        if error := self.webhook.get("last_error"):
            info["last_error_message"] = error
        return info

    async def close(self) -> None:
        """Stops posting."""
        if self._posting:
            self._posting.cancel()
            await asyncio.gather(self._posting, return_exceptions=True)
            self._posting = None

    async def _post_all(self) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                if not self._wanted():
                    await self._something_wanted()
                    continue
                update = self._wanted()[0]
                if await self._post(session, update):
                    self.pending.remove(update)
                    await self._store.changed()
                else:
                    await asyncio.sleep(_RETRY_S)

    async def _something_wanted(self) -> None:
        try:
            await self._store.until(lambda: bool(self._wanted()))
        except TimeoutError:
            return

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        headers = {_SECRET_HEADER: self.webhook["secret"]} if self.webhook["secret"] else {}
        try:
            async with session.post(self.webhook["url"], json=update, headers=headers) as answer:
                if answer.ok:
                    return True
                reason = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except aiohttp.ClientError:
            reason = "Connection refused"
        self.webhook["last_error"] = reason
        await self._store.changed()
        return False
