"""A small file, or a small body, that unpacks into gigabytes: pixels, frames, streams, archives.

What a picture claims is read before it is decoded; only its first frame is; archives are not taken;
no stream of a PDF is unpacked that needs not be; bodies count as they are unpacked.
"""

from __future__ import annotations

import gzip
import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from bot.errors import BadInput, FileTypeRefused, ImageTooLarge
from bot.files.checking import MAX_BYTES, check
from tests.bot.files.samples import image_bytes
from tests.bot.files.test_checking import chunk, opened, png_that_claims
from tests.security.house import House
from tests.security.pdfs import document, with_object_stream

MB = 1024 * 1024
UNPACKED = 80 * MB


def most_memory(work: Callable[[], object]) -> int:
    """The most memory that Python's own allocations took meanwhile."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def refused(data: bytes) -> type[BadInput]:
    with pytest.raises(BadInput) as error:
        check(data)
    return error.type


@pytest.mark.parametrize(("width", "height"), [(8_000, 8_000), (65_000, 65_000), (2**31 - 1, 1)])
def test_a_picture_of_too_many_pixels_is_refused_by_what_it_claims(width: int, height: int) -> None:
    assert issubclass(refused(png_that_claims(width, height)), BadInput)
    assert most_memory(lambda: refused(png_that_claims(width, height))) < 20 * MB


def test_a_photo_of_too_many_pixels_is_refused_by_what_it_claims() -> None:
    photo = image_bytes("JPEG")
    place = photo.index(b"\xff\xc0") + 5
    claims = photo[:place] + struct.pack(">HH", 60_000, 60_000) + photo[place + 4 :]
    assert refused(claims) is ImageTooLarge


@pytest.mark.parametrize("image_format", ["PNG", "WEBP"])
def test_of_many_frames_one_is_decoded(image_format: str) -> None:
    frames = [Image.new("RGB", (300, 300), (number % 2 * 255, 0, 0)) for number in range(200)]
    moving = image_bytes(image_format, frames[0], save_all=True, append_images=frames[1:])
    assert opened(moving).n_frames > 100
    assert getattr(opened(check(moving).data), "n_frames", 1) == 1


def test_what_hides_unpacked_beside_the_pixels_is_not_unpacked() -> None:
    """A compressed text chunk of a PNG: gigabytes of blanks."""
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b" " * UNPACKED))
    picture = image_bytes("PNG")
    sent = picture[:33] + bomb + picture[33:]

    def taken() -> None:
        try:
            assert bomb not in check(sent).data
        except BadInput:
            return

    assert most_memory(taken) < 30 * MB


def nested_zip(depth: int = 5) -> bytes:
    data = bytes(10 * MB)
    for level in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for copy in range(10):
                archive.writestr(f"{level}-{copy}.zip", data)
        data = out.getvalue()
    return data


def test_no_archive_is_taken_however_it_is_named() -> None:
    document_like = io.BytesIO()
    with zipfile.ZipFile(document_like, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    for data in (
        nested_zip(),
        document_like.getvalue(),
        gzip.compress(bytes(MB)),
        b"Rar!\x1a\x07\x01\x00",
        b"7z\xbc\xaf\x27\x1c",
        b"BZh91AY&SY",
        b"\xfd7zXZ\x00",
    ):
        assert refused(data) is FileTypeRefused


def test_a_page_tree_that_multiplies_is_refused() -> None:
    """Eight levels of ten times the same: a hundred million pages in a kilobyte."""
    levels = [
        f"<</Type/Pages/Count 1/Kids[{' '.join([f'{number + 1} 0 R'] * 10)}]>>".encode()
        for number in range(2, 10)
    ]
    pages = document([b"<</Type/Catalog/Pages 2 0 R>>", *levels, b"<</Type/Page>>"])
    assert issubclass(refused(pages), BadInput)


def test_the_objects_of_a_pdf_do_not_unpack_without_end() -> None:
    packed = zlib.compress(b"1 0 <</Type/Catalog/Pages 2 0 R>>" + b" " * (4 * UNPACKED))
    bomb = with_object_stream(packed)
    assert len(bomb) < MB
    assert most_memory(lambda: refused(bomb)) < 2 * UNPACKED


def test_the_content_of_a_page_is_not_unpacked() -> None:
    packed = zlib.compress(b" " * UNPACKED)
    head = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed)
    bomb = document(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]/Contents 4 0 R>>",
            head + packed + b"\nendstream",
        ]
    )
    assert most_memory(lambda: check(bomb)) < 30 * MB


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_body_counts_as_it_is_unpacked(house: House) -> None:
    client = await house.client()
    bomb = gzip.compress(b"a" * UNPACKED)
    form, json = "application/x-www-form-urlencoded", "application/json"
    paths = {"/api/chat": json, "/suivi": form, "/assistant": form, "/staff/sign-in": form}
    for path, content_type in paths.items():
        headers = {"Content-Type": content_type, "Content-Encoding": "gzip"}
        tracemalloc.start()
        response = await client.post(path, data=bomb, headers=headers)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert response.status == 413, path
        assert most < 20 * MB, path


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_packed_part_of_a_form_is_not_unpacked(house: House) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(b"a" * UNPACKED) + packer.flush()
    parts = {
        "/staff/sign-in": "username",
        "/suivi/ticket/add": "text",
        "/assistant/file": "message",
    }
    for path, name in parts.items():
        head = f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n'
        body = head.encode() + b"Content-Encoding: deflate\r\n\r\n" + bomb + b"\r\n--x--\r\n"
        client = await house.client()
        tracemalloc.start()
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        response = await client.post(path, data=body, headers=headers)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert response.status in {400, 401, 403}, path
        assert most < 20 * MB, path


def test_no_file_is_larger_than_the_limit() -> None:
    assert issubclass(refused(image_bytes("PNG") + bytes(MAX_BYTES)), BadInput)
