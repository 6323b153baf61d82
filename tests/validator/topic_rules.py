"""Rules over topic ids, wherever one is named. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from nlu.evaluation.cases import Case
from tests.dialogues.scenario import Scenario, one_or_more


def unknown_in_cases(cases: Iterable[Case], registered: Collection[str]) -> list[str]:
    """Every acceptable topic of a case is a registered one."""
    return [
        f"{case.place}: topic {topic!r} does not exist"
        for case in cases
        for topic in case.topics
        if topic not in registered
    ]


def unknown_in_dialogues(scenarios: Sequence[Scenario], registered: Collection[str]) -> list[str]:
    """Every topic that a scenario expects is a registered one."""
    return [
        f"{scenario.path}: turns[{number}]: topic {topic!r} does not exist"
        for scenario in scenarios
        for number, turn in enumerate(scenario.turns, start=1)
        for topic in one_or_more(turn.expect.get("topic"))
        if topic is not None and topic not in registered
    ]
