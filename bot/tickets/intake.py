"""The intake of a ticket: what is asked, what a message answers, what comes next. Pure.

The validation action of the forms and the degraded mode are adapters over `fill`,
`next_question`, `ending` and `summary`; the draft is the slots of the conversation.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from bot.tickets.form import (
    FIELDS,
    Draft,
    Ending,
    Filled,
    Outcome,
    Question,
    ending,
    next_question,
    questions,
    summary,
)
from bot.tickets.kinds import Category, Kind
from bot.tickets.reading import Message, Understood
from bot.tickets.words import Words

__all__ = [
    "Draft",
    "Ending",
    "Filled",
    "Outcome",
    "Question",
    "Understood",
    "ending",
    "fill",
    "next_question",
    "questions",
    "summary",
]

_Value = TypeVar("_Value", bound=str)

_DIGRESSIONS = frozenset(
    {
        *("ask_programme", "list_programmes", "help", "check_complaint", "change_language"),
        *("my_data", "greet", "thank", "goodbye", "out_of_scope", "talk_to_agent"),
    }
)
_COURTESIES = frozenset({"greet", "thank", "goodbye"})
_COMMANDS = frozenset({"help", "change_language", "my_data", "check_complaint", "list_programmes"})
_COURTESY_LENGTH, _COMMAND_LENGTH = 5, 7
_SOME_WORDS = 2


def fill(
    draft: Draft,
    text: str,
    understood: Understood,
    asked: Question | None,
    picked: Mapping[str, Any] | None = None,
    *,
    words: Words,
) -> Filled:
    """The draft with what the message says, and whether it answered the question asked.

    A pressed choice wins over the text. A digression leaves the draft as it is. Filled answers
    change only by a correction, which a note tells; a draft that ended no longer changes.
    """
    if ending(draft) is not None:
        return Filled(draft, "answered", ("ended",))
    chosen = _pressed(draft, picked or {}, words)
    if chosen is not None:
        return chosen
    message = Message.of(text, understood, words)
    if message.cancels():
        return _cancelled(draft)
    if asked is None:
        return Filled(_with_what_it_tells(draft, message), "answered")
    return _to_question(draft, message, asked)


def _to_question(draft: Draft, message: Message, asked: Question) -> Filled:
    digressed = Filled(draft, "digressed")
    if _asks_something_else(draft, message, asked):
        return digressed
    answer = _corrected(draft, message, asked) or _ANSWERS[asked](draft, message)
    if answer is not None:
        return answer
    if message.understood.surely(_DIGRESSIONS) and not message.grieves():
        return digressed
    return Filled(_with_what_it_tells(draft, message), "unclear", _why_unclear(message, asked))


# --- outcomes


def _cancelled(draft: Draft) -> Filled:
    return Filled(Draft(draft.kind, draft.channel, cancelled=True), "answered", ("cancelled",))


def _refused(draft: Draft) -> Filled:
    return Filled(Draft(draft.kind, draft.channel, consent=False), "answered", ("refused",))


def _asks_what_to_change(draft: Draft) -> Filled:
    return Filled(draft, "unclear", ("what-to-change",))


def _answered(draft: Draft, **values: Any) -> Filled:
    """The draft with new values; a value that takes the place of another is a correction."""
    new = {name: value for name, value in values.items() if getattr(draft, name) != value}
    notes = tuple(f"corrected-{name}" for name in new if getattr(draft, name) is not None)
    confirmed = draft.confirmed if not new else None
    return Filled(replace(draft, **{"confirmed": confirmed, **new}), "answered", notes)


def _cleared(draft: Draft, fields: list[Question]) -> Filled:
    empty: dict[str, Any] = {str(field): None for field in fields}
    notes = tuple(f"cleared-{field}" for field in fields)
    return Filled(replace(draft, confirmed=None, **empty), "answered", notes)


def _why_unclear(message: Message, asked: Question) -> tuple[str, ...]:
    if asked is Question.CATEGORY and len(message.categories(asked=True)) > 1:
        return ("several-categories",)
    if asked is Question.COUNTRY and len(message.countries(asked=True)) > 1:
        return ("several-countries",)
    if asked is Question.CONTACT and message.attempts_contact():
        return ("contact-invalid",)
    return ("too-short",) if asked is Question.DESCRIPTION else ()


# --- a pressed choice


def _pressed(draft: Draft, picked: Mapping[str, Any], words: Words) -> Filled | None:
    """What a valid choice does; None where there is none, or it does not fit the draft."""
    if picked.get("cancel") is True:
        return _cancelled(draft)
    if picked.get("consent") is False:
        return _refused(draft)
    if isinstance(picked.get("confirmation"), bool):
        return _pressed_confirmation(draft, agrees=picked["confirmation"])
    change = picked.get("change")
    if change in FIELDS and change in questions(draft):
        return _cleared(draft, [Question(change)])
    values = _valid_choices(picked, words)
    return _answered(draft, **values) if values else None


def _pressed_confirmation(draft: Draft, *, agrees: bool) -> Filled | None:
    if next_question(draft) is not Question.CONFIRMATION:
        return None
    return _answered(draft, confirmed=True) if agrees else _asks_what_to_change(draft)


def _valid_choices(picked: Mapping[str, Any], words: Words) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if picked.get("consent") is True:
        values["consent"] = True
    if picked.get("category") in list(Category):
        values["category"] = Category(picked["category"])
    country = picked.get("country")
    if isinstance(country, str) and country in words.codes:
        values["country"] = country
    for name in ("description", "contact"):
        value = picked.get(name)
        if isinstance(value, str) and (value.strip() or name == "contact"):
            values[name] = value.strip()
    return values


# --- what a message tells unasked


def _with_what_it_tells(draft: Draft, message: Message) -> Draft:
    """The draft with what the message says about questions that are still open."""
    values: dict[str, Any] = {}
    complaint = draft.kind == Kind.COMPLAINT
    if complaint and draft.category is None:
        values["category"] = _only(message.categories(asked=False))
    if complaint and draft.country is None:
        values["country"] = _only(message.countries(asked=False))
    if draft.description is None and message.tells(grievance=complaint):
        values["description"] = message.text
    if draft.contact is None and Question.CONTACT in questions(draft):
        values["contact"] = message.own_contact()
    return replace(draft, **values)


def _only(values: frozenset[_Value]) -> _Value | None:
    return next(iter(values)) if len(values) == 1 else None


# --- digressions


def _asks_something_else(draft: Draft, message: Message, asked: Question) -> bool:
    """Whether the message is plainly not meant for the form, whatever words it holds."""
    understood = message.understood
    if not understood.surely(_DIGRESSIONS) or message.grieves():
        return False
    if asked is not Question.DESCRIPTION:
        return message.asks() and len(message.words) > _SOME_WORDS
    if understood.surely(_COURTESIES):
        return len(message.words) <= _COURTESY_LENGTH and not message.tells(grievance=False)
    if understood.surely({"talk_to_agent"}):
        return draft.kind != Kind.QUESTION and message.wishes_only()
    if understood.surely(_COMMANDS) and len(message.words) <= _COMMAND_LENGTH:
        return True
    return message.asks() and (draft.kind != Kind.QUESTION or understood.surely(_COMMANDS))


# --- corrections


def _corrected(draft: Draft, message: Message, asked: Question) -> Filled | None:
    """A new value for what was already answered: "non, la Belgique", "le pays : France"."""
    named = message.field_value()
    if named is not None:
        return _corrected_field(draft, message, asked, *named)
    at_confirmation = asked is Question.CONFIRMATION
    announced = at_confirmation or message.corrects()
    bare_country = asked is Question.DESCRIPTION and not message.categories(asked=False)
    if not (announced or bare_country):
        return None
    new = _new_values(draft, message, asked)
    return _answered(draft, **new) if new else None


def _corrected_field(
    draft: Draft, message: Message, asked: Question, name: str, value: str
) -> Filled | None:
    field = Question(name)
    if field is asked or getattr(draft, field) is None or field not in questions(draft):
        return None
    part = Message.of(value, message.understood, message.known)
    if field is Question.DESCRIPTION:
        return _answered(draft, description=part.text) if part.words else None
    if asked is not Question.CONFIRMATION and field is not Question.CONTACT and not part.is_bare():
        return None
    return _ANSWERS[field](draft, part)


def _new_values(draft: Draft, message: Message, asked: Question) -> dict[str, Any]:
    """Values that differ from what was answered, where the message says nothing else."""
    new: dict[str, Any] = {}
    contact = message.contact() if asked is Question.CONFIRMATION else None
    if contact and Question.CONTACT in questions(draft):
        new["contact"] = contact
    if message.is_bare():
        categories = message.categories(asked=False)
        new["category"] = _only(categories)
        new["country"] = _only(message.countries(asked=False, home=not categories))
    return {
        name: value
        for name, value in new.items()
        if value is not None and name != asked and getattr(draft, name) not in (None, value)
    }


# --- answers to the question asked


def _consent(draft: Draft, message: Message) -> Filled | None:
    verdict = message.yes_or_no()
    if verdict is None:
        return None
    if verdict:
        return Filled(_with_what_it_tells(replace(draft, consent=True), message), "answered")
    names_a_value = message.countries(asked=False) or message.categories(asked=False)
    return None if names_a_value and message.is_bare() else _refused(draft)


def _category(draft: Draft, message: Message) -> Filled | None:
    category = _only(message.categories(asked=True))
    if category is None:
        return None
    return _answered_and_more(draft, message, category=category)


def _country(draft: Draft, message: Message) -> Filled | None:
    country = _only(message.countries(asked=True))
    if country is None:
        return None
    return _answered_and_more(draft, message, country=country)


def _description(draft: Draft, message: Message) -> Filled | None:
    named = message.field_value()
    if named and named[0] == Question.DESCRIPTION:
        message = Message.of(named[1], message.understood, message.known)
    if message.wishes_only() or message.is_only_a_value():
        return None
    return _answered_and_more(draft, message, description=message.text)


def _answered_and_more(draft: Draft, message: Message, **values: Any) -> Filled:
    """The answer, and what else the message tells."""
    answered = _answered(draft, **values)
    return replace(answered, draft=_with_what_it_tells(answered.draft, message))


def _contact(draft: Draft, message: Message) -> Filled | None:
    contact = message.contact()
    if contact is not None:
        return _answered(draft, contact=contact)
    return _answered(draft, contact="") if message.declines() else None


def _confirmation(draft: Draft, message: Message) -> Filled | None:
    """A yes confirms, a field is asked again, a no asks what to change. New values came first."""
    fields = [f for f in FIELDS if f in message.named_fields() and f in questions(draft)]
    if fields:
        return _cleared(draft, fields)
    verdict = message.yes_or_no(wrong_is_no=True)
    if verdict is False or (verdict is None and message.wants_change()):
        return _asks_what_to_change(draft)
    if verdict is None:
        return None
    complete = next_question(draft) is Question.CONFIRMATION
    return _answered(draft, confirmed=True) if complete else Filled(draft, "answered")


_ANSWERS: Mapping[Question, Callable[[Draft, Message], Filled | None]] = {
    Question.CONSENT: _consent,
    Question.CATEGORY: _category,
    Question.COUNTRY: _country,
    Question.DESCRIPTION: _description,
    Question.CONTACT: _contact,
    Question.CONFIRMATION: _confirmation,
}
