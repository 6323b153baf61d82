"""Announcements: written and read by staff, released by a second person, followed as they leave."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pycountry
from aiohttp import web

from bot.errors import AnnouncementRefused, StaffRefusal
from bot.insight.suppression import Shown, column, shown
from bot.news.announcements import Announced, Figures, seen_as
from bot.news.content import (
    LONGEST_SOURCE,
    LONGEST_TEXT,
    LONGEST_URL,
    Content,
    read_content,
)
from bot.news.matching import Kind, variety_for
from bot.office import OFFICE
from bot.staff.forms import done, read_form
from bot.staff.guarding import require
from bot.staff.keys import ME, NEWS, PAGES
from bot.staff.pages import reading_language
from bot.staff.roles import Permission
from bot.storage.models import Announcement, now, row_id
from nlu.text.variety import VARIETIES

_DONE = frozenset({"created", "edited", "released", "taken_back", "cancelled"})
_AHEAD = timedelta(days=365)
_WAITING = "pending"
_AS_WAITING = {"sending": _WAITING}
_ALWAYS = (_WAITING, "delivered")


@dataclass(frozen=True)
class Line:
    """How many deliveries stand where; a small number is not shown."""

    where: str
    count: Shown


async def show_all(request: web.Request) -> web.Response:
    """GET /news: the newest announcements, and what became of each."""
    require(request, Permission.HANDLE_TICKETS)
    news, pages, me = request.app[NEWS], request.app[PAGES], request[ME]
    newest = await news.announcements.newest()
    figures = await news.announcements.figures([row_id(each.announcement) for each in newest])
    return pages.answer(
        request,
        "news.html",
        me,
        newest=newest,
        delivered={number: _delivered(each) for number, each in figures.items()},
        totals={number: shown(sum(each.values())) for number, each in figures.items()},
        programmes=_programmes(request),
        may_announce=me.may(Permission.ANNOUNCE),
    )


async def show_new(request: web.Request) -> web.Response:
    """GET /news/new: an empty announcement."""
    require(request, Permission.ANNOUNCE)
    return _form_page(request, {})


async def create(request: web.Request) -> web.Response:
    """POST /news/new: keeps a new draft."""
    require(request, Permission.ANNOUNCE)
    fields = (await read_form(request)).fields
    try:
        content = _content(request, fields)
    except AnnouncementRefused as error:
        return _form_page(request, fields, error)
    number = await request.app[NEWS].announcements.create(request[ME].staff_id, content)
    return done(request, "announcement", "created", number=str(number))


async def show(request: web.Request) -> web.Response:
    """GET /news/<number>: what it says, whom it reaches, how far it is."""
    require(request, Permission.HANDLE_TICKETS)
    return await _page(request)


async def show_figures(request: web.Request) -> web.Response:
    """GET /news/<number>/figures: how far it is, which the page asks for by itself."""
    require(request, Permission.HANDLE_TICKETS)
    announced = await _announced(request)
    return request.app[PAGES].answer(
        request,
        "announcement-figures.html",
        request[ME],
        announcement=announced.announcement,
        **await _figures(request, announced.announcement),
    )


async def edit(request: web.Request) -> web.Response:
    """POST /news/<number>: changes a draft."""
    require(request, Permission.ANNOUNCE)
    fields = (await read_form(request)).fields
    try:
        content, seen = _content(request, fields), fields.get("seen", "")
        await request.app[NEWS].announcements.edit(
            _number(request), request[ME].staff_id, content, seen
        )
    except StaffRefusal as error:
        return await _page(request, error, fields)
    return _done(request, "edited")


async def release(request: web.Request) -> web.Response:
    """POST /news/<number>/release: lets it leave, now or at a moment of the office's clock."""
    require(request, Permission.ANNOUNCE)
    fields = (await read_form(request)).fields
    try:
        await request.app[NEWS].announcements.release(
            _number(request), request[ME].staff_id, fields.get("seen", ""), _send_at(fields)
        )
    except StaffRefusal as error:
        return await _page(request, error)
    return _done(request, "released")


async def take_back(request: web.Request) -> web.Response:
    """POST /news/<number>/take-back: a draft again, as long as nothing has left."""
    require(request, Permission.ANNOUNCE)
    change = request.app[NEWS].announcements.take_back
    return await _changed(request, change(_number(request), request[ME].staff_id), "taken_back")


async def cancel(request: web.Request) -> web.Response:
    """POST /news/<number>/cancel: nothing more of it leaves."""
    require(request, Permission.ANNOUNCE)
    change = request.app[NEWS].announcements.cancel
    return await _changed(request, change(_number(request), request[ME].staff_id), "cancelled")


async def _changed(request: web.Request, change: Awaitable[object], done: str) -> web.Response:
    """The page again once the change is made, or with why it was refused."""
    try:
        await change
    except StaffRefusal as error:
        return await _page(request, error)
    return _done(request, done)


async def _page(
    request: web.Request,
    error: StaffRefusal | None = None,
    typed: Mapping[str, str] | None = None,
) -> web.Response:
    news, pages, me = request.app[NEWS], request.app[PAGES], request[ME]
    announced = await _announced(request)
    announcement = announced.announcement
    is_draft = announcement.state == "draft"
    told = request.query.get("done", "")
    return pages.answer(
        request,
        "announcement.html",
        me,
        refused=error,
        announced=announced,
        announcement=announcement,
        seen=seen_as(announcement),
        posts={
            lang: news.wording.post(announcement, variety_for(announcement.texts, lang))
            for lang in VARIETIES
        },
        instead={lang: variety_for(announcement.texts, lang) for lang in VARIETIES},
        may_announce=me.may(Permission.ANNOUNCE),
        may_release=news.announcements.may_release(announcement, me.staff_id),
        tomorrow=(now().astimezone(OFFICE) + timedelta(days=1)).date().isoformat(),
        typed=_as_typed(announcement) if typed is None else typed,
        done=told if told in _DONE else None,
        **(await _reach(request, announcement) if is_draft else {}),
        **(await _figures(request, announcement)),
        **_choices(request),
    )


def _form_page(
    request: web.Request, typed: Mapping[str, str], error: StaffRefusal | None = None
) -> web.Response:
    pages, me = request.app[PAGES], request[ME]
    return pages.answer(
        request,
        "announcement-new.html",
        me,
        refused=error,
        typed=typed,
        **_choices(request),
    )


def _choices(request: web.Request) -> dict[str, Any]:
    return {
        "kinds": list(Kind),
        "programmes": _programmes(request),
        "varieties": VARIETIES,
        "longest_text": LONGEST_TEXT,
        "longest_source": LONGEST_SOURCE,
        "longest_url": LONGEST_URL,
    }


def _programmes(request: web.Request) -> dict[str, str]:
    lang = reading_language(request, request[ME])
    return {topic.id: topic.title[lang] for topic in request.app[NEWS].programmes}


def _content(request: web.Request, fields: Mapping[str, str]) -> Content:
    countries = {each.alpha_2 for each in pycountry.countries}
    return read_content(fields, _programmes(request), countries)


def _as_typed(announcement: Announcement) -> dict[str, str]:
    """The fields of the form as the announcement has them."""
    plain = ("kind", "topic", "country", "source_title", "source_url", "source_document")
    texts = {f"text-{lang}": announcement.texts.get(lang, "") for lang in VARIETIES}
    return {**{name: getattr(announcement, name) or "" for name in plain}, **texts}


def _send_at(fields: Mapping[str, str]) -> datetime | None:
    """The moment that was chosen; None is now. Raises AnnouncementRefused."""
    if not fields.get("read"):
        raise AnnouncementRefused(field="read")
    if fields.get("when") == "now":
        return None
    try:
        local = datetime.fromisoformat(f"{fields.get('day', '')}T{fields.get('time', '')}")
    except ValueError:
        raise AnnouncementRefused(field="moment") from None
    moment = local.replace(tzinfo=OFFICE).astimezone(UTC)
    if not now() <= moment <= now() + _AHEAD:
        raise AnnouncementRefused(field="moment")
    return moment


async def _reach(request: web.Request, announcement: Announcement) -> dict[str, Any]:
    reach = await request.app[NEWS].announcements.reach(announcement)
    counts = column([reach.get(lang, 0) for lang in VARIETIES])
    return {
        "reach": dict(zip(VARIETIES, counts, strict=True)),
        "reach_total": shown(sum(reach.values())),
    }


async def _figures(request: web.Request, announcement: Announcement) -> dict[str, Any]:
    number = row_id(announcement)
    figures = (await request.app[NEWS].announcements.figures([number]))[number]
    return {"lines": _lines(figures), "total": shown(sum(figures.values()))}


def _lines(figures: Figures) -> list[Line]:
    """Every state and reason that there is; waiting and delivered also where nobody is."""
    counts = dict.fromkeys(_ALWAYS, 0)
    for (state, reason), count in sorted(figures.items(), key=str):
        where = _AS_WAITING.get(state, state) + (f"-{reason}" if reason else "")
        counts[where] = counts.get(where, 0) + count
    cells = column(list(counts.values()))
    return [Line(where, count) for where, count in zip(counts, cells, strict=True)]


def _delivered(figures: Figures) -> Shown:
    return shown(sum(count for (state, _), count in figures.items() if state == "delivered"))


async def _announced(request: web.Request) -> Announced:
    return await request.app[NEWS].announcements.look(_number(request))


def _number(request: web.Request) -> int:
    return int(request.match_info["number"])


def _done(request: web.Request, what: str) -> web.Response:
    return done(request, "announcement", what, number=request.match_info["number"])
