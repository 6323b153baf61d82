"""PDF files written by hand, object by object, as no honest program would."""

from __future__ import annotations

from collections.abc import Sequence

_HEAD = b"%PDF-1.7\n"
_ROW = (1, 4, 1)  # widths of a cross-reference stream


def document(objects: Sequence[bytes]) -> bytes:
    """The objects, numbered from 1, the first of them the catalogue."""
    out, places = bytearray(_HEAD), []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer <</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return bytes(out) + b"startxref\n%d\n%%%%EOF" % start


def with_object_stream(packed: bytes) -> bytes:
    """A document whose catalogue, object 1, stands in a packed stream of objects."""
    out, places = bytearray(_HEAD), {}
    stream = b"<</Type/ObjStm/N 1/First 4/Length %d/Filter/FlateDecode>>stream\n" % len(packed)
    objects = {
        4: stream + packed + b"\nendstream",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/MediaBox[0 0 10 10]/Parent 2 0 R>>",
    }
    for number, each in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start = len(out)
    rows = [(0, 0, 0), (2, 4, 0), *((1, places[number], 0) for number in (2, 3, 4)), (1, start, 0)]
    table = b"".join(
        value.to_bytes(width, "big") for row in rows for value, width in zip(row, _ROW, strict=True)
    )
    head = b"<</Type/XRef/W[1 4 1]/Size 6/Root 1 0 R/Length %d>>stream\n" % len(table)
    out += b"5 0 obj\n" + head + table + b"\nendstream\nendobj\n"
    return bytes(out) + b"startxref\n%d\n%%%%EOF" % start
