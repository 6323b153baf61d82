"""Documents that act: script, launch and embedded files in a PDF; XML with entities (XXE); SVG.

A PDF is written anew with what its pages show, and nothing else; XML of any kind is not taken, and
what XML hides in a picture or a PDF is dropped unread.
"""

from __future__ import annotations

import struct

import pytest
from PIL import Image

from bot.errors import FileTypeRefused
from bot.files.checking import check
from bot.papers.printer import Printer
from bot.storage.models import Attachment, Ticket, TicketMessage, now
from tests.bot.files.samples import image_bytes
from tests.security.pdfs import document

ACTING = (
    b"/JavaScript",
    b"/JS",
    b"/Launch",
    b"/SubmitForm",
    b"/ImportData",
    b"/GoToR",
    b"/GoToE",
    b"/URI",
    b"/OpenAction",
    b"/AA",
    b"/EmbeddedFile",
    b"/EF",
    b"/RichMedia",
    b"/XFA",
    b"/AcroForm",
    b"/Metadata",
)
TRAPS = (b"evil.example", b"app.alert", b"calc.exe", b"MZ-program", b"file:///etc/passwd")
XXE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/evil">'
    b'<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&e;&f;</x>'
)
BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "%b">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
    )
    + b"]><l>&j;</l>"
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script>'
    b'<image href="http://127.0.0.1:9/evil"/></svg>'
)


def trapped_pdf() -> bytes:
    """Everything that acts, in every place where it may hang."""
    script = b"<</S/JavaScript/JS(app.alert\\(1\\))/Next<</S/Launch/F(calc.exe)>>>>"
    stream = b"<</Type/EmbeddedFile/Length 10>>stream\nMZ-program\nendstream"
    xml = b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%b\nendstream" % (len(XXE), XXE)
    return document(
        [
            b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AA<</WC 6 0 R>>/Metadata 8 0 R"
            b"/Names<</JavaScript<</Names[(a) 6 0 R]>>/EmbeddedFiles<</Names[(b.exe) 7 0 R]>>>>"
            b"/AcroForm<</XFA 8 0 R/Fields[5 0 R]>>>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]/AA<</O 6 0 R>>>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/AA<</O 6 0 R>>"
            b"/Metadata 8 0 R/Annots[5 0 R<</Type/Annot/Subtype/Link/Rect[0 0 9 9]"
            b"/A<</S/URI/URI(http://evil.example)>>>><</Type/Annot/Subtype/FileAttachment"
            b"/Rect[0 0 9 9]/FS 7 0 R>><</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>"
            b"<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/GoToE/F(file:///etc/passwd)>>>>]"
            b"/Resources<</XObject<</X 10 0 R>>>>>>",
            b"<</Length 5/F(file:///etc/passwd)>>stream\n0 0 m\nendstream",
            b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/A 6 0 R/AA<</K 6 0 R>>"
            b"/AP<</N 11 0 R>>>>",
            script,
            b"<</Type/Filespec/F(b.exe)/EF<</F 9 0 R>>>>",
            xml,
            stream,
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F(http://evil.example)>>"
            b"/AF[7 0 R]/OPI<</A(file:///etc/passwd)>>/Metadata 8 0 R/Length 5>>stream\n0 0 m\n"
            b"endstream",
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/AA<</O 6 0 R>>/Length 5>>stream\n0 0 m\n"
            b"endstream",
        ]
    )


def test_nothing_that_acts_is_left_of_a_pdf() -> None:
    sent = trapped_pdf()
    assert all(trap in sent.replace(b"\\", b"") for trap in TRAPS)
    kept = check(sent).data
    assert [mark for mark in (*ACTING, *TRAPS) if mark in kept] == []


def test_no_xml_is_taken_and_nothing_of_it_is_read() -> None:
    """Sockets are closed in these tests: whoever resolved the entity would fail otherwise."""
    docx = b"PK\x03\x04" + XXE
    for data in (
        XXE,
        BILLION_LAUGHS,
        SVG,
        docx,
        b"\xef\xbb\xbf" + XXE,
        XXE.decode().encode("utf-16"),
    ):
        with pytest.raises(FileTypeRefused):
            check(data)


def test_xml_in_a_picture_is_dropped_unread() -> None:
    photo = check(image_bytes("JPEG", xmp=XXE)).data
    exif = Image.Exif()
    exif[0x02BC] = XXE
    tagged = check(image_bytes("WEBP", exif=exif, xmp=BILLION_LAUGHS)).data
    for kept in (photo, tagged):
        assert b"DOCTYPE" not in kept
        assert b"ENTITY" not in kept


def test_a_program_or_a_page_behind_the_mark_of_a_picture_does_not_stay() -> None:
    """A file that is a picture to one reader and something else to another."""
    for tail in (SVG, b"<script>alert(1)</script>", b"MZ-program", b"PK\x03\x04", b"<?php x();?>"):
        for image_format in ("JPEG", "PNG", "WEBP"):
            sent = image_bytes(image_format)
            if image_format == "WEBP":  # a chunk that nobody knows
                sent += b"EVIL" + struct.pack("<I", len(tail)) + tail + b"\0" * (len(tail) % 2)
                sent = sent[:4] + struct.pack("<I", len(sent) - 8) + sent[8:]
            else:
                sent += tail
            assert tail not in check(sent).data, (image_format, tail)


async def test_our_own_papers_hold_no_script_link_or_file(printer: Printer) -> None:
    """Whatever a citizen wrote is text on a page."""
    hostile = "(app.alert) /JS (x) <</S/URI/URI(http://evil.example)>> \u202e{{7*7}} =cmd|'/c calc'"
    ticket = Ticket(
        reference="MDM-2026-000001",
        code="ABC234",
        kind="complaint",
        description=hostile,
        contact=hostile,
        lang="fr",
        opened_by_turn="web:1",
        acknowledge_by=now(),
        answer_by=now(),
    )
    acts = set(ACTING) - {b"/OpenAction"}  # ours says how the page is shown
    message = TicketMessage(ticket_id=1, author="citizen", text=hostile, lang="ar")
    file = Attachment(
        source="web:1",
        kind="document",
        media_type="application/pdf",
        name=hostile,
        size=1,
        sha256="0",
    )
    for paper in (
        await printer.receipt(ticket),
        await printer.dossier(ticket, [message], [file], [], []),
    ):
        assert paper.startswith(b"%PDF-")
        assert [mark for mark in (*acts, b"evil.example") if mark in paper] == []
