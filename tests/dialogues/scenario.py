"""Conversations as data: a scenario's file read, and every fault of it told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nlu.evaluation.cases import MIX
from nlu.text.variety import VARIETIES

EXPECTABLE = (
    "intent",
    "topic",
    "facet",
    "lang",
    "asks",
    "ticket",
    "offers",
    "must",
    "must_not",
)
TICKETS = ("opened", "none", "cancelled", "found", "not_found")


@dataclass(frozen=True)
class ScenarioTurn:
    """What the citizen types and what is expected of the answer."""

    user: str
    expect: Mapping[str, Any]


@dataclass(frozen=True)
class Scenario:
    """One conversation."""

    name: str
    lang: str
    turns: tuple[ScenarioTurn, ...]
    path: Path


class ScenariosRefused(ValueError):
    """Scenarios that cannot be read: `faults` lists them all, path first."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = list(faults)


def read_scenarios(path: Path) -> list[Scenario]:
    """The scenarios of a file or folder; raises ScenariosRefused with every fault."""
    files = sorted({*path.rglob("*.yaml"), *path.rglob("*.yml")}) if path.is_dir() else [path]
    faults: list[str] = []
    read = [_read(file, faults) for file in files]
    scenarios = [scenario for scenario in read if scenario]
    if not files:
        faults.append(f"{path}: holds no scenario")
    if faults:
        raise ScenariosRefused(faults)
    return scenarios


def _read(file: Path, faults: list[str]) -> Scenario | None:
    try:
        body = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        faults.append(f"{file}: cannot be read ({' '.join(str(error).split())})")
        return None
    wrong = scenario_faults(body)
    faults += [f"{file}: {fault}" for fault in wrong]
    return None if wrong else scenario(body, file)


def scenario(body: Mapping[str, Any], path: Path) -> Scenario:
    """The scenario in a file's data that has no faults."""
    turns = tuple(ScenarioTurn(turn["user"], turn.get("expect") or {}) for turn in body["turns"])
    return Scenario(body.get("name") or path.stem, body.get("lang", MIX), turns, path)


def scenario_faults(body: Any) -> list[str]:
    """What is wrong with a scenario's data, the field first."""
    if not isinstance(body, dict):
        return ["is not a mapping"]
    faults = []
    if body.get("lang", MIX) not in (*VARIETIES, MIX):
        faults.append(f"lang: {body['lang']!r} is none of {', '.join((*VARIETIES, MIX))}")
    turns = body.get("turns")
    if not isinstance(turns, list) or not turns:
        return [*faults, "turns: is not a list of turns"]
    for number, turn in enumerate(turns, start=1):
        faults += [f"turns[{number}].{fault}" for fault in _turn_faults(turn)]
    return faults


def _turn_faults(turn: Any) -> list[str]:
    user = turn.get("user") if isinstance(turn, dict) else None
    if not isinstance(user, str) or not user.strip():
        return ["user: is not text (quote it)"]
    expect = turn.get("expect") or {}
    if not isinstance(expect, dict):
        return ["expect: is not a mapping"]
    faults = [f"expect.{key}: is not known" for key in expect if key not in EXPECTABLE]
    for key, fits in _FITTING.items():
        if key in expect and not all(map(fits, one_or_more(expect[key]))):
            faults.append(f"expect.{key}: {expect[key]!r} is not acceptable")
    return faults


def one_or_more(value: Any) -> list[Any]:
    """A list as it is; one value as a list of it."""
    return value if isinstance(value, list) else [value]


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_text_or_none(value: Any) -> bool:
    return value is None or isinstance(value, str)


_FITTING: Mapping[str, Callable[[Any], bool]] = {
    "intent": _is_text,
    "topic": _is_text_or_none,
    "facet": _is_text_or_none,
    "lang": VARIETIES.__contains__,
    "asks": _is_text_or_none,
    "ticket": TICKETS.__contains__,
    "offers": _is_text,
    "must": _is_text,
    "must_not": _is_text,
}
