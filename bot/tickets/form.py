"""The form of a ticket: its questions in order, the draft of answers, the end. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.tickets.kinds import Category, Kind

TELEGRAM = "telegram"

Outcome = Literal["answered", "digressed", "unclear"]
Ending = Literal["open", "cancelled", "refused"]


class Question(StrEnum):
    """What the form asks, in the order of asking."""

    CONSENT = "consent"
    CATEGORY = "category"
    COUNTRY = "country"
    DESCRIPTION = "description"
    CONTACT = "contact"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True)
class Draft:
    """A ticket in the making. None is what was not answered; contact "" is none wanted.

    waited: how many messages in a row left the consent question unanswered.
    """

    kind: Kind
    channel: str
    consent: bool | None = None
    category: Category | None = None
    country: str | None = None
    description: str | None = None
    contact: str | None = None
    confirmed: bool | None = None
    cancelled: bool = False
    waited: int = 0


@dataclass(frozen=True)
class Filled:
    """The draft after a message, and how the message stood to the question asked.

    notes: corrected-<field>, cleared-<field>, added-to-description, what-to-change,
    several-categories, several-countries, contact-invalid, too-short, cancelled, left, refused,
    ended. `left` is a cancel that the citizen did not word: consent stayed unanswered.
    """

    draft: Draft
    outcome: Outcome
    notes: tuple[str, ...] = ()


FIELDS = (Question.CATEGORY, Question.COUNTRY, Question.DESCRIPTION, Question.CONTACT)
"""The answers that a citizen may correct one by one."""


def questions(draft: Draft) -> tuple[Question, ...]:
    """The questions this draft has to answer, in order."""
    asked = list(Question)
    if draft.kind != Kind.COMPLAINT:
        asked = [Question.CONSENT, Question.DESCRIPTION, Question.CONTACT]
    if draft.channel == TELEGRAM:
        asked.remove(Question.CONTACT)
    return tuple(asked)


def next_question(draft: Draft) -> Question | None:
    """The first question without an answer; None when the draft is complete or given up."""
    if draft.cancelled or draft.consent is False:
        return None
    return next((question for question in questions(draft) if _is_open(draft, question)), None)


def ending(draft: Draft) -> Ending | None:
    """How the form ended: "open" the ticket, or not; None while there is something to ask."""
    if draft.cancelled:
        return "cancelled"
    if draft.consent is False:
        return "refused"
    return "open" if next_question(draft) is None else None


def summary(draft: Draft) -> dict[str, str]:
    """The answers as they stand, for the confirmation. An unwanted contact is ""."""
    told = {"kind": str(draft.kind)}
    for field in FIELDS:
        if field in questions(draft):
            told[str(field)] = str(getattr(draft, field) or "")
    return told


def _is_open(draft: Draft, question: Question) -> bool:
    if question is Question.CONSENT:
        return draft.consent is not True
    if question is Question.CONFIRMATION:
        return draft.confirmed is not True
    value = getattr(draft, question)
    return value is None or (question is not Question.CONTACT and not value)
