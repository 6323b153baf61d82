"""Topic ids in cases and dialogues."""

from __future__ import annotations

from pathlib import Path

from nlu.evaluation.cases import Case
from tests.dialogues.scenario import Scenario, ScenarioTurn
from tests.validator.topic_rules import unknown_in_cases, unknown_in_dialogues


def case(*topics: str) -> Case:
    return Case("1", "fr", "?", "ask_programme", topics, place="fr.jsonl:1")


def dialogue(topic: object) -> list[Scenario]:
    return [Scenario("n", "fr", (ScenarioTurn("?", {"topic": topic}),), Path("d.yaml"))]


def test_topics_of_cases() -> None:
    assert unknown_in_cases([case(), case("culture")], {"culture"}) == []
    assert unknown_in_cases([case("culture", "cultures")], {"culture"}) == [
        "fr.jsonl:1: topic 'cultures' does not exist"
    ]


def test_topics_of_dialogues() -> None:
    for right in (["culture"], "culture", None, [None, "culture"]):
        assert unknown_in_dialogues(dialogue(right), {"culture"}) == []
    assert unknown_in_dialogues(dialogue(["sports"]), {"culture"}) == [
        "d.yaml: turns[1]: topic 'sports' does not exist"
    ]
