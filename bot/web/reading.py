"""Reads what browsers send; whatever cannot be read is refused by the name of its field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from aiohttp import web

from bot.errors import MalformedRequest

_MOST_DIGITS = 18  # a row's number, with room to spare


async def read_json(request: web.Request) -> Any:
    """The JSON body; raises MalformedRequest for anything else, however strange."""
    try:
        return await request.json()
    except (ValueError, LookupError, RecursionError) as error:
        # Not JSON, nested beyond reason, or in a charset that is none.
        raise MalformedRequest(field="body") from error


async def read_form(request: web.Request) -> Mapping[str, str]:
    """The fields of a form, files left out; raises MalformedRequest."""
    try:
        form = await request.post()
    except (ValueError, LookupError) as error:
        raise MalformedRequest(field="body") from error
    return {name: value for name, value in form.items() if isinstance(value, str)}


def whole_number(text: str, field: str) -> int:
    """A number that counts rows, 0 or more; raises MalformedRequest."""
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        raise MalformedRequest(field=field)
    return int(text)


def read_client_id(value: Any) -> UUID:
    """The client's own id of a message; raises MalformedRequest."""
    try:
        return UUID(str(value))
    except ValueError as error:
        raise MalformedRequest(field="client_id") from error
