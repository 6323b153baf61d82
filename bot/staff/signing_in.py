"""Signing in and out, and the language of the console."""

from __future__ import annotations

from aiohttp import web

from bot.errors import StaffRefusal, TooManyAttempts, WrongCredentials
from bot.staff.keys import DOOR, ME, PAGES, SESSIONS
from bot.staff.wording import speaks

COOKIE = "jisr_staff"


async def show(request: web.Request) -> web.Response:
    """GET /sign-in: the form."""
    return request.app[PAGES].answer(request, "sign-in.html", None, error=None, username="")


async def sign_in(request: web.Request) -> web.Response:
    """POST /sign-in: a session for the right name and password, the form again otherwise."""
    form = await request.post()
    username, password = str(form.get("username", "")), str(form.get("password", ""))
    try:
        member = await request.app[DOOR].check(username, password)
    except (WrongCredentials, TooManyAttempts) as error:
        return _again(request, username, error)
    token = await request.app[SESSIONS].open(member)
    response = _to_queue(request)
    response.set_cookie(
        COOKIE,
        token,
        max_age=request.app[SESSIONS].seconds,
        path=_cookie_path(request),
        httponly=True,
        samesite="Strict",
        secure=_over_https(request),
    )
    return response


async def sign_out(request: web.Request) -> web.Response:
    """POST /sign-out: the session ends here and in the database."""
    await request.app[SESSIONS].close(request.cookies[COOKIE])
    response = web.Response(
        status=303, headers={"Location": str(request.app.router["sign_in"].url_for())}
    )
    response.del_cookie(COOKIE, path=_cookie_path(request))
    return response


async def change_language(request: web.Request) -> web.Response:
    """POST /language: keeps the reader's language."""
    form = await request.post()
    if lang := speaks(str(form.get("lang", ""))):
        await request.app[SESSIONS].speak(request[ME].staff_id, lang)
    return _to_queue(request)


def _again(request: web.Request, username: str, error: StaffRefusal) -> web.Response:
    pages = request.app[PAGES]
    told = pages.refusal(request, None, error)
    response = pages.answer(
        request, "sign-in.html", None, status=error.status, error=told, username=username
    )
    if isinstance(error, TooManyAttempts):
        response.headers["Retry-After"] = str(error.fields["seconds"])
    return response


def _to_queue(request: web.Request) -> web.Response:
    return web.Response(status=303, headers={"Location": _queue(request)})


def _queue(request: web.Request) -> str:
    return str(request.app.router["queue"].url_for()) or "/"


_cookie_path = _queue


def _over_https(request: web.Request) -> bool:
    """Also behind a proxy that says so; a liar only makes their own cookie stricter."""
    return request.secure or request.headers.get("X-Forwarded-Proto", "") == "https"
