"""A question about a programme: the knowledge base decides what is said."""

from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.turn import ActionTurn, TurnAction
from knowledge.answering import answer_said
from knowledge.base import Knowledge


class AskProgramme(TurnAction):
    """Says `answer`, `posts`, `term`, `did-you-mean` or `unknown`."""

    action_name = "action_ask_programme"

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Routes the question to a topic and a facet."""
        key, args = answer_said(
            self._knowledge,
            turn.text,
            turn.lang,
            on_table=turn.topic,
            picked=turn.picked,
            facet=turn.facet,
            facet_confidence=turn.facet_confidence,
            is_question=True,
        )
        turn.say(key, args)
        return [SlotSet("misunderstood", 0)]
