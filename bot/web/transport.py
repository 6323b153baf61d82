"""What every answer says of how it travels: HTTPS from now on, and the letters of a text."""

from __future__ import annotations

from aiohttp import web

from bot.web.cookies import over_https

_A_YEAR_S = 365 * 24 * 3600
_HSTS = f"max-age={_A_YEAR_S}; includeSubDomains"


async def add_transport_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Behind HTTPS a browser stays there; a text, a style sheet too, is UTF-8 and says so."""
    if over_https(request):
        response.headers.setdefault("Strict-Transport-Security", _HSTS)
    if response.content_type.startswith("text/") and response.charset is None:
        response.charset = "utf-8"
