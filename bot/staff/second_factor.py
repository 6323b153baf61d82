"""The second factor: one-time codes by time (RFC 6238), as authenticator applications make them."""

from __future__ import annotations

import base64
import hmac
from datetime import datetime

import pyotp
import segno
from markupsafe import Markup

from nlu.text.normalise import western_digits

ISSUER = "Jisr"
_WINDOW = 1  # steps of 30 s that a clock may be off, either way
_SECRET_BYTES = 20
_QR_SCALE = 5


def secret_from(digest: bytes) -> str:
    """A secret as applications take it."""
    return base64.b32encode(digest[:_SECRET_BYTES]).decode()


def matching_step(secret: str, code: str, at: datetime, last: int | None) -> int | None:
    """The time step whose code this is, later than the last one used; None where there is none."""
    typed = "".join(western_digits(code).split())
    totp = pyotp.TOTP(secret)
    present = totp.timecode(at)
    for step in range(present - _WINDOW, present + _WINDOW + 1):
        unused = last is None or step > last
        right = hmac.compare_digest(totp.generate_otp(step).encode(), typed.encode())
        if right and unused:
            return step
    return None


def provisioning_uri(secret: str, username: str) -> str:
    """What the QR code says to the application."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)


def qr_code(uri: str) -> Markup:
    """The QR code as an <svg> element, which the page holds itself: no file, no script."""
    return Markup(segno.make(uri, error="m").svg_inline(scale=_QR_SCALE, light="#fff"))  # noqa: S704 made of segno's own numbers
