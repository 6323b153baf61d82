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
from bot.tickets.reading import HOME, Message, Understood
from bot.tickets.words import Words

__all__ = [
    "Draft",
    "Ending",
    "Filled",
    "Outcome",
    "Question",
    "Understood",
    "after_digression",
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
_PATIENCE = 2
_PLAIN_YES, _ADDED_AT_CONFIRMATION, _ADDED_AFTER_NO = 6, 3, 2
_FEW_WORDS_FOR_A_PERSON = 5
_LONGEST_DESCRIPTION = 20_000
_WISHED: Mapping[Kind, str] = {
    Kind.COMPLAINT: "open_complaint",
    Kind.SUGGESTION: "make_suggestion",
    Kind.QUESTION: "talk_to_agent",
}


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
    no_contact = asked is Question.CONTACT and message.wants_none()
    if message.cancels(begun=asked is not None) and not no_contact:
        return _cancelled(draft)
    if asked is None:
        after = _with_what_it_tells(draft, message)
        return Filled(after, "answered", _addition(draft, after))
    return _counted(_to_question(draft, message, asked), message, asked)


def _counted(filled: Filled, message: Message, asked: Question) -> Filled:
    if filled.outcome == "unclear" and asked is Question.CONSENT:
        return _waited(filled, message)
    if filled.draft.waited and filled.outcome == "answered":
        return replace(filled, draft=replace(filled.draft, waited=0))
    return filled


def after_digression(
    draft: Draft, text: str, understood: Understood, asked: Question | None, *, words: Words
) -> Draft:
    """The draft when the form resumes after a message that was not meant for it.

    The message is counted where consent was asked; after two, or a goodbye, the draft is dropped.
    """
    if asked is not Question.CONSENT or ending(draft) is not None:
        return draft
    return _waited(Filled(draft, "digressed"), Message.of(text, understood, words)).draft


def _waited(filled: Filled, message: Message) -> Filled:
    """The draft, dropped where consent was asked in vain; a wish for the same is no waiting."""
    draft = filled.draft
    wishes = message.understood.surely({_WISHED[draft.kind]})
    if wishes or (message.wishes_only() and message.known.wish.find(message.words)):
        return filled
    if draft.waited + 1 >= _PATIENCE:
        return Filled(_cancelled(draft).draft, "answered", ("cancelled", "left"))
    return replace(filled, draft=replace(draft, waited=draft.waited + 1))


def _to_question(draft: Draft, message: Message, asked: Question) -> Filled:
    digressed = Filled(draft, "digressed")
    if _asks_something_else(draft, message, asked):
        return digressed
    answer = (
        _added(draft, message, asked)
        or _corrected(draft, message, asked)
        or _ANSWERS[asked](draft, message)
    )
    if answer is not None:
        return answer
    if _is_away(draft, message):
        return digressed
    after = _with_what_it_tells(draft, message)
    consenting = asked is Question.CONSENT  # a value told is no answer to it, a story is heard
    kept = after.description != draft.description if consenting else after != draft
    if kept:
        return Filled(after, "answered", _addition(draft, after))
    return Filled(after, "unclear", _why_unclear(message, asked))


def _is_away(draft: Draft, message: Message) -> bool:
    """Whether a message that answers nothing is surely meant for something else."""
    if not message.understood.surely(_DIGRESSIONS - {_WISHED[draft.kind]}) or message.grieves():
        return False
    tells = draft.kind != Kind.COMPLAINT and message.is_story()
    return not tells or message.understood.surely(_COMMANDS)


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


def _adding(draft: Draft, text: str) -> Filled:
    """The draft with a text added to its description, once."""
    after = replace(draft, description=_joined(draft.description, text), confirmed=None)
    return Filled(after, "answered", _addition(draft, after))


def _joined(description: str | None, text: str) -> str:
    if not description:
        return text
    full = len(description) + len(text) > _LONGEST_DESCRIPTION
    return description if full or text in description else f"{description}\n{text}"


def _addition(before: Draft, after: Draft) -> tuple[str, ...]:
    added = before.description is not None and before.description != after.description
    return ("added-to-description",) if added else ()


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
    """The draft with what the message says about open questions; a story adds to the one told."""
    values: dict[str, Any] = {}
    complaint = draft.kind == Kind.COMPLAINT
    if complaint and draft.category is None:
        values["category"] = _only(message.categories(asked=False))
    if complaint and draft.country is None:
        values["country"] = _only(message.countries(asked=False))
    if draft.description is None and message.tells(draft.kind):
        values["description"] = message.text
    elif draft.description and _adds_a_story(message):
        values["description"] = _joined(draft.description, message.text)
    if draft.contact is None and Question.CONTACT in questions(draft):
        values["contact"] = message.own_contact()
    return replace(draft, **values)


def _adds_a_story(message: Message) -> bool:
    return message.is_story() and (message.contact() is None or message.grieves())


def _only(values: frozenset[_Value]) -> _Value | None:
    return next(iter(values)) if len(values) == 1 else None


# --- digressions


def _asks_something_else(draft: Draft, message: Message, asked: Question) -> bool:
    """Whether the message is plainly not meant for the form, whatever words it holds."""
    understood = message.understood
    if not understood.surely(_DIGRESSIONS) or message.grieves():
        return False
    if understood.surely({"talk_to_agent"}) and draft.kind != Kind.QUESTION:
        return _asks_for_a_person(message, asked)
    if asked is not Question.DESCRIPTION:
        return message.asks() and len(message.words) > _SOME_WORDS
    if understood.surely(_COURTESIES):
        return len(message.words) <= _COURTESY_LENGTH and not message.tells(Kind.SUGGESTION)
    if understood.surely(_COMMANDS) and len(message.words) <= _COMMAND_LENGTH:
        return True
    return message.asks() and (draft.kind != Kind.QUESTION or understood.surely(_COMMANDS))


def _asks_for_a_person(message: Message, asked: Question) -> bool:
    wishes = bool(message.known.wish.find(message.words))
    length = _SOME_WORDS if asked is Question.DESCRIPTION else _FEW_WORDS_FOR_A_PERSON
    return message.wishes_only() or (wishes and message.content() <= length)


# --- corrections


def _corrected(draft: Draft, message: Message, asked: Question) -> Filled | None:
    """A new value for what was already answered: "non, la Belgique", "le pays : France"."""
    if asked is not Question.CONFIRMATION and message.names_a_change():
        open_again = [f for f in _named(draft, message) if f is not asked]
        if open_again and all(getattr(draft, field) is not None for field in open_again):
            return _cleared(draft, open_again)
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


def _named(draft: Draft, message: Message) -> list[Question]:
    named = message.named_fields()
    return [field for field in FIELDS if field in named and field in questions(draft)]


def _added(draft: Draft, message: Message, asked: Question) -> Filled | None:
    """What is announced as an addition to the description: "ajoutez que ...", "zid belli ..."."""
    if draft.description is None or asked is Question.DESCRIPTION or message.own_contact():
        return None
    if asked is not Question.CONFIRMATION and message.details() < _ADDED_AFTER_NO:
        return None
    return _adding(draft, message.text) if message.adds() else None


def _corrected_field(
    draft: Draft, message: Message, asked: Question, name: str, value: str
) -> Filled | None:
    field = Question(name)
    if field is asked or getattr(draft, field) is None or field not in questions(draft):
        return None
    part = Message.of(value, message.understood, message.known)
    if field is Question.DESCRIPTION:
        return _new_description(draft, message, part)
    if asked is not Question.CONFIRMATION and field is not Question.CONTACT and not part.is_bare():
        return None
    return _ANSWERS[field](draft, part)


def _new_description(draft: Draft, message: Message, part: Message) -> Filled | None:
    """A shorter text is added, unless the message says that it takes the place of the other."""
    if not part.words:
        return None
    told = Message.of(draft.description or "", message.understood, message.known)
    if len(part.words) < len(told.words) and not message.replaces():
        return _adding(draft, part.text)
    return _answered(draft, description=part.text)


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
        goodbye = message.understood.surely({"goodbye"}) and len(message.words) <= _COURTESY_LENGTH
        if message.leaves() or (goodbye and not message.grieves()):
            return replace(_cancelled(draft), notes=("cancelled", "left"))
        return None
    if verdict:
        return _answered_and_more(draft, message, consent=True)
    names_a_value = message.countries(asked=False) or message.categories(asked=False)
    return None if names_a_value and message.is_bare() else _refused(draft)


def _category(draft: Draft, message: Message) -> Filled | None:
    category = _only(message.categories(asked=True))
    if category is None:
        return None
    return _answered_and_more(draft, message, category=category)


def _country(draft: Draft, message: Message) -> Filled | None:
    country = _only(message.countries(asked=True))
    if country is None or (country == HOME and message.is_story()):
        return None
    return _answered_and_more(draft, message, country=country)


def _description(draft: Draft, message: Message) -> Filled | None:
    named = message.field_value()
    if named and named[0] == Question.DESCRIPTION:
        message = Message.of(named[1], message.understood, message.known)
    if message.is_only_a_value() or not message.describes(draft.kind):
        return None
    return _answered_and_more(draft, message, description=message.text)


def _answered_and_more(draft: Draft, message: Message, **values: Any) -> Filled:
    """The answer, and what else the message tells."""
    answered = _answered(draft, **values)
    after = _with_what_it_tells(answered.draft, message)
    notes = (*answered.notes, *_addition(answered.draft, after))
    return Filled(after, "answered", notes)


def _contact(draft: Draft, message: Message) -> Filled | None:
    contact = message.contact()
    if contact is not None:
        return _answered_and_more(draft, message, contact=contact)
    return _answered(draft, contact="") if message.declines() else None


def _confirmation(draft: Draft, message: Message) -> Filled | None:
    """A yes confirms, a field is asked again, a no asks what to change. New values came first."""
    fields = _named(draft, message)
    if fields:
        return _cleared(draft, fields)
    verdict = message.yes_or_no(wrong_is_no=True)
    if _remarks(draft, message, verdict):
        return _adding(draft, message.text)
    if verdict is False or (verdict is None and message.wants_change()):
        return _asks_what_to_change(draft)
    if verdict is None:
        return None
    complete = next_question(draft) is Question.CONFIRMATION
    return _answered(draft, confirmed=True) if complete else Filled(draft, "answered")


def _remarks(draft: Draft, message: Message, verdict: bool | None) -> bool:
    """Whether a yes, a no or neither comes with something to tell: "la, dakchi f 2023"."""
    if draft.description is None or message.is_question() or message.stalls():
        return False
    if verdict:
        return message.details() >= (_ADDED_AT_CONFIRMATION if message.objects() else _PLAIN_YES)
    if verdict is False or message.corrects():
        return message.details() >= _ADDED_AFTER_NO
    return message.details() >= _ADDED_AT_CONFIRMATION and not _is_away(draft, message)


_ANSWERS: Mapping[Question, Callable[[Draft, Message], Filled | None]] = {
    Question.CONSENT: _consent,
    Question.CATEGORY: _category,
    Question.COUNTRY: _country,
    Question.DESCRIPTION: _description,
    Question.CONTACT: _contact,
    Question.CONFIRMATION: _confirmation,
}
