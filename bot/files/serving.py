"""How a kept file leaves for a browser: as what it was checked to be, and powerless."""

from __future__ import annotations

from bot.files.names import disposition
from bot.storage.models import Attachment


def safe_headers(attachment: Attachment) -> dict[str, str]:
    """The headers of an answer with the file: images and voices are shown, documents saved."""
    return {
        "Content-Type": attachment.media_type,
        "Content-Disposition": disposition(attachment.name, inline=attachment.kind != "document"),
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }
