"""The name of a file as people see it; it is never a name on a disk. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import quote

MAX_CHARS = 120

# The first ending of a type is given to a name that has none of them.
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "application/pdf": (".pdf",),
    "audio/ogg": (".ogg", ".oga", ".opus"),
    "audio/webm": (".webm", ".weba"),
    "audio/mp4": (".m4a", ".mp4"),
}
# Control and direction marks, halves of letters, unassigned signs, line and paragraph ends.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def display_name(name: str, kind: str, media_type: str) -> str:
    """Without path and invisible marks, at most 120 characters, ending as its content does."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign if unicodedata.category(sign) not in _UNSEEN else " " for sign in last)
    tidy = " ".join(unicodedata.normalize("NFC", seen).split())
    endings = _ENDINGS[media_type]
    given = next((each for each in endings if tidy.lower().endswith(each)), "")
    stem = tidy[: len(tidy) - len(given)].strip(". ")
    ending = given or endings[0]
    return (stem[: MAX_CHARS - len(ending)].rstrip() or kind) + ending


def disposition(name: str, *, inline: bool) -> str:
    """The Content-Disposition of a file by that name (RFC 6266)."""
    return f"{'inline' if inline else 'attachment'}; filename*=UTF-8''{quote(name, safe='')}"
