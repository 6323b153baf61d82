"""Which choices stand under which message, and where a way out is offered: tables, no words."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replies.said import Pick
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
