"""What a message answers to the question asked, and what it tells unasked. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.tickets import changes, matter, outcomes, values, yes_no
from bot.tickets.digressions import COURTESY_LENGTH, is_away
from bot.tickets.form import FIELDS, Draft, Filled, Question, next_question, questions
from bot.tickets.kinds import Kind
from bot.tickets.reading import Reading

_PLAIN_YES, _ADDED_AT_CONFIRMATION = 6, 3
ADDED_AFTER_NO = 2
"""So many words of its own make a remark of what comes with a no, or is announced."""


def with_what_it_tells(draft: Draft, message: Reading) -> Draft:
    """The draft with what the message says about open questions; a story adds to the one told."""
    told: dict[str, Any] = {}
    complaint = draft.kind == Kind.COMPLAINT
    if complaint and draft.category is None:
        told["category"] = values.only(values.categories(message, asked=False))
    if complaint and draft.country is None:
        told["country"] = values.only(values.countries(message, asked=False))
    if draft.description is None and matter.tells(message, draft.kind):
        told["description"] = message.text
    elif draft.description and _adds_a_story(message):
        told["description"] = outcomes.joined(draft.description, message.text)
    if draft.contact is None and Question.CONTACT in questions(draft):
        told["contact"] = values.own_contact(message)
    return replace(draft, **told)


def _adds_a_story(message: Reading) -> bool:
    return matter.is_story(message) and (values.contact(message) is None or matter.grieves(message))


def named_questions(draft: Draft, message: Reading) -> list[Question]:
    """The answers of this draft that a message names and says nothing else."""
    named = changes.named_fields(message)
    return [field for field in FIELDS if field in named and field in questions(draft)]


def _consent(draft: Draft, message: Reading) -> Filled | None:
    verdict = yes_no.yes_or_no(message)
    if verdict is None:
        goodbye = message.understood.surely({"goodbye"}) and len(message.words) <= COURTESY_LENGTH
        if yes_no.leaves(message) or (goodbye and not matter.grieves(message)):
            return replace(outcomes.cancelled(draft), notes=("cancelled", "left"))
        return None
    if verdict:
        return _answered_and_more(draft, message, consent=True)
    named = values.countries(message, asked=False) or values.categories(message, asked=False)
    return None if named and matter.is_bare(message) else outcomes.refused(draft)


def _category(draft: Draft, message: Reading) -> Filled | None:
    category = values.only(values.categories(message, asked=True))
    if category is None:
        return None
    return _answered_and_more(draft, message, category=category)


def _country(draft: Draft, message: Reading) -> Filled | None:
    country = values.only(values.countries(message, asked=True))
    if country is None or (country == values.HOME and matter.is_story(message)):
        return None
    return _answered_and_more(draft, message, country=country)


def _description(draft: Draft, message: Reading) -> Filled | None:
    named = changes.field_value(message)
    if named and named[0] == Question.DESCRIPTION:
        message = Reading.of(named[1], message.understood, message.known)
    if matter.is_only_a_value(message) or not matter.describes(message, draft.kind):
        return None
    return _answered_and_more(draft, message, description=message.text)


def _answered_and_more(draft: Draft, message: Reading, **given: Any) -> Filled:
    """The answer, and what else the message tells."""
    answered = outcomes.answered(draft, **given)
    after = with_what_it_tells(answered.draft, message)
    notes = (*answered.notes, *outcomes.addition(answered.draft, after))
    return Filled(after, "answered", notes)


def _contact(draft: Draft, message: Reading) -> Filled | None:
    contact = values.contact(message)
    if contact is not None:
        return _answered_and_more(draft, message, contact=contact)
    return outcomes.answered(draft, contact="") if yes_no.declines(message) else None


def _confirmation(draft: Draft, message: Reading) -> Filled | None:
    """A yes confirms, a field is asked again, a no asks what to change. New values came first."""
    fields = named_questions(draft, message)
    if fields:
        return outcomes.cleared(draft, fields)
    verdict = yes_no.yes_or_no(message, wrong_is_no=True)
    if _remarks(draft, message, verdict):
        return outcomes.adding(draft, message.text)
    if verdict is False or (verdict is None and changes.wants_change(message)):
        return outcomes.asks_what_to_change(draft)
    if verdict is None:
        return None
    complete = next_question(draft) is Question.CONFIRMATION
    return outcomes.answered(draft, confirmed=True) if complete else Filled(draft, "answered")


def _remarks(draft: Draft, message: Reading, verdict: bool | None) -> bool:
    """Whether a yes, a no or neither comes with something to tell: "la, dakchi f 2023"."""
    if draft.description is None or matter.is_question(message) or matter.stalls(message):
        return False
    if verdict:
        return matter.details(message) >= (
            _ADDED_AT_CONFIRMATION if yes_no.objects(message) else _PLAIN_YES
        )
    if verdict is False or changes.corrects(message):
        return matter.details(message) >= ADDED_AFTER_NO
    return matter.details(message) >= _ADDED_AT_CONFIRMATION and not is_away(draft, message)


ANSWERS: Mapping[Question, Callable[[Draft, Reading], Filled | None]] = {
    Question.CONSENT: _consent,
    Question.CATEGORY: _category,
    Question.COUNTRY: _country,
    Question.DESCRIPTION: _description,
    Question.CONTACT: _contact,
    Question.CONFIRMATION: _confirmation,
}
"""How each question reads its answer; None where the message is none."""
