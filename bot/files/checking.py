"""What a citizen's file really is: bytes in, a clean file out, or a named refusal. Pure.

The content decides, never the name. Images are decoded and written anew, so that nothing of the
old file but its pixels is left; of a PDF only what its pages show is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from PIL import Image, ImageOps

from bot.errors import FileBroken, FileTooLarge, FileTypeRefused, ImageTooLarge
from bot.files.pdf import PDF_MARK, clean_pdf

Kind = Literal["image", "document", "voice"]

MAX_MB = 10
MAX_BYTES = MAX_MB * 1024 * 1024
ALLOWED = "JPEG, PNG, WebP, PDF"

_MAX_MEGAPIXELS = 50
_ENOUGH_PIXELS = 25_000_000
_THUMBNAIL = (320, 320)
_HEAD = 1024  # how far into a file its mark may stand

_JPEG_MODES = frozenset({"L", "RGB"})
_PNG_MODES = frozenset({"1", "L", "LA", "RGB", "RGBA", "I;16"})
_WEBP_MODES = frozenset({"RGB", "RGBA"})
_IMAGES = {
    "JPEG": ("image/jpeg", _JPEG_MODES, {"quality": 90}),
    "PNG": ("image/png", _PNG_MODES, {}),
    "WEBP": ("image/webp", _WEBP_MODES, {"quality": 90, "method": 2}),
}

_OGG_VOICES = (b"OpusHead", b"\x01vorbis", b"\x7fFLAC", b"Speex   ")
_WEBM_VOICES = (b"A_OPUS", b"A_VORBIS", b"A_PCM")
_MP4_TRACK = re.compile(rb"hdlr.{8}(soun|vide)", re.DOTALL)


@dataclass(frozen=True)
class Checked:
    """A file that is safe to keep."""

    kind: Kind
    media_type: str
    data: bytes


def check(data: bytes) -> Checked:
    """The clean file.

    Raises FileTooLarge, ImageTooLarge, TooManyPages, FileTypeRefused, FileBroken, FileProtected.
    """
    if len(data) > MAX_BYTES:
        raise FileTooLarge(limit_mb=MAX_MB)
    if image_format := _image_format(data):
        return _image(data, image_format)
    if PDF_MARK in data[:_HEAD]:
        return Checked("document", "application/pdf", clean_pdf(data))
    if media_type := _voice_type(data):
        return Checked("voice", media_type, data)
    raise FileTypeRefused(allowed=ALLOWED)


def thumbnail(data: bytes) -> bytes:
    """A small JPEG of an image that was checked."""
    with Image.open(BytesIO(data)) as image:
        image.draft("RGB", _THUMBNAIL)
        image.thumbnail(_THUMBNAIL)
        return _written(image.convert("RGB"), "JPEG")


def _image_format(data: bytes) -> str | None:
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    return None


def _image(data: bytes, image_format: str) -> Checked:
    media_type, _modes, _options = _IMAGES[image_format]
    try:
        return Checked("image", media_type, _drawn_anew(data, image_format))
    except (ImageTooLarge, Image.DecompressionBombError) as error:
        raise ImageTooLarge(limit=_MAX_MEGAPIXELS) from error
    except Exception as error:
        # Whatever a decoder throws at a hostile file, the file is broken.
        raise FileBroken from error


def _drawn_anew(data: bytes, image_format: str) -> bytes:
    """The first frame, upright, without a word of what stood beside its pixels."""
    with Image.open(BytesIO(data), formats=[image_format]) as image:
        pixels = image.width * image.height
        if pixels > _MAX_MEGAPIXELS * 1_000_000:
            raise ImageTooLarge(limit=_MAX_MEGAPIXELS)
        if pixels > _ENOUGH_PIXELS:
            image.draft(None, (image.width // 2, image.height // 2))  # JPEG only: half the size
        image.load()
        upright = ImageOps.exif_transpose(image)
        return _written(_in_mode_of(upright, image_format), image_format)


def _in_mode_of(image: Image.Image, image_format: str) -> Image.Image:
    _media_type, modes, _options = _IMAGES[image_format]
    is_clear = image.has_transparency_data
    if image.mode in modes and not (is_clear and image.mode in {"1", "L", "RGB"}):
        return image
    return image.convert("RGBA" if is_clear and "RGBA" in modes else "RGB")


def _written(image: Image.Image, image_format: str) -> bytes:
    image.info = {}  # comments, profiles and the like are written from here
    out = BytesIO()
    _media_type, _modes, options = _IMAGES[image_format]
    image.save(out, image_format, **options)
    return out.getvalue()


def _voice_type(data: bytes) -> str | None:
    """The media type of a recording; None for anything else, films too."""
    head = data[:_HEAD]
    if head.startswith(b"OggS"):
        return "audio/ogg" if any(mark in head[:64] for mark in _OGG_VOICES) else None
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]:
        is_voice = any(mark in head for mark in _WEBM_VOICES) and b"V_" not in head
        return "audio/webm" if is_voice else None
    if head[4:8] == b"ftyp":
        return "audio/mp4" if set(_MP4_TRACK.findall(data)) == {b"soun"} else None
    return None
