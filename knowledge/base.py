"""The knowledge base in memory."""

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.schema import Facet, Registered, Source, Topic
from knowledge.search import Search


class UnknownTopic(KeyError):
    """There is no topic with that id."""


class Knowledge:
    """All topics, in the order of the registry, and the search over them. Never changes."""

    def __init__(
        self, topics: Mapping[str, Topic], registered: Mapping[str, Registered] | None = None
    ) -> None:
        self.topics: Mapping[str, Topic] = MappingProxyType(dict(topics))
        self.search = Search(self.topics.values())
        self._registered = registered or {}

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
        parent = self.topic(topic_id).parent
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

    def _parent(self, topic_id: str) -> str | None:
        if topic_id in self.topics:
            return self.topics[topic_id].parent
        registered = self._registered.get(topic_id)
        return registered.parent if registered else None
