"""Going back to the question that an edited message answered."""

from __future__ import annotations

from typing import Any

import pytest

from bot.dialogue.correcting import go_back
from bot.dialogue.state import active_form, slots, with_slots
from bot.errors import TooLateToCorrect
from bot.storage.models import Conversation, Turn


def turn(turn_id: str, asks: str | None = None) -> Turn:
    return Turn(
        turn_id=turn_id, conversation_id="c", text="…", understood={}, answer={"asks": asks}
    )


def conversation(form: str | None = None, **values: Any) -> Conversation:
    state = with_slots([], values, form)
    return Conversation(id="c", channel="telegram", lang="fr", rasa_state=state)


def test_the_question_that_the_last_turn_answered_is_open_again() -> None:
    told = conversation("open_complaint", consent=True, country="BE", requested_slot="description")
    go_back(told, [turn("t2", "description"), turn("t1", "country")], {"t2"})
    assert told.asked == "country"
    left = slots(told.rasa_state)
    assert (left["consent"], left["country"], left["requested_slot"]) == (True, None, "country")
    assert active_form(told.rasa_state) == "open_complaint"


def test_a_message_edited_twice_still_answers_the_same_question() -> None:
    told = conversation("open_complaint", country="FR", requested_slot="description")
    turns = [turn("t3", "description"), turn("t2", "description"), turn("t1", "country")]
    go_back(told, turns, {"t2", "t3"})
    assert told.asked == "country"


def test_a_form_that_the_last_turn_began_is_as_if_it_had_not_begun() -> None:
    told = conversation("open_complaint", description="…", requested_slot="consent")
    go_back(told, [turn("t1", "consent")], {"t1"})
    assert active_form(told.rasa_state) is None
    assert slots(told.rasa_state)["description"] is None
    assert told.asked is None


def test_at_the_confirmation_the_answers_stay() -> None:
    told = conversation("open_complaint", country="BE", requested_slot="confirmation")
    go_back(told, [turn("t2", "confirmation"), turn("t1", "confirmation")], {"t2"})
    assert slots(told.rasa_state)["country"] == "BE"


def test_a_question_outside_of_a_form_needs_nothing_undone() -> None:
    told = conversation()
    go_back(told, [turn("t1")], {"t1"})
    assert active_form(told.rasa_state) is None


@pytest.mark.parametrize(
    "turns",
    [
        [],
        [turn("t2"), turn("t1")],  # another turn came after it
        [turn("t1"), turn("t0", "confirmation")],  # it ended the form
        [turn("t1"), turn("t0", "ticket_information")],  # it went into a ticket
    ],
)
def test_what_cannot_be_undone_is_too_late_to_correct(turns: list[Turn]) -> None:
    with pytest.raises(TooLateToCorrect):
        go_back(conversation(), turns, {"t1"})
