"""The questions that are asked: those of the evaluation cases, the four varieties in turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from nlu.evaluation.cases import Case, read_cases
from nlu.text.variety import VARIETIES
from tests.stack import ROOT

EVALUATION = ROOT / "nlu/evaluation"


def questions() -> list[str]:
    """Questions about programmes, one of each variety after the other."""
    return mixed(read_cases(EVALUATION), VARIETIES)


def mixed(cases: Iterable[Case], langs: Sequence[str]) -> list[str]:
    """As many questions of each variety as the smallest has, the varieties in turn."""
    asked = [case for case in cases if case.intent == "ask_programme"]
    groups = [[case.text for case in asked if case.lang == lang] for lang in langs]
    return list(chain.from_iterable(zip(*groups, strict=False)))
