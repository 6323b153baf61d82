"""How much of what tells of a person is masked: `python -m tests.masking`.

The sentences are invented. In them stands `[Naima Ouchrif](name)` for what has to be masked. Dev
is what the rules were written with; held-out was written before them and is only measured.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlu.text.masking import personal
from nlu.text.normalise import clean
from nlu.text.personal.found import Found, Kind

SENTENCES = Path(__file__).parent / "nlu" / "text" / "masking"
HALVES = ("dev", "heldout")
KINDS = ("name", "phone", "email", "id", "address")
LANGS = ("ar", "fr", "ary", "ary-Latn", "mix")

_SPAN = re.compile(rf"\[([^\]]+)\]\(({'|'.join(KINDS)})\)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Sentence:
    """A text and what in it has to be masked."""

    lang: str
    text: str
    spans: tuple[Found, ...]


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> float:
        """100 where there was nothing to find."""
        return 100 * self.part / self.whole if self.whole else 100.0

    def __str__(self) -> str:
        return f"{self.percent:.0f} % ({self.part}/{self.whole})" if self.whole else "–"


def sentences(half: str) -> list[Sentence]:
    """The sentences of one half."""
    lines = (SENTENCES / f"{half}.jsonl").read_text("utf-8").splitlines()
    return [_sentence(**json.loads(line)) for line in lines]


def recall(cases: Iterable[Sentence], kind: str | None = None) -> Share:
    """How many spans (of one kind) are masked whole: no letter or digit of them is left."""
    masked = [
        _is_hidden(case, span)
        for case in cases
        for span in case.spans
        if kind in {None, span.kind.value.lower()}
    ]
    return Share(sum(masked), len(masked))


def over_masking(cases: Iterable[Sentence]) -> Share:
    """How many words that tell of nobody are masked, in part or whole."""
    touched = [len(_too_much(case)) for case in cases]
    words = [len(_other_words(case)) for case in cases]
    return Share(sum(touched), sum(words))


def harmless(cases: Iterable[Sentence]) -> list[Sentence]:
    """Those without anything to mask."""
    return [case for case in cases if not case.spans]


def table(halves: Sequence[str]) -> str:
    """Recall by variety and kind, and what was masked too much."""
    head = ["half", "variety", "sentences", *KINDS, "all", "too much", "too much, harmless"]
    lines = [head, ["---"] * len(head)]
    for half in halves:
        every = sentences(half)
        for lang in (*LANGS, "all"):
            cases = [case for case in every if lang in {"all", case.lang}]
            found = [recall(cases, kind) for kind in (*KINDS, None)]
            too_much = over_masking(cases), over_masking(harmless(cases))
            lines.append([half, lang, str(len(cases)), *map(str, found), *map(str, too_much)])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> int:
    """Prints the table; with --verbose, what was missed or masked too much in dev."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="only this one")
    parser.add_argument("--verbose", action="store_true", help="faults of dev, one a line")
    options = parser.parse_args()
    sys.stdout.write(table([options.half] if options.half else HALVES))
    if options.verbose:
        sys.stdout.writelines(f"{line}\n" for line in _faults(sentences("dev")))
    return 0


def _sentence(lang: str, text: str) -> Sentence:
    plain, spans, place = "", [], 0
    for match in _SPAN.finditer(text):
        plain += text[place : match.start()]
        kind = Kind(match[2].upper())
        spans.append(Found(len(plain), len(plain) + len(match[1]), kind))
        plain += match[1]
        place = match.end()
    plain += text[place:]
    if clean(plain) != plain:
        raise ValueError(f"spans would shift: {text}")
    return Sentence(lang, plain, tuple(spans))


def _is_hidden(case: Sentence, span: Found) -> bool:
    hidden = {place for found in personal(case.text) for place in range(found.start, found.end)}
    return all(
        place in hidden or not case.text[place].isalnum() for place in range(span.start, span.end)
    )


def _other_words(case: Sentence) -> list[re.Match[str]]:
    return [word for word in _WORD.finditer(case.text) if not _overlaps(word, case.spans)]


def _too_much(case: Sentence) -> list[str]:
    found = personal(case.text)
    return [word[0] for word in _other_words(case) if _overlaps(word, found)]


def _overlaps(word: re.Match[str], stretches: Iterable[Found]) -> bool:
    return any(word.start() < each.end and each.start < word.end() for each in stretches)


def _faults(cases: Iterable[Sentence]) -> Iterator[str]:
    for case in cases:
        missed = [
            case.text[span.start : span.end] for span in case.spans if not _is_hidden(case, span)
        ]
        too_much = _too_much(case)
        if missed or too_much:
            yield f"{case.lang}: {case.text}\n  missed {missed}, too much {too_much}"


if __name__ == "__main__":
    sys.exit(main())
