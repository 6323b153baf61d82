"""One message over HTTP/2 of any length that a test claims: a library would not send a false one.

Frames as RFC 9113 has them, their headers spelled out (RFC 7541, "literal, not indexed").
"""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Mapping

from tests.nginx import NAME, Nginx

_PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
_DATA, _HEADERS, _RST_STREAM, _SETTINGS = 0, 1, 3, 4
_END_STREAM, _END_HEADERS = 0x1, 0x4
_FRAME_HEAD = struct.Struct("!BHBBI")  # the length is three bytes
_STATUSES = {0x88: "200", 0x8C: "400"}  # of RFC 7541's static table


async def posted(nginx: Nginx, length: int, data: bytes) -> str:
    """The status of what is posted so, or "reset" where the stream ends without one.

    Raises asyncio.IncompleteReadError if the connection ends.
    """
    trust = nginx.trust
    trust.set_alpn_protocols(["h2"])
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", nginx.tls_port, ssl=trust, server_hostname=NAME
    )
    head = {":method": "POST", ":scheme": "https", ":authority": NAME, ":path": "/api/chat"}
    packed = _packed({**head, "content-length": str(length)})
    writer.write(_PREFACE + _frame(_SETTINGS, 0, b"", stream=0))
    writer.write(_frame(_HEADERS, _END_HEADERS, packed) + _frame(_DATA, _END_STREAM, data))
    try:
        return await _answer(reader)
    finally:
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> str:
    while True:
        head = await reader.readexactly(_FRAME_HEAD.size)
        high, low, kind, _flags, _stream = _FRAME_HEAD.unpack(head)
        payload = await reader.readexactly(high << 16 | low)
        if kind == _HEADERS:
            return _STATUSES.get(payload[0], payload.hex())
        if kind == _RST_STREAM:
            return "reset"


def _frame(kind: int, flags: int, payload: bytes, stream: int = 1) -> bytes:
    size = len(payload)
    return _FRAME_HEAD.pack(size >> 16, size & 0xFFFF, kind, flags, stream) + payload


def _packed(headers: Mapping[str, str]) -> bytes:
    return b"".join(
        bytes([0, len(name)]) + name.encode() + bytes([len(value)]) + value.encode()
        for name, value in headers.items()
    )
