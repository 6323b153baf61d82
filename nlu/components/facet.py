"""The component that names the facet a question about a topic asks for."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.trained import TrainedComponent


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FacetComponent(TrainedComponent):
    """Puts `facet: {name, confidence}` on every message; it means something for questions only."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the facets of the examples that carry one."""
        marked = [
            (example.get(TEXT), facet)
            for example in training_data.intent_examples
            if (facet := _facet(example))
        ]
        return self.learn([text for text, _ in marked], [facet for _, facet in marked])

    def process(self, messages: list[Message]) -> list[Message]:
        """Put the best facet on each message."""
        for message in messages:
            name, confidence = self.model.rank(message.get(TEXT) or "")[0]
            message.set("facet", {"name": name, "confidence": confidence}, add_to_output=True)
        return messages


def _facet(example: Message) -> str | None:
    """The facet written beside the example's intent in the training data."""
    of_intent = (example.get("metadata") or {}).get("intent") or {}
    return of_intent.get("facet") if isinstance(of_intent, dict) else None
