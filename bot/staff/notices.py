"""What a member of staff should see: a count on every page, a list, and live as it happens.

The live part is Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html);
without JavaScript the count is the one at page load.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.errors import NotSignedIn
from bot.staff.bell import Standing
from bot.staff.cookies import session_token
from bot.staff.keys import ME, NOTICES, PAGES, SESSIONS
from bot.staff.pages import UNSEEN

EMERGENCY = "emergency"

_POLL_S = 2.0
_HEARTBEAT_S = 20.0
_MOST_DIGITS = 9
_ENDED = b"event: ended\ndata:\n\n"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def with_count(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Counts for the page that is about to be shown."""
    me = request.get(ME)
    if me is not None and request.match_info.handler is not events:
        request[UNSEEN] = (await request.app[NOTICES].standing(me.staff_id)).unseen
    return await handler(request)


async def show(request: web.Request) -> web.Response:
    """GET /notices: the newest."""
    me = request[ME]
    found = await request.app[NOTICES].newest(me.staff_id)
    up_to = max((notice.id or 0 for notice, _reference in found), default=0)
    return request.app[PAGES].answer(request, "notices.html", me, notices=found, up_to=up_to)


async def mark(request: web.Request) -> web.Response:
    """POST /notices: they were seen."""
    form = await request.post()
    await request.app[NOTICES].seen(request[ME].staff_id, _number(str(form.get("up_to", ""))))
    place = request.app.router["notices"].url_for()
    return web.Response(status=303, headers={"Location": str(place)})


async def events(request: web.Request) -> web.StreamResponse:
    """GET /notices/events: the count whenever it changes, and last that the session has ended."""
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    await response.write(b": open\n\n")
    # A browser that left comes back with Last-Event-ID; one whose session ended does not.
    with contextlib.suppress(ConnectionResetError):
        try:
            await _stream(request, response, request.headers.get("Last-Event-ID"))
        except NotSignedIn:
            await response.write(_ENDED)
    return response


async def _stream(request: web.Request, response: web.StreamResponse, heard: str | None) -> None:
    notices, known, quiet_s = request.app[NOTICES], None, 0.0
    last = None if heard is None else _number(heard)
    while True:
        me = await request.app[SESSIONS].find(session_token(request), in_use=False)
        standing = await notices.standing(me.staff_id)
        if standing != known:
            # What was there when the page was loaded makes no sound.
            since = standing.newest if last is None else last
            urgent = await notices.urgent_after(me.staff_id, since)
            label = request.app[PAGES].label(me, "notices-unseen", count=standing.unseen)
            await response.write(_frame(standing, label, _sound(urgent)))
            known, last, quiet_s = standing, standing.newest, 0.0
        elif quiet_s >= _HEARTBEAT_S:
            await response.write(b": still here\n\n")
            quiet_s = 0.0
        await asyncio.sleep(_POLL_S)
        quiet_s += _POLL_S


def _sound(urgent: frozenset[str]) -> str | None:
    if EMERGENCY in urgent:
        return EMERGENCY
    return "urgent" if urgent else None


def _frame(standing: Standing, label: str, sound: str | None) -> bytes:
    data: dict[str, Any] = {"unseen": standing.unseen, "label": label, "sound": sound}
    return f"id: {standing.newest}\nevent: notices\ndata: {json.dumps(data)}\n\n".encode()


def _number(text: str) -> int:
    readable = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) if readable else 0
