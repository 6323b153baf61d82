"""Reading posted forms, and what follows a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web


@dataclass(frozen=True)
class Form:
    """What was typed into a form, and which languages were ticked."""

    fields: Mapping[str, str]
    languages: list[str]


async def read_form(request: web.Request) -> Form:
    """The form of a request; a file counts as not given."""
    posted = await request.post()
    fields = {name: value for name, value in posted.items() if isinstance(value, str)}
    return Form(fields, [str(value) for value in posted.getall("languages", [])])


def done(request: web.Request, route: str, what: str, **parts: str) -> web.Response:
    """Leads to a page that says that it is done."""
    place = request.app.router[route].url_for(**parts).with_query(done=what)
    return web.Response(status=303, headers={"Location": str(place)})
