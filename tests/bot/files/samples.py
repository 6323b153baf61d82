"""Files as citizens send them, made on the spot."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fpdf import FPDF
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.clamd import EICAR

# One Ogg page with an Opus header, as Telegram's voice notes begin.
OGG_VOICE = b"OggS\x00\x02" + bytes(20) + b"\x01\x13OpusHead\x01\x01" + bytes(200)
OGG_FILM = b"OggS\x00\x02" + bytes(20) + b"\x01\x2a\x80theora" + bytes(200)
WEBM_VOICE = b"\x1a\x45\xdf\xa3\x9fB\x82\x84webm" + bytes(40) + b"\x86\x86A_OPUS" + bytes(200)
WEBM_FILM = b"\x1a\x45\xdf\xa3\x9fB\x82\x84webm" + bytes(40) + b"V_VP8A_OPUS" + bytes(200)
MP4_VOICE = b"\x00\x00\x00\x20ftypM4A " + bytes(40) + b"hdlr" + bytes(8) + b"soun" + bytes(200)
MP4_FILM = MP4_VOICE + b"hdlr" + bytes(8) + b"vide" + bytes(20)


def picture(width: int = 60, height: int = 40) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (0, height // 2, width, height))
    return image


def image_bytes(image_format: str = "JPEG", image: Image.Image | None = None, **more: Any) -> bytes:
    out = BytesIO()
    (image or picture()).save(out, image_format, **more)
    return out.getvalue()


def gps_exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: the place, the model, and how it was held."""
    exif = Image.Exif()
    exif[0x0110] = "Telephone-de-test"
    exif[0x0112] = orientation
    exif[0x8825] = {1: "N", 2: (33.0, 35.0, 20.0), 3: "W", 4: (7.0, 36.0, 0.0)}
    return exif


def scan(pages: int = 2, image: bytes | None = None) -> bytes:
    """A scan: an image and a line of text on each page."""
    pdf = FPDF()
    pdf.set_font("helvetica")
    for number in range(1, pages + 1):
        pdf.add_page()
        pdf.image(BytesIO(image or image_bytes(exif=gps_exif())), w=50)
        pdf.cell(text=f"Page {number} du dossier")
    return bytes(pdf.output())


def infected() -> dict[str, bytes]:
    """Files that would be taken, each with the EICAR test file somewhere in it."""
    png = PngInfo()
    png.add_text("Comment", EICAR.decode("ascii"))
    return {
        "png-text": image_bytes("PNG", pnginfo=png),
        "jpeg-comment": image_bytes(comment=EICAR),
        "behind-webp": image_bytes("WEBP") + EICAR,
        "pdf-comment": scan() + b"%" + EICAR + b"\n",
        "ogg": OGG_VOICE + EICAR,
        "webm": WEBM_VOICE + EICAR,
        "mp4": MP4_VOICE + EICAR,
        "mp4-as-mp3": b"ID3\0" + MP4_VOICE[4:] + EICAR,
        "pdf-as-mp3": b"ID3\0" + scan() + b"%" + EICAR + b"\n",
    }
