"""The component that lets a doubtful intent fall back instead of acting on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

FALLBACK = "nlu_fallback"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class DoubtComponent(GraphComponent, IntentClassifier):
    """Puts `nlu_fallback` first where the best intent is less likely than its threshold (0..1).

    What opens a form costs a citizen more when it is wrong, so `costly` intents need more.
    """

    def __init__(self, threshold: float, costly: Mapping[str, float]) -> None:
        self._threshold = threshold
        self._costly = costly

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The threshold of all intents, and those of the costly ones by name."""
        return {"threshold": 0.3, "costly": {}}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,  # noqa: ARG003 (Rasa's signature)
        resource: Resource,  # noqa: ARG003 (Rasa's signature)
        execution_context: ExecutionContext,  # noqa: ARG003 (Rasa's signature)
    ) -> DoubtComponent:
        """The component as nlu/config.yml sets it; it learns nothing."""
        return cls(float(config["threshold"]), config["costly"])

    def process(self, messages: list[Message]) -> list[Message]:
        """Let doubtful messages fall back; the ranking keeps what they might have been."""
        for message in messages:
            best = message.get(INTENT) or {}
            if best.get("confidence", 0.0) >= self._needed(best.get("name")):
                continue
            doubt = {"name": FALLBACK, "confidence": 1.0 - best.get("confidence", 0.0)}
            message.set(INTENT, doubt, add_to_output=True)
            ranking = [doubt, *(message.get(INTENT_RANKING_KEY) or [])]
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _needed(self, intent: str | None) -> float:
        return self._costly.get(intent or "", self._threshold)
