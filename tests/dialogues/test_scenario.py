"""Scenario files are read, and every fault is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogues.scenario import ScenariosRefused, read_scenarios, scenario_faults


def test_a_scenario_is_read_and_further_keys_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "greet.yaml"
    path.write_text("name: n\nlang: mix\nnote: x\nturns:\n  - user: oui\n    note: y\n")
    (scenario,) = read_scenarios(tmp_path)
    assert (scenario.name, scenario.lang, scenario.path) == ("n", "mix", path)
    assert [(turn.user, turn.expect) for turn in scenario.turns] == [("oui", {})]


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("turns: [")
    (tmp_path / "b.yaml").write_text("turns: []")
    with pytest.raises(ScenariosRefused) as refused:
        read_scenarios(tmp_path)
    assert [fault.split(":")[0][-6:] for fault in refused.value.faults] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("turn", "field"),
    [
        ({"user": True}, "user"),  # an unquoted "oui"-like word of YAML
        ({"user": "oui", "expect": {"intents": "greet"}}, "expect.intents"),
        ({"user": "oui", "expect": {"ticket": None}}, "expect.ticket"),
        ({"user": "oui", "expect": {"lang": "en"}}, "expect.lang"),
        ({"user": "oui", "expect": {"must": 10}}, "expect.must"),
        ({"user": "oui", "expect": []}, None),
        ({"user": "oui", "expect": ["x"]}, "expect"),
    ],
)
def test_a_turn_that_cannot_be_checked_is_a_fault(turn: object, field: str | None) -> None:
    faults = scenario_faults({"turns": [turn]})
    assert [fault.split(": ")[0] for fault in faults] == ([f"turns[1].{field}"] if field else [])


def test_what_is_no_scenario_at_all() -> None:
    assert scenario_faults("text") == ["is not a mapping"]
    assert len(scenario_faults({"lang": "en", "turns": None})) == 2
