"""The component that names the facet a question about a topic asks for."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.linear import LinearModel


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FacetComponent(GraphComponent):
    """Puts `facet: {name, confidence}` on every message; it means something for questions only."""

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
    ) -> FacetComponent:
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
    ) -> FacetComponent:
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the facets of the examples that carry one."""
        marked = [example for example in training_data.intent_examples if _facet(example)]
        texts = [example.get(TEXT) for example in marked]
        model = LinearModel.train(texts, [str(_facet(e)) for e in marked], self._strength)
        with self._storage.write_to(self._resource) as folder:
            model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Put the best facet on each message."""
        if self._model is None:
            raise ValueError("the facet component was not trained")
        for message in messages:
            name, confidence = self._model.rank(message.get(TEXT) or "")[0]
            message.set("facet", {"name": name, "confidence": confidence}, add_to_output=True)
        return messages


def _facet(example: Message) -> str | None:
    """The facet written beside the example's intent in the training data."""
    of_intent = (example.get("metadata") or {}).get("intent") or {}
    return of_intent.get("facet") if isinstance(of_intent, dict) else None
