"""Rules over topic ids, wherever one is named. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from knowledge.base import Knowledge
from nlu.evaluation.cases import Case
from nlu.text.normalise import normalise
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


def evaluation_in_questions(knowledge: Knowledge, cases: Iterable[Case]) -> list[str]:
    """No sentence of the evaluation stands among the questions that the search knows."""
    places = {normalise(case.text): case.place for case in cases}
    return [
        f"knowledge/topics/{topic.id}: questions.{variety}: {question!r} is the case at {place}"
        for topic in knowledge.topics.values()
        for variety, questions in topic.questions.items()
        for question in questions
        if (place := places.get(normalise(question)))
    ]


def few_aliases(knowledge: Knowledge, least: int) -> list[str]:
    """Every topic has so many names in every variety."""
    return [
        f"knowledge/topics/{topic.id}: aliases.{variety}: has {len(names)}, not {least}"
        for topic in knowledge.topics.values()
        for variety, names in topic.aliases.items()
        if len(names) < least
    ]
