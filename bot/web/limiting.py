"""Holds the citizens' side to its limits; the rules are in bot/limiting.py."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext

import structlog
from aiohttp import web

from bot.errors import JisrError, TooManyRequests
from bot.limiting import Kind
from bot.web.keys import LIMITER

log = structlog.get_logger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# Who watches over the application asks often; Telegram sends for all its people; the console
# words its refusals itself.
_FREE = ("/healthz", "/readyz", "/telegram/", "/staff")
_STREAM_PAUSE_S = 30


@web.middleware
async def limited(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Takes each request from the budget of its address."""
    if not request.path.startswith(_FREE):
        await _spend(request, "address")
    return await handler(request)


async def spend_opening(request: web.Request) -> None:
    """Before a conversation is begun; raises TooManyRequests."""
    await _spend(request, "openings")


async def spend_lookup(request: web.Request) -> None:
    """Before the code of a ticket or of another device is tried; raises TooManyRequests."""
    await _spend(request, "lookups")


async def spend_turn(request: web.Request, whose: str) -> None:
    """Before a conversation says something, or something is done with a ticket."""
    await _spend(request, "turns", whose)


async def spend_file(request: web.Request, conversation_id: str) -> None:
    """Before a file is read; raises TooManyRequests."""
    await _spend(request, "files", conversation_id)


@contextmanager
def one_more_stream(request: web.Request, conversation_id: str) -> Iterator[None]:
    """Holds an event stream open; raises TooManyRequests where there are too many."""
    limiter = request.app.get(LIMITER)
    with limiter.stream(request, conversation_id) if limiter else nullcontext(True) as free:
        if not free:
            raise TooManyRequests(seconds=_STREAM_PAUSE_S)
        yield


def asker(request: web.Request) -> str:
    """Who asks, for what counts wrong guesses by itself."""
    limiter = request.app.get(LIMITER)
    return (limiter.address(request) if limiter else None) or request.remote or ""


def retry_after(error: JisrError | None) -> Mapping[str, str]:
    """The header that tells how long to wait, where the refusal tells it."""
    seconds = error.fields.get("seconds") if error else None
    return {"Retry-After": str(seconds)} if seconds else {}


async def _spend(request: web.Request, kind: Kind, who: str | None = None) -> None:
    limiter = request.app.get(LIMITER)
    if limiter and (seconds := await limiter.spend(request, kind, who)):
        log.warning("citizen.limited", budget=kind)
        raise TooManyRequests(seconds=seconds)
