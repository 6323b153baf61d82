"""Who may ask, who may decide, and until when. Without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.errors import (
    JisrError,
    NotAllowed,
    OwnRelease,
    ReasonMissing,
    ReleaseMoved,
    ReleaseRefused,
)
from bot.privacy.approvals import (
    MOST_ROWS,
    Kind,
    Standing,
    fingerprint,
    require_askable,
    require_decidable,
    require_reason,
    require_size,
    require_usable,
    standing,
)
from bot.storage.models import ReleaseRequest, Staff

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
TODAY, YESTERDAY = date(2026, 11, 27), date(2026, 11, 26)
DAY = timedelta(days=1)


def member(number: int, role: str = "supervisor", **fields: Any) -> Staff:
    made = {"created_at": NOW - 9 * DAY, **fields}
    return Staff(id=number, username=f"m{number}", name="", password_hash="", role=role, **made)


def request(**fields: Any) -> ReleaseRequest:
    usual = {"id": 1, "kind": "transcripts", "rows": 3, "reason": "Entraîner", "asked_by": 1}
    return ReleaseRequest(**{**usual, "asked_at": NOW, "expires_at": NOW + DAY, **fields})


APPROVED = {"approved": True, "decided_by": 2, "decided_at": NOW}


@pytest.mark.parametrize(
    ("fields", "after", "stands"),
    [
        ({}, timedelta(), Standing.ASKED),
        ({}, DAY - timedelta(seconds=1), Standing.ASKED),
        ({}, DAY, Standing.EXPIRED),
        (APPROVED, timedelta(), Standing.APPROVED),
        (APPROVED, DAY, Standing.EXPIRED),
        ({"approved": False}, DAY, Standing.REFUSED),
        ({**APPROVED, "used_at": NOW}, DAY, Standing.USED),
    ],
)
def test_how_a_request_stands(fields: dict[str, Any], after: timedelta, stands: Standing):
    assert standing(request(**fields), NOW + after) is stands


def test_another_supervisor_decides_and_nobody_else():
    require_decidable(request(), member(2), NOW)
    require_decidable(request(), member(2, "admin"), NOW)
    with pytest.raises(OwnRelease):
        require_decidable(request(), member(1), NOW)
    for other in (
        member(2, "agent"),
        member(2, active=False),
        member(2, created_at=NOW + timedelta(seconds=1)),  # an account made to agree
    ):
        with pytest.raises(NotAllowed):
            require_decidable(request(), other, NOW)


@pytest.mark.parametrize(
    ("fields", "after", "current"),
    [
        ({}, DAY, "expired"),
        (APPROVED, timedelta(), "approved"),
        ({"approved": False}, timedelta(), "refused"),
        ({**APPROVED, "used_at": NOW}, timedelta(), "used"),
    ],
)
def test_what_is_decided_or_expired_is_not_decided_again(
    fields: dict[str, Any], after: timedelta, current: str
):
    with pytest.raises(ReleaseMoved) as refused:
        require_decidable(request(**fields), member(2), NOW + after)
    assert refused.value.fields["current"] == current


def test_who_asked_uses_what_was_approved_once_and_in_time():
    require_usable(request(**APPROVED), member(1), NOW)
    for fields, after in (
        ({}, timedelta()),
        (APPROVED, DAY),
        ({**APPROVED, "used_at": NOW}, timedelta()),
    ):
        with pytest.raises(ReleaseMoved):
            require_usable(request(**fields), member(1), NOW + after)
    for other in (member(2), member(1, "agent"), member(1, active=False)):
        with pytest.raises(NotAllowed):
            require_usable(request(**APPROVED), other, NOW)


@pytest.mark.parametrize(
    ("kind", "first", "last", "role", "error"),
    [
        (Kind.TRANSCRIPTS, YESTERDAY, YESTERDAY, "supervisor", None),
        (Kind.ORIGINAL, None, None, "agent", None),
        (Kind.TRANSCRIPTS, YESTERDAY, YESTERDAY, "agent", NotAllowed),
        (Kind.REVIEWS, YESTERDAY, YESTERDAY, "agent", NotAllowed),
        (Kind.REVIEWS, YESTERDAY, TODAY, "admin", ReleaseRefused),
        (Kind.REVIEWS, YESTERDAY, YESTERDAY - DAY, "admin", ReleaseRefused),
        (Kind.TRANSCRIPTS, None, YESTERDAY, "admin", ReleaseRefused),
        ("tickets", YESTERDAY, YESTERDAY, "admin", ReleaseRefused),
    ],
)
def test_what_may_be_asked_for(
    kind: str, first: date | None, last: date | None, role: str, error: type[JisrError] | None
):
    if error is None:
        require_askable(kind, first, last, member(1, role), TODAY)
        return
    with pytest.raises(error):
        require_askable(kind, first, last, member(1, role), TODAY)


def test_a_reason_is_needed_and_has_an_end():
    assert require_reason(" Pour\n l'évaluation ") == "Pour l'évaluation"
    with pytest.raises(ReasonMissing):
        require_reason(" \0\n")
    with pytest.raises(ReleaseRefused):
        require_reason("a" * 1001)


@pytest.mark.parametrize(("rows", "field"), [(0, "nothing"), (MOST_ROWS + 1, "too_much")])
def test_nothing_and_too_much_are_refused(rows: int, field: str):
    require_size(MOST_ROWS)
    with pytest.raises(ReleaseRefused) as refused:
        require_size(rows)
    assert refused.value.fields["field"] == field


@pytest.mark.parametrize(
    "change", [{"reason": "Autre"}, {"last_day": TODAY}, {"kind": "reviews"}, {"rows": 4}]
)
def test_the_digest_in_the_audit_changes_with_what_was_asked(change: dict[str, Any]):
    assert fingerprint(request()) == fingerprint(request(**APPROVED))
    assert fingerprint(request()) != fingerprint(request(**change))
