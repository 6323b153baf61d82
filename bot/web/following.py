"""/suivi: a citizen follows a ticket on plain pages, without JavaScript.

The code is typed once and stands in no address: after it, a short signed cookie opens that one
ticket. A form that comes back twice does nothing twice, and what was typed into one that came too
late is kept.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import jinja2
from aiohttp import web

from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import BadInput, MalformedRequest, StaleForm, TicketNotFound, message_key
from bot.replies.dates import date_words
from bot.replies.said import direction
from bot.storage.models import Ticket
from bot.tickets.following import (
    RATINGS,
    TEXT_MAX_CHARS,
    WORDS_MAX_CHARS,
    FollowUp,
    Progress,
)
from bot.tickets.references import parse
from bot.tickets.zones import local_date
from bot.web.keys import FOLLOW_UP, RENDERER, VISITS
from bot.web.reading import read_client_id, read_form
from bot.web.visits import LENGTH_S, Visit
from nlu.text.variety import VARIETIES, Variety

COOKIE = "jisr_suivi"
HOME = "/suivi"
TICKET = "/suivi/ticket"

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters["direction"] = direction
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}
_DONE = frozenset({"add", "withdraw", "rate", "reopen"})

Form = Mapping[str, str]
Deed = Callable[[FollowUp, int, Form, str], Awaitable[None]]


async def show(request: web.Request) -> web.Response:
    """GET /suivi: asks for reference and code."""
    return _door(request)


async def look(request: web.Request) -> web.Response:
    """POST /suivi: opens the ticket of that reference and code."""
    form = await read_form(request)
    reference, code = _keys(form)
    try:
        before = request.app[VISITS].require(_cookie(request), form.get("csrf", ""))
        progress = await request.app[FOLLOW_UP].find(reference, code, before.nonce)
    except BadInput as error:
        return _door(request, form, error)
    visit = request.app[VISITS].begin(progress.ticket.id)
    if form.get("text"):
        # What was typed before the visit ran out is there again.
        response = _page(request, visit, progress, form)
    else:
        response = _see_ticket(request, form)
    _keep(request, response, visit)
    return response


async def ticket(request: web.Request) -> web.Response:
    """GET /suivi/ticket: the ticket that this visit opened."""
    visit = request.app[VISITS].read(_cookie(request))
    if visit is None or visit.ticket_id is None:
        raise web.HTTPSeeOther(_with_lang(HOME, _asked(request)))
    try:
        progress = await request.app[FOLLOW_UP].progress(visit.ticket_id)
    except TicketNotFound as error:
        return _door(request, refusal=error)
    return _page(request, visit, progress)


async def add(request: web.Request) -> web.Response:
    """POST /suivi/ticket/add: something the citizen wants to add."""
    return await _change(request, "add", _add)


async def withdraw(request: web.Request) -> web.Response:
    """POST /suivi/ticket/withdraw: the citizen wants the ticket closed."""
    return await _change(request, "withdraw", _withdraw)


async def rate(request: web.Request) -> web.Response:
    """POST /suivi/ticket/rate: whether it is solved, and how it went."""
    return await _change(request, "rate", _rate)


async def reopen(request: web.Request) -> web.Response:
    """POST /suivi/ticket/reopen: it is not solved."""
    return await _change(request, "reopen", _reopen)


async def leave(request: web.Request) -> web.Response:
    """POST /suivi/leave: ends the visit, on a phone that others use too."""
    form = await read_form(request)
    try:
        request.app[VISITS].require(_cookie(request), form.get("csrf", ""))
    except StaleForm as error:
        return _door(request, form, error)
    response = web.Response(status=303, headers={"Location": _with_lang(HOME, form.get("lang"))})
    response.del_cookie(COOKIE, path=HOME)
    return response


async def _add(follow_up: FollowUp, ticket_id: int, form: Form, turn_id: str) -> None:
    await follow_up.add_information(ticket_id, form.get("text", ""), turn_id)


async def _withdraw(follow_up: FollowUp, ticket_id: int, form: Form, turn_id: str) -> None:
    if form.get("sure") != "yes":
        raise MalformedRequest(field="sure")
    await follow_up.withdraw(ticket_id, turn_id)


async def _rate(follow_up: FollowUp, ticket_id: int, form: Form, _turn_id: str) -> None:
    solved, rating = form.get("solved"), form.get("rating", "")
    if solved not in {"yes", "no"}:
        raise MalformedRequest(field="solved")
    if rating not in set(map(str, RATINGS)):
        raise MalformedRequest(field="rating")
    await follow_up.rate(ticket_id, solved == "yes", int(rating), form.get("text", ""))


async def _reopen(follow_up: FollowUp, ticket_id: int, form: Form, turn_id: str) -> None:
    await follow_up.reopen(ticket_id, form.get("text", ""), turn_id)


async def _change(request: web.Request, action: str, deed: Deed) -> web.Response:
    form = await read_form(request)
    typed = {**form, "action": action}
    try:
        visit = request.app[VISITS].require(_cookie(request), form.get("csrf", ""))
        if visit.ticket_id is None:
            raise StaleForm
    except StaleForm as error:
        return _door(request, typed, error)
    try:
        turn_id = f"web:{visit.ticket_id}:{read_client_id(form.get('once'))}"
        await deed(request.app[FOLLOW_UP], visit.ticket_id, form, turn_id)
    except TicketNotFound as error:
        return _door(request, typed, error)
    except BadInput as error:
        progress = await request.app[FOLLOW_UP].progress(visit.ticket_id)
        return _page(request, visit, progress, typed, error)
    return _see_ticket(request, form, action)


def _keys(form: Form) -> tuple[str, str]:
    """Reference and code however they were typed, even both into the first field."""
    first = parse(form.get("reference", ""))
    second = parse(form.get("code", ""), code_expected=True)
    reference = first.reference or form.get("reference", "").strip()
    return reference, second.code or first.code or form.get("code", "").strip()


def _see_ticket(request: web.Request, form: Form, done: str = "") -> web.Response:
    place = _with_lang(TICKET, form.get("lang") or _asked(request), done)
    return web.Response(status=303, headers={**_HEADERS, "Location": place})


def _with_lang(path: str, lang: str | None, done: str = "") -> str:
    query = [f"lang={lang}"] if lang in VARIETIES else []
    query += [f"done={done}"] if done else []
    return f"{path}?{'&'.join(query)}" if query else path


def _door(
    request: web.Request, form: Form | None = None, refusal: BadInput | None = None
) -> web.Response:
    """The form for reference and code, with what was typed before."""
    form = form or {}
    visits = request.app[VISITS]
    visit = visits.read(_cookie(request)) or visits.begin()
    asked = _speaks(form.get("lang") or _asked(request))
    lang = asked or _browser_lang(request)
    response = _answer(
        request,
        "following-door.html",
        lang,
        refusal,
        visit=visit,
        reference=form.get("reference", ""),
        code=form.get("code", "") if isinstance(refusal, StaleForm) else "",
        kept={name: form[name] for name in ("action", "text") if form.get("text") and name in form},
        asked_lang=asked or "",
        path=HOME,
    )
    _keep(request, response, visit)
    return response


def _page(
    request: web.Request,
    visit: Visit,
    progress: Progress,
    form: Form | None = None,
    refusal: BadInput | None = None,
) -> web.Response:
    """The ticket with what can be done now."""
    form = form or {}
    asked = _speaks(form.get("lang") or _asked(request))
    lang = asked or _speaks(progress.ticket.lang) or DEFAULT_LANG
    done = request.query.get("done", "")
    return _answer(
        request,
        "following.html",
        lang,
        refusal,
        visit=visit,
        progress=progress,
        ticket=progress.ticket,
        day=lambda moment: _day(moment, lang, progress.ticket),
        once=uuid4,
        typed={form["action"]: form.get("text", "")} if "action" in form else {},
        done=done if done in _DONE else "",
        ratings=RATINGS,
        text_max=TEXT_MAX_CHARS,
        words_max=WORDS_MAX_CHARS,
        asked_lang=asked or "",
        path=TICKET,
    )


def _answer(
    request: web.Request,
    template: str,
    lang: Variety,
    refusal: BadInput | None,
    *,
    visit: Visit,
    **values: Any,
) -> web.Response:
    renderer = request.app[RENDERER]

    def words(key: str, **fields: Any) -> str:
        return renderer.words(lang, key, **fields)

    page = _TEMPLATES.get_template(template).render(
        t=words,
        lang=lang,
        dir=direction(lang),
        varieties=VARIETIES,
        csrf=request.app[VISITS].csrf(visit),
        refusal=_told(refusal, words),
        **values,
    )
    return web.Response(
        text=page,
        content_type="text/html",
        status=refusal.status if refusal else 200,
        headers=_HEADERS,
    )


def _told(refusal: BadInput | None, words: Callable[..., str]) -> str:
    if refusal is None:
        return ""
    if isinstance(refusal, MalformedRequest):
        # Whoever sees a form is not helped by the names of its fields.
        return words("page-suivi-incomplete")
    return words(message_key(refusal.code), **refusal.fields)


def _keep(request: web.Request, response: web.Response, visit: Visit) -> None:
    response.set_cookie(
        COOKIE,
        request.app[VISITS].cookie(visit),
        max_age=LENGTH_S,
        path=HOME,
        httponly=True,
        samesite="Strict",
        # Also behind a proxy that says so; a liar only makes their own cookie stricter.
        secure=request.secure or request.headers.get("X-Forwarded-Proto", "") == "https",
    )


def _cookie(request: web.Request) -> str:
    return request.cookies.get(COOKIE, "")


def _asked(request: web.Request) -> str:
    return request.query.get("lang", "")


def _speaks(lang: str | None) -> Variety | None:
    return lang if lang in VARIETIES else None


def _browser_lang(request: web.Request) -> Variety:
    for part in request.headers.get("Accept-Language", "").split(","):
        if lang := _speaks(part.partition(";")[0].strip().partition("-")[0]):
            return lang
    return DEFAULT_LANG


def _day(moment: datetime, lang: Variety, ticket: Ticket) -> str:
    """The day of a moment in the citizen's own time."""
    return date_words(local_date(moment, ticket.country).isoformat(), lang)
