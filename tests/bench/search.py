"""How long a search takes as the knowledge base grows: the real topics, and varied copies."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import Protocol

from knowledge.loading import load
from knowledge.schema import Topic
from knowledge.search import Found, Search
from nlu.evaluation.scoring import percentile
from nlu.text.variety import Variety
from tests.bench.figures import Figures
from tests.bench.memory import rss_mb
from tests.bench.questions import questions
from tests.stack import ROOT

SIZES = (98, 1_000, 10_000)
_WORDS_KEPT = 0.4
# Of a word there are so many others in the copies: the vocabulary then grows about as the square
# root of the text does, as it does in real texts (Heaps' law).
_OTHERS = 6
# A copy is a topic as it is first written: the names that are asked for, one question a variety
# and the first sentence of an overview. `search_words_*` tells how much text that is.
_NAMES, _QUESTIONS = 6, 1
_WARM_UP = 10
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


class _Finds(Protocol):
    def find(self, text: str) -> Found: ...


def search_figures() -> Figures:
    """At each size, the p95 of a search, the time to build the index, and what memory it takes."""
    knowledge = load(ROOT / "knowledge")
    topics = list(knowledge.topics.values())
    asked = questions()
    figures: Figures = {"search_real_topics": float(len(topics))}
    for size in SIZES:
        grown = enlarged(topics, size)
        figures[f"search_words_{size}"] = float(sum(map(_words_of, grown)))
        before, began = rss_mb([os.getpid()]), time.perf_counter()
        search = Search(grown, knowledge.concepts)
        figures[f"search_build_s_{size}"] = time.perf_counter() - began
        figures[f"search_index_mb_{size}"] = rss_mb([os.getpid()]) - before
        figures[f"search_p95_ms_{size}"] = _p95(search, asked)
    return figures


def _words_of(topic: Topic) -> int:
    texts = [
        *topic.title.values(),
        *chain(*topic.aliases.values(), *topic.questions.values()),
        *chain.from_iterable(answer.texts.values() for answer in topic.answers.values()),
    ]
    return sum(len(text.split()) for text in texts)


def _p95(search: _Finds, asked: Sequence[str]) -> float | None:
    for question in asked[:_WARM_UP]:
        search.find(question)
    times: list[float] = []
    for question in asked:
        began = time.perf_counter()
        search.find(question)
        times.append((time.perf_counter() - began) * 1000)
    return percentile(times, 95)


def enlarged(topics: Sequence[Topic], size: int, seed: int = 1) -> list[Topic]:
    """So many topics: the real ones, then small copies of them in which most words are others.

    The same for the same seed. A word that is not kept loses two letters for other ones.
    """
    words = _Words(random.Random(seed))  # noqa: S311 not for secrets
    grown = list(topics[:size])
    for number in count():
        if len(grown) >= size:
            return grown
        grown.append(_varied(topics[number % len(topics)], number, words))
    return grown


def _varied(topic: Topic, number: int, words: _Words) -> Topic:
    title: dict[Variety, str] = {lang: words.other(text) for lang, text in topic.title.items()}
    overview = topic.answers["overview"]
    texts: dict[Variety, str] = {
        lang: words.other(text.split(". ")[0]) for lang, text in overview.texts.items()
    }
    return topic.model_copy(
        update={
            "id": f"{topic.id}-{number}",
            "title": title,
            "aliases": _few(topic.aliases, _NAMES, words),
            "questions": _few(topic.questions, _QUESTIONS, words),
            "answers": {"overview": overview.model_copy(update={"texts": texts})},
        }
    )


def _few(
    listed: dict[Variety, tuple[str, ...]], most: int, words: _Words
) -> dict[Variety, tuple[str, ...]]:
    return {lang: tuple(map(words.other, texts[:most])) for lang, texts in listed.items()}


class _Words:
    """Gives texts in which most words are others, of each word always the same few."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._others: dict[tuple[str, int], str] = {}

    def other(self, text: str) -> str:
        """The text with most of its words changed."""
        return " ".join(self._changed(text))

    def _changed(self, text: str) -> Iterator[str]:
        for word in text.split():
            if self._chance.random() < _WORDS_KEPT:
                yield word
                continue
            which = (word, self._chance.randrange(_OTHERS))
            if which not in self._others:
                self._others[which] = self._misspelt(word)
            yield self._others[which]

    def _misspelt(self, word: str) -> str:
        letters = list(word)
        for _ in range(2):
            place = self._chance.randrange(len(letters))
            alphabet = _LATIN if letters[place].isascii() else _ARABIC
            letters[place] = self._chance.choice(alphabet)
        return "".join(letters)
