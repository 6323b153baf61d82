"""Where does my ticket stand: needs the reference and the code, wherever they were given."""

from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.turn import ActionTurn, TurnAction
from bot.tickets.desk import Desk
from bot.tickets.references import parse

_OWN_QUESTIONS = {"reference", "code"}


class CheckComplaint(TurnAction):
    """Says `ask-reference`, `ask-code`, `ticket-found` or `ticket-not-found`."""

    action_name = "action_check_complaint"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Asks for what is missing, then tells the state; a wrong pair is simply not found."""
        going_on = turn.asked in _OWN_QUESTIONS
        reference, code = parse(turn.text, code_expected=going_on)
        if going_on:
            reference = reference or turn.slots.get("reference")
        if reference and code:
            key, args = await self._desk.lookup(reference, code, turn.conversation_id)
            if key == "ticket-found":
                turn.say(key, args)
                return [SlotSet("reference", None)]
            # A slip of the thumb: the right code alone will do next.
            turn.say(key, args, asks="code")
            return [SlotSet("reference", reference)]
        missing = "code" if reference else "reference"
        turn.say(f"ask-{missing}", asks=missing)
        return [SlotSet("reference", reference)]
