"""Errors at the edge of the chat API: code, fields, and words in the citizen's language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from typing import cast

import jinja2
import structlog
from aiohttp import web

from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import BadInput, MalformedRequest, message_key
from bot.logs import route_of
from bot.replies.said import direction
from bot.web.keys import LANG, RENDERER
from bot.web.limiting import retry_after
from bot.web.reading import browser_lang
from nlu.text.variety import Variety

log = structlog.get_logger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_API = "/api/"
_PAGES = ("/assistant", "/suivi")
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True
)
_PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
}
_HTTP_CODES = {404: "not_found", 405: "method_not_allowed"}


@web.middleware
async def worded_failures(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answers every failure of the API with the one error shape."""
    try:
        return await handler(request)
    except BadInput as error:
        response = _refusal(request, error.code, error.status, error.fields)
        response.headers.update(retry_after(error))
        return response
    except web.HTTPException as error:
        if not request.path.startswith(_API):
            if isinstance(error, web.HTTPRequestEntityTooLarge):
                return _refusal(request, "form_too_large", error.status, {})
            raise
        if error.status < 400:  # noqa: PLR2004 HTTP
            raise
        code = _HTTP_CODES.get(error.status, "malformed_request")
        fields = {"field": "body"} if code == "malformed_request" else {}
        return _refusal(request, code, error.status, fields)
    except Exception:
        # The last boundary: the citizen gets an answer, the log the cause.
        log.exception("request.failed", method=request.method, route=route_of(request))
        return _refusal(request, "internal_error", 500, {})


def _refusal(
    request: web.Request, code: str, status: int, fields: Mapping[str, str | int]
) -> web.Response:
    if not request.path.startswith(_API):
        return _page(request, code, status, fields)
    message = request.app[RENDERER].words(_lang(request), message_key(code), **fields)
    body = {"error": {"code": code, "message": message, "fields": dict(fields)}}
    return web.json_response(body, status=status)


def _page(
    request: web.Request, code: str, status: int, fields: Mapping[str, str | int]
) -> web.Response:
    """A page says it to who sent a form; the names of its fields would not help them."""
    lang = _lang(request)
    t = partial(request.app[RENDERER].words, lang)
    key = "page-refused-unreadable" if code == MalformedRequest.code else message_key(code)
    place = next((page for page in _PAGES if request.path.startswith(page)), "/")
    page = _TEMPLATES.get_template("refused.html").render(
        t=t, lang=lang, dir=direction(lang), why=t(key, **fields), back=f"{place}?lang={lang}"
    )
    return web.Response(text=page, status=status, content_type="text/html", headers=_PAGE_HEADERS)


def _lang(request: web.Request) -> Variety:
    """The conversation's variety where it is known, else the one that the browser asks for."""
    if known := request.get(LANG):
        return cast("Variety", known)
    return accepted_lang(request)


def accepted_lang(request: web.Request) -> Variety:
    """The variety that the browser asks for, else the one that is spoken to all."""
    return browser_lang(request) or DEFAULT_LANG
