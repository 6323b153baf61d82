"""Corrections of what was answered: new values, named fields, additions. Pure."""

from typing import Any

from bot.tickets import changes, matter, outcomes, values
from bot.tickets.answers import ADDED_AFTER_NO, ANSWERS, named_questions
from bot.tickets.form import Draft, Filled, Question, questions
from bot.tickets.reading import Reading


def corrected(draft: Draft, message: Reading, asked: Question) -> Filled | None:
    """A new value for what was already answered: "non, la Belgique", "le pays : France"."""
    if asked is not Question.CONFIRMATION and changes.names_a_change(message):
        open_again = [f for f in named_questions(draft, message) if f is not asked]
        if open_again and all(getattr(draft, field) is not None for field in open_again):
            return outcomes.cleared(draft, open_again)
    named = changes.field_value(message)
    if named is not None:
        return _corrected_field(draft, message, asked, *named)
    at_confirmation = asked is Question.CONFIRMATION
    announced = at_confirmation or changes.corrects(message)
    bare_country = asked is Question.DESCRIPTION and not values.categories(message, asked=False)
    if not (announced or bare_country):
        return None
    new = _new_values(draft, message, asked)
    return outcomes.answered(draft, **new) if new else None


def added(draft: Draft, message: Reading, asked: Question) -> Filled | None:
    """What is announced as an addition to the description: "ajoutez que ...", "zid belli ..."."""
    if draft.description is None or asked is Question.DESCRIPTION or values.own_contact(message):
        return None
    if asked is not Question.CONFIRMATION and matter.details(message) < ADDED_AFTER_NO:
        return None
    return outcomes.adding(draft, message.text) if changes.adds(message) else None


def _corrected_field(
    draft: Draft, message: Reading, asked: Question, name: str, value: str
) -> Filled | None:
    field = Question(name)
    if field is asked or getattr(draft, field) is None or field not in questions(draft):
        return None
    part = Reading.of(value, message.understood, message.known)
    if field is Question.DESCRIPTION:
        return _new_description(draft, message, part)
    if (
        asked is not Question.CONFIRMATION
        and field is not Question.CONTACT
        and not matter.is_bare(part)
    ):
        return None
    return ANSWERS[field](draft, part)


def _new_description(draft: Draft, message: Reading, part: Reading) -> Filled | None:
    """A shorter text is added, unless the message says that it takes the place of the other."""
    if not part.words:
        return None
    told = Reading.of(draft.description or "", message.understood, message.known)
    if len(part.words) < len(told.words) and not changes.replaces(message):
        return outcomes.adding(draft, part.text)
    return outcomes.answered(draft, description=part.text)


def _new_values(draft: Draft, message: Reading, asked: Question) -> dict[str, Any]:
    """Values that differ from what was answered, where the message says nothing else."""
    new: dict[str, Any] = {}
    contact = values.contact(message) if asked is Question.CONFIRMATION else None
    if contact and Question.CONTACT in questions(draft):
        new["contact"] = contact
    if matter.is_bare(message):
        categories = values.categories(message, asked=False)
        new["category"] = values.only(categories)
        new["country"] = values.only(values.countries(message, asked=False, home=not categories))
    return {
        name: value
        for name, value in new.items()
        if value is not None and name != asked and getattr(draft, name) not in (None, value)
    }
