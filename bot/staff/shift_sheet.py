"""The shift sheet: what whoever comes on duty has to look at first, on paper if they like."""

from __future__ import annotations

from aiohttp import web

from bot.staff.guarding import require
from bot.staff.keys import ME, PAGES, QUEUES
from bot.staff.roles import Permission
from bot.storage.models import now
from bot.tickets.queues import SHEET_SIZE


async def show(request: web.Request) -> web.Response:
    """GET /shift?whose=: one's own tickets, or with `all` everybody's."""
    require(request, Permission.HANDLE_TICKETS)
    everyone = request.query.get("whose") == "all"
    if everyone:
        require(request, Permission.SEE_WORKLOAD)
    at = now()
    groups = await request.app[QUEUES].sheet(request[ME], at, everyone=everyone)
    return request.app[PAGES].answer(
        request,
        "shift-sheet.html",
        request[ME],
        groups=groups,
        everyone=everyone,
        at=at,
        most=SHEET_SIZE,
    )
