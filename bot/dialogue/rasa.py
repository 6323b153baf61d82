"""The one request a turn to Rasa's connector (nlu/connector.py)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import aiohttp

from bot.dialogue.exchange import RasaAnswer
from bot.errors import RasaUnavailable
from bot.replies.said import Said
from bot.storage.models import now

_READY_TIMEOUT_S = 2.0
_PROBATION_S = 0.2
_QUICK_S = 1.0
_MOST_LATE = 8


class RasaClient:
    """Talks to any number of Rasa processes behind one address; keeps no conversation.

    After a time-out Rasa is on probation: a citizen waits 200 ms for it and no longer, while what
    was asked goes on. As soon as one answer came within a second, everybody waits in full again.
    """

    def __init__(
        self, session: aiohttp.ClientSession, url: str, token: str, timeout_s: float
    ) -> None:
        self._session = session
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._timeout = aiohttp.ClientTimeout(total=timeout_s)
        self._on_probation = False
        self._late: set[asyncio.Task[dict[str, Any]]] = set()
        self.silent_since: datetime | None = None
        """Since when it gave no answer in time; None while it answers."""

    async def turn(
        self,
        conversation_id: str,
        text: str,
        metadata: Mapping[str, Any],
        state: Sequence[Mapping[str, Any]],
    ) -> RasaAnswer:
        """One turn. `text` starts with "/" only where the application minted an intent.

        Raises RasaUnavailable when there is no answer in time, or none that says anything.
        """
        body = {
            "conversation": conversation_id,
            "text": text,
            "metadata": dict(metadata),
            "state": list(state),
        }
        answer = await (self._soon(body) if self._on_probation else self._ask(body))
        said = [Said.from_json(part) for part in answer["said"] if part.get("say")]
        if not said:
            raise RasaUnavailable(reason="nothing said")
        if any(part.say == "internal-error" for part in said):
            raise RasaUnavailable(reason="an action failed")
        return RasaAnswer(said, answer["understood"], answer["state"])

    async def ready(self) -> bool:
        """Whether a Rasa process has its model loaded and answers."""
        try:
            async with self._session.get(
                f"{self._url}/ready",
                headers=self._headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=_READY_TIMEOUT_S),
            ) as response:
                return response.status == 200  # noqa: PLR2004 HTTP
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def _soon(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The answer if it comes at once. Later it only tells that Rasa is well again: the turn
        was answered without it, and its actions do nothing any more."""
        if len(self._late) >= _MOST_LATE:
            raise RasaUnavailable(reason="on probation")
        asking = asyncio.create_task(self._ask(body))
        self._late.add(asking)
        asking.add_done_callback(self._over)
        done, _ = await asyncio.wait({asking}, timeout=_PROBATION_S)
        if not done:
            raise RasaUnavailable(reason="on probation")
        return asking.result()

    def _over(self, asking: asyncio.Task[dict[str, Any]]) -> None:
        self._late.discard(asking)
        if not asking.cancelled():
            asking.exception()  # noted by _ask; nobody waits for it any more

    async def _ask(self, body: Mapping[str, Any]) -> dict[str, Any]:
        started = time.monotonic()
        try:
            answer = await self._post(body)
        except RasaUnavailable:
            self.silent_since = self.silent_since or now()
            raise
        self.silent_since = None
        if time.monotonic() - started < _QUICK_S:
            self._on_probation = False
        return answer

    async def _post(self, body: Mapping[str, Any]) -> dict[str, Any]:
        try:
            async with self._session.post(
                f"{self._url}/webhooks/jisr/turn",
                json=body,
                headers=self._headers,
                allow_redirects=False,
                timeout=self._timeout,
            ) as response:
                if response.status != 200:  # noqa: PLR2004 HTTP
                    raise RasaUnavailable(reason=f"status {response.status}")
                return dict(await response.json())
        except TimeoutError as error:
            self._on_probation = True
            raise RasaUnavailable(reason="time-out") from error
        except aiohttp.ClientError as error:
            raise RasaUnavailable(reason=type(error).__name__) from error
