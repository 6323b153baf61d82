"""What is kept for how long, what a run would delete now, and what the last runs did."""

from __future__ import annotations

from aiohttp import web

from bot.privacy.policy import KEPT
from bot.staff.forms import done
from bot.staff.guarding import require
from bot.staff.keys import ME, PAGES, RETENTION
from bot.staff.roles import Permission


async def show(request: web.Request) -> web.Response:
    """GET /retention: the policy with today's dry run; nothing is changed by looking."""
    require(request, Permission.SEE_RETENTION)
    retention, me = request.app[RETENTION], request[ME]
    due = await retention.due()
    return request.app[PAGES].answer(
        request,
        "retention.html",
        me,
        classes=retention.policy,
        due=due,
        total=sum(due.values()),
        kept=sorted(set(KEPT.values())),
        runs=await retention.last(),
        may_run=me.may(Permission.RUN_RETENTION),
        done="asked" if request.query.get("done") == "asked" else None,
    )


async def run(request: web.Request) -> web.Response:
    """POST /retention/run: has the job run within a minute."""
    require(request, Permission.RUN_RETENTION)
    await request.app[RETENTION].ask(request[ME].staff_id)
    return done(request, "retention", "asked")
