"""No rule matched, or the classifier was unsure."""

from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.turn import ActionTurn, TurnAction
from knowledge.answering import answer_said
from knowledge.base import Knowledge


class NotUnderstood(TurnAction):
    """Says `answer`, `did-you-mean`, `not-understood` or `not-understood-again`."""

    action_name = "action_not_understood"

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Lets the knowledge base try; else asks once for other words, then offers a person."""
        key, args = answer_said(self._knowledge, turn.text, on_table=None)
        if key != "unknown":
            turn.say(key, args)
            return [SlotSet("misunderstood", 0)]
        count = int(turn.slots.get("misunderstood") or 0) + 1
        turn.say("not-understood" if count == 1 else "not-understood-again", args)
        return [SlotSet("misunderstood", count)]
