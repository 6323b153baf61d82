"""The knowledge base in memory."""

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from knowledge.schema import FACETS, Elsewhere, Facet, Registered, Source, Topic
from knowledge.search import Search
from knowledge.spelling import spelt
from nlu.text.key import key
from nlu.text.normalise import tokens

_SHORTEST_KEY = 4


class UnknownTopic(KeyError):
    """There is no topic with that id."""


class Knowledge:
    """All topics, in the order of the registry, and the search over them. Never changes."""

    def __init__(
        self,
        topics: Mapping[str, Topic],
        registered: Mapping[str, Registered] | None = None,
        elsewhere: Mapping[str, Elsewhere] | None = None,
    ) -> None:
        self.topics: Mapping[str, Topic] = MappingProxyType(dict(topics))
        self._registered = registered or {}
        self._elsewhere = elsewhere or {}
        self.search = Search(self.topics.values(), self._names_of_missing())
        self._told: dict[tuple[str, Facet | None], frozenset[str]] = {}

    def topic(self, topic_id: str) -> Topic:
        """The topic of that id; raises UnknownTopic."""
        try:
            return self.topics[topic_id]
        except KeyError:
            raise UnknownTopic(topic_id) from None

    def programmes(self) -> list[Topic]:
        """The programmes, in order."""
        return [topic for topic in self.topics.values() if topic.kind == "programme"]

    def ancestors(self, topic_id: str) -> list[Topic]:
        """The topics an answer may fall back to, nearest first; one without a file is skipped."""
        found: list[Topic] = []
        seen = {topic_id}
        parent = self._parent(topic_id)
        while parent and parent not in seen:
            seen.add(parent)
            if parent in self.topics:
                found.append(self.topics[parent])
            parent = self._parent(parent)
        return found

    def missing(self) -> list[str]:
        """The registered topics that have no file."""
        return [name for name in self._registered if name not in self.topics]

    def sources_for(self, topic_id: str, facet: Facet) -> list[Source]:
        """The sources of what a topic says on a facet, in order; none when it says nothing."""
        topic = self.topic(topic_id)
        answer = topic.answers.get(facet)
        return [topic.sources[name] for name in answer.sources] if answer else []

    def offered_for(self, missing: str) -> Topic | None:
        """The nearest topic with a file whose overview tells of a topic that has none."""
        named = self._elsewhere.get(missing)
        above = self.ancestors(missing)
        return above[0] if named and named.offered and above else None

    def tells(self, topic_id: str, facet: Facet | None, word: str) -> bool:
        """Whether what a topic says on a facet (None: on any) holds the word, in any variety."""
        answers = self.topic(topic_id).answers
        of = facet if facet in answers else None
        told = self._told.get((topic_id, of))
        if told is None:
            texts = chain.from_iterable(
                answers[f].texts.values() for f in FACETS if f in answers and of in (None, f)
            )
            told = frozenset(form for text in texts for w in tokens(text) for form in _forms(w))
            self._told[topic_id, of] = told
        return any(form in told for form in _forms(word))

    def _names_of_missing(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, tuple[str, ...]] = {}
        for missing in self.missing():
            named = self._elsewhere.get(missing)
            titles = tuple(self._registered[missing].title.values())
            names[missing] = (*titles, *(named.words if named else ()))
        return names

    def _parent(self, topic_id: str) -> str | None:
        if topic_id in self.topics:
            return self.topics[topic_id].parent
        registered = self._registered.get(topic_id)
        return registered.parent if registered else None


def _forms(word: str) -> tuple[str, ...]:
    """What tells that two words are one: the spelling, and a key long enough to be told by."""
    sound = key(word)
    return (spelt(word), f"/{sound}") if len(sound) >= _SHORTEST_KEY else (spelt(word),)
