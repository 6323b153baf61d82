"""Topic ids in cases and dialogues."""

from __future__ import annotations

from pathlib import Path

from knowledge.loading import load
from nlu.evaluation.cases import Case
from tests.dialogues.scenario import Scenario, ScenarioTurn
from tests.knowledge.conftest import FIXTURES, TODAY
from tests.validator.topic_rules import (
    evaluation_in_questions,
    few_aliases,
    unknown_in_cases,
    unknown_in_dialogues,
)


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


def test_an_evaluation_sentence_is_no_question_of_a_topic() -> None:
    knowledge = load(FIXTURES, today=TODAY)
    topic = knowledge.topic("culture")
    asked = {**topic.questions, "fr": ("Où voir du théâtre ?",)}
    knowledge = type(knowledge)({"culture": topic.model_copy(update={"questions": asked})}, {})
    copied = Case("1", "fr", "ou voir du THEATRE", "ask_programme", place="fr.jsonl:1")
    assert evaluation_in_questions(knowledge, [case()]) == []
    assert evaluation_in_questions(knowledge, [copied]) == [
        "knowledge/topics/culture: questions.fr: 'Où voir du théâtre ?' is the case at fr.jsonl:1"
    ]


def test_a_topic_needs_names_in_every_variety() -> None:
    knowledge = load(FIXTURES, today=TODAY)
    assert few_aliases(knowledge, 1) == []
    assert "knowledge/topics/culture: aliases.ary: has 1, not 2" in few_aliases(knowledge, 2)
