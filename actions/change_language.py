"""A wish to go on in another language."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.turn import ActionTurn, TurnAction
from nlu.text.named import named_variety


class ChangeLanguage(TurnAction):
    """Says `language-changed`, or `which-language` where none is named."""

    action_name = "action_change_language"

    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Takes the variety that the choice or the text names."""
        lang = turn.picked.get("lang") or named_variety(turn.text)
        if lang:
            turn.say("language-changed", {"lang": lang})
        else:
            turn.say("which-language")
        return []
