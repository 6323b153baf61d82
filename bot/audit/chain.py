"""The chain of digests over audit rows. Pure."""

from __future__ import annotations

import hashlib
import hmac
import json

from bot.storage.models import AuditRow

BEGINNING = ""


def digest(before: str, row: AuditRow, key: bytes) -> str:
    """The digest of a row and of all before it: HMAC-SHA-256 in hexadecimal digits.

    With a key that does not lie in the database, nobody can make the chain anew who only has that.
    """
    told = [
        before,
        row.id,
        row.event,
        row.actor,
        row.ticket_id,
        row.data,
        row.created_at.isoformat(),
    ]
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
