"""A page like a ministry's, with the widget: to look and to try, no part of an installation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from aiohttp import web

_FILES = Path(__file__).parent / "demo"
_PAGES: Mapping[str, str] = {"ar": "ar.html", "fr": "fr.html"}
# It lives with what docs/embedding.md asks of a site, and its own styles and picture.
_CSP = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "style-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
)


def routes() -> Sequence[web.AbstractRouteDef]:
    """The page at / and the files it is made of."""
    return [web.get("/", show), web.static("/demo", _FILES)]


async def show(request: web.Request) -> web.FileResponse:
    """GET /: in Arabic, or with ?lang=fr in French."""
    page = _PAGES.get(request.query.get("lang", ""), _PAGES["ar"])
    headers = {"Content-Security-Policy": _CSP, "Cache-Control": "no-cache"}
    return web.FileResponse(_FILES / page, headers=headers)
