"""The document of requirements cannot leave one out, nor lean on a test that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validator.asvs_rules import (
    STANDINGS,
    faults_of_answers,
    named_tests,
    read_levels,
    unknown_tests,
)

LEVELS = {"1.1.1": "2", "1.2.1": "1"}
SHOWN = "| 1.1.1 | 2 | read once | shown | `tests/a.py::test_one` |"
ABSENT = "| 1.2.1 | 1 | escaped | not applicable | there is nothing to escape |"
COUNTS = {"shown": 1, "not applicable": 1}
SUMS = "\n".join(f"| {standing} | {COUNTS.get(standing, 0)} | |" for standing in STANDINGS)


def document(*rows: str, sums: str = SUMS) -> str:
    return "\n".join([sums, "| No. | L | asks | standing | by |", *rows])


def test_every_requirement_answered_once_is_right() -> None:
    assert faults_of_answers(document(SHOWN, ABSENT), LEVELS, "d.md") == []


def test_a_requirement_left_out_and_one_told_twice_are_named() -> None:
    faults = faults_of_answers(document(SHOWN, SHOWN), LEVELS, "d.md")
    assert "d.md: 1.2.1 is missing" in faults
    assert "d.md: 1.1.1 stands 2 times" in faults


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("| 9.9.9 | 1 | made up | shown | `tests/a.py::test_one` |", "is no requirement"),
        ("| 1.2.1 | 2 | escaped | shown | `tests/a.py::test_one` |", "is of level 1"),
        ("| 1.2.1 | 1 | escaped | done | `tests/a.py::test_one` |", "is 'done'"),
        ("| 1.2.1 | 1 | escaped | shown | by the code |", "names no test"),
        ("| 1.2.1 | 1 | escaped | operator | does it |", "says too little"),
    ],
)
def test_a_row_that_answers_for_nothing_is_named(row: str, fault: str) -> None:
    assert any(fault in each for each in faults_of_answers(document(SHOWN, row), LEVELS, "d.md"))


def test_sums_that_do_not_add_up_are_named() -> None:
    wrong = document(SHOWN, ABSENT, sums=SUMS.replace("| shown | 1 |", "| shown | 2 |"))
    assert faults_of_answers(wrong, LEVELS, "d.md") == ["d.md: shown is said of 2, and holds for 1"]


def test_a_test_that_does_not_exist_is_named() -> None:
    source = (
        "def test_one(): ...\nclass TestTwo:\n    async def test_three(self): ...\ndef help(): ..."
    )
    known = named_tests({"tests/a.py": source})
    assert known == {("tests/a.py", "test_one"), ("tests/a.py", "TestTwo::test_three")}
    text = "`tests/a.py::test_one`, `tests/a.py::TestTwo::test_three`, `tests/a.py::test_three`"
    assert unknown_tests(text, known, "d.md") == ["d.md: tests/a.py::test_three does not exist"]


def test_the_numbers_are_those_of_levels_1_and_2() -> None:
    levels = read_levels(Path("tests/validator/asvs-5.0.0.csv").read_text("utf-8"))
    assert len(levels) == 253
    assert set(levels.values()) == {"1", "2"}
