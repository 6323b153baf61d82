"""The figures of the desk: shown, drawn from their tables, and saved."""

from __future__ import annotations

from datetime import date

from aiohttp import web

from bot.insight.dashboard import PERIODS, Figures, Period
from bot.insight.tables import TOTAL, Head, Table, as_csv
from bot.staff.guarding import require
from bot.staff.keys import INSIGHT, ME, PAGES
from bot.staff.roles import Permission
from bot.staff.wording import Labels


async def show(request: web.Request) -> web.Response:
    """GET /dashboard?days=: what is malformed counts as not given."""
    require(request, Permission.SEE_DASHBOARD)
    figures = await _figures(request)
    return request.app[PAGES].answer(
        request, "dashboard.html", request[ME], figures=figures, periods=PERIODS, heading=heading
    )


async def save(request: web.Request) -> web.Response:
    """GET /dashboard/<table>.csv?days=: one table, with the same figures hidden."""
    require(request, Permission.SEE_DASHBOARD)
    figures = await _figures(request)
    table = figures.table(request.match_info["table"])
    if table is None:
        raise web.HTTPNotFound
    labels = request.app[PAGES].labels(request, request[ME])
    headings = [
        labels.of("by", table.family),
        *(labels.of("figure", column) for column in table.columns),
    ]
    rows = [
        [
            row.head.isoformat()
            if isinstance(row.head, date)
            else _plain(heading(labels, table, row.head)),
            *("" if cell is None else str(cell) for cell in row.cells),
        ]
        for row in table.all_rows
    ]
    name = f"jisr-{table.name}-{figures.days}.csv"
    return web.Response(
        body=as_csv([*map(_plain, headings)], rows),
        content_type="text/csv",
        charset="utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def heading(labels: Labels, table: Table, head: Head) -> str:
    """What a row counts, as people read it."""
    if isinstance(head, date):
        return labels.short_day(head)
    if head == TOTAL:
        return labels("figure-total")
    return labels.country(head) if table.family == "country" else labels.of(table.family, head)


async def _figures(request: web.Request) -> Figures:
    return await request.app[INSIGHT].dashboard.figures(_days(request))


def _days(request: web.Request) -> Period:
    asked = request.query.get("days", "")
    return next((days for days in PERIODS if str(days) == asked), PERIODS[0])


def _plain(text: str) -> str:
    """Without the marks that keep a value's direction apart on a page."""
    return text.translate({0x2068: None, 0x2069: None})
