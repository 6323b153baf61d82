"""Whether a message tells of an emergency: a death, a danger, somebody who wants to die."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from nlu.text.key import key, stem
from nlu.text.normalise import tokens

EmergencyKind = Literal[
    "self_harm", "missing_child", "violence", "danger", "death", "arrest", "lost_passport"
]
KINDS: tuple[EmergencyKind, ...] = get_args(EmergencyKind)  # the gravest first

_CUES = Path(__file__).parent / "emergency.yaml"
_GAP = "…"
_LONGEST_GAP = 3
_SHORTEST_KEY = 3
_SHORTEST_STEM = 3
_SHORTEST_AFTER_AND = 3

_Forms = frozenset[str]
# What stands at one place of a cue: any of these words, or (None) up to three words of any kind.
_Place = _Forms | None
_Cue = tuple[_Place, ...]

_NOTHING: _Forms = frozenset()


def recognise(text: str) -> EmergencyKind | None:
    """The gravest emergency that the text tells of, in any variety; None without one."""
    words = [_heard(word) for word in tokens(text)]
    rules = _rules()
    if not rules.suspicious.stand_in(words):
        return None
    left = list(words)
    for start, end in rules.harmless.spans(words):
        left[start:end] = [_NOTHING] * (end - start)
    for kind in KINDS:
        if rules.cues[kind].stand_in(left) and not rules.unless[kind].stand_in(words):
            return kind
    return None


class _Cues:
    """Cues by the words that may begin them."""

    def __init__(self, cues: Sequence[_Cue]) -> None:
        self._by_first: dict[str, list[_Cue]] = {}
        for cue in cues:
            for form in cue[0] or ():
                self._by_first.setdefault(form, []).append(cue[1:])

    def spans(self, words: Sequence[_Forms]) -> Iterator[tuple[int, int]]:
        """Where a cue stands in the words: first place and the one after the last."""
        for start, forms in enumerate(words):
            for form in forms:
                for rest in self._by_first.get(form, ()):
                    end = _end(rest, words, start + 1)
                    if end:
                        yield start, end

    def stand_in(self, words: Sequence[_Forms]) -> bool:
        """Whether any of the cues stands in the words."""
        return next(self.spans(words), None) is not None


@dataclass(frozen=True)
class _Rules:
    suspicious: _Cues  # the cues of all kinds: most texts have none, and are done with
    cues: Mapping[EmergencyKind, _Cues]
    unless: Mapping[EmergencyKind, _Cues]
    harmless: _Cues


def _end(cue: _Cue, words: Sequence[_Forms], place: int) -> int | None:
    """The place after the cue if it stands at `place`; the shortest gaps first."""
    if not cue:
        return place
    if cue[0] is None:
        last = min(place + _LONGEST_GAP, len(words))
        tried = (_end(cue[1:], words, start) for start in range(place, last + 1))
        return next((end for end in tried if end), None)
    if place < len(words) and not cue[0].isdisjoint(words[place]):
        return _end(cue[1:], words, place + 1)
    return None


@lru_cache(maxsize=20_000)
def _heard(word: str) -> _Forms:
    """What a word of a message may be: itself, without article or "and", by its sound."""
    forms = _written(word)
    if word.isascii():
        return forms | _sound(word)
    if word.startswith("و") and len(word) > _SHORTEST_AFTER_AND:
        return forms | _written(word[1:])
    return forms


def _written(word: str) -> _Forms:
    bare = stem(word)
    return frozenset({word, bare}) if len(bare) >= _SHORTEST_STEM else frozenset({word})


def _sound(word: str) -> _Forms:
    """The cross-script key, marked as such; a short one is too common."""
    sound = key(word)
    return frozenset({f"/{sound}"}) if len(sound) >= _SHORTEST_KEY else _NOTHING


@cache
def _rules() -> _Rules:
    raw = yaml.safe_load(_CUES.read_text(encoding="utf-8"))
    unknown = set(raw["kinds"]) ^ set(KINDS)
    if unknown:
        raise ValueError(f"{_CUES}: kinds differ: {', '.join(sorted(unknown))}")
    groups = {name: _group(listed) for name, listed in raw["words"].items()}
    cues = {kind: _read(raw["kinds"][kind]["cues"], groups) for kind in KINDS}
    return _Rules(
        suspicious=_Cues([cue for listed in cues.values() for cue in listed]),
        cues={kind: _Cues(listed) for kind, listed in cues.items()},
        unless={kind: _Cues(_read(raw["kinds"][kind].get("unless", {}), groups)) for kind in KINDS},
        harmless=_Cues(_read(raw["harmless"], groups)),
    )


def _group(listed: Mapping[str, Sequence[Any]]) -> _Forms:
    forms = (_listed(str(word), variety) for variety, words in listed.items() for word in words)
    return frozenset[str]().union(*forms)


def _read(listed: Mapping[str, Sequence[Any]], groups: Mapping[str, _Forms]) -> list[_Cue]:
    return [
        tuple(_places(str(cue), variety, groups))
        for variety, cues in listed.items()
        for cue in cues
    ]


def _places(cue: str, variety: str, groups: Mapping[str, _Forms]) -> Iterator[_Place]:
    for part in cue.split():
        if part == _GAP:
            yield None
        elif part.startswith("<"):
            yield groups[part.strip("<>")]
        else:
            yield from (_listed(word, variety) for word in tokens(part))


def _listed(word: str, variety: str) -> _Forms:
    """The forms by which a listed word is found; Darija in Latin letters also by its sound."""
    plain = tokens(word)[0]
    return _written(plain) | (_sound(plain) if variety == "ary-Latn" else _NOTHING)
