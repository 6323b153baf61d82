"""Finding the topic a message names: any variety, any script, misspelt, inside a sentence.

A message's words are matched with the words of titles and aliases: as written, by the
cross-script key, or a letter off. A topic scores by its best alias (how much of it is there, and
how telling those words are) and by what else in the message speaks for it.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.schema import Topic
from knowledge.vocabulary import Vocabulary, words_of

_STEEPNESS = 1.6  # one fully telling word is worth 0.8, two 0.96
_SCATTERED = 0.55  # words of a topic that no one alias holds together
_FURTHER = 0.2  # what further words add to the best alias
_ON_TABLE = 1.08
_CANDIDATES = 40
_LOWEST = 0.15
_MOST_POSTINGS = 20_000  # so many are looked at, the most telling words first


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic and how sure the text names it: 0..1, 0.6 and above is sure."""

    topic: str
    score: float


class _Entry:
    """One topic's phrases as word numbers, and which phrases hold a word."""

    __slots__ = ("holders", "id", "phrases")

    def __init__(self, topic: Topic, vocabulary: Vocabulary) -> None:
        self.id = topic.id
        titles = tuple(topic.title.values())
        aliases = (alias for listed in topic.aliases.values() for alias in listed)
        distinct = {tuple(dict.fromkeys(words_of(text))) for text in (*titles, *aliases)}
        self.phrases = [
            tuple(vocabulary.add(word) for word in phrase) for phrase in sorted(distinct) if phrase
        ]
        self.holders: dict[int, list[int]] = {}
        for number, phrase in enumerate(self.phrases):
            for word in phrase:
                self.holders.setdefault(word, []).append(number)


class Search:
    """An index over topics, built once."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._vocabulary = Vocabulary()
        self._entries = [_Entry(topic, self._vocabulary) for topic in topics]
        self._postings: dict[int, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for word in entry.holders:
                self._postings.setdefault(word, []).append(number)
        counts = {word: len(held) for word, held in self._postings.items()}
        self._vocabulary.weigh(counts, len(self._entries))
        self._totals = [
            [sum(self._vocabulary.weight(w) for w in phrase) for phrase in entry.phrases]
            for entry in self._entries
        ]

    def find(self, text: str, *, on_table: str | None = None, limit: int = 5) -> list[Ranked]:
        """The topics the text names, best first; empty when it names none.

        The topic on the table wins ties but is not found by that alone.
        """
        matched = self._matched(text)
        ranked: list[Ranked] = []
        for number in self._candidates(matched):
            score = self._score(number, matched)
            if self._entries[number].id == on_table:
                score = min(score * _ON_TABLE, 0.99)
            if score >= _LOWEST:
                ranked.append(Ranked(self._entries[number].id, round(score, 3)))
        ranked.sort(key=lambda r: (-r.score, r.topic))
        return ranked[:limit]

    def _matched(self, text: str) -> dict[int, tuple[float, int]]:
        """For each word of the index that the text holds: how alike, and the text word's place."""
        matched: dict[int, tuple[float, int]] = {}
        for place, word in enumerate(dict.fromkeys(words_of(text))):
            for number, alike in self._vocabulary.like(word).items():
                if alike > matched.get(number, (0.0, 0))[0]:
                    matched[number] = (alike, place)
        return matched

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


def _telling(worth: float) -> float:
    return 1 - math.exp(-_STEEPNESS * worth)
