"""No rule matched, or the classifier was unsure."""

from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.turn import ActionTurn, TurnAction
from knowledge.answering import answer_said
from knowledge.base import Knowledge
from knowledge.facets import cued_facet

_QUESTION_MARKS = "?؟"


class NotUnderstood(TurnAction):
    """Says `answer`, `did-you-mean`, `not-understood` or `not-understood-again`."""

    action_name = "action_not_understood"

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Lets the knowledge base try; else asks once for other words, then offers a person."""
        # Only a text that asks for something ("w l-wra9?") goes on about the topic on the table.
        on_table = turn.topic if cued_facet(turn.text) else None
        key, args = answer_said(
            self._knowledge,
            turn.text,
            turn.lang,
            on_table=on_table,
            is_question=any(mark in turn.text for mark in _QUESTION_MARKS),
        )
        if key != "unknown":
            turn.say(key, args)
            return [SlotSet("misunderstood", 0)]
        count = int(turn.slots.get("misunderstood") or 0) + 1
        turn.say("not-understood" if count == 1 else "not-understood-again", args)
        return [SlotSet("misunderstood", count)]
