"""One cause behind many tickets: its page, and one answer to all, each in its own language."""

from __future__ import annotations

from collections import Counter

from aiohttp import web

from bot.errors import BadInput, StaffRefusal
from bot.staff.drafts import Draft, texts
from bot.staff.keys import INCIDENTS, ME, PAGES
from bot.staff.pages import Refusal
from bot.tickets.kinds import SETTLED, AnswerType, Remedy
from nlu.text.variety import VARIETIES

_NOTHING_TYPED = Draft()
_MOST_DIGITS = 6


async def show(request: web.Request) -> web.Response:
    """GET /incidents/<number>; after an answer `?answered=` and `?skipped=` are counts."""
    return await _page(request)


async def answer(request: web.Request) -> web.Response:
    """POST /incidents/<number>: writes to the citizens of all its tickets."""
    fields = texts(await request.post())
    try:
        done = await request.app[INCIDENTS].answer(
            _number(request),
            request[ME].staff_id,
            {lang: fields.get(f"text-{lang}", "") for lang in VARIETIES},
            ary_for_latin=bool(fields.get("ary_for_latin")),
            answer_type=fields.get("answer_type") or None,
            remedy=fields.get("remedy", Remedy.NONE.value),
        )
    except (StaffRefusal, BadInput) as error:
        return await _page(request, error, Draft("answer", fields))
    place = request.app.router["incident_page"].url_for(incident=request.match_info["incident"])
    counts = {"answered": str(len(done.references)), "skipped": str(len(done.skipped))}
    return web.Response(status=303, headers={"Location": str(place.with_query(counts))})


async def _page(
    request: web.Request, error: Refusal | None = None, draft: Draft = _NOTHING_TYPED
) -> web.Response:
    file = await request.app[INCIDENTS].look(_number(request), request[ME].staff_id)
    pages = request.app[PAGES]
    return pages.answer(
        request,
        "incident.html",
        request[ME],
        refused=error,
        incident=file.incident,
        tickets=file.tickets,
        varieties=VARIETIES,
        waiting=Counter(each.lang for each in file.tickets if each.state not in SETTLED),
        answer_types=list(AnswerType),
        remedies=list(Remedy),
        draft=draft,
        answered=_count(request, "answered"),
        skipped=_count(request, "skipped"),
    )


def _number(request: web.Request) -> int:
    return int(request.match_info["incident"])


def _count(request: web.Request, name: str) -> int | None:
    value = request.query.get(name, "")
    right = value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    return int(value) if right else None
