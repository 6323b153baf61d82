"""Finding the topic a message names: any variety, any script, misspelt, inside a sentence.

A message's words are matched with the words of titles and aliases: as written, by the
cross-script key, or a letter off. A topic scores by its best alias (how much of it is there, and
how telling those words are) and by what else in the message speaks for it. Topics that have no
file are indexed too: a message that names one of those names nothing that can be answered.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge import bereavement
from knowledge.schema import Topic
from knowledge.vocabulary import Vocabulary, phrase_of, runs_of, without_links, words_of
from nlu.text.normalise import tokens

_STEEPNESS = 1.6  # one fully telling word is worth 0.8, two 0.96
_SCATTERED = 0.55  # words of a topic that no one alias holds together
_FURTHER = 0.2  # what further words add to the best alias
_ON_TABLE = 1.08
_CANDIDATES = 40
_LOWEST = 0.15
_EXACT = 0.98  # the text is a title or alias, and nothing else
_BESIDE_EXACT = 0.85
_SPEAKS = 0.2  # the least a word has to tell to speak for a topic
_MOST_POSTINGS = 20_000  # so many are looked at, the most telling words first


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic and how sure the text names it: 0..1, 0.6 and above is sure."""

    topic: str
    score: float


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A registered topic without a file that a text names, and the words that name it."""

    topic: str
    score: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """What a text names: topics with a file, best first, and the best topic without one.

    `explained` holds, for each topic in `ranked`, the words of the text that speak for it.
    """

    ranked: list[Ranked]
    elsewhere: Elsewhere | None
    explained: Mapping[str, frozenset[str]]


class _Entry:
    """One topic's phrases as word numbers, and which phrases hold a word."""

    __slots__ = ("exact", "holders", "id", "phrases", "written")

    def __init__(
        self, topic_id: str, texts: Iterable[str], vocabulary: Vocabulary, *, written: bool
    ) -> None:
        self.id = topic_id
        self.written = written
        listed = list(texts)
        distinct = {phrase_of(text) for text in listed}
        self.exact = {without_links(words_of(text)) for text in listed}
        self.phrases = [
            tuple(vocabulary.add(word) for word in phrase) for phrase in sorted(distinct) if phrase
        ]
        self.holders: dict[int, list[int]] = {}
        for number, phrase in enumerate(self.phrases):
            for word in phrase:
                self.holders.setdefault(word, []).append(number)


class Search:
    """An index over topics, and over the names of topics that have no file, built once."""

    def __init__(
        self, topics: Iterable[Topic], elsewhere: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        self._vocabulary = Vocabulary()
        self._entries = [
            _Entry(topic.id, _texts(topic), self._vocabulary, written=True) for topic in topics
        ]
        self._entries += [
            _Entry(topic_id, texts, self._vocabulary, written=False)
            for topic_id, texts in (elsewhere or {}).items()
        ]
        self._numbers = {entry.id: number for number, entry in enumerate(self._entries)}
        self._postings: dict[int, list[int]] = {}
        self._exact: dict[tuple[str, ...], set[int]] = {}
        for number, entry in enumerate(self._entries):
            for word in entry.holders:
                self._postings.setdefault(word, []).append(number)
            for exact in entry.exact:
                self._exact.setdefault(exact, set()).add(number)
        counts = {word: len(held) for word, held in self._postings.items()}
        self._vocabulary.weigh(counts, len(self._entries))
        self._totals = [
            [sum(self._vocabulary.weight(w) for w in phrase) for phrase in entry.phrases]
            for entry in self._entries
        ]

    def find(self, text: str, *, on_table: str | None = None, limit: int = 5) -> list[Ranked]:
        """The topics with a file that the text names, best first; empty when it names none.

        The topic on the table wins ties but is not found by that alone.
        """
        return self.read(text, on_table=on_table, limit=limit).ranked

    def read(self, text: str, *, on_table: str | None = None, limit: int = 5) -> Found:
        """All that the text names: see `find`, and the best of the topics without a file."""
        words = words_of(text)
        matched = self._matched(words)
        scores = {number: self._score(number, matched) for number in self._candidates(matched)}
        self._prefer_exact(words, scores)
        died = self._numbers.get(bereavement.TOPIC)
        if died is not None and bereavement.somebody_died(tokens(text)):
            scores[died] = max(scores.get(died, 0.0), bereavement.SCORE)
        table = self._numbers.get(on_table) if on_table else None
        if table in scores and scores[table] != _BESIDE_EXACT:
            scores[table] = min(scores[table] * _ON_TABLE, 0.99)
        order = sorted(
            (n for n, score in scores.items() if score >= _LOWEST),
            key=lambda n: (-round(scores[n], 3), self._entries[n].id),
        )
        written = [n for n in order if self._entries[n].written][:limit]
        other = next((n for n in order if not self._entries[n].written), None)
        distinct = list(dict.fromkeys(words))
        return Found(
            [Ranked(self._entries[n].id, round(scores[n], 3)) for n in written],
            None
            if other is None
            else Elsewhere(
                self._entries[other].id,
                round(scores[other], 3),
                self._speaking(other, matched, distinct),
            ),
            {self._entries[n].id: self._speaking(n, matched, distinct) for n in written},
        )

    def _matched(self, words: list[str]) -> dict[int, tuple[float, int]]:
        """For each word of the index that the text holds: how alike, and the text word's place."""
        matched: dict[int, tuple[float, int]] = {}
        distinct = list(dict.fromkeys(words))
        for place, word in enumerate(distinct):
            for number, alike in self._vocabulary.like(word).items():
                if alike > matched.get(number, (0.0, 0))[0]:
                    matched[number] = (alike, place)
        for run in runs_of(words):
            whole = self._vocabulary.number(run)
            if whole is not None:
                matched[whole] = (1.0, distinct.index(run.split(" ", 1)[0]))
        return matched

    def _prefer_exact(self, words: list[str], scores: dict[int, float]) -> None:
        """A text that is a title or alias and nothing else means that topic before others."""
        exact = self._exact.get(without_links(words), set()) & scores.keys()
        if not exact:
            return
        for number, score in scores.items():
            scores[number] = _EXACT if number in exact else min(score, _BESIDE_EXACT)

    def _speaking(
        self, number: int, matched: dict[int, tuple[float, int]], words: list[str]
    ) -> frozenset[str]:
        """The words of the text that tell of a topic."""
        weight = self._vocabulary.weight
        return frozenset(
            words[matched[word][1]]
            for word in self._entries[number].holders.keys() & matched.keys()
            if weight(word) * matched[word][0] >= _SPEAKS
        )

    def _candidates(self, matched: dict[int, tuple[float, int]]) -> list[int]:
        """The topics most spoken for, counting each word of the text once."""
        best: dict[int, dict[int, float]] = {}
        weight = self._vocabulary.weight
        budget = _MOST_POSTINGS
        for word in sorted(matched, key=weight, reverse=True):
            alike, place = matched[word]
            worth = alike * weight(word)
            for number in self._postings[word]:
                spoken = best.setdefault(number, {})
                if worth > spoken.get(place, 0.0):
                    spoken[place] = worth
            budget -= len(self._postings[word])
            if budget < 0:
                break
        worths = {number: sum(spoken.values()) for number, spoken in best.items()}
        return sorted(worths, key=lambda n: -worths[n])[:_CANDIDATES]

    def _score(self, number: int, matched: dict[int, tuple[float, int]]) -> float:
        entry, weight = self._entries[number], self._vocabulary.weight
        spoken: dict[int, float] = {}
        held: dict[int, float] = {}
        for word in entry.holders.keys() & matched.keys():
            alike, place = matched[word]
            worth = alike * weight(word)
            spoken[place] = max(spoken.get(place, 0.0), worth)
            for phrase in entry.holders[word]:
                held[phrase] = held.get(phrase, 0.0) + worth
        evidence = sum(spoken.values())
        best = max(
            (_telling(worth) * worth / self._totals[number][p], worth) for p, worth in held.items()
        )
        score = max(best[0], _SCATTERED * _telling(evidence))
        further = max(0.0, evidence - best[1])
        return min(score + (1 - score) * _FURTHER * _telling(further), 0.99)


def _texts(topic: Topic) -> Iterable[str]:
    yield from topic.title.values()
    for listed in topic.aliases.values():
        yield from listed


def _telling(worth: float) -> float:
    return 1 - math.exp(-_STEEPNESS * worth)
