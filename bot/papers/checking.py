"""Check codes: by them anyone can tell that a printed paper is ours. Pure.

The code is public; it opens nothing and tells only that the paper was made by whoever holds the
key, for that reference, on that day.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import date

_LENGTH = 12
_GROUP = 4


def check_code(key: str, paper: str, reference: str, issued_on: date) -> str:
    """The code of a paper (`receipt`, `dossier`, `deletion`): three groups of four signs."""
    told = f"{paper}|{reference}|{issued_on.isoformat()}"
    digest = hmac.new(key.encode(), told.encode(), hashlib.sha256).digest()
    code = base64.b32encode(digest).decode()[:_LENGTH]
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def is_ours(key: str, reference: str, issued_on: date, code: str) -> bool:
    """Whether a paper of any kind has this code; case, blanks and dashes do not matter."""
    given = "".join(char for char in code.upper() if char.isalnum())
    return any(
        hmac.compare_digest(
            check_code(key, paper, reference, issued_on).replace("-", "").encode(), given.encode()
        )
        for paper in ("receipt", "dossier", "deletion")
    )
