"""The intake of a ticket: what a message does to the draft, in which order. Pure.

The validation action of the forms and the degraded mode are adapters over `fill` and
`after_digression`; the draft is the slots of the conversation.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.tickets import matter, outcomes, values, yes_no
from bot.tickets.answers import ANSWERS, with_what_it_tells
from bot.tickets.corrections import added, corrected
from bot.tickets.digressions import WISHED, asks_something_else, is_away
from bot.tickets.form import Draft, Filled, Question, ending
from bot.tickets.pressed import pressed
from bot.tickets.reading import Classified, Reading
from bot.tickets.words import Words

_PATIENCE = 2


def fill(
    draft: Draft,
    text: str,
    understood: Classified,
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
    chosen = pressed(draft, picked or {}, words)
    if chosen is not None:
        return chosen
    message = Reading.of(text, understood, words)
    no_contact = asked is Question.CONTACT and yes_no.wants_none(message)
    if yes_no.cancels(message, begun=asked is not None) and not no_contact:
        return outcomes.cancelled(draft)
    if asked is None:
        after = with_what_it_tells(draft, message)
        return Filled(after, "answered", outcomes.addition(draft, after))
    return _counted(_to_question(draft, message, asked), message, asked)


def _counted(filled: Filled, message: Reading, asked: Question) -> Filled:
    if filled.outcome == "unclear" and asked is Question.CONSENT:
        return _waited(filled, message)
    if filled.draft.waited and filled.outcome == "answered":
        return replace(filled, draft=replace(filled.draft, waited=0))
    return filled


def after_digression(
    draft: Draft, text: str, understood: Classified, asked: Question | None, *, words: Words
) -> Draft:
    """The draft when the form resumes after a message that was not meant for it.

    The message is counted where consent was asked; after two in a row the draft is dropped.
    """
    if asked is not Question.CONSENT or ending(draft) is not None:
        return draft
    return _waited(Filled(draft, "digressed"), Reading.of(text, understood, words)).draft


def _waited(filled: Filled, message: Reading) -> Filled:
    """The draft, dropped where consent was asked in vain; a wish for the same is no waiting."""
    draft = filled.draft
    wishes = message.understood.surely({WISHED[draft.kind]})
    if wishes or (matter.wishes_only(message) and message.known.wish.find(message.words)):
        return filled
    if draft.waited + 1 >= _PATIENCE:
        return Filled(outcomes.cancelled(draft).draft, "answered", ("cancelled", "left"))
    return replace(filled, draft=replace(draft, waited=draft.waited + 1))


def _to_question(draft: Draft, message: Reading, asked: Question) -> Filled:
    digressed = Filled(draft, "digressed")
    if asks_something_else(draft, message, asked):
        return digressed
    answer = (
        added(draft, message, asked)
        or corrected(draft, message, asked)
        or ANSWERS[asked](draft, message)
    )
    if answer is not None:
        return answer
    if is_away(draft, message):
        return digressed
    after = with_what_it_tells(draft, message)
    consenting = asked is Question.CONSENT  # a value told is no answer to it, a story is heard
    kept = after.description != draft.description if consenting else after != draft
    if kept:
        return Filled(after, "answered", outcomes.addition(draft, after))
    return Filled(after, "unclear", _why_unclear(message, asked))


def _why_unclear(message: Reading, asked: Question) -> tuple[str, ...]:
    if asked is Question.CATEGORY and len(values.categories(message, asked=True)) > 1:
        return ("several-categories",)
    if asked is Question.COUNTRY and len(values.countries(message, asked=True)) > 1:
        return ("several-countries",)
    if asked is Question.CONTACT and values.attempts_contact(message):
        return ("contact-invalid",)
    return ("too-short",) if asked is Question.DESCRIPTION else ()
