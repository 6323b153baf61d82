"""The adapter between Rasa's forms and the pure intake: one pair of actions a ticket feature."""

from __future__ import annotations

from collections.abc import Collection

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.interfaces import ActionExecutionRejection

from actions.turn import ActionTurn, TurnAction
from bot.tickets.desk import Desk, Filing
from bot.tickets.drafts import CLEARED, FEATURES, draft_from, slots_of
from bot.tickets.form import Draft, Question, next_question
from bot.tickets.intake import after_digression, fill
from bot.tickets.reading import Classified
from bot.tickets.reception import Reception
from bot.tickets.telling import competence_said, court_said, how_to_follow_said, unclear_key
from bot.tickets.words import Words


class ValidateTicketForm(TurnAction):
    """Decides once whether the message answers the form or digresses, and what is asked next.

    `competence` are the complaint categories of which it is known who decides; `reception` tells
    at the start what to expect of a person.
    """

    def __init__(
        self,
        feature: str,
        words: Words,
        competence: Collection[str] = (),
        reception: Reception | None = None,
    ) -> None:
        self._form = f"{feature}_form"
        self._kind = FEATURES[feature]
        self._others = [f"{other}_form" for other in FEATURES if other != feature]
        self._words = words
        self._competence = competence
        self._reception = reception
        self.action_name = f"validate_{self._form}"

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Raises ActionExecutionRejection only for a digression; Rasa answers that first."""
        requested = turn.slots.get("requested_slot")
        asked = Question(requested) if requested else None
        understood = Classified(turn.intent, turn.confidence, turn.facet, turn.lang)
        if turn.rejected(self._form):
            return self._resume(turn, understood, asked)
        handed_over = any(turn.rejected(form) for form in self._others)
        if handed_over:
            asked = None  # what the other form asked
        draft = draft_from(turn.slots, self._kind, turn.channel, handed_over=handed_over)
        filled = fill(draft, turn.text, understood, asked, turn.picked, words=self._words)
        if filled.outcome == "digressed":
            raise ActionExecutionRejection(self._form)
        if key := unclear_key(filled, asked):
            turn.say(key)
        starts = requested is None and next_question(filled.draft) is not None
        if self._reception and starts and (expected := await self._reception.expect()):
            turn.say(*expected)
        if competence := competence_said(draft, filled.draft, self._competence):
            turn.say(competence["say"], competence["args"])
        if court := court_said(draft, filled.draft, self._words):
            turn.say(court["say"], court["args"])
        return _slots_set(filled.draft)

    def _resume(
        self, turn: ActionTurn, understood: Classified, asked: Question | None
    ) -> list[EventType]:
        """After a digression: the message was not meant for the form, but it is counted."""
        draft = draft_from(turn.slots, self._kind, turn.channel)
        after = after_digression(draft, turn.text, understood, asked, words=self._words)
        if after == draft:
            return [SlotSet("requested_slot", str(asked) if asked else None)]
        return _slots_set(after)


class ConcludeTicketForm(TurnAction):
    """Ends a form, whichever way it ended, and leaves no draft behind."""

    def __init__(self, feature: str, desk: Desk) -> None:
        self._kind = FEATURES[feature]
        self._desk = desk
        self.action_name = f"action_{feature}"

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Says `ticket-opened`, `ticket-cancelled`, `consent-refused` or `internal-error`."""
        draft = draft_from(turn.slots, self._kind, turn.channel)
        filing = Filing(turn.turn_id, turn.conversation_id, turn.reply_lang)
        key, args = await self._desk.conclude(draft, filing)
        turn.say(key, args)
        if further := how_to_follow_said(key, draft):
            turn.say(further["say"], further["args"])
        return [SlotSet(name, value) for name, value in CLEARED.items()]


def _slots_set(draft: Draft) -> list[EventType]:
    following = next_question(draft)
    return [
        *(SlotSet(name, value) for name, value in slots_of(draft).items()),
        SlotSet("requested_slot", str(following) if following else None),
    ]
