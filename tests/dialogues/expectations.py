"""Whether an answer of the chat API is what a scenario expects. Pure.

A list means: one of these. `must_not` alone means: none of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.dialogues.scenario import one_or_more

TICKET_PLACE = "{ticket}"
NO_TICKET = "none"
_ISOLATES = re.compile("[\u2066-\u2069]")

Answer = Mapping[str, Any]


@dataclass(frozen=True)
class Miss:
    """One expectation that was not met."""

    key: str
    expected: Any
    came: Any

    def __str__(self) -> str:
        return f"{self.key}: expected {self.expected!r}, came {self.came!r}"


def misses(expect: Mapping[str, Any], answer: Answer) -> list[Miss]:
    """The expectations that the answer does not meet, in the order in which they stand."""
    found = []
    for key, expected in expect.items():
        came, met = _CHECKS[key](one_or_more(expected), answer)
        if not met:
            found.append(Miss(key, expected, came))
    return found


def reply_text(answer: Answer) -> str:
    """All replies of the turn, without the marks that isolate what stands in them."""
    return _ISOLATES.sub("", "\n".join(reply["text"] for reply in answer["replies"]))


def ticket_told(answer: Answer) -> str | None:
    """What the citizen was told to keep, "reference code", where the turn opened a ticket."""
    ticket = answer.get("ticket") or {}
    if ticket.get("event") != "opened":
        return None
    return f"{ticket['reference']} {ticket['code']}"


def fill_in(user: str, kept: str | None) -> str:
    """The citizen's text with what was told of the ticket; raises LookupError if nothing was."""
    if TICKET_PLACE not in user:
        return user
    if kept is None:
        raise LookupError("no ticket was opened before this turn")
    return user.replace(TICKET_PLACE, kept)


Check = Callable[[list[Any], Answer], tuple[Any, bool]]


def _understood(name: str) -> Check:
    def check(expected: list[Any], answer: Answer) -> tuple[Any, bool]:
        came = answer["understood"].get(name)
        return came, came in expected

    return check


def _lang(expected: list[Any], answer: Answer) -> tuple[Any, bool]:
    came = answer["replies"][-1]["lang"] if answer["replies"] else None
    return came, came in expected


def _asks(expected: list[Any], answer: Answer) -> tuple[Any, bool]:
    came = answer.get("asks")
    return came, came in expected


def _ticket(expected: list[Any], answer: Answer) -> tuple[Any, bool]:
    came = (answer.get("ticket") or {}).get("event", NO_TICKET)
    return came, came in expected


def _offers(expected: list[Any], answer: Answer) -> tuple[Any, bool]:
    came = answer.get("offers") or []
    return came, bool(set(came) & set(expected))


def _must(expected: list[Any], answer: Answer) -> tuple[Any, bool]:
    text = reply_text(answer)
    return text, any(_ISOLATES.sub("", part) in text for part in expected)


def _must_not(expected: list[Any], answer: Answer) -> tuple[Any, bool]:
    text = reply_text(answer)
    return text, not any(_ISOLATES.sub("", part) in text for part in expected)


_CHECKS: Mapping[str, Check] = {
    "intent": _understood("intent"),
    "topic": _understood("topic"),
    "facet": _understood("facet"),
    "lang": _lang,
    "asks": _asks,
    "ticket": _ticket,
    "offers": _offers,
    "must": _must,
    "must_not": _must_not,
}
