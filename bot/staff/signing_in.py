"""Signing in and out, and the language of the console."""

from __future__ import annotations

from typing import Any

import structlog
from aiohttp import web

from bot.errors import (
    FirstPasswordRanOut,
    NoSuchMember,
    NoSuchTicket,
    NotSignedIn,
    StaffRefusal,
    TooManyAttempts,
    WrongCode,
    WrongCredentials,
)
from bot.staff import cookies, ticket
from bot.staff.browsers import browser_family
from bot.staff.drafts import Kept, kept_in, texts
from bot.staff.keys import DOOR, ME, MEMBERS, PAGES, SESSIONS
from bot.staff.roles import Role
from bot.staff.wording import speaks
from bot.storage.models import Staff
from bot.tickets.views import Queue, View

log = structlog.get_logger(__name__)

_LONGEST_USERNAME = 256  # each one tried is counted in memory


async def show(request: web.Request) -> web.Response:
    """GET /sign-in: the form; `?ticket=` leads to that ticket afterwards."""
    return ask(request, kept_in({"kept-reference": request.query.get("ticket", "")}))


def ask(request: web.Request, kept: Kept | None, status: int = 200) -> web.Response:
    """The form; what is kept goes along."""
    return request.app[PAGES].answer(
        request, "sign-in.html", None, status=status, username="", kept=kept
    )


async def sign_in(request: web.Request) -> web.Response:
    """POST /sign-in: a session for the right name and password, the form again otherwise.

    Who has a second factor is asked for a code first.
    """
    form = texts(await request.post())
    kept = kept_in(form)
    username, password = form.get("username", "")[:_LONGEST_USERNAME], form.get("password", "")
    device = await cookies.known_device(request)
    try:
        member = await request.app[DOOR].check(username, password, device)
    except (WrongCredentials, FirstPasswordRanOut, TooManyAttempts) as error:
        return _again(request, "sign-in.html", error, kept, username=username)
    if not member.totp_secret:
        return await _let_in(request, member, kept)
    lang = speaks(request.query.get("lang")) or member.lang
    response = _ask_code(request, kept) if kept else _to(request, "sign_in_code", lang=lang)
    await cookies.set_half(request, response, member)
    return response


async def show_code(request: web.Request) -> web.Response:
    """GET /sign-in/code: asks who gave the right password for the code."""
    await _half(request)
    return _ask_code(request, None)


async def enter_code(request: web.Request) -> web.Response:
    """POST /sign-in/code: a session for the right code."""
    member = await _half(request)
    form = texts(await request.post())
    code, kept = form.get("code", ""), kept_in(form)
    device = await cookies.known_device(request)
    try:
        await request.app[DOOR].check_code(member, code, device)
    except (WrongCode, TooManyAttempts) as error:
        return _again(request, "sign-in-code.html", error, kept)
    return await _let_in(request, member, kept)


async def sign_out(request: web.Request) -> web.Response:
    """POST /sign-out: the session ends here and in the database."""
    await request.app[SESSIONS].close(cookies.session_token(request))
    log.info("staff.signed-out", staff=request[ME].staff_id)
    response = _to(request, "sign_in")
    response.headers["Clear-Site-Data"] = '"storage"'  # the list of tickets that was last open
    cookies.forget(request, response, cookies.SESSION)
    return response


async def change_language(request: web.Request) -> web.Response:
    """POST /language: keeps the reader's language."""
    form = await request.post()
    if lang := speaks(str(form.get("lang", ""))):
        await request.app[SESSIONS].speak(request[ME].staff_id, lang)
    return _to(request, "queue")


async def _half(request: web.Request) -> Staff:
    """Whose password was right; raises NotSignedIn where that no longer helps."""
    staff_id = await cookies.half_signed_in(request)
    if staff_id is None:
        raise NotSignedIn
    try:
        member = await request.app[MEMBERS].one(staff_id)
    except NoSuchMember:
        raise NotSignedIn from None
    if not member.active or not member.totp_secret:
        raise NotSignedIn
    return member


def _ask_code(request: web.Request, kept: Kept | None) -> web.Response:
    return request.app[PAGES].answer(request, "sign-in-code.html", None, kept=kept)


async def _let_in(request: web.Request, member: Staff, kept: Kept | None) -> web.Response:
    sessions = request.app[SESSIONS]
    await sessions.close(cookies.session_token(request))
    token = await sessions.open(member, browser_family(request.headers.get("User-Agent", "")))
    request[ME] = await sessions.find(token)
    factors = "password and code" if member.totp_secret else "password"
    log.info("staff.signed-in", staff=member.id, factors=factors)
    response = await _resume(request, kept)
    cookies.set_session(request, response, token)
    await cookies.set_device(request, response, member)
    return response


async def _resume(request: web.Request, kept: Kept | None) -> web.Response:
    """Where the member was: on a ticket, with what was typed, not sent; else their queue."""
    if kept is None or request[ME].owes:
        return _to_queue(request)
    if not kept.draft.form:
        return ticket.back(request, kept.reference)
    try:
        return await ticket.page(request, kept.reference, draft=kept.draft, kept=True)
    except NoSuchTicket:
        return _to_queue(request)


def _to_queue(request: web.Request) -> web.Response:
    """To an agent's own tickets; who looks after the desk sees all of them."""
    own = View(Queue.MINE).written() if request[ME].role == Role.AGENT else {}
    return _to(request, "queue", **own)


def _again(
    request: web.Request, template: str, error: StaffRefusal, kept: Kept | None, **values: Any
) -> web.Response:
    return request.app[PAGES].answer(request, template, None, refused=error, kept=kept, **values)


def _to(request: web.Request, route: str, **query: str) -> web.Response:
    place = request.app.router[route].url_for().with_query(query)
    return web.Response(status=303, headers={"Location": str(place) or "/"})
