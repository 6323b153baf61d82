"""The internal door: Rasa calls the actions here. Never on the public port."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from nlu.log_lines import in_turn

log = structlog.get_logger(__name__)

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
            log.warning("actions.token-refused")
            return web.json_response({"error": "unauthorized"}, status=401)
        call = await request.json()
        with in_turn(_turn_id(call)):
            return await self._answer(call)

    async def _answer(self, call: dict[str, Any]) -> web.Response:
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
            log.exception("action.failed", action=call.get("next_action"))
            return web.json_response(_FAILED)

    async def _run(self, call: dict[str, Any]) -> dict[str, Any]:
        action = call["next_action"]
        if await self._already_answered(_turn_id(call)):
            log.info("action.skipped", action=action)
            return _NOTHING
        log.debug("action.called", action=action)
        result = await self._executor.run(call)
        return result.model_dump() if result else _NOTHING


def _turn_id(call: dict[str, Any]) -> str:
    """The turn that Rasa runs the action in; empty where it does not say."""
    message = call.get("tracker", {}).get("latest_message") or {}
    return str((message.get("metadata") or {}).get("turn_id", ""))
