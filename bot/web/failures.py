"""Errors at the edge of the chat API: code, fields, and words in the citizen's language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import cast

import structlog
from aiohttp import web

from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import BadInput, MalformedRequest, NoSuchFile, message_key
from bot.logs import route_of
from bot.web.keys import LANG, RENDERER
from bot.web.limiting import retry_after
from bot.web.pages import page
from bot.web.reading import browser_lang
from nlu.text.variety import Variety

log = structlog.get_logger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_API = "/api/"
_PAGES = ("/assistant", "/suivi")
_HTTP_CODES = {404: "not_found", 405: "method_not_allowed"}


@web.middleware
async def worded_failures(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answers every failure of the API with the one error shape."""
    try:
        return await handler(request)
    except BadInput as error:
        if isinstance(error, NoSuchFile):  # somebody else's, or nobody's: the answer is the same
            log.warning("citizen.refused", why="not-there", route=route_of(request))
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
    key = "page-refused-unreadable" if code == MalformedRequest.code else message_key(code)
    place = next((home for home in _PAGES if request.path.startswith(home)), "/")
    why = request.app[RENDERER].words(lang, key, **fields)
    back = f"{place}?lang={lang}"
    return page(request, "refused.html", lang, status=status, why=why, back=back)


def _lang(request: web.Request) -> Variety:
    """The conversation's variety where it is known, else the one that the browser asks for."""
    if known := request.get(LANG):
        return cast("Variety", known)
    return accepted_lang(request)


def accepted_lang(request: web.Request) -> Variety:
    """The variety that the browser asks for, else the one that is spoken to all."""
    return browser_lang(request) or DEFAULT_LANG
