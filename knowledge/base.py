"""The knowledge base in memory."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from knowledge.concepts import Concepts
from knowledge.directory import Directory
from knowledge.glossary import Glossary
from knowledge.schema import FACETS, Ambiguous, Competence, Facet, Registered, Source, Topic
from knowledge.search import Found, Search
from knowledge.senses import senses_of
from knowledge.spelling import spelt
from knowledge.vocabulary import bare_name
from nlu.text.key import key
from nlu.text.normalise import tokens
from nlu.text.variety import VARIETIES, Variety

_SHORTEST_KEY = 4
_BEGINNING = 5
_FORMS_KEPT = 20_000
_WORD = re.compile(r"[^\W\d_]+")


class UnknownTopic(KeyError):
    """There is no topic with that id."""


_NOBODY = Competence.model_construct(sources={}, categories={})


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the conversation: the topic on the table, if there is one."""

    topic: str | None = None


class Knowledge:
    """All topics, in the order of the registry, what stands beside them, and the search over them.

    Never changes. `faults` tells what is wrong with files that were left out; a strict start has
    none.
    """

    def __init__(
        self,
        topics: Mapping[str, Topic],
        registry: Mapping[str, Registered],
        ambiguous: Iterable[Ambiguous] = (),
        *,
        concepts: Concepts | None = None,
        glossary: Glossary | None = None,
        directory: Directory | None = None,
        competence: Competence | None = None,
        faults: tuple[str, ...] = (),
    ) -> None:
        self.topics: Mapping[str, Topic] = MappingProxyType(dict(topics))
        self.glossary = Glossary() if glossary is None else glossary
        self.directory = Directory() if directory is None else directory
        self.competence = competence or _NOBODY
        self.faults = faults
        self._registry = registry
        self._senses = senses_of(ambiguous)
        self.concepts = concepts or Concepts()
        self._index = Search(self.topics.values(), self.concepts)
        self._told: dict[tuple[str, Facet | None], frozenset[str]] = {}

    def search(
        self,
        text: str,
        lang: Variety | None = None,
        context: Context = Context(),
        limit: int = 5,
    ) -> Found:
        """The topics that a text is about, best first, and the facet it asks for by its words.

        Any variety, script and spelling. `lang` settles what a name means that is another topic's
        in another variety; the topic on the table wins ties but is not found by that alone. Empty
        when nothing is named.
        """
        found = self._index.find(text, lang, on_table=context.topic, limit=limit)
        return replace(found, senses=self._senses_of(text, lang))

    def _senses_of(self, text: str, lang: Variety | None) -> tuple[str, ...]:
        """The topics that a bare ambiguous name may mean in a variety; else none."""
        bare = bare_name(text)
        varieties = (lang,) if lang else VARIETIES
        return next((self._senses[v, bare] for v in varieties if (v, bare) in self._senses), ())

    @property
    def registered(self) -> int:
        """How many topic ids are registered."""
        return len(self._registry)

    def topic(self, topic_id: str) -> Topic:
        """The topic of that id; raises UnknownTopic."""
        try:
            return self.topics[topic_id]
        except KeyError:
            raise UnknownTopic(topic_id) from None

    def words(self, variety: Variety) -> Iterator[str]:
        """The words of all that is written in a variety, each as often as it stands there."""
        texts = chain.from_iterable(topic.written(variety) for topic in self.topics.values())
        return (word for text in texts for word in _WORD.findall(text))

    def programmes(self) -> list[Topic]:
        """The eight programmes of the strategy, in order."""
        return [
            self.topics[entry.id]
            for entry in self._registry.values()
            if entry.number and entry.id in self.topics
        ]

    def beside_the_strategy(self) -> list[Topic]:
        """The programmes that are not among those eight, in order."""
        return [
            self.topics[entry.id]
            for entry in self._registry.values()
            if entry.kind == "programme" and not entry.number and entry.id in self.topics
        ]

    def ancestors(self, topic_id: str) -> list[Topic]:
        """The topics an answer may fall back to, nearest first; one without a file is skipped."""
        found: list[Topic] = []
        parent = self._registry[topic_id].parent
        while parent:
            if parent in self.topics:
                found.append(self.topics[parent])
            parent = self._registry[parent].parent
        return found

    def sources_for(self, topic_id: str, facet: Facet) -> list[Source]:
        """The sources of what a topic says on a facet, in order; none when it says nothing."""
        topic = self.topic(topic_id)
        answer = topic.answers.get(facet)
        return [topic.sources[name] for name in answer.sources] if answer else []

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


@lru_cache(maxsize=_FORMS_KEPT)
def _forms(word: str) -> tuple[str, ...]:
    """What tells that two words are one: the spelling, its beginning, and a key long enough."""
    spelling, sound = spelt(word), key(word)
    forms = [spelling]
    if len(spelling) > _BEGINNING:
        forms.append(f"{spelling[:_BEGINNING]}-")  # dépose, déposez
    if len(sound) >= _SHORTEST_KEY:
        forms.append(f"/{sound}")
    return tuple(forms)
