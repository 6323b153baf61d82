"""A small client of the chat API (design, "The chat API")."""

from __future__ import annotations

from types import TracebackType
from typing import Any
from uuid import uuid4

import aiohttp

_TIMEOUT_S = 30.0

Answer = dict[str, Any]


class ChatRefused(RuntimeError):
    """An answer that is not 200: its status, code and words."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code


class ChatClient:
    """One HTTP session with a running product; an async context manager.

    `address` is one of the machine's own, from which it asks: limits are kept by address.
    """

    def __init__(self, url: str, address: str | None = None) -> None:
        self._url = url.rstrip("/")
        self._from = (address, 0) if address else None
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> ChatClient:
        timeout = aiohttp.ClientTimeout(total=_TIMEOUT_S)
        connector = aiohttp.TCPConnector(limit=0, local_addr=self._from)
        self._session = aiohttp.ClientSession(timeout=timeout, connector=connector)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session:
            await self._session.close()

    def conversation(self) -> Conversation:
        """A new conversation; the product hears of it with the first message."""
        return Conversation(self)

    async def post(self, body: dict[str, Any]) -> Answer:
        """POST /api/chat; raises ChatRefused for anything but 200."""
        if self._session is None:
            raise RuntimeError("use `async with ChatClient(url)`")
        async with self._session.post(f"{self._url}/api/chat", json=body) as response:
            answer = await _json(response)
            if response.status != 200:
                error = answer.get("error") or {}
                code, message = str(error.get("code")), str(error.get("message"))
                raise ChatRefused(response.status, code, message)
            return answer


class Conversation:
    """One citizen's conversation: keeps the token from turn to turn."""

    def __init__(self, client: ChatClient) -> None:
        self._client = client
        self.token: str | None = None

    async def say(
        self,
        text: str | None = None,
        *,
        choice: str | None = None,
        lang: str | None = None,
        client_id: str | None = None,
    ) -> Answer:
        """One turn, by typed text or by a choice's payload; raises ChatRefused."""
        answer = await self._client.post(
            {
                "conversation": self.token,
                "message": text,
                "choice": choice,
                "lang": lang,
                "client_id": client_id or str(uuid4()),
            }
        )
        self.token = answer["conversation"]
        return answer


async def _json(response: aiohttp.ClientResponse) -> dict[str, Any]:
    try:
        body = await response.json(content_type=None)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}
