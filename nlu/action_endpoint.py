"""Where Rasa runs our actions: over kept connections, and without the domain.

Rasa's own endpoint opens a new connection for each call, and sends the whole domain each time,
which costs more than the action. Our actions have no use for it.
"""

from __future__ import annotations

from typing import Any

import aiohttp
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
from rasa.utils.endpoints import ClientResponseError, EndpointConfig, read_endpoint_config

_REFUSED = 300  # a redirect is no answer: what a citizen wrote goes nowhere else


class ActionEndpoint(EndpointConfig):
    """Rasa's endpoint of actions: answers and fails as that one does, and follows no redirect."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._session: aiohttp.ClientSession | None = None

    @classmethod
    def read(cls, path: str) -> ActionEndpoint:
        """The action_endpoint of an endpoints file."""
        read = read_endpoint_config(path, "action_endpoint")
        return cls(url=read.url, headers=read.headers)

    async def request(self, *_: Any, **call: Any) -> Any:
        """Sends an action call, given as `json`; raises ClientResponseError where it is refused
        or led elsewhere."""
        body = {**call["json"], "domain": {}}
        async with self._kept().post(
            self.url, json=body, headers=self.headers, allow_redirects=False
        ) as response:
            if response.status >= _REFUSED:
                text = await response.content.read()
                raise ClientResponseError(response.status, response.reason, text)
            return await response.json()

    async def close(self) -> None:
        """Gives the connections back."""
        if self._session is not None:
            await self._session.close()

    def _kept(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT)
            self._session = aiohttp.ClientSession(timeout=timeout)
        return self._session
