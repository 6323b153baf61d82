"""What is not the bot's business; an insult is met with calm, and a person is offered."""

from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.turn import ActionTurn, TurnAction
from bot.tickets.matter import insults
from bot.tickets.reading import Classified, Reading
from bot.tickets.words import Words


class OutOfScope(TurnAction):
    """Says `insulted` the first time, `insulted-again` after that, else `out-of-scope`."""

    action_name = "action_out_of_scope"

    def __init__(self, words: Words) -> None:
        self._words = words

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Remembers that calm was shown: it is shown once."""
        if not insults(Reading.of(turn.text, Classified(), self._words)):
            turn.say("out-of-scope")
            return []
        turn.say("insulted-again" if turn.slots.get("insulted") else "insulted")
        return [SlotSet("insulted", True)]
