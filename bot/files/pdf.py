"""A PDF written anew with what its pages show, and nothing that acts, hides or tells. Pure.

Kept are contents, resources, sizes, and the appearance of annotations (a filled-in form, a stamp).
Scripts, actions, links, embedded files and metadata are not copied.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from bot.errors import BadInput, FileBroken, FileProtected, TooManyPages

PDF_MARK = b"%PDF-"

_MAX_PAGES = 200
_OF_A_PAGE = frozenset(
    {
        *("/Type", "/Parent", "/Contents", "/Resources", "/Group"),
        *("/MediaBox", "/CropBox", "/Rotate", "/UserUnit"),
    }
)
_OF_AN_ANNOTATION = ("/Rect", "/AS", "/F")
# What may hang on any object of a page: files, scripts, actions, the author's traces.
_NEVER = frozenset(
    {
        *("/AF", "/EF", "/RF", "/Ref", "/OPI", "/PieceInfo", "/Metadata"),
        *("/A", "/AA", "/JS", "/OpenAction"),
    }
)
_FROM_ANOTHER_FILE = frozenset({"/F", "/FFilter", "/FDecodeParms"})
# Dictionaries whose keys are names that the author of the file chose.
_OF_NAMES = frozenset(
    {"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties"}
)

_MARKER, _SCAN = 0xFF, 0xDA
_BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
_JPEG_TRACES = frozenset({0xE1, 0xED, 0xFE})  # EXIF and XMP, IPTC, comment


def clean_pdf(data: bytes) -> bytes:
    """The document written anew; raises FileBroken, FileProtected, TooManyPages."""
    try:
        return _written_anew(data[data.index(PDF_MARK) :])
    except BadInput:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise FileProtected from error
    except Exception as error:
        # Whatever the parser throws at a hostile file, the file is broken.
        raise FileBroken from error


def _written_anew(data: bytes) -> bytes:
    reader = PdfReader(BytesIO(data))
    # Many are locked against printing only, and open with an empty password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileProtected
    if len(reader.pages) > _MAX_PAGES:
        raise TooManyPages(limit=_MAX_PAGES)
    writer = PdfWriter()
    for page in reader.pages:
        _strip_page(page)
        writer.add_page(page)
    if not len(writer.pages):
        raise FileBroken
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _strip_page(page: DictionaryObject) -> None:
    shown = _appearances(page.get("/Annots"))
    for key in set(page) - _OF_A_PAGE:
        del page[key]
    if shown:
        page[NameObject("/Annots")] = shown
    _strip_all([page.get(key) for key in ("/Contents", "/Resources", "/Group", "/Annots")])


def _appearances(annotations: Any) -> ArrayObject:
    """Annotations as mere stamps: how they look, not what they do."""
    shown = ArrayObject()
    for reference in _resolved(annotations) or ():
        annotation = _resolved(reference)
        looks = _resolved(annotation.get("/AP"))
        if looks is None or "/N" not in looks or "/Rect" not in annotation:
            continue
        stamp = DictionaryObject(
            {NameObject(key): annotation[key] for key in _OF_AN_ANNOTATION if key in annotation}
        )
        stamp[NameObject("/Type")] = NameObject("/Annot")
        stamp[NameObject("/Subtype")] = NameObject("/Stamp")
        stamp[NameObject("/AP")] = DictionaryObject({NameObject("/N"): looks.raw_get("/N")})
        shown.append(stamp)
    return shown


def _strip_all(roots: list[Any]) -> None:
    """Takes out of all that hangs on these objects what no page needs to be shown."""
    waiting: list[tuple[Any, str]] = [(root, "") for root in roots]
    seen: dict[int, Any] = {}  # kept, so that no id is given twice
    while waiting:
        found, name = waiting.pop()
        thing = _resolved(found)
        if id(thing) in seen:
            continue
        seen[id(thing)] = thing
        if isinstance(thing, DictionaryObject):
            _strip(thing, name)
            waiting += [(thing.raw_get(key), key) for key in thing]
        elif isinstance(thing, ArrayObject):
            waiting += [(each, name) for each in list.__iter__(thing)]


def _strip(thing: DictionaryObject, name: str) -> None:
    is_stream = isinstance(thing, StreamObject)
    if name in _OF_NAMES and not is_stream:
        return
    for key in (_NEVER | _FROM_ANOTHER_FILE if is_stream else _NEVER) & set(thing):
        del thing[key]
    if isinstance(thing, StreamObject) and _filter(thing) == "/DCTDecode":
        # The library has no door to a stream as it is encoded.
        thing._data = without_traces(thing._data)


def _filter(stream: StreamObject) -> Any:
    named = _resolved(stream.get("/Filter"))
    return named[0] if isinstance(named, ArrayObject) and len(named) == 1 else named


def _resolved(thing: Any) -> Any:
    return thing.get_object() if isinstance(thing, IndirectObject) else thing


def without_traces(jpeg: bytes) -> bytes:
    """A JPEG without EXIF, XMP, IPTC and comments; its pixels stay as they are encoded."""
    kept, place = bytearray(jpeg[:2]), 2
    while place + 4 <= len(jpeg) and jpeg[place] == _MARKER and jpeg[place + 1] != _SCAN:
        marker = jpeg[place + 1]
        bare = marker in _BARE_MARKERS
        end = place + (2 if bare else 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big"))
        if marker not in _JPEG_TRACES:
            kept += jpeg[place:end]
        place = end
    return bytes(kept + jpeg[place:])
