"""Answers of the knowledge base that age: shown with their sources, confirmed with a date."""

from __future__ import annotations

from aiohttp import web

from bot.errors import DayRefused, NoSuchAnswer
from bot.insight.ageing import Ageing, Reason, ageing, confirmed
from bot.insight.fact_checks import SHOWN_DAYS, Confirmer
from bot.office import office_day
from bot.staff.guarding import require
from bot.staff.keys import INSIGHT, ME, PAGES
from bot.staff.pages import Refusal
from bot.staff.roles import Permission
from bot.storage.models import now

PAGE_SIZE = 30
CONFIRMED = "confirmed"

_MOST_DIGITS = 9


async def show(request: web.Request) -> web.Response:
    """GET /knowledge?show=&page=: what is malformed counts as not given."""
    return await _page(request)


async def confirm(request: web.Request) -> web.Response:
    """POST /knowledge/confirm: an answer was right on a day, says who is signed in."""
    require(request, Permission.CONFIRM_FACTS)
    form, me = await request.post(), request[ME]
    topic, facet, day = (str(form.get(field, "")) for field in ("topic", "facet", "day"))
    try:
        await request.app[INSIGHT].fact_checks.confirm(
            topic, facet, day, Confirmer(me.staff_id, me.name)
        )
    except (NoSuchAnswer, DayRefused) as error:
        return await _page(request, error=error)
    query = {"saved": "1", **({"show": _shown(request)} if _shown(request) else {})}
    place = request.app.router["knowledge"].url_for().with_query(query)
    return web.Response(status=303, headers={"Location": str(place)})


async def _page(request: web.Request, error: Refusal | None = None) -> web.Response:
    insight, pages, me = request.app[INSIGHT], request.app[PAGES], request[ME]
    checks = await insight.fact_checks.newest()
    showings = await insight.fact_checks.showings()
    today = office_day(now())
    read = insight.knowledge, insight.verifications, showings, today
    old, known = ageing(*read), confirmed(*read)
    counts = {"": len(old), **{reason.value: _count(old, reason) for reason in Reason}}
    facts = _chosen(_shown(request), old, known)
    last = max(1, -(-len(facts) // PAGE_SIZE))
    number = max(1, min(_number(request), last))
    return pages.answer(
        request,
        "knowledge.html",
        me,
        refused=error,
        facts=facts[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
        total=len(facts),
        number=number,
        last=last,
        shown=_shown(request),
        counts={**counts, CONFIRMED: len(known)},
        checks=checks,
        today=today.isoformat(),
        shown_days=SHOWN_DAYS,
        may_confirm=me.may(Permission.CONFIRM_FACTS),
        saved="saved" in request.query,
    )


def _chosen(shown: str, old: list[Ageing], known: list[Ageing]) -> list[Ageing]:
    if shown == CONFIRMED:
        return known
    return [fact for fact in old if not shown or shown in fact.reasons]


def _count(facts: list[Ageing], reason: Reason) -> int:
    return sum(reason in fact.reasons for fact in facts)


def _shown(request: web.Request) -> str:
    value = request.query.get("show", "")
    return value if value in {*Reason, CONFIRMED} else ""


def _number(request: web.Request) -> int:
    value = request.query.get("page", "")
    readable = value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    return int(value) if readable else 1
