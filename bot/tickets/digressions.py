"""Which messages are not meant for the form that asks. Pure."""

from collections.abc import Mapping

from bot.tickets import matter
from bot.tickets.form import Draft, Question
from bot.tickets.kinds import Kind
from bot.tickets.reading import Reading
from nlu.text.named import named_variety

WISHED: Mapping[Kind, str] = {
    Kind.COMPLAINT: "open_complaint",
    Kind.SUGGESTION: "make_suggestion",
    Kind.QUESTION: "talk_to_agent",
}
"""The intent that wishes for each kind of ticket."""

COURTESY_LENGTH = 5
"""A courtesy of more words may be something else."""

_DIGRESSIONS = frozenset(
    {
        *("ask_programme", "list_programmes", "help", "check_complaint", "change_language"),
        *("my_data", "greet", "thank", "goodbye", "out_of_scope", "talk_to_agent"),
    }
)
_COURTESIES = frozenset({"greet", "thank", "goodbye"})
_COMMANDS = frozenset({"help", "change_language", "my_data", "check_complaint", "list_programmes"})
_COMMAND_LENGTH = 7
_LANGUAGE_LENGTH = 10
_SOME_WORDS = 2
_FEW_WORDS_FOR_A_PERSON = 5


def asks_something_else(draft: Draft, message: Reading, asked: Question) -> bool:
    """Whether the message is plainly not meant for the form, whatever words it holds."""
    understood = message.understood
    if not understood.surely(_DIGRESSIONS) or matter.grieves(message):
        return False
    if _asks_for_a_language(message):
        return True
    if understood.surely({"talk_to_agent"}) and draft.kind != Kind.QUESTION:
        return _asks_for_a_person(message, asked)
    if asked is not Question.DESCRIPTION:
        return matter.asks(message) and len(message.words) > _SOME_WORDS
    return _is_no_description(draft, message)


def _is_no_description(draft: Draft, message: Reading) -> bool:
    """Whether a courtesy, a command or a question is no part of what is told."""
    understood = message.understood
    if understood.surely(_COURTESIES):
        return len(message.words) <= COURTESY_LENGTH and not matter.tells(message, Kind.SUGGESTION)
    if understood.surely(_COMMANDS) and len(message.words) <= _COMMAND_LENGTH:
        return True
    return matter.asks(message) and (draft.kind != Kind.QUESTION or understood.surely(_COMMANDS))


def _asks_for_a_language(message: Reading) -> bool:
    """Whether a language is named and asked for; "la France" names none."""
    named = named_variety(message.text) is not None
    asked = message.understood.surely({"change_language"})
    return named and asked and len(message.words) <= _LANGUAGE_LENGTH


def _asks_for_a_person(message: Reading, asked: Question) -> bool:
    wishes = bool(message.known.wish.find(message.words))
    length = _SOME_WORDS if asked is Question.DESCRIPTION else _FEW_WORDS_FOR_A_PERSON
    return matter.wishes_only(message) or (wishes and matter.content(message) <= length)


def is_away(draft: Draft, message: Reading) -> bool:
    """Whether a message that answers nothing is surely meant for something else."""
    elsewhere = _DIGRESSIONS - {WISHED[draft.kind]}
    if not message.understood.surely(elsewhere) or matter.grieves(message):
        return False
    tells = draft.kind != Kind.COMPLAINT and matter.is_story(message)
    return not tells or message.understood.surely(_COMMANDS) or matter.insults(message)
