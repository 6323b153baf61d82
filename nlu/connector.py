"""The channel between the application and Rasa: one request a turn, answered with what to say,
what was understood and the conversation's new state. The state lives with the application."""

from __future__ import annotations

import asyncio
import hmac
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from rasa.shared.core.events import UserUttered
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from nlu.log_lines import in_turn
from nlu.state import TURN, MalformedStateError, Turn, turn_from

log = structlog.get_logger(__name__)

FALLBACK = "nlu_fallback"
MINTED = re.compile(r"/([a-z_]+)")
Handler = Callable[[UserMessage], Awaitable[Any]]


class RefusedError(Exception):
    """A request that is answered with an error instead of a turn."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


@dataclass(frozen=True)
class TurnRequest:
    """What the application asks: this text, in this conversation, at this point of it."""

    conversation: str
    text: str
    metadata: dict[str, Any]
    state: list[Any]

    @classmethod
    def read(cls, body: Any, intents: frozenset[str]) -> TurnRequest:
        """The request in a JSON body; raises RefusedError."""
        if not isinstance(body, dict):
            raise RefusedError(400, "malformed")
        request = cls(
            conversation=_typed(body, "conversation", str, None),
            text=_typed(body, "text", str, None).strip(),
            metadata=_typed(body, "metadata", dict, {}),
            state=_typed(body, "state", list, []),
        )
        if not request.conversation or not request.text:
            raise RefusedError(400, "malformed")
        if request.text.startswith("/"):
            request._check_minted(intents)
        return request

    def _check_minted(self, intents: frozenset[str]) -> None:
        named = MINTED.fullmatch(self.text)
        if self.metadata.get("minted") is not True or not named or named[1] not in intents:
            raise RefusedError(400, "not_minted")


def _typed(body: Mapping[str, Any], name: str, kind: type, default: Any) -> Any:
    value = body.get(name)
    value = default if value is None else value
    if not isinstance(value, kind):
        raise RefusedError(400, "malformed")
    return value


class Sayings(OutputChannel):
    """Collects what the turn says."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """The channel's name in Rasa."""
        return "jisr"

    async def send_custom_json(
        self,
        recipient_id: str,  # noqa: ARG002 (Rasa's signature)
        json_message: dict[str, Any],
        **_: Any,
    ) -> None:
        """Keep one message; one that does not tell what to say is dropped."""
        if not isinstance(json_message.get("say"), str):
            log.error("action.said-no-key")
            return
        saying = {"say": json_message["say"], "args": json_message.get("args") or {}}
        if json_message.get("asks"):
            saying["asks"] = json_message["asks"]
        self.said.append(saying)

    async def send_text_message(self, recipient_id: str, text: str, **_: Any) -> None:  # noqa: ARG002
        """Refuse plain words: they belong to the application."""
        log.error("action.said-words")


class JisrChannel(InputChannel):
    """POST /webhooks/jisr/turn and GET /ready."""

    def __init__(self, token: str, seconds: float) -> None:
        self._token = token
        self._seconds = seconds

    @classmethod
    def name(cls) -> str:
        """The channel's name, part of its address."""
        return "jisr"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The two addresses."""
        routes = Blueprint("jisr", __name__)

        @routes.get("/ready")
        async def ready(request: Request) -> HTTPResponse:
            try:
                self._check_token(request)
            except RefusedError as refused:
                return json({"error": {"code": refused.code}}, status=refused.status)
            is_ready = request.app.ctx.agent is not None
            return json({"ready": is_ready}, status=200 if is_ready else 503)

        @routes.post("/webhooks/jisr/turn")
        async def turn(request: Request) -> HTTPResponse:
            try:
                return json(await self._turn(request, on_new_message))
            except RefusedError as refused:
                return json({"error": {"code": refused.code}}, status=refused.status)

        return routes

    async def _turn(self, request: Request, handle: Handler) -> dict[str, Any]:
        self._check_token(request)
        agent = request.app.ctx.agent
        if agent is None:
            raise RefusedError(503, "not_ready")
        asked = TurnRequest.read(_body(request), request.app.ctx.intents)
        try:
            turn = turn_from(asked.state)
        except MalformedStateError as fault:
            raise RefusedError(400, "malformed_state") from fault
        with in_turn(str(asked.metadata.get("turn_id", ""))):
            try:
                return await self._run(asked, turn, handle)
            except RefusedError:
                raise
            except Exception as fault:
                log.exception("turn.failed")
                raise RefusedError(500, "internal") from fault

    async def _run(self, asked: TurnRequest, turn: Turn, handle: Handler) -> dict[str, Any]:
        started = time.monotonic()
        sayings = Sayings()
        message = UserMessage(
            text=asked.text,
            output_channel=sayings,
            sender_id=asked.conversation,
            input_channel=self.name(),
            metadata=asked.metadata,
        )
        await self._handle(handle, message, turn)
        told = understood(turn, message.message_id)
        took_ms = round((time.monotonic() - started) * 1000)
        log.info("turn.understood", intent=told["intent"], ms=took_ms)
        return {"said": sayings.said, "understood": told, "state": turn.state()}

    async def _handle(self, handle: Handler, message: UserMessage, turn: Turn) -> None:
        current = TURN.set(turn)
        try:
            await asyncio.wait_for(handle(message), self._seconds)
        except asyncio.TimeoutError as fault:  # noqa: UP041 (not the same one in 3.10)
            raise RefusedError(503, "timeout") from fault
        finally:
            TURN.reset(current)

    def _check_token(self, request: Request) -> None:
        given = request.headers.get("authorization", "").encode(errors="replace")
        if not hmac.compare_digest(given, f"Bearer {self._token}".encode()):
            log.warning("rasa.token-refused")
            raise RefusedError(401, "unauthorised")


def _body(request: Request) -> Any:
    try:
        return request.json
    except Exception as fault:  # Sanic raises its own kinds for what is not JSON
        raise RefusedError(400, "malformed") from fault


def understood(turn: Turn, message_id: str) -> dict[str, Any]:
    """What was understood of one message, read from its own event; never the fallback intent."""
    event = next(
        e
        for e in reversed(turn.events)
        if isinstance(e, UserUttered) and e.message_id == message_id
    )
    parsed = event.parse_data or {}
    ranking = parsed.get("intent_ranking") or [parsed.get("intent") or {}]
    best = next((one for one in ranking if one.get("name") not in (None, FALLBACK)), {})
    facet = {} if event.text and event.text.startswith("/") else parsed.get("facet") or {}
    return {
        "intent": best.get("name"),
        "confidence": round(best.get("confidence", 0.0), 4),
        "facet": facet.get("name"),
    }
