"""Two people for what leaves the desk in bulk or shows what is masked: who may ask, who may decide,
and until when. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from bot.errors import NotAllowed, OwnRelease, ReasonMissing, ReleaseMoved, ReleaseRefused
from bot.storage.models import ReleaseRequest, Staff

LIFE = timedelta(hours=24)
MOST_ROWS = 20_000
REASON_MAX_CHARS = 1000


class Kind(StrEnum):
    """What can be asked for."""

    TRANSCRIPTS = "transcripts"  # exchanges of a period, masked, without ids
    REVIEWS = "reviews"  # exchanges that staff labelled, masked
    ORIGINAL = "original"  # one exchange as it was written


class Standing(StrEnum):
    """How a request stands."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    USED = "used"
    EXPIRED = "expired"


_EVERYBODY = frozenset({"agent", "supervisor", "admin"})
_SUPERVISORS = frozenset({"supervisor", "admin"})

MAY_ASK: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        Kind.TRANSCRIPTS: _SUPERVISORS,
        Kind.REVIEWS: _SUPERVISORS,
        Kind.ORIGINAL: _EVERYBODY,
    }
)
MAY_DECIDE = _SUPERVISORS


def standing(request: ReleaseRequest, now: datetime) -> Standing:
    """How it stands at that moment."""
    if request.used_at is not None:
        return Standing.USED
    if request.approved is False:
        return Standing.REFUSED
    if request.expires_at <= now:
        return Standing.EXPIRED
    return Standing.APPROVED if request.approved else Standing.ASKED


def require_reason(text: str) -> str:
    """The reason as it is kept; raises ReasonMissing, ReleaseRefused(field)."""
    reason = " ".join(text.replace("\0", "").split())
    if not reason:
        raise ReasonMissing
    if len(reason) > REASON_MAX_CHARS:
        raise ReleaseRefused(field="reason")
    return reason


def require_askable(
    kind: str, first_day: date | None, last_day: date | None, member: Staff, today: date
) -> None:
    """A period is of whole days that are over: what is approved then only becomes less.

    Raises NotAllowed, ReleaseRefused(field).
    """
    if kind not in MAY_ASK:
        raise ReleaseRefused(field="kind")
    if not member.active or member.role not in MAY_ASK[kind]:
        raise NotAllowed
    if kind == Kind.ORIGINAL:
        return
    if first_day is None or last_day is None or not first_day <= last_day < today:
        raise ReleaseRefused(field="period")


def require_size(rows: int) -> None:
    """Raises ReleaseRefused(field) where there is nothing, or too much for anybody to judge."""
    if rows == 0:
        raise ReleaseRefused(field="nothing")
    if rows > MOST_ROWS:
        raise ReleaseRefused(field="too_much")


def may_decide(request: ReleaseRequest, member: Staff) -> bool:
    """Whether the member is another than who asked, of the right role, and was there before."""
    return (
        member.active
        and member.role in MAY_DECIDE
        and member.id != request.asked_by
        and member.created_at <= request.asked_at
    )


def require_decidable(request: ReleaseRequest, member: Staff, now: datetime) -> None:
    """Raises OwnRelease, NotAllowed, ReleaseMoved(current)."""
    if member.id == request.asked_by:
        raise OwnRelease
    if not may_decide(request, member):
        raise NotAllowed
    _require(Standing.ASKED, request, now)


def require_usable(request: ReleaseRequest, member: Staff, now: datetime) -> None:
    """Who asked takes it, once, as long as they still might ask.

    Raises NotAllowed, ReleaseMoved(current).
    """
    entitled = member.active and member.role in MAY_ASK[request.kind]
    if member.id != request.asked_by or not entitled:
        raise NotAllowed
    _require(Standing.APPROVED, request, now)


def fingerprint(request: ReleaseRequest) -> str:
    """SHA-256 of what is asked for and why: in the audit it proves that neither was changed."""
    told = request.model_dump(
        mode="json",
        include={"kind", "first_day", "last_day", "lang", "turn_id", "rows", "reason", "asked_by"},
    )
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _require(wanted: Standing, request: ReleaseRequest, now: datetime) -> None:
    current = standing(request, now)
    if current != wanted:
        raise ReleaseMoved(current=current.value)
