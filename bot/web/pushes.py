"""What reaches an open widget unasked: Server-Sent Events, resumable with Last-Event-ID.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import asyncio
import contextlib
import json

from aiohttp import web

from bot.errors import UnknownConversation
from bot.storage.models import row_id
from bot.web.keys import CONVERSATIONS, OUTBOX, PUSHES, TOKENS
from bot.web.limiting import one_more_stream
from bot.web.reading import whole_number

_POLL_S = 1.0
_HEARTBEAT_S = 20.0


async def bearer_conversation(request: web.Request) -> str:
    """The conversation of the bearer token; raises UnknownConversation."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise UnknownConversation
    conversation_id = request.app[TOKENS].conversation_id(token)
    await request.app[CONVERSATIONS].get(conversation_id)
    return conversation_id


async def events(request: web.Request) -> web.StreamResponse:
    """GET /api/chat/events: the pushes of one conversation, for as long as the client listens."""
    conversation_id = await bearer_conversation(request)
    last = whole_number(request.headers.get("Last-Event-ID", "0"), "Last-Event-ID")
    with one_more_stream(request, conversation_id):
        return await _follow(request, conversation_id, last)


async def _follow(request: web.Request, conversation_id: str, last: int) -> web.StreamResponse:
    response = web.StreamResponse(
        headers={
            "Content-Type": "text/event-stream",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",  # nginx holds a stream back otherwise
        }
    )
    await response.prepare(request)
    await response.write(b": open\n\n")
    # A client that left comes back with Last-Event-ID; who comes to nothing is told so then.
    with contextlib.suppress(ConnectionResetError, UnknownConversation):
        await _stream(request, response, conversation_id, last)
    return response


async def _stream(
    request: web.Request, response: web.StreamResponse, conversation_id: str, last: int
) -> None:
    outbox, quiet_s = request.app[OUTBOX], 0.0
    while True:
        pushes = await outbox.after(conversation_id, last)
        if pushes:
            conversation = await request.app[CONVERSATIONS].get(conversation_id)
            for push in pushes:
                data = json.dumps(await request.app[PUSHES].shown(push, conversation.lang))
                frame = f"id: {push.id}\nevent: message\ndata: {data}\n\n"
                await response.write(frame.encode())
            last = row_id(pushes[-1])
            await outbox.delivered([row_id(push) for push in pushes])
            quiet_s = 0.0
        elif quiet_s >= _HEARTBEAT_S:
            await request.app[CONVERSATIONS].get(conversation_id)  # it may be deleted by now
            await response.write(b": still here\n\n")
            quiet_s = 0.0
        await asyncio.sleep(_POLL_S)
        quiet_s += _POLL_S
