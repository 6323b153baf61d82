"""The queue: all tickets or those of one state, page by page."""

from __future__ import annotations

from aiohttp import web

from bot.staff.keys import CASEWORK, ME, PAGES
from bot.tickets.casework import Order
from bot.tickets.kinds import State

_MOST_DIGITS = 9


async def show(request: web.Request) -> web.Response:
    """GET /?state=&order=&page=: what is malformed counts as not given."""
    state = _state(request.query.get("state", ""))
    order: Order = "oldest" if request.query.get("order") == "oldest" else "newest"
    page = await request.app[CASEWORK].queue(_number(request), order, state)
    return request.app[PAGES].answer(
        request,
        "queue.html",
        request[ME],
        page=page,
        request_path=str(request.rel_url),
        state=state.value if state else "",
        order=order,
        states=[each.value for each in State],
    )


def _state(value: str) -> State | None:
    return State(value) if value in set(State) else None


def _number(request: web.Request) -> int:
    value = request.query.get("page", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS else 1
