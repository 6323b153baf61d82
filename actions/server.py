"""The internal door: Rasa calls the actions here. Never on the public port."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

log = logging.getLogger(__name__)

_MAX_BODY_BYTES = 4 * 1024 * 1024

AlreadyAnswered = Callable[[str], Awaitable[bool]]

_NOTHING: dict[str, Any] = {"events": [], "responses": []}
_FAILED: dict[str, Any] = {
    "events": [],
    "responses": [{"custom": {"say": "internal-error", "args": {}}}],
}


class ActionServer:
    """Runs actions for Rasa over HTTP.

    Rasa swallows a failing action without a reply, so a failure is said (`internal-error`) and
    logged. An action whose turn was already answered, in degraded mode say, does nothing.
    """

    def __init__(
        self, executor: ActionExecutor, token: str, already_answered: AlreadyAnswered
    ) -> None:
        self._executor = executor
        self._authorization = f"Bearer {token}".encode()
        self._already_answered = already_answered

    def app(self) -> web.Application:
        """The internal application, to be bound to the loopback interface by default."""
        app = web.Application(client_max_size=_MAX_BODY_BYTES)
        app.router.add_post("/webhook", self.webhook)
        return app

    async def webhook(self, request: web.Request) -> web.Response:
        """Rasa's action call: https://rasa.com/docs/action-server/actions (request, response)."""
        given = request.headers.get("Authorization", "").encode(errors="replace")
        if not hmac.compare_digest(given, self._authorization):
            return web.json_response({"error": "unauthorized"}, status=401)
        call = await request.json()
        try:
            return web.json_response(await self._run(call))
        except ActionExecutionRejection as rejection:
            body = {"error": rejection.message, "action_name": rejection.action_name}
            return web.json_response(body, status=400)
        except ActionNotFoundException as error:
            return web.json_response(
                {"error": str(error), "action_name": call.get("next_action")}, status=404
            )
        except Exception:
            # The boundary to Rasa: whatever failed, the citizen must hear something.
            log.exception("action.failed action=%s", call.get("next_action"))
            return web.json_response(_FAILED)

    async def _run(self, call: dict[str, Any]) -> dict[str, Any]:
        metadata = call["tracker"]["latest_message"].get("metadata") or {}
        if await self._already_answered(metadata["turn_id"]):
            log.info("action.skipped action=%s turn=%s", call["next_action"], metadata["turn_id"])
            return _NOTHING
        result = await self._executor.run(call)
        return result.model_dump() if result else _NOTHING
