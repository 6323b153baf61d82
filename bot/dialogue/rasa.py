"""The one request a turn to Rasa's connector (nlu/connector.py)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp

from bot.dialogue.exchange import RasaAnswer
from bot.errors import RasaUnavailable
from bot.replies.said import Said

_READY_TIMEOUT_S = 2.0


class RasaClient:
    """Talks to any number of Rasa processes behind one address; keeps no state."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, token: str, timeout_s: float
    ) -> None:
        self._session = session
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._timeout = aiohttp.ClientTimeout(total=timeout_s)

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
        answer = await self._post(body)
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
                timeout=aiohttp.ClientTimeout(total=_READY_TIMEOUT_S),
            ) as response:
                return response.status == 200  # noqa: PLR2004 HTTP
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def _post(self, body: Mapping[str, Any]) -> dict[str, Any]:
        try:
            async with self._session.post(
                f"{self._url}/webhooks/jisr/turn",
                json=body,
                headers=self._headers,
                timeout=self._timeout,
            ) as response:
                if response.status != 200:  # noqa: PLR2004 HTTP
                    raise RasaUnavailable(reason=f"status {response.status}")
                return dict(await response.json())
        except TimeoutError as error:
            raise RasaUnavailable(reason="time-out") from error
        except aiohttp.ClientError as error:
            raise RasaUnavailable(reason=type(error).__name__) from error
