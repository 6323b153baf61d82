"""Pages that need no JavaScript: how they are made, and the headers that each of them has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2
from aiohttp import web

from bot.replies.said import direction
from bot.web.keys import RENDERER
from nlu.text.variety import Variety

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters["direction"] = direction

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        ),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
    }
)


def page(
    request: web.Request,
    template: str,
    lang: Variety,
    *,
    status: int = 200,
    headers: Mapping[str, str] = MappingProxyType({}),
    **values: Any,
) -> web.Response:
    """A page in the words of that variety; `t` in its template gives them by key."""
    words = partial(request.app[RENDERER].words, lang)
    text = _TEMPLATES.get_template(template).render(
        t=words, lang=lang, dir=direction(lang), **values
    )
    return web.Response(
        text=text, status=status, content_type="text/html", headers={**HEADERS, **headers}
    )
