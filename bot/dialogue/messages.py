"""Turns what came in into one message for Rasa: typed text, a pressed choice or a command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.replies.said import Pick
from bot.storage.models import Choice
from nlu.text.normalise import normalise

_INTENT_PREFIX = "/"
_COMMAND = re.compile(r"/\w+")
_NOTHING = "…"


@dataclass(frozen=True)
class Message:
    """What the citizen meant to send: the text as shown, and the pick where it was a choice."""

    text: str
    pick: Pick | None = None

    @property
    def for_rasa(self) -> str:
        """A minted intent for a pick; a person's own text never starts with a slash.

        A typed command ("/affirm") says nothing: else the name of an intent would be taken for it.
        """
        if self.pick:
            return f"{_INTENT_PREFIX}{self.pick.intent}"
        if _COMMAND.fullmatch(self.text):
            return _NOTHING
        return self.text.lstrip(_INTENT_PREFIX + " ") or _NOTHING


# What "yes" and "no" stand for under a question about a ticket.
_YES = frozenset({"solved", "withdraw_now"})
_NO = frozenset({"unsolved", "leave"})


def meant_pick(says_yes: bool, choices: Sequence[Choice]) -> Choice | None:
    """The choice that a bare yes or no stands for, where exactly that was asked."""
    deeds = {choice.pick["values"].get("do"): choice for choice in choices}
    if not (deeds.keys() & _YES and deeds.keys() & _NO):
        return None
    meant = deeds.keys() & (_YES if says_yes else _NO)
    return deeds[meant.pop()]


def typed_pick(text: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice that a typed rank ("2") or title stands for, if any."""
    wanted = normalise(text)
    if not wanted:
        return None
    for choice in choices:
        if wanted in {str(choice.rank), normalise(choice.title)}:
            return choice
    return None
