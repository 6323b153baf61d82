"""Forms with several files: the words are kept whatever becomes of the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.errors import MalformedRequest
from bot.files.checking import MAX_BYTES
from bot.web.reading import read_form

_MOST_PARTS = 32
_FIELD_BYTES = 256 * 1024
_MOST_BYTES = 20 * MAX_BYTES  # large files are read over, but not without end


@dataclass(frozen=True)
class Enclosed:
    """A file of a letter; `data` is None where it was too large to be kept."""

    name: str
    data: bytes | None


@dataclass(frozen=True)
class Letter:
    """A form as it was sent, with its files in their order."""

    fields: Mapping[str, str]
    files: Sequence[Enclosed] = ()


async def read_letter(request: web.Request, most_files: int) -> Letter:
    """A form with files or without; raises MalformedRequest.

    A file too large, and those beyond `most_files`, are read over and never whole in memory.
    """
    if not request.content_type.startswith("multipart/"):
        return Letter(await read_form(request))
    try:
        return await _read_parts(request, most_files)
    except (
        ValueError,
        LookupError,
        AssertionError,
        web.HTTPException,
        web.RequestPayloadError,
        HttpProcessingError,
    ) as error:
        # No form, cut off in the middle, or in an encoding that is none.
        raise MalformedRequest(field="body") from error


async def _read_parts(request: web.Request, most_files: int) -> Letter:
    reader = await request.multipart()
    fields: dict[str, str] = {}
    files: list[Enclosed] = []
    left = _MOST_BYTES
    for _ in range(_MOST_PARTS):
        part = await reader.next()
        if not isinstance(part, BodyPartReader):
            break
        if part.filename is None:
            data, size = await _read_over(part, _FIELD_BYTES, left)
            fields[part.name or ""] = (data or b"").decode(errors="replace")
        else:
            limit = MAX_BYTES if len(files) < most_files else 0
            data, size = await _read_over(part, limit, left)
            if part.filename or size:  # where no file is chosen, browsers send an empty part
                files.append(Enclosed(part.filename, data))
        left -= size
    return Letter(fields, files)


async def _read_over(part: BodyPartReader, limit: int, left: int) -> tuple[bytes | None, int]:
    """The part, or None where it is larger than `limit`; and its size."""
    data, size = bytearray(), 0
    while chunk := await part.read_chunk():
        size += len(chunk)
        if size > left:
            raise MalformedRequest(field="body")
        if size <= limit:
            data += chunk
        else:
            data.clear()
    return (bytes(data) if size <= limit else None), size
