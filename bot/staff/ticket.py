"""One ticket: what the citizen asks, what was said, and what staff can do."""

from __future__ import annotations

from aiohttp import web

from bot.errors import EmptyMessage, MessageTooLong, MoveRefused
from bot.staff.keys import CASEWORK, ME, PAGES
from bot.staff.pages import Refusal
from bot.tickets.casework import MOST_TURNS, REPLY_MAX_CHARS
from bot.tickets.kinds import State, moves_by_hand

_DONE = frozenset({"reply", "move"})


async def show(request: web.Request) -> web.Response:
    """GET /tickets/<reference>."""
    done = request.query.get("done", "")
    return await _page(request, done=done if done in _DONE else None)


async def reply(request: web.Request) -> web.Response:
    """POST /tickets/<reference>/reply: answers the citizen."""
    text = str((await request.post()).get("text", ""))
    try:
        await request.app[CASEWORK].reply(_reference(request), request[ME].staff_id, text)
    except (EmptyMessage, MessageTooLong) as error:
        return await _page(request, error=error, draft=text)
    return _back(request, "reply")


async def move(request: web.Request) -> web.Response:
    """POST /tickets/<reference>/move: changes the state, where the table permits it."""
    state = str((await request.post()).get("state", ""))
    try:
        await request.app[CASEWORK].move(_reference(request), request[ME].staff_id, state)
    except MoveRefused as error:
        return await _page(request, error=error)
    return _back(request, "move")


async def _page(
    request: web.Request,
    *,
    done: str | None = None,
    error: Refusal | None = None,
    draft: str = "",
) -> web.Response:
    file = await request.app[CASEWORK].ticket(_reference(request), request[ME].staff_id)
    moves = moves_by_hand(State(file.ticket.state))
    pages = request.app[PAGES]
    return pages.answer(
        request,
        "ticket.html",
        request[ME],
        status=error.status if error else 200,
        file=file,
        moves=[each.value for each in State if each in moves],
        done=done,
        error=pages.refusal(request, request[ME], error) if error else None,
        draft=draft,
        reply_max_chars=REPLY_MAX_CHARS,
        most_turns=MOST_TURNS,
    )


def _reference(request: web.Request) -> str:
    return request.match_info["reference"]


def _back(request: web.Request, done: str) -> web.Response:
    place = request.app.router["ticket"].url_for(reference=_reference(request))
    return web.Response(status=303, headers={"Location": str(place.with_query(done=done))})
