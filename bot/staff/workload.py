"""The workload page: who has how much to do."""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web

from bot.staff.guarding import require
from bot.staff.keys import ME, PAGES, WORKLOAD
from bot.staff.loads import SETTLED_DAYS
from bot.staff.roles import Permission
from bot.storage.models import now

_DUE_SOON = timedelta(days=3)


async def show(request: web.Request) -> web.Response:
    """GET /workload."""
    require(request, Permission.SEE_WORKLOAD)
    at = now()
    loads = await request.app[WORKLOAD].loads(at, at + _DUE_SOON)
    return request.app[PAGES].answer(
        request, "workload.html", request[ME], loads=loads, today=at.date(), days=SETTLED_DAYS
    )
