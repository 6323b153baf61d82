"""What a file is, its content says; what is kept of it is clean."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from bot.errors import BadInput, FileBroken, FileTooLarge, FileTypeRefused, ImageTooLarge
from bot.files.checking import MAX_BYTES, check, thumbnail
from tests.bot.files import samples
from tests.bot.files.samples import gps_exif, image_bytes, picture


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_that_claims(width: int, height: int) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000)))


@pytest.mark.parametrize(
    ("image_format", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")],
)
def test_an_image_is_kept_as_what_it_is_without_place_and_camera(
    image_format: str, media_type: str
) -> None:
    sent = image_bytes(image_format, exif=gps_exif())
    assert opened(sent).getexif().get_ifd(0x8825)
    checked = check(sent)
    kept = opened(checked.data)
    assert (checked.kind, checked.media_type) == ("image", media_type)
    assert kept.format == image_format
    assert kept.size == (60, 40)
    assert dict(kept.getexif()) == {}
    assert b"Telephone" not in checked.data


def test_comments_profiles_and_xmp_do_not_stay() -> None:
    more = {"comment": b"COMMENT-x", "icc_profile": b"PROFILE-x", "xmp": b"<XMP-x/>"}
    sent = image_bytes("JPEG", **more)
    assert all(trace in sent for trace in more.values())
    kept = check(sent).data
    assert not any(trace in kept for trace in more.values())


def test_a_photo_taken_sideways_stands_upright() -> None:
    kept = opened(check(image_bytes(exif=gps_exif(orientation=6))).data)
    assert kept.size == (40, 60)
    red, _green, blue = kept.getpixel((35, 30))
    assert red > 200
    assert blue < 60


def test_what_hangs_behind_an_image_does_not_stay() -> None:
    for tail in (b"PK\x03\x04 archive", b"<html><script>alert(1)</script>"):
        for image_format in ("JPEG", "PNG"):
            kept = check(image_bytes(image_format) + tail).data
            assert tail not in kept
            assert opened(kept).size == (60, 40)


@pytest.mark.parametrize("image_format", ["PNG", "WEBP"])
def test_of_a_moving_image_the_first_frame_is_kept(image_format: str) -> None:
    second = Image.new("RGB", (60, 40), "green")
    moving = image_bytes(image_format, save_all=True, append_images=[second], duration=100)
    assert opened(moving).n_frames == 2
    kept = opened(check(moving).data)
    assert getattr(kept, "n_frames", 1) == 1
    assert kept.convert("RGB").getpixel((5, 5))[0] > 200


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_png_of_any_kind_shows_the_same(mode: str) -> None:
    image = Image.new("I;16", (4, 4), 40_000) if mode == "I;16" else picture(4, 4).convert(mode)
    sent = image_bytes("PNG", image)
    kept = opened(check(sent).data)
    assert kept.convert("RGBA").tobytes() == opened(sent).convert("RGBA").tobytes()


def test_a_clear_colour_of_a_palette_stays_clear() -> None:
    sent = image_bytes("PNG", picture(4, 4).convert("P"), transparency=0)
    clear = opened(sent).convert("RGBA").tobytes()
    assert opened(check(sent).data).convert("RGBA").tobytes() == clear


def test_a_jpeg_for_printing_is_kept_as_one_for_screens() -> None:
    assert opened(check(image_bytes("JPEG", picture().convert("CMYK"))).data).mode == "RGB"


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(ImageTooLarge):
        check(png_that_claims(8_000, 8_000))
    with pytest.raises(ImageTooLarge):
        check(png_that_claims(60_000, 60_000))


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_half_an_image_is_refused(image_format: str) -> None:
    whole = image_bytes(image_format, Image.effect_noise((200, 200), 90).convert("RGB"))
    with pytest.raises(FileBroken):
        check(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bonjour",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"PK\x03\x04" + bytes(100),
        b"MZ" + bytes(100),
        b"GIF89a" + bytes(100),
        samples.OGG_FILM,
        samples.WEBM_FILM,
        samples.MP4_FILM,
    ],
)
def test_any_other_content_is_refused(data: bytes) -> None:
    with pytest.raises(FileTypeRefused):
        check(data)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (samples.OGG_VOICE, "audio/ogg"),
        (samples.WEBM_VOICE, "audio/webm"),
        (samples.MP4_VOICE, "audio/mp4"),
    ],
)
def test_a_voice_note_is_kept_as_it_is(data: bytes, media_type: str) -> None:
    checked = check(data)
    assert (checked.kind, checked.media_type, checked.data) == ("voice", media_type, data)


def test_ten_megabytes_are_taken_and_not_a_byte_more() -> None:
    full = samples.OGG_VOICE.ljust(MAX_BYTES, b"\0")
    assert check(full).kind == "voice"
    with pytest.raises(FileTooLarge):
        check(full + b"\0")


@pytest.mark.parametrize("mark", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF....WEBP", b"%PDF-"])
def test_a_mark_alone_is_no_file(mark: bytes) -> None:
    with pytest.raises(BadInput):
        check(mark + bytes(range(256)) * 8)


def test_a_thumbnail_is_a_small_jpeg() -> None:
    small = opened(thumbnail(image_bytes("PNG", picture(1200, 800))))
    assert (small.format, small.size) == ("JPEG", (320, 213))
