"""What our two components share: a linear model that is trained, kept and loaded by Rasa."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

from nlu.components.linear import LinearModel

Self = TypeVar("Self", bound="TrainedComponent")


class TrainedComponent(GraphComponent):
    """A component around one LinearModel."""

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
        self._trained = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How closely the training follows its examples (scikit-learn's C)."""
        return {"strength": 0.3}

    @classmethod
    def create(
        cls: type[Self],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 (Rasa's signature)
    ) -> Self:
        """A component to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[Self],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 (Rasa's signature)
        **_: Any,
    ) -> Self:
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearModel.load(folder))

    @property
    def model(self) -> LinearModel:
        """The model; raises ValueError before it is trained."""
        if self._trained is None:
            raise ValueError(f"{type(self).__name__} was not trained")
        return self._trained

    def learn(self, texts: Sequence[str], labels: Sequence[str]) -> Resource:
        """Trains a model on these examples and keeps it."""
        model = LinearModel.train(texts, labels, self._strength)
        with self._storage.write_to(self._resource) as folder:
            model.save(folder)
        return self._resource
