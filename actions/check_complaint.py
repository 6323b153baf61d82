"""Where does my ticket stand: needs the reference and the code, wherever they were given. Then what
the citizen does with it: adds, withdraws, rates, reopens."""

from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet

from actions.turn import ActionTurn, TurnAction
from bot.tickets.desk import Desk
from bot.tickets.references import parse
from bot.tickets.talking import QUESTIONS, Place, TicketTalk, Told

_OWN_QUESTIONS = {"reference", "code"}


class CheckComplaint(TurnAction):
    """Says `ask-reference`, `ask-code`, `which-ticket`, `ticket-found` or `ticket-not-found`, or
    what came of a choice or a text about a ticket."""

    action_name = "action_check_complaint"

    def __init__(self, desk: Desk, talk: TicketTalk) -> None:
        self._desk = desk
        self._talk = talk

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Goes on about a ticket where one is at hand, else looks for one."""
        place = Place(turn.turn_id, turn.conversation_id)
        if "do" in turn.picked:
            return _tell(turn, await self._talk.pressed(turn.picked, place))
        if turn.asked in QUESTIONS and turn.text:
            ticket_id = turn.slots.get("ticket")
            return _tell(turn, await self._talk.written(turn.asked, ticket_id, turn.text, place))
        return await self._look_up(turn)

    async def _look_up(self, turn: ActionTurn) -> list[EventType]:
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
        if not going_on and (at_hand := await self._desk.at_hand(turn.conversation_id, reference)):
            turn.say(*at_hand)
            return [SlotSet("reference", None)]
        missing = "code" if reference else "reference"
        turn.say(f"ask-{missing}", asks=missing)
        return [SlotSet("reference", reference)]


def _tell(turn: ActionTurn, told: Told) -> list[EventType]:
    turn.say(told.say, told.args, asks=told.asks)
    return [SlotSet("ticket", told.ticket)]
