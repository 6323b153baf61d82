"""Which choices stand under which message, and where a way out is offered: tables, no words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.replies.said import Pick, Said
from knowledge.schema import CATEGORIES
from nlu.text.variety import VARIETIES

AGENT = Pick("talk_to_agent")
COMPLAINT = Pick("open_complaint")

# Message key of the title -> what the choice stands for.
BY_QUESTION: Mapping[str, Mapping[str, Pick]] = {
    "consent": {
        "choice-consent-yes": Pick("affirm", {"consent": True}),
        "choice-consent-no": Pick("deny", {"consent": False}),
    },
    "category": {
        f"category-{name.replace('_', '-')}": Pick("open_complaint", {"category": name})
        for name in CATEGORIES
    },
    "contact": {"choice-contact-none": Pick("deny", {"contact": ""})},
    "confirmation": {
        "choice-confirm-yes": Pick("affirm", {"confirmation": True}),
        "choice-confirm-no": Pick("deny", {"confirmation": False}),
        "choice-cancel": Pick("deny", {"cancel": True}),
    },
}

_START: Mapping[str, Pick] = {
    "choice-programmes": Pick("list_programmes"),
    "choice-complaint": COMPLAINT,
    "choice-check": Pick("check_complaint"),
    "choice-agent": AGENT,
}

_PERSON: Mapping[str, Pick] = {"choice-agent": AGENT}

BY_MESSAGE: Mapping[str, Mapping[str, Pick]] = {
    "competence": {"choice-cancel": Pick("deny", {"cancel": True})},
    "in-court": {"choice-cancel": Pick("deny", {"cancel": True})},
    "my-data": _PERSON,
    "out-of-scope": _PERSON,
    "ticket-not-found": _PERSON,
    "greet": _START,
    "help": _START,
    "which-language": {
        f"language-{lang.lower()}": Pick("change_language", {"lang": lang}) for lang in VARIETIES
    },
}

OFFERS: Mapping[str, Mapping[str, Pick]] = {
    "agent": {"choice-agent": AGENT},
    "complaint": {"choice-complaint": COMPLAINT},
}

# Under a message about a ticket: what can be done with it there (bot.tickets.talking).
BY_TICKET_MESSAGE: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "staff-reply": {"choice-add-information": {"do": "add"}},
    "ticket-question": {"choice-answer-question": {"do": "add"}},
    "ticket-settled": {
        "choice-solved-yes": {"do": "solved"},
        "choice-solved-no": {"do": "unsolved"},
    },
    "ask-withdrawal": {
        "choice-withdraw-yes": {"do": "withdraw_now"},
        "choice-withdraw-no": {"do": "leave"},
    },
}
RATED = frozenset({"ask-rating", "ask-reopen-reason"})
RATINGS: Mapping[str, int] = {f"choice-rating-{number}": number for number in range(1, 6)}
BY_TICKET_ACTION: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "add": {"choice-add-information": {"do": "add"}},
    "withdraw": {"choice-withdraw": {"do": "withdraw"}},
    "rate": {"choice-rate": {"do": "judge"}},
    "reopen": {"choice-reopen": {"do": "reopen"}},
}

# A first reply in an emergency offers a person, not a complaint.
EMERGENCY = "emergency-"

# Where the bot did not understand, has no source, met anger, a refused consent or a failed action.
OFFERING: frozenset[str] = frozenset(
    {
        "not-understood",
        "not-understood-again",
        "unknown",
        "facet-missing",
        "insulted",
        "insulted-again",
        "consent-refused",
        "internal-error",
        "degraded-unknown",
        "other-language",
    }
)


def is_answer_to_form(pick: Pick) -> bool:
    """Whether the choice answers a question of a form, so that it passes with the question."""
    return any(pick in answers.values() for answers in BY_QUESTION.values())


def ticket_choices(said: Said) -> dict[str, Pick]:
    """What can be done with the ticket that a message is about."""
    if "ticket" not in said.args:
        return {}
    asked = said.say != "ticket-settled" or said.args["ask_solved"]
    deeds = dict(BY_TICKET_MESSAGE.get(said.say, {})) if asked else {}
    for action in said.args.get("may", ()):
        deeds |= BY_TICKET_ACTION[action]
    if said.say in RATED:
        solved = said.args["solved"]
        deeds |= {key: {"do": "rate", "solved": solved, "rating": n} for key, n in RATINGS.items()}
    ticket = {"ticket": said.args["ticket"]}
    return {key: Pick("check_complaint", {**ticket, **deed}) for key, deed in deeds.items()}
