"""Whether a file is known to be malicious, asked of clamd before anything else is done with it.

clamd(8), INSTREAM; clamd.conf(5), StreamMaxLength: at least as large as the files that are taken.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import structlog

from bot.errors import FileInfected, FilesUnavailable
from bot.measures import SCANS

log = structlog.get_logger(__name__)

_TIMEOUT_S = 20.0  # less than the proxy and the widget wait
_PAUSE_S = 120
_END = b"\0"
# With ExtendedDetectionInfo the digest and the size of the file stand behind the name.
_FOUND = re.compile(rb"stream: (?P<signature>.+?)(?:\([^()]*\))? FOUND\0")
_CLEAN = b"stream: OK\0"
_MOST_LOGGED = 200
_READ_BY_CLAMD = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"%PDF-")


@dataclass(frozen=True)
class Clamd:
    """A clamd by its address, `unix:/path` or `tcp://host:port`; each scan has its connection."""

    address: str
    timeout_s: float = _TIMEOUT_S

    async def require_clean(self, data: bytes) -> None:
        """Returns where clamd has looked at all of it and knows nothing that is in it.

        Raises FileInfected, and FilesUnavailable where it said neither within `timeout_s`.
        """
        try:
            async with asyncio.timeout(self.timeout_s):
                answers = [await self._answer(view) for view in _views(data)]
        except (OSError, EOFError, asyncio.LimitOverrunError) as error:  # a time-out is an OSError
            raise _failed(type(error).__name__) from error
        for answer in answers:
            _require_clean(answer)
        SCANS.labels("clean").inc()

    async def _answer(self, data: bytes) -> bytes:
        reader, writer = await self._connection()
        try:
            # At once, and read meanwhile: clamd may answer, and hang up, before it has all.
            writer.writelines([b"zINSTREAM\0", len(data).to_bytes(4, "big"), data, bytes(4)])
            return await reader.readuntil(_END)
        finally:
            writer.transport.abort()  # else what a hanging clamd did not take would stay in memory

    async def _connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        place = urlsplit(self.address)
        if place.scheme == "unix":
            return await asyncio.open_unix_connection(place.path)
        return await asyncio.open_connection(place.hostname, place.port)


def _views(data: bytes) -> Sequence[bytes]:
    """The file as it is, and where it is no picture and no PDF, behind a byte as well.

    clamd calls Ogg, MP3 and others clean unseen (CL_TYPE_IGNORED in libclamav/filetypes_int.h), and
    voice notes are kept as they came. What it cannot name, it looks through.
    """
    return [data] if data.startswith(_READ_BY_CLAMD) else [data, b"\n" + data]


def _require_clean(answer: bytes) -> None:
    if found := _FOUND.fullmatch(answer):
        raise _infected(_text(found["signature"]))
    if answer != _CLEAN:
        raise _failed(_text(answer))  # too large for it, or an error of its own


def _infected(signature: str) -> FileInfected:
    SCANS.labels("infected").inc()
    log.warning("file.infected", signature=signature)
    return FileInfected()


def _failed(reason: str) -> FilesUnavailable:
    SCANS.labels("failed").inc()
    log.error("scanner.failed", reason=reason)
    return FilesUnavailable(seconds=_PAUSE_S)


def _text(answer: bytes) -> str:
    return answer[:_MOST_LOGGED].decode("utf-8", "replace").rstrip("\0")
