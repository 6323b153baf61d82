"""How long a search takes as the knowledge base grows: the real topics, and varied copies."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from knowledge.loading import load
from knowledge.schema import Topic
from knowledge.search import Search
from nlu.evaluation.scoring import percentile
from nlu.text.variety import Variety
from tests.bench.figures import Figures
from tests.bench.questions import questions
from tests.stack import ROOT

SIZES = (98, 1_000, 10_000)
_WORDS_KEPT = 0.4
_WARM_UP = 10
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def search_figures() -> Figures:
    """The p95 of a search at each size, and the number of real topics."""
    topics = list(load(ROOT / "knowledge/topics").topics.values())
    asked = questions()
    figures: Figures = {f"search_p95_ms_{size}": _p95(topics, size, asked) for size in SIZES}
    return {**figures, "search_real_topics": float(len(topics))}


def _p95(topics: Sequence[Topic], size: int, asked: Sequence[str]) -> float | None:
    search = Search(enlarged(topics, size))
    for question in asked[:_WARM_UP]:
        search.find(question)
    times: list[float] = []
    for question in asked:
        began = time.perf_counter()
        search.find(question)
        times.append((time.perf_counter() - began) * 1000)
    return percentile(times, 95)


def enlarged(topics: Sequence[Topic], size: int, seed: int = 1) -> list[Topic]:
    """So many topics: the real ones, then copies of them in which most words are others.

    The same for the same seed. A word that is not kept loses two letters for other ones.
    """
    chance = random.Random(seed)  # noqa: S311 not for secrets
    grown = list(topics[:size])
    for number in count():
        if len(grown) >= size:
            return grown
        grown.append(_varied(topics[number % len(topics)], number, chance))
    return grown


def _varied(topic: Topic, number: int, chance: random.Random) -> Topic:
    title: Mapping[Variety, str] = {
        lang: _other_words(text, chance) for lang, text in topic.title.items()
    }
    aliases: Mapping[Variety, tuple[str, ...]] = {
        lang: tuple(_other_words(alias, chance) for alias in listed)
        for lang, listed in topic.aliases.items()
    }
    return replace(topic, id=f"{topic.id}-{number}", title=title, aliases=aliases)


def _other_words(text: str, chance: random.Random) -> str:
    return " ".join(
        word if chance.random() < _WORDS_KEPT else _misspelt(word, chance) for word in text.split()
    )


def _misspelt(word: str, chance: random.Random) -> str:
    letters = list(word)
    for _ in range(2):
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(_LATIN if letters[place].isascii() else _ARABIC)
    return "".join(letters)
