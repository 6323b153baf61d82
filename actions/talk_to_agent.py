"""A question handed to a person, with the conversation attached: consent, description, contact."""

from __future__ import annotations

from collections.abc import Sequence

from actions.intake_form import ConcludeTicketForm, ValidateTicketForm
from actions.turn import TurnAction
from bot.tickets.desk import Desk
from bot.tickets.reception import Reception
from bot.tickets.words import Words

FEATURE = "talk_to_agent"


def question_actions(words: Words, desk: Desk, reception: Reception) -> Sequence[TurnAction]:
    """The actions of its form."""
    return (
        ValidateTicketForm(FEATURE, words, reception=reception),
        ConcludeTicketForm(FEATURE, desk),
    )
