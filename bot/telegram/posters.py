"""QR codes for posters: whoever scans one has the bot open with what it is about."""

from __future__ import annotations

from io import BytesIO

import segno

_SCALE = 10
_QUIET_ZONE = 4  # modules left white around it, as the standard asks


def qr_code(link: str) -> bytes:
    """The link as SVG; a quarter of it may be dirty or torn."""
    picture = BytesIO()
    segno.make(link, error="q").save(picture, kind="svg", scale=_SCALE, border=_QUIET_ZONE)
    return picture.getvalue()
