"""What breaks an invariant is found, and told in words; what keeps them all is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.chaos.invariants import breaches
from tests.chaos.ledger import File, Ledger, Message, Reply, Shown
from tests.chaos.stored import Stored, StoredTicket, StoredTurn

REFERENCE = "MDM-2026-000001"
REPLIES = ("Réponse numéro 1.", "Réponse numéro 2.")


def answer(text: str, reference: str | None = None) -> dict[str, Any]:
    ticket = {"event": "opened", "reference": reference} if reference else None
    return {"replies": [{"text": text}], "ticket": ticket}


@pytest.fixture
def ledger() -> Ledger:
    """A citizen who asked and complained, sent a file, and was shown two replies."""
    ledger = Ledger(
        messages=[
            Message("c", "1", "salam", [answer("salam")]),
            Message("c", "2", "oui", [answer("merci", REFERENCE), answer("merci", REFERENCE)]),
        ],
        files=[File("c", "3", ["f"])],
        replies=[Reply("c", REFERENCE, text, True) for text in REPLIES],
    )
    ledger.shown["c"] = [Shown(number, f"Dossier : {text}") for number, text in enumerate(REPLIES)]
    return ledger


STORED = Stored(
    turns=[
        StoredTurn("c", "1", "salam", answer("salam")),
        StoredTurn("c", "2", "oui", answer("merci", REFERENCE)),
    ],
    tickets=[StoredTicket(REFERENCE, "c", "2")],
    replies=REPLIES,
    pushes=[("c", text) for text in REPLIES],
    files=frozenset({"f"}),
)


def test_where_all_holds_nothing_is_told(ledger: Ledger) -> None:
    assert breaches(ledger, STORED) == []


def test_what_was_never_acknowledged_may_be_missing(ledger: Ledger) -> None:
    ledger.messages.append(Message("c", "4", "encore"))
    ledger.replies.append(Reply("c", REFERENCE, "Réponse numéro 3."))
    assert breaches(ledger, STORED) == []


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ({"turns": STORED.turns[1:]}, "lost: message 1"),
        ({"turns": [*STORED.turns, STORED.turns[1]]}, "ran 2 times"),
        ({"turns": STORED.turns[::-1]}, "out of order: conversation c"),
        (
            {"turns": [replace(STORED.turns[0], answer=answer("autre")), STORED.turns[1]]},
            "stored with another answer: message 1",
        ),
        ({"tickets": []}, f"0 times there: ticket {REFERENCE}"),
        (
            {"tickets": [*STORED.tickets, StoredTicket("MDM-2026-000002", "c", "2")]},
            "2 tickets by message 2",
        ),
        (
            {"tickets": [*STORED.tickets, StoredTicket("MDM-2026-000002", "c", "9")]},
            "a ticket by message 9, which nobody sent",
        ),
        ({"replies": REPLIES[:1]}, "written and pushed (0, 1) times"),
        ({"replies": [*REPLIES, REPLIES[0]]}, "written and pushed (2, 1) times"),
        ({"pushes": STORED.pushes[:1]}, "written and pushed (1, 0) times"),
        ({"pushes": STORED.pushes[::-1]}, "shown out of order: conversation c"),
        ({"files": frozenset()}, "not whole: file f"),
    ],
)
def test_what_is_missing_or_there_twice_is_told(
    ledger: Ledger, stored: dict[str, Any], told: str
) -> None:
    found = breaches(ledger, replace(STORED, **stored))
    assert any(breach.startswith(told) for breach in found), found


def test_another_answer_to_the_same_message_is_told(ledger: Ledger) -> None:
    ledger.messages[0].answers.append(answer("autre"))
    assert breaches(ledger, STORED) == ["another answer: message 1"]


@pytest.mark.parametrize(("shown", "times"), [([], 0), ([0, 0, 1], 2)])
def test_a_reply_that_is_not_shown_once_is_told(
    ledger: Ledger, shown: list[int], times: int
) -> None:
    ledger.shown["c"] = [Shown(number, REPLIES[number]) for number in shown]
    assert f"shown {times} times: {REPLIES[0]}" in breaches(ledger, STORED)


def test_a_file_taken_twice_is_told(ledger: Ledger) -> None:
    ledger.files[0].ids.append("g")
    found = breaches(ledger, replace(STORED, files=frozenset({"f", "g"})))
    assert found == ["taken more than once: file 3"]


def test_a_refusal_is_told(ledger: Ledger) -> None:
    ledger.refused.append("400 malformed_request")
    assert breaches(ledger, STORED) == ["refused: 400 malformed_request"]
