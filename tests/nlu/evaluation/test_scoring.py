"""What counts as right, and the figures made of it."""

from __future__ import annotations

from typing import Any

import pytest

from nlu.evaluation.cases import Case
from nlu.evaluation.scoring import (
    NOTHING,
    Outcome,
    by_variety,
    confusions,
    judge,
    macro_f1,
    percentile,
    reliability,
    score,
)

CASE = Case("1", "fr", "la bourse ?", "ask_programme", ("social/scholarships",), "amount")


def understood(**changes: Any) -> dict[str, Any]:
    right = {
        "lang": "fr",
        "intent": "ask_programme",
        "topic": "social/scholarships",
        "topics": [["social/scholarships", 0.9]],
        "facet": "amount",
    }
    return {**right, **changes}


def outcome(case: Case = CASE, ms: float = 10.0, **changes: Any) -> Outcome:
    return Outcome(case, understood(**changes), ms)


def test_all_right() -> None:
    assert set(judge(CASE, understood()).values()) == {True}


def test_all_wrong_where_there_is_no_answer() -> None:
    assert set(judge(CASE, {}).values()) == {False}


def test_a_case_without_topics_and_facet_is_not_scored_on_them() -> None:
    right = judge(Case("1", "fr", "merci", "thank"), understood())
    assert right["topic_at_1"] is right["topic_at_3"] is right["facet"] is None
    assert right["intent"] is False


@pytest.mark.parametrize(("rank", "right"), [(0, True), (2, True), (3, False)])
def test_topic_at_3_looks_at_three_ranks(rank: int, right: bool) -> None:
    ranked = [["culture", 0.5]] * rank + [["social/scholarships", 0.4]]
    judged = judge(CASE, understood(topic=None, topics=ranked))
    assert (judged["topic_at_1"], judged["topic_at_3"]) == (False, right)


def test_any_variety_is_right_for_a_mix() -> None:
    mix = Case("1", "mix", "salam, la bourse ?", "ask_programme")
    assert judge(mix, understood(lang="ary-Latn"))["variety"] is True
    assert judge(mix, {})["variety"] is False


def test_figures_of_a_group() -> None:
    figures = score([outcome(ms=10), outcome(ms=30, intent="greet", topic=None, topics=[])])
    assert figures.number == 2
    assert figures.intent_accuracy == figures.topic_at_1 == figures.topic_at_3 == 0.5
    assert figures.facet_accuracy == figures.variety_accuracy == 1.0
    assert (figures.p50_ms, figures.p95_ms) == (10, 30)


def test_a_failed_turn_counts_as_wrong_but_has_no_time() -> None:
    figures = score([outcome(), Outcome(CASE, {}, 30_000, "TimeoutError: ")])
    assert figures.intent_accuracy == 0.5
    assert figures.p95_ms == 10


def test_one_group_a_variety_and_all_together_last() -> None:
    arabic = Case("2", "ar", "سلام", "greet")
    scores = by_variety([outcome(), outcome(arabic)])
    assert list(scores) == ["ar", "fr", "overall"]
    assert [figures.number for figures in scores.values()] == [1, 1, 2]


def test_reliability_counts_what_is_right_by_how_sure_it_was() -> None:
    told = [outcome(confidence=0.95), outcome(confidence=0.45), outcome(confidence=0.42)]
    told.append(outcome(confidence=0.4, intent="greet"))
    assert reliability(told) == [(0.4, 3, pytest.approx(2 / 3)), (0.9, 1, 1.0)]


def test_macro_f1_weighs_every_label_the_same() -> None:
    pairs = [("greet", "greet")] * 8 + [("deny", "deny"), ("deny", "affirm")]
    # greet 1, deny 2*1/(2*1+1), affirm 0
    assert macro_f1(pairs) == pytest.approx((1 + 2 / 3 + 0) / 3)
    assert macro_f1([("greet", NOTHING), ("greet", "greet")]) == pytest.approx(2 / 3)
    assert macro_f1([]) is None


def test_confusions_name_the_first_thing_that_went_wrong() -> None:
    outcomes = [
        outcome(intent="greet", topic="culture"),
        outcome(intent="greet"),
        outcome(topic="culture", topics=[], facet="status"),
        outcome(facet=None),
        outcome(),
    ]
    assert confusions(outcomes) == [
        ("ask_programme", "greet", 2),
        ("amount", "(no facet)", 1),
        ("social/scholarships", "culture", 1),
    ]


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [([], 50, None), ([7], 95, 7), ([4, 1, 3, 2], 50, 2), (list(range(1, 101)), 95, 95)],
)
def test_percentile_is_the_nearest_rank(
    values: list[float], percent: float, expected: float | None
) -> None:
    assert percentile(values, percent) == expected
