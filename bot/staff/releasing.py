"""What leaves in bulk or shows what is masked: asked for by one, decided by another."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Mapping
from datetime import timedelta

from aiohttp import web

from bot.errors import BadInput, StaffRefusal
from bot.office import office_day
from bot.privacy.approvals import MAY_ASK, MOST_ROWS, REASON_MAX_CHARS, Kind
from bot.privacy.releases import Asked
from bot.staff.forms import done, read_form
from bot.staff.guarding import require
from bot.staff.keys import ME, PAGES, RELEASES
from bot.staff.pages import Refusal
from bot.staff.roles import Permission
from bot.storage.models import now
from bot.tickets.views import read_day
from nlu.text.variety import VARIETIES

_DONE = frozenset({"asked", "approved", "refused"})
_MOST_DIGITS = 9
_USUAL = timedelta(days=7)


async def show_all(request: web.Request) -> web.Response:
    """GET /releases: what waits for the reader, and what was asked before."""
    require(request, Permission.ASK_RELEASE)
    me = request[ME]
    listed = await request.app[RELEASES].listed(me.staff_id)
    return request.app[PAGES].answer(
        request, "releases.html", me, releases=listed, kinds=_kinds(request)
    )


async def show_new(request: web.Request) -> web.Response:
    """GET /releases/new: the form; `?kind=` and `?turn=` fill it in."""
    require(request, Permission.ASK_RELEASE)
    yesterday = office_day(now()) - timedelta(days=1)
    days = {"from": (yesterday - _USUAL).isoformat(), "to": yesterday.isoformat()}
    return _form_page(request, {**days, **request.query})


async def ask(request: web.Request) -> web.Response:
    """POST /releases/new: asks, and tells who may decide."""
    require(request, Permission.ASK_RELEASE)
    fields = (await read_form(request)).fields
    try:
        number = await request.app[RELEASES].ask(request[ME].staff_id, _asked(fields))
    except (StaffRefusal, BadInput) as error:
        return _form_page(request, fields, error)
    return done(request, "release_request", "asked", number=str(number))


async def show(request: web.Request) -> web.Response:
    """GET /releases/<number>: what would leave, why, and what the reader can do."""
    require(request, Permission.ASK_RELEASE)
    return await _page(request)


async def approve(request: web.Request) -> web.Response:
    """POST /releases/<number>/approve: lets it leave once."""
    require(request, Permission.APPROVE_RELEASE)
    deciding = request.app[RELEASES].approve(_number(request), request[ME].staff_id)
    return await _decided(request, deciding, "approved")


async def refuse(request: web.Request) -> web.Response:
    """POST /releases/<number>/refuse: does not, and says why."""
    require(request, Permission.APPROVE_RELEASE)
    reason = (await read_form(request)).fields.get("reason", "")
    deciding = request.app[RELEASES].refuse(_number(request), request[ME].staff_id, reason)
    return await _decided(request, deciding, "refused")


async def take(request: web.Request) -> web.Response:
    """POST /releases/<number>/take: the file, or the exchange as it was written; once."""
    require(request, Permission.ASK_RELEASE)
    releases, number, me = request.app[RELEASES], _number(request), request[ME]
    look = await releases.look(number, me.staff_id)
    kind = look.release.request.kind
    try:
        if kind == Kind.ORIGINAL:
            turn = await releases.unmask(number, me.staff_id)
            return request.app[PAGES].answer(request, "release-original.html", me, turn=turn)
        lines = await releases.take(number, me.staff_id)
    except StaffRefusal as error:
        return await _page(request, error)
    return web.Response(
        text="".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines),
        content_type="application/x-ndjson",
        headers={"Content-Disposition": f'attachment; filename="jisr-{kind}-{number}.jsonl"'},
    )


async def _decided(request: web.Request, deciding: Awaitable[None], what: str) -> web.Response:
    try:
        await deciding
    except (StaffRefusal, BadInput) as error:
        return await _page(request, error)
    return done(request, "release_request", what, number=request.match_info["number"])


async def _page(request: web.Request, error: Refusal | None = None) -> web.Response:
    pages, me = request.app[PAGES], request[ME]
    look = await request.app[RELEASES].look(_number(request), me.staff_id)
    told = request.query.get("done", "")
    return pages.answer(
        request,
        "release.html",
        me,
        refused=error,
        look=look,
        asked=look.release.request,
        sample=[json.dumps(line, ensure_ascii=False, indent=1) for line in look.sample],
        may_approve=me.may(Permission.APPROVE_RELEASE),
        reason_max_chars=REASON_MAX_CHARS,
        done=told if told in _DONE else None,
    )


def _form_page(
    request: web.Request, typed: Mapping[str, str], error: Refusal | None = None
) -> web.Response:
    pages, me = request.app[PAGES], request[ME]
    kinds = _kinds(request)
    kind = typed.get("kind", "")
    return pages.answer(
        request,
        "release-new.html",
        me,
        refused=error,
        kind=kind if kind in kinds else "",
        kinds=[each for each in kinds if each != Kind.ORIGINAL],
        typed=typed,
        varieties=VARIETIES,
        yesterday=(office_day(now()) - timedelta(days=1)).isoformat(),
        most_rows=MOST_ROWS,
        reason_max_chars=REASON_MAX_CHARS,
    )


def _kinds(request: web.Request) -> list[str]:
    return [kind for kind, roles in MAY_ASK.items() if request[ME].role in roles]


def _asked(fields: Mapping[str, str]) -> Asked:
    kind, reason = fields.get("kind", ""), fields.get("reason", "")
    if kind == Kind.ORIGINAL:
        return Asked(kind, reason, turn_id=_turn(fields.get("turn", "")))
    lang = fields.get("variety", "")
    return Asked(
        kind,
        reason,
        first_day=read_day(fields.get("from", "")),
        last_day=read_day(fields.get("to", "")),
        lang=lang if lang in VARIETIES else None,
    )


def _turn(value: str) -> int | None:
    readable = value.isascii() and value.isdecimal() and len(value) <= _MOST_DIGITS
    return int(value) if readable else None


def _number(request: web.Request) -> int:
    return int(request.match_info["number"])
