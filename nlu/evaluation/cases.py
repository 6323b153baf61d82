"""Evaluation cases as data: JSON lines read, and every malformed line told at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlu.text.variety import VARIETIES

INTENTS = (
    "ask_programme",
    "list_programmes",
    "open_complaint",
    "check_complaint",
    "make_suggestion",
    "talk_to_agent",
    "greet",
    "goodbye",
    "thank",
    "affirm",
    "deny",
    "help",
    "change_language",
    "my_data",
    "out_of_scope",
)
FACETS = (
    "overview",
    "eligibility",
    "documents",
    "procedure",
    "amount",
    "deadline",
    "contact",
    "status",
)
MIX = "mix"  # any variety is right


@dataclass(frozen=True)
class Case:
    """One message and what is right to understand of it; () and None are not scored."""

    id: str
    lang: str
    text: str
    intent: str
    topics: tuple[str, ...] = ()
    facet: str | None = None
    place: str = ""


class CasesRefused(ValueError):
    """Cases that cannot be read: `faults` lists them all, path and line first."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = list(faults)


def case_files(path: Path) -> list[Path]:
    """The file itself, or all *.jsonl in the folder and below, sorted."""
    return sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file or folder; raises CasesRefused with every fault."""
    lines: list[tuple[str, str]] = []
    faults: list[str] = []
    for file in case_files(path):
        try:
            texts = file.read_text("utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            faults.append(f"{file}:1: cannot be read ({error})")
            continue
        lines += [(f"{file}:{number}", line) for number, line in enumerate(texts, start=1)]
    cases = parse_cases(lines, faults)
    if not cases and not faults:
        faults.append(f"{path}:1: holds no case")
    if faults:
        raise CasesRefused(faults)
    return cases


def parse_cases(lines: Iterable[tuple[str, str]], faults: list[str]) -> list[Case]:
    """The cases of (place, line) pairs, blank lines left out; what is wrong goes into `faults`."""
    cases: list[Case] = []
    places: dict[str, str] = {}
    for place, line in lines:
        if not line.strip():
            continue
        body, wrong = _object(line)
        wrong = wrong or case_faults(body)
        first = places.setdefault(str(body.get("id")), place)
        if not wrong and first != place:
            wrong = [f"id {body['id']!r} stands at {first} too"]
        faults += [f"{place}: {fault}" for fault in wrong]
        if not wrong:
            cases.append(_case(body, place))
    return cases


def case_faults(body: Mapping[str, Any]) -> list[str]:
    """What is wrong with one case, field first."""
    faults = [
        f"{name} is missing or not text"
        for name in ("id", "lang", "text", "intent")
        if not isinstance(body.get(name), str) or not body[name].strip()
    ]
    if faults:
        return faults
    if body["lang"] not in (*VARIETIES, MIX):
        faults.append(f"lang {body['lang']!r} is none of {', '.join((*VARIETIES, MIX))}")
    if body["intent"] not in INTENTS:
        faults.append(f"intent {body['intent']!r} is not an intent")
    facet = body.get("facet")
    if facet is not None and facet not in FACETS:
        faults.append(f"facet {facet!r} is not a facet")
    topics = body.get("topics") or []
    if not isinstance(topics, list) or not all(isinstance(topic, str) for topic in topics):
        faults.append("topics is not a list of topic ids")
    return faults


def _object(line: str) -> tuple[dict[str, Any], list[str]]:
    try:
        body = json.loads(line)
    except json.JSONDecodeError as error:
        return {}, [f"is not JSON ({error})"]
    return (body, []) if isinstance(body, dict) else ({}, ["is not a JSON object"])


def _case(body: Mapping[str, Any], place: str) -> Case:
    return Case(
        id=body["id"],
        lang=body["lang"],
        text=body["text"],
        intent=body["intent"],
        topics=tuple(body.get("topics") or ()),
        facet=body.get("facet"),
        place=place,
    )
