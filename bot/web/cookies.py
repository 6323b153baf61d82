"""How a browser keeps something for us: no script reads it and, over HTTPS, no other host sets it.

Behind HTTPS a cookie has the prefix `__Host-`: no page of another host or of plain HTTP can plant
one by that name. Browsers demand the path `/` for it. Without HTTPS they refuse the prefix.
"""

from __future__ import annotations

from typing import Literal

from aiohttp import web

_PREFIX = "__Host-"


def over_https(request: web.Request) -> bool:
    """Also behind a proxy that says so; a liar only makes their own cookies stricter."""
    return request.secure or request.headers.get("X-Forwarded-Proto", "") == "https"


def read(request: web.Request, name: str) -> str:
    """What the browser keeps under that name; empty where there is nothing."""
    return request.cookies.get(_name(request, name), "")


def keep(
    request: web.Request,
    response: web.Response,
    name: str,
    value: str,
    *,
    path: str,
    samesite: Literal["Strict", "Lax"] = "Strict",
    seconds: int | None = None,
) -> None:
    """The browser keeps the value for the pages below `path`; without `seconds` until it closes."""
    response.set_cookie(
        _name(request, name),
        value,
        max_age=seconds,
        path=_path(request, path),
        httponly=True,
        samesite=samesite,
        secure=over_https(request),
    )


def drop(request: web.Request, response: web.Response, name: str, *, path: str) -> None:
    """The browser forgets it."""
    response.del_cookie(_name(request, name), path=_path(request, path), secure=over_https(request))


def _name(request: web.Request, name: str) -> str:
    return f"{_PREFIX}{name}" if over_https(request) else name


def _path(request: web.Request, path: str) -> str:
    return "/" if over_https(request) else path
