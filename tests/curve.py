"""How sure a search is, and how often right: `python -m tests.curve` writes docs/search.md.

The thresholds of knowledge/routing.py are read off these tables. Each case of nlu/evaluation with
a topic is one search, without conversation and without Rasa.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from knowledge.base import Knowledge
from knowledge.loading import load
from nlu.evaluation.cases import MIX, Case, read_cases
from nlu.text.variety import VARIETIES, Variety

CASES = Path("nlu/evaluation")
PAGE = Path("docs/search.md")
MARK = "<!-- made by `make curve`; do not edit below -->"
_STEPS = 20
_RANKS = 3


@dataclass(frozen=True)
class Search:
    """One case as it was searched for. `rival` is the second topic's strength over the first's."""

    lang: str
    score: float
    rival: float
    right: bool
    among_three: bool


def main() -> int:
    """Measures and writes the tables below the mark in the page."""
    knowledge = load()
    searches = [searched(knowledge, case) for case in read_cases(CASES) if case.topics]
    text = PAGE.read_text("utf-8").split(MARK)[0]
    tables = "\n".join(_tables(searches))
    PAGE.write_text(f"{text}{MARK}\n\n{tables}\n", "utf-8")
    sys.stdout.write(tables + "\n")
    return 0


def searched(knowledge: Knowledge, case: Case) -> Search:
    """A case as the knowledge base finds it."""
    lang = None if case.lang == MIX else cast(Variety, case.lang)
    ranked = knowledge.search(case.text, lang).ranked
    topics = [found.topic for found in ranked]
    best = ranked[0] if ranked else None
    second = ranked[1].strength if len(ranked) > 1 else 0.0
    return Search(
        case.lang,
        best.score if best else 0.0,
        second / best.strength if best else 0.0,
        topics[:1] != [] and topics[0] in case.topics,
        bool(set(topics[:_RANKS]) & set(case.topics)),
    )


def _tables(searches: Sequence[Search]) -> Iterator[str]:
    yield from _by_variety(searches)
    yield from _curve("How sure the first topic is", searches, [s.score for s in searches])
    yield from _curve("How near the second comes", searches, [s.rival for s in searches])


def _by_variety(searches: Sequence[Search]) -> Iterator[str]:
    yield from ("## By variety", "", "| | cases | right at 1 | right at 3 |", "| --- " * 4 + "|")
    for lang in (*VARIETIES, "all"):
        yield _row(lang, [s for s in searches if lang in (s.lang, "all")])


def _curve(title: str, searches: Sequence[Search], values: Iterable[float]) -> Iterator[str]:
    steps = [int(value * _STEPS) for value in values]
    yield from ("", f"## {title}", "", "| from | cases | right at 1 | right at 3 |")
    yield "| --- " * 4 + "|"
    for step in sorted(Counter(steps)):
        here = [search for search, own in zip(searches, steps, strict=True) if own == step]
        yield _row(f"{step / _STEPS:.2f}", here)


def _row(name: str, searches: Sequence[Search]) -> str:
    number = len(searches)
    right = sum(search.right for search in searches) / number
    among = sum(search.among_three for search in searches) / number
    return f"| {name} | {number} | {right:.3f} | {among:.3f} |"


if __name__ == "__main__":
    sys.exit(main())
