"""The queues: what stands in each, filtered and searched, page by page."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from aiohttp import web

from bot.staff.guarding import require
from bot.staff.keys import ME, PAGES, QUEUES, SAVED_VIEWS
from bot.staff.roles import Permission
from bot.storage.models import now
from bot.tickets.kinds import Category, Kind, Priority, State
from bot.tickets.queues import QueuePage
from bot.tickets.saved_views import LONGEST_NAME
from bot.tickets.views import Cursor, Filters, Order, Queue, View
from nlu.text.variety import VARIETIES

_CHOICES = {
    "state": tuple(State),
    "priority": tuple(Priority),
    "kind": tuple(Kind),
    "category": tuple(Category),
    "variety": VARIETIES,
}


async def show(request: web.Request) -> web.Response:
    """GET /?queue=&order=&words=&state=...: what is malformed counts as not given."""
    require(request, Permission.HANDLE_TICKETS)
    me, at = request[ME], now()
    view, cursor = View.read(request.query), Cursor.read(request.query)
    queues = request.app[QUEUES]
    page, counts = await asyncio.gather(queues.page(me, view, at, cursor), queues.counts(me, at))
    return request.app[PAGES].answer(
        request,
        "queue.html",
        me,
        page=page,
        view=view,
        counts=counts,
        found=_found(page, view, counts[view.queue]),
        queues=_addresses(view),
        orders={order: replace(view, order=order).written() for order in Order},
        pages=_pages(page, view),
        choices=_CHOICES,
        colleagues=await queues.colleagues(),
        saved=await request.app[SAVED_VIEWS].of(me.staff_id),
        longest_name=LONGEST_NAME,
    )


async def tabs(request: web.Request) -> web.Response:
    """GET /queues: the queues with their counts and nothing else, asked for again and again."""
    require(request, Permission.HANDLE_TICKETS)
    view = View.read(request.query)
    counts = await request.app[QUEUES].counts(request[ME], now())
    return request.app[PAGES].answer(
        request, "queue-tabs.html", request[ME], view=view, counts=counts, queues=_addresses(view)
    )


def _addresses(view: View) -> dict[Queue, dict[str, str]]:
    """Each queue whole: a filter of one would hide tickets of another unnoticed."""
    return {queue: View(queue, order=view.order).written() for queue in Queue}


def _pages(page: QueuePage, view: View) -> dict[str, dict[str, str]]:
    beside = {"previous": page.previous, "next": page.next}
    return {
        name: {**view.written(), **cursor.written()} for name, cursor in beside.items() if cursor
    }


def _found(page: QueuePage, view: View, in_queue: int) -> int | None:
    """How many tickets the view holds; None where only counting all of them would tell."""
    if view.filters == Filters():
        return in_queue
    return None if page.previous or page.next else len(page.rows)
