"""Which facet of a topic a message asks for, by its cue words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

import yaml

from knowledge.numbered import with_numbers
from knowledge.schema import FACETS, Facet
from knowledge.spelling import spelt, without_and
from nlu.text.key import key, stem
from nlu.text.normalise import tokens
from nlu.text.sms import written_out

_CUES = Path(__file__).parent / "facets.yaml"
_SHORTEST_KEY = 3
_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """The facet a text asks for, of how many words the cue is, and at which word it begins."""

    facet: Facet
    words: int
    start: int


def cued_facet(text: str) -> Facet | None:
    """The facet whose cue stands in the text, in any variety; None without a cue."""
    cue = cue_in(text)
    return cue.facet if cue else None


@lru_cache(maxsize=64)  # several ask it of the text of one turn
def cue_in(text: str) -> Cue | None:
    """The cue in a text: the longest decides, then the one that stands first.

    "What is...?" asks for the overview only when nothing else is asked ("what are the steps?").
    """
    words = with_numbers(written_out(tokens(text)))
    led = [without_and(w) for w in words]
    forms = (
        [spelt(w) for w in words],
        [stem(w) for w in words],
        [_heard(w) for w in words],
        [spelt(w) for w in led],
    )
    cued = list(_cued(forms, len(words)))
    asked = [cue for cue in cued if cue.facet != "overview"]
    return next(iter(asked or cued), None)


def _cued(forms: tuple[list[str], ...], words: int) -> Iterator[Cue]:
    cues, longest = _cues()
    order = tuple(_listed())
    for length in range(min(longest, words), 0, -1):
        places = zip(*(_runs(form, length) for form in forms), strict=True)
        for start, runs in enumerate(places):
            ranks = [cues[run] for run in runs if run in cues]
            if ranks:
                yield Cue(order[min(ranks)], length, start)


@cache
def cue_words() -> frozenset[str]:
    """The cues of one word, as `stem` gives it: such words name no topic."""
    cues, _ = _cues()
    return frozenset(run[0] for run in cues if len(run) == 1 and not run[0].startswith("/"))


@cache
def words_of_asking_what() -> frozenset[str]:
    """The words of "what is...?" in all varieties, as `stem` gives them."""
    listed = chain.from_iterable(_listed()["overview"].values())
    return frozenset(stem(word) for cue in listed for word in tokens(cue))


@cache
def _cues() -> tuple[dict[_Run, int], int]:
    cues: dict[_Run, int] = {}
    for rank, by_variety in enumerate(_listed().values()):
        for variety, listed in by_variety.items():
            for cue in listed:
                words = tokens(cue)
                cues.setdefault(tuple(map(stem, words)), rank)
                cues.setdefault(tuple(map(spelt, words)), rank)
                if variety == "ary-Latn":
                    cues.setdefault(tuple(map(_sound, words)), rank)
    return cues, max(len(run) for run in cues)


@cache
def _listed() -> dict[Facet, dict[str, list[str]]]:
    raw = yaml.safe_load(_CUES.read_text(encoding="utf-8"))
    unknown = set(raw) - set(FACETS)
    if unknown:
        raise ValueError(f"{_CUES}: {', '.join(sorted(unknown))} is not a facet")
    return {facet: raw[facet] for facet in raw}


def _runs(form: list[str], length: int) -> Iterator[_Run]:
    return (tuple(form[i : i + length]) for i in range(len(form) - length + 1))


def _heard(word: str) -> str:
    """What a Latin spelling is looked up by; Arabic letters leave less to guess."""
    return _sound(word) if word.isascii() else stem(word)


def _sound(word: str) -> str:
    """The cross-script key, marked as such; a short one is too common, the word stands for it."""
    sound = key(word)
    return f"/{sound}" if len(sound) >= _SHORTEST_KEY else stem(word)
