"""A PDF is kept as what its pages show; nothing in it acts, hides or tells."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from bot.errors import FileBroken, FileProtected, TooManyPages
from bot.files.checking import check
from bot.files.pdf import without_traces
from tests.bot.files.samples import gps_exif, image_bytes, scan

ACTS = (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/AA", b"/EmbeddedFile", b"/URI")


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def stream(content: bytes, **entries: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content)
    made.update({NameObject(f"/{key}"): value for key, value in entries.items()})
    return made


def name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def action(kind: str, **entries: object) -> DictionaryObject:
    return DictionaryObject(
        {name("S"): name(kind), **{name(key): value for key, value in entries.items()}}
    )


def loaded_scan() -> bytes:
    """An ordinary scan with all that must not reach a member of staff."""
    writer = PdfWriter(clone_from=BytesIO(scan()))
    writer.add_attachment("virus.exe", b"SECRETEXECUTABLE")
    writer.add_metadata({"/Author": "SECRET-AUTHOR"})
    launch = action("Launch", F=TextStringObject("SECRET-PROGRAM"))
    writer.root_object[name("OpenAction")] = launch
    page = writer.pages[0]
    page[name("AA")] = DictionaryObject(
        {name("O"): launch, name("C"): action("JavaScript", JS=TextStringObject("SECRET-SCRIPT"))}
    )
    page[name("AF")] = ArrayObject([writer._add_object(stream(b"SECRET-ASSOCIATED"))])
    page[name("Metadata")] = writer._add_object(stream(b"SECRET-XMP"))
    link = DictionaryObject(
        {
            name("Type"): name("Annot"),
            name("Subtype"): name("Link"),
            name("Rect"): ArrayObject(map(FloatObject, (0, 0, 500, 500))),
            name("A"): action("URI", URI=TextStringObject("https://SECRETLINK.example")),
        }
    )
    page[name("Annots")] = ArrayObject([writer._add_object(link)])
    picture = next(iter(page["/Resources"]["/XObject"].values())).get_object()
    picture[name("Metadata")] = writer._add_object(stream(b"SECRET-IN-THE-PICTURE"))
    return written(writer)


def test_an_ordinary_scan_reads_the_same() -> None:
    checked = check(scan(pages=3))
    pages = PdfReader(BytesIO(checked.data)).pages
    assert (checked.kind, checked.media_type) == ("document", "application/pdf")
    assert [page.extract_text() for page in pages] == [f"Page {n} du dossier" for n in (1, 2, 3)]
    assert [len(page.images) for page in pages] == [1, 1, 1]
    assert pages[0].mediabox == PdfReader(BytesIO(scan())).pages[0].mediabox


def test_what_acts_hides_or_tells_does_not_stay() -> None:
    sent = loaded_scan()
    assert b"SECRETEXECUTABLE" in sent
    assert b"SECRETLINK" in sent
    kept = check(sent).data
    assert b"SECRET" not in kept
    assert not any(mark in kept for mark in ACTS)
    reader = PdfReader(BytesIO(kept))
    assert set(reader.root_object) == {"/Type", "/Pages"}
    assert reader.attachments == {}
    assert reader.pages[0].extract_text() == "Page 1 du dossier"
    assert len(reader.pages[0].images) == 1


def test_a_picture_in_a_scan_loses_the_place_where_it_was_taken() -> None:
    photo = image_bytes(exif=gps_exif())
    writer = PdfWriter(clone_from=BytesIO(scan()))
    picture = next(iter(writer.pages[0]["/Resources"]["/XObject"].values())).get_object()
    picture._data = photo
    picture[name("Filter")] = name("DCTDecode")
    sent = written(writer)
    assert b"Telephone" in sent
    kept = check(sent).data
    assert b"Telephone" not in kept
    assert PdfReader(BytesIO(kept)).pages[0].images[0].image.size == (60, 40)


def test_a_picture_without_its_traces_has_the_same_pixels() -> None:
    plain = image_bytes()
    assert without_traces(image_bytes(exif=gps_exif(), comment=b"x")) == plain


def test_what_was_filled_into_a_form_is_still_seen_and_no_longer_acts() -> None:
    writer = PdfWriter(clone_from=BytesIO(scan(pages=1)))
    looks = writer._add_object(
        stream(
            b"BT ET FILLED-IN",
            Subtype=name("Form"),
            BBox=ArrayObject(map(FloatObject, (0, 0, 9, 9))),
        )
    )
    field = DictionaryObject(
        {
            name("Type"): name("Annot"),
            name("Subtype"): name("Widget"),
            name("FT"): name("Tx"),
            name("Rect"): ArrayObject(map(FloatObject, (0, 0, 90, 90))),
            name("AP"): DictionaryObject({name("N"): looks}),
            name("AA"): DictionaryObject(
                {name("K"): action("JavaScript", JS=TextStringObject("x"))}
            ),
        }
    )
    writer.pages[0][name("Annots")] = ArrayObject([writer._add_object(field)])
    kept = check(written(writer)).data
    [shown] = PdfReader(BytesIO(kept)).pages[0]["/Annots"]
    assert set(shown) == {"/Type", "/Subtype", "/Rect", "/AP"}
    assert b"FILLED-IN" in shown["/AP"]["/N"].get_data()
    assert not any(mark in kept for mark in ACTS)


def test_a_font_may_go_by_any_name() -> None:
    writer = PdfWriter(clone_from=BytesIO(scan(pages=1)))
    fonts = writer.pages[0]["/Resources"]["/Font"]
    fonts[name("AA")] = fonts[next(iter(fonts))]
    kept = PdfReader(BytesIO(check(written(writer)).data))
    assert "/AA" in kept.pages[0]["/Resources"]["/Font"]


def test_what_stands_before_and_behind_a_pdf_does_not_stay() -> None:
    kept = check(b"<html>SECRET-HEAD\n" + scan() + b"\nPK\x03\x04SECRET-TAIL").data
    assert kept.startswith(b"%PDF-")
    assert kept.rstrip().endswith(b"%%EOF")
    assert b"SECRET" not in kept
    assert len(PdfReader(BytesIO(kept)).pages) == 2


def test_a_pdf_behind_a_password_says_so() -> None:
    writer = PdfWriter(clone_from=BytesIO(scan()))
    writer.encrypt("mot de passe", algorithm="RC4-128")
    with pytest.raises(FileProtected):
        check(written(writer))


def test_a_pdf_that_is_only_locked_against_changes_is_taken() -> None:
    writer = PdfWriter(clone_from=BytesIO(scan()))
    writer.encrypt("", "mot de passe", algorithm="RC4-128")
    kept = PdfReader(BytesIO(check(written(writer)).data))
    assert not kept.is_encrypted
    assert kept.pages[0].extract_text() == "Page 1 du dossier"


def test_a_broken_pdf_says_so() -> None:
    for broken in (b"%PDF-1.7\n", scan()[:300], b"%PDF-1.7\n" + bytes(range(256)) * 40):
        with pytest.raises(FileBroken):
            check(broken)


def test_a_book_is_refused() -> None:
    writer = PdfWriter()
    for _ in range(201):
        writer.add_blank_page(100, 100)
    with pytest.raises(TooManyPages):
        check(written(writer))
