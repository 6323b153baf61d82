"""What `expect` means, key by key."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dialogues.expectations import fill_in, misses, ticket_told


def answer(**changes: Any) -> dict[str, Any]:
    reply = {"text": "Gardez \u2068MDM-2026-000001\u2069.", "lang": "fr"}
    base = {
        "understood": {"intent": "greet", "topic": None, "facet": None, "lang": "fr"},
        "replies": [{"text": "سلام", "lang": "ar"}, reply],
        "asks": None,
        "ticket": None,
        "offers": ["agent"],
    }
    return {**base, **changes}


@pytest.mark.parametrize(
    "expect",
    [
        {"intent": "greet"},
        {"intent": ["thank", "greet"]},
        {"topic": [None, "culture"]},
        {"lang": "fr"},
        {"asks": None},
        {"asks": ["consent", None]},
        {"ticket": "none"},
        {"offers": ["complaint", "agent"]},
        {"must": "Gardez MDM-2026"},
        {"must": ["absent", "سلام"]},
        {"must_not": ["undefined", "None"]},
        {},
    ],
)
def test_met(expect: dict[str, Any]) -> None:
    assert misses(expect, answer()) == []


@pytest.mark.parametrize(
    "expect",
    [
        {"intent": "thank"},
        {"topic": ["culture"]},
        {"facet": "amount"},
        {"lang": "ar"},  # the last reply's
        {"asks": "consent"},
        {"ticket": "opened"},
        {"offers": "complaint"},
        {"must": "introuvable"},
        {"must_not": ["absent", "Gardez"]},
    ],
)
def test_missed(expect: dict[str, Any]) -> None:
    (miss,) = misses(expect, answer())
    assert miss.key in expect


def test_a_miss_tells_what_was_expected_and_what_came() -> None:
    (miss,) = misses({"asks": "consent"}, answer(asks="country"))
    assert str(miss) == "asks: expected 'consent', came 'country'"


def test_all_misses_are_told() -> None:
    expect = {"intent": "thank", "asks": None, "ticket": "found"}
    assert [miss.key for miss in misses(expect, answer())] == ["intent", "ticket"]


def test_the_ticket_stands_for_what_the_citizen_was_told_to_keep() -> None:
    opened = answer(ticket={"event": "opened", "reference": "MDM-2026-000001", "code": "K7PX3Q"})
    kept = ticket_told(opened)
    assert fill_in("où en est {ticket} ?", kept) == "où en est MDM-2026-000001 K7PX3Q ?"


def test_only_an_opened_ticket_is_kept() -> None:
    found = answer(ticket={"event": "found", "reference": "MDM-2026-000001", "code": None})
    assert ticket_told(found) is ticket_told(answer()) is None


def test_a_ticket_that_was_never_opened_is_told() -> None:
    with pytest.raises(LookupError):
        fill_in("{ticket}", None)
    assert fill_in("bonjour", None) == "bonjour"
