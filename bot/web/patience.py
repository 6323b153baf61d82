"""Nobody holds a place by sending slowly: how long the body of a request may take to come in.

What trickles before a request is whole is ended by the server's own limit on idle connections.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

BODY_S = 60.0
FILES_S = 15 * 60.0  # ten megabytes from a village by mobile phone

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def bounded_patience(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Ends the connection of a body that is not there in time; the work on it may take longer."""
    limit_s = FILES_S if request.content_type.startswith("multipart/") else BODY_S
    giving_up = asyncio.get_running_loop().call_later(limit_s, _end_unless_read, request)
    try:
        return await handler(request)
    finally:
        giving_up.cancel()


def _end_unless_read(request: web.Request) -> None:
    if request.transport is not None and not request.content.is_eof():
        request.transport.abort()
