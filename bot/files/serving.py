"""How a kept file leaves for a browser: as what it was checked to be, and powerless."""

from __future__ import annotations

from bot.files.names import disposition
from bot.storage.models import Attachment

POWERLESS = (
    "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of what was sent in or is saved, wherever a browser may open it."""


def safe_headers(attachment: Attachment) -> dict[str, str]:
    """The headers of an answer with the file: images and voices are shown, documents saved."""
    return {
        "Content-Type": attachment.media_type,
        "Content-Disposition": disposition(attachment.name, inline=attachment.kind != "document"),
        "Content-Security-Policy": POWERLESS,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }
