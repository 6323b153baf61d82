"""An edited message: the conversation goes back to where it stood before the last turn. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.dialogue.state import active_form, with_slots
from bot.errors import TooLateToCorrect
from bot.storage.models import Conversation, Turn
from bot.tickets.drafts import CLEARED, FEATURES
from bot.tickets.form import FIELDS, Question
from bot.tickets.talking import QUESTIONS

_ASKED_AGAIN = (Question.CONSENT, *FIELDS)


def go_back(conversation: Conversation, turns: Sequence[Turn], corrects: Collection[str]) -> None:
    """Asks again in `conversation` what the last turn answered, if it is one of `corrects`.

    `turns` are the newest, the last one first. Raises TooLateToCorrect where another turn came
    after it, or where it opened, ended or changed a ticket.
    """
    if not turns or turns[0].turn_id not in corrects:
        raise TooLateToCorrect
    earlier = next((turn for turn in turns if turn.turn_id not in corrects), None)
    asked = earlier.answer["asks"] if earlier else None
    form = active_form(conversation.rasa_state)
    if form not in FEATURES:
        if asked in QUESTIONS or asked in list(Question):
            raise TooLateToCorrect
        return
    if asked in _ASKED_AGAIN:
        again = {asked: None, "requested_slot": asked}
        conversation.rasa_state = with_slots(conversation.rasa_state, again, form)
    elif asked is None:
        begun = {**CLEARED, "requested_slot": None}
        conversation.rasa_state = with_slots(conversation.rasa_state, begun, None)
    conversation.asked = asked
