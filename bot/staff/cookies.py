"""The console's cookies: the session, a sign-in half done, and a browser that was let in before."""

from __future__ import annotations

import secrets

from aiohttp import web

from bot.staff.accounts import Device
from bot.staff.keys import ME, SEALS, SESSIONS
from bot.storage.models import Staff, row_id
from bot.web import cookies

SESSION = "jisr_staff"
HALF = "jisr_staff_half"
DEVICE = "jisr_staff_device"

_HALF_S = 5 * 60
_DEVICE_S = 90 * 24 * 3600
_NONCE_BYTES = 16


def set_session(request: web.Request, response: web.Response, token: str) -> None:
    """The browser holds the session from now on, and no half of one."""
    _keep(request, response, SESSION, token, request.app[SESSIONS].seconds)
    forget(request, response, HALF)


async def renew_session(request: web.Request, response: web.Response) -> None:
    """After a member proved again who they are: the token from before opens nothing."""
    set_session(request, response, await request.app[SESSIONS].renew(request[ME]))


def session_token(request: web.Request) -> str:
    """The token of the session that the browser holds; empty without one."""
    return cookies.read(request, SESSION)


async def set_half(request: web.Request, response: web.Response, member: Staff) -> None:
    """The password was right; the code is still to come. It opens nothing else."""
    sealed = await request.app[SEALS].seal(HALF, str(row_id(member)), _HALF_S)
    _keep(request, response, HALF, sealed, _HALF_S)


async def half_signed_in(request: web.Request) -> int | None:
    """Whose password was right in this browser a moment ago."""
    value = await request.app[SEALS].open(HALF, cookies.read(request, HALF))
    return int(value) if value else None


async def set_device(request: web.Request, response: web.Response, member: Staff) -> None:
    """The member has signed in here: who guesses elsewhere does not make this browser wait."""
    value = f"{secrets.token_urlsafe(_NONCE_BYTES)}:{member.username}"
    sealed = await request.app[SEALS].seal(DEVICE, value, _DEVICE_S)
    _keep(request, response, DEVICE, sealed, _DEVICE_S)


async def known_device(request: web.Request) -> Device | None:
    """Who has signed in with this browser before."""
    value = await request.app[SEALS].open(DEVICE, cookies.read(request, DEVICE))
    if not value:
        return None
    nonce, _, username = value.partition(":")
    return Device(username, nonce)


def forget(request: web.Request, response: web.Response, name: str) -> None:
    """The browser drops that cookie."""
    cookies.drop(request, response, name, path=_path(request))


def _keep(
    request: web.Request, response: web.Response, name: str, value: str, seconds: int
) -> None:
    cookies.keep(request, response, name, value, path=_path(request), seconds=seconds)


def _path(request: web.Request) -> str:
    return str(request.app.router["queue"].url_for()) or "/"
