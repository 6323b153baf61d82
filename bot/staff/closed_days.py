"""The closed days page: the days off to come, and those that staff enter once announced."""

from __future__ import annotations

from datetime import date

from aiohttp import web

from bot.errors import ClosedDayRefused
from bot.office import office_day
from bot.staff.forms import read_form
from bot.staff.guarding import require
from bot.staff.keys import CLOSED_DAYS, ME, PAGES
from bot.staff.pages import reading_language
from bot.staff.roles import Permission
from bot.storage.models import now
from bot.tickets.calendar import HOME
from bot.tickets.closed_days import AHEAD, LONGEST_NAME, is_country

_DONE = frozenset({"added", "removed"})


async def show(request: web.Request) -> web.Response:
    """GET /closed-days?country=: Morocco's, and those of another country if one is asked for."""
    require(request, Permission.MANAGE_CLOSED_DAYS)
    return await _page(request, request.query.get("country", ""))


async def add(request: web.Request) -> web.Response:
    """POST /closed-days: enters a day."""
    require(request, Permission.MANAGE_CLOSED_DAYS)
    form = (await read_form(request)).fields
    country, day, name = (form.get(field, "") for field in ("country", "day", "name"))
    days, me = request.app[CLOSED_DAYS], request[ME]
    try:
        await days.add(me.staff_id, country, day, name, _today())
    except ClosedDayRefused as error:
        return await _page(request, country, error, {"day": day, "name": name})
    return _back(request, country, "added")


async def remove(request: web.Request) -> web.Response:
    """POST /closed-days/remove: takes an entered day back."""
    require(request, Permission.MANAGE_CLOSED_DAYS)
    form = (await read_form(request)).fields
    country, day = form.get("country", ""), form.get("day", "")
    await request.app[CLOSED_DAYS].remove(request[ME].staff_id, country, day)
    return _back(request, country, "removed")


async def _page(
    request: web.Request,
    asked: str,
    error: ClosedDayRefused | None = None,
    typed: dict[str, str] | None = None,
) -> web.Response:
    me, pages, today = request[ME], request.app[PAGES], _today()
    country = asked if is_country(asked) else HOME
    days, lang = request.app[CLOSED_DAYS], reading_language(request, me)
    told = request.query.get("done", "")
    return pages.answer(
        request,
        "closed-days.html",
        me,
        refused=error,
        calendars={
            code: await days.coming(code, today, lang) for code in dict.fromkeys([HOME, country])
        },
        country=country,
        today=today,
        last=today + AHEAD,
        typed=typed or {"day": "", "name": ""},
        longest_name=LONGEST_NAME,
        done=told if told in _DONE else None,
    )


def _back(request: web.Request, country: str, what: str) -> web.Response:
    query = {"country": country, "done": what}
    place = request.app.router["closed_days"].url_for().with_query(query)
    return web.Response(status=303, headers={"Location": str(place)})


def _today() -> date:
    return office_day(now())
