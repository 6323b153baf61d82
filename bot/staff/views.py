"""Saved views: a member of staff keeps, renames and deletes their own."""

from __future__ import annotations

from urllib.parse import parse_qsl

from aiohttp import web

from bot.errors import StaffRefusal, TooManyViews, ViewNameRefused
from bot.staff.forms import done, read_form
from bot.staff.guarding import require
from bot.staff.keys import ME, PAGES, SAVED_VIEWS
from bot.staff.roles import Permission
from bot.tickets.saved_views import LONGEST_NAME
from bot.tickets.views import View

_DONE = frozenset({"renamed", "deleted"})


async def show(request: web.Request) -> web.Response:
    """GET /views: one's own, to be renamed and deleted."""
    require(request, Permission.HANDLE_TICKETS)
    return await _page(request)


async def save(request: web.Request) -> web.Response:
    """POST /views: keeps the queue that the form came from, and leads back to it."""
    require(request, Permission.HANDLE_TICKETS)
    form = (await read_form(request)).fields
    view = View.read(dict(parse_qsl(form.get("view", ""))))
    try:
        await request.app[SAVED_VIEWS].save(request[ME].staff_id, form.get("name", ""), view)
    except (ViewNameRefused, TooManyViews) as error:
        return await _page(request, error)
    place = request.app.router["queue"].url_for().with_query(view.written())
    return web.Response(status=303, headers={"Location": str(place) or "/"})


async def rename(request: web.Request) -> web.Response:
    """POST /views/<id>/rename."""
    require(request, Permission.HANDLE_TICKETS)
    name = (await read_form(request)).fields.get("name", "")
    try:
        await request.app[SAVED_VIEWS].rename(request[ME].staff_id, _id(request), name)
    except ViewNameRefused as error:
        return await _page(request, error)
    return done(request, "views", "renamed")


async def delete(request: web.Request) -> web.Response:
    """POST /views/<id>/delete."""
    require(request, Permission.HANDLE_TICKETS)
    await request.app[SAVED_VIEWS].delete(request[ME].staff_id, _id(request))
    return done(request, "views", "deleted")


async def _page(request: web.Request, error: StaffRefusal | None = None) -> web.Response:
    me, pages = request[ME], request.app[PAGES]
    told = request.query.get("done", "")
    return pages.answer(
        request,
        "views.html",
        me,
        refused=error,
        saved=await request.app[SAVED_VIEWS].of(me.staff_id),
        done=told if told in _DONE else None,
        longest_name=LONGEST_NAME,
    )


def _id(request: web.Request) -> int:
    return int(request.match_info["view_id"])
