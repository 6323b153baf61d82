"""A complaint: the long form, with a confirmation at its end."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import EventType

from actions.intake_form import ConcludeTicketForm, ValidateTicketForm
from actions.turn import ActionTurn, TurnAction
from bot.tickets.desk import Desk
from bot.tickets.drafts import draft_from
from bot.tickets.form import Question, summary
from bot.tickets.kinds import Kind
from bot.tickets.words import Words
from knowledge.base import Knowledge

FEATURE = "open_complaint"


class AskConfirmation(TurnAction):
    """Shows the complaint as it would be sent."""

    action_name = "action_ask_confirmation"

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Says `ask-confirmation` with the answers given."""
        draft = draft_from(turn.slots, Kind.COMPLAINT, turn.channel)
        turn.say("ask-confirmation", summary(draft), asks=Question.CONFIRMATION)
        return []


def complaint_actions(words: Words, desk: Desk, knowledge: Knowledge) -> Sequence[TurnAction]:
    """The actions of the complaint form."""
    return (
        ValidateTicketForm(FEATURE, words, knowledge.competence.categories),
        AskConfirmation(),
        ConcludeTicketForm(FEATURE, desk),
    )
