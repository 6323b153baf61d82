"""What an action sees of its turn: the one place that knows the shape of Rasa's messages."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from knowledge.schema import Facet
from nlu.text.variety import Variety


class ActionTurn:
    """The message that an action answers, its context, and the way to say something.

    Raises KeyError where Rasa sent no metadata (design, "One turn, end to end").
    """

    def __init__(self, tracker: Tracker, dispatcher: CollectingDispatcher) -> None:
        message = tracker.latest_message
        self._tracker = tracker
        self._dispatcher = dispatcher
        self._metadata: Mapping[str, Any] = message["metadata"]
        self.text: str = "" if self._metadata.get("minted") else message.get("text") or ""
        intent = message.get("intent") or {}
        self.intent = str(intent.get("name") or "")
        self.confidence = float(intent.get("confidence") or 0)
        facet = message.get("facet") or {}
        self.facet: Facet | None = facet.get("name")
        self.facet_confidence = float(facet.get("confidence") or 0)

    @property
    def turn_id(self) -> str:
        """Channel plus the client's message id: what is opened is unique by it."""
        return str(self._metadata["turn_id"])

    @property
    def conversation_id(self) -> str:
        """The conversation that the turn belongs to."""
        return str(self._metadata["conversation"])

    @property
    def channel(self) -> str:
        """Where the citizen writes: web or telegram."""
        return str(self._metadata["channel"])

    @property
    def lang(self) -> Variety:
        """The variety of the message."""
        lang: Variety = self._metadata["lang"]
        return lang

    @property
    def reply_lang(self) -> str:
        """The variety in which the citizen is answered."""
        return str(self._metadata["reply_lang"])

    @property
    def picked(self) -> Mapping[str, Any]:
        """The values of a pressed choice; empty for typed text."""
        return self._metadata.get("choice") or {}

    @property
    def asked(self) -> str | None:
        """The question put just before."""
        return self._metadata.get("asked")

    @property
    def topic(self) -> str | None:
        """The topic on the table."""
        return self._metadata.get("topic")

    @property
    def slots(self) -> Mapping[str, Any]:
        """The slots as they stand."""
        return dict(self._tracker.slots)

    def rejected(self, form: str) -> bool:
        """Whether the form already gave this message away as a digression."""
        for event in reversed(self._tracker.events):
            if event["event"] == "user":
                return False
            if event["event"] == "action_execution_rejected" and event.get("name") == form:
                return True
        return False

    def say(self, key: str, args: Mapping[str, Any] | None = None, asks: str | None = None) -> None:
        """Says a message key; the words are chosen at the edge."""
        message: dict[str, Any] = {"say": key, "args": dict(args or {})}
        if asks:
            message["asks"] = asks
        self._dispatcher.utter_message(json_message=message)


class TurnAction(Action):  # type: ignore[misc]  # rasa_sdk has no types
    """An action of ours: named as in domain.yml, with `act` as its one method."""

    action_name: str

    def name(self) -> str:
        """As in domain.yml."""
        return self.action_name

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002 the signature is Rasa's
    ) -> list[EventType]:
        """What Rasa calls."""
        return await self.act(ActionTurn(tracker, dispatcher))

    @abstractmethod
    async def act(self, turn: ActionTurn) -> list[EventType]:
        """Says what there is to say and gives back the events for the tracker."""
