"""Reading posted forms, and what follows a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from bot.errors import FormRefused
from bot.staff.drafts import texts


@dataclass(frozen=True)
class Form:
    """What was typed into a form, and which languages were ticked."""

    fields: Mapping[str, str]
    languages: list[str]


async def read_form(request: web.Request) -> Form:
    """The form of a request; a file counts as not given."""
    posted = await request.post()
    return Form(texts(posted), [str(value) for value in posted.getall("languages", [])])


async def require_form(request: web.Request) -> None:
    """Reads the form, which the request keeps for whoever asks again; raises FormRefused."""
    try:
        await request.post()
    except (ValueError, LookupError, web.RequestPayloadError, HttpProcessingError) as error:
        # No form, cut off in the middle, or in an encoding that is none.
        raise FormRefused from error


def done(request: web.Request, route: str, what: str, **parts: str) -> web.Response:
    """Leads to a page that says that it is done."""
    place = request.app.router[route].url_for(**parts).with_query(done=what)
    return web.Response(status=303, headers={"Location": str(place)})
