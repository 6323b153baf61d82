"""The component that names a message's intent."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.context import certain_intent, lifts
from nlu.components.linear import Ranking
from nlu.components.trained import TrainedComponent
from nlu.text.courtesy import without_greeting
from nlu.text.noise import says_nothing


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentComponent(TrainedComponent, IntentClassifier):
    """Ranks the intents for a message by its text and by the moment of the conversation."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the intents of all examples."""
        examples = training_data.intent_examples
        texts = [without_greeting(example.get(TEXT)) for example in examples]
        intents = [example.get(INTENT) for example in examples]
        return self.learn(texts, intents)

    def process(self, messages: list[Message]) -> list[Message]:
        """Put intent and ranking on each message."""
        for message in messages:
            ranking = self._rank(message.get(TEXT) or "", message.get("metadata") or {})
            named = [{"name": intent, "confidence": chance} for intent, chance in ranking]
            message.set(INTENT, named[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, named, add_to_output=True)
        return messages

    def _rank(self, text: str, context: dict[str, Any]) -> Ranking:
        certain = certain_intent(text, context)
        if certain is None and says_nothing(text):
            return self.model.rank("")
        ranking = self.model.rank(without_greeting(text), lifts(text, context))
        if certain is None:
            return ranking
        return [(certain, 1.0)] + [(intent, 0.0) for intent, _ in ranking if intent != certain]
