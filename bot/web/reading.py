"""Reads what browsers send; whatever cannot be read is refused by the name of its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.errors import FileTooLarge, MalformedRequest
from bot.files.checking import MAX_BYTES, MAX_MB
from bot.tickets.typed import readable
from nlu.text.variety import VARIETIES, Variety

_MOST_DIGITS = 9  # a row's number: more do not fit into its column
_CUT_OFF = (web.RequestPayloadError, HttpProcessingError)  # or with headers that are none
_MOST_PARTS = 4
_FORM_BYTES = 16 * 1024  # of a form, beside its file
_UUID_BYTES = 64


@dataclass(frozen=True)
class Upload:
    """A file as a form sent it."""

    client_id: UUID
    name: str
    data: bytes


async def read_json(request: web.Request) -> Any:
    """The JSON body; raises MalformedRequest for anything else, however strange."""
    try:
        return await request.json()
    except (ValueError, LookupError, RecursionError, *_CUT_OFF) as error:
        # Not JSON, nested beyond reason, or in a charset that is none.
        raise MalformedRequest(field="body") from error


async def read_form(request: web.Request) -> Mapping[str, str]:
    """The fields of a form, files left out; raises MalformedRequest."""
    try:
        form = await request.post()
    except (ValueError, LookupError, *_CUT_OFF) as error:
        raise MalformedRequest(field="body") from error
    return {name: readable(value) for name, value in form.items() if isinstance(value, str)}


def browser_lang(request: web.Request) -> Variety | None:
    """The first of the browser's languages (Accept-Language) that we speak."""
    for part in request.headers.get("Accept-Language", "").split(","):
        tag = part.partition(";")[0].strip()
        for lang in (tag, tag.partition("-")[0]):
            if lang in VARIETIES:
                return lang
    return None


def whole_number(text: str, field: str) -> int:
    """A number that counts rows, 0 or more; raises MalformedRequest."""
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        raise MalformedRequest(field=field)
    return int(text)


def read_client_id(value: Any) -> UUID:
    """The client's own id of a message; raises MalformedRequest."""
    if not isinstance(value, str):
        raise MalformedRequest(field="client_id")
    try:
        return UUID(value)
    except ValueError as error:
        raise MalformedRequest(field="client_id") from error


async def read_upload(request: web.Request) -> Upload:
    """The `client_id` and the `file` of a multipart form; raises MalformedRequest, FileTooLarge.

    Reading stops where the file is too large: the whole of it is never in memory.
    """
    if (request.content_length or 0) > MAX_BYTES + _FORM_BYTES:
        raise FileTooLarge(limit_mb=MAX_MB)
    try:
        return await _read_parts(request)
    except (ValueError, LookupError, AssertionError, web.HTTPException, *_CUT_OFF) as error:
        # No form, cut off in the middle, or in an encoding that is none.
        raise MalformedRequest(field="body") from error


async def _read_parts(request: web.Request) -> Upload:
    reader = await request.multipart()
    found: dict[str, tuple[str, bytes]] = {}
    for _ in range(_MOST_PARTS):
        part = await reader.next()
        if not isinstance(part, BodyPartReader):
            break
        if part.name == "file":
            found["file"] = part.filename or "", await _read_part(part, MAX_BYTES)
        elif part.name == "client_id":
            found["client_id"] = "", await _read_part(part, _UUID_BYTES)
        if len(found) == 2:  # noqa: PLR2004 both of them
            break
    client_id = read_client_id(found.get("client_id", ("", b""))[1].decode(errors="replace"))
    if "file" not in found:
        raise MalformedRequest(field="file")
    return Upload(client_id, *found["file"])


async def _read_part(part: BodyPartReader, limit: int) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk():
        data += chunk
        if len(data) > limit:
            raise FileTooLarge(limit_mb=MAX_MB)
    return bytes(data)
