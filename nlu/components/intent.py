"""The component that names a message's intent."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.context import certain_intent, lifts
from nlu.components.linear import LinearModel, Ranking
from nlu.text.courtesy import without_greeting


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentComponent(GraphComponent, IntentClassifier):
    """Ranks the intents for a message by its text and by the moment of the conversation."""

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: LinearModel | None = None,
    ) -> None:
        self._strength = float(config["strength"])
        self._storage = storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How closely the training follows its examples (scikit-learn's C)."""
        return {"strength": 10.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 (Rasa's signature)
    ) -> IntentComponent:
        """A component to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 (Rasa's signature)
        **_: Any,
    ) -> IntentComponent:
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the intents of all examples."""
        examples = training_data.intent_examples
        texts = [without_greeting(example.get(TEXT)) for example in examples]
        intents = [example.get(INTENT) for example in examples]
        model = LinearModel.train(texts, intents, self._strength)
        with self._storage.write_to(self._resource) as folder:
            model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Put intent and ranking on each message."""
        for message in messages:
            ranking = self._rank(message.get(TEXT) or "", message.get("metadata") or {})
            named = [{"name": intent, "confidence": chance} for intent, chance in ranking]
            message.set(INTENT, named[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, named, add_to_output=True)
        return messages

    def _rank(self, text: str, context: dict[str, Any]) -> Ranking:
        if self._model is None:
            raise ValueError("the intent component was not trained")
        ranking = self._model.rank(without_greeting(text), lifts(text, context))
        certain = certain_intent(text, context)
        if certain is None:
            return ranking
        return [(certain, 1.0)] + [(intent, 0.0) for intent, _ in ranking if intent != certain]
