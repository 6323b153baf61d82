"""Whether docs/asvs.md answers for every requirement, and names tests that exist. Pure.

`asvs-5.0.0.csv` holds numbers and levels of OWASP ASVS 5.0.0, levels 1 and 2, and nothing else.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

STANDINGS = ("shown", "written", "operator", "not applicable", "not met")
_ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \| (.*) \|$")
_SUM = re.compile(r"^\| ([a-z ]+) \| (\d+) \|", re.MULTILINE)
_TEST = re.compile(r"(tests/[\w./]+\.py)::(\w+(?:::\w+)?)")
_FEW_WORDS = 4


@dataclass(frozen=True)
class Answer:
    """One row: a requirement, how it stands here, and what shows it."""

    line: int
    number: str
    level: str
    standing: str
    shown_by: str


def read_answers(text: str) -> list[Answer]:
    """The rows of the document, in its order."""
    return [
        Answer(line, found[1], found[2].strip(), found[4].strip(), found[5].strip())
        for line, row in enumerate(text.splitlines(), start=1)
        if (found := _ROW.match(row))
    ]


def read_levels(text: str) -> dict[str, str]:
    """Level by number, of the file beside this one."""
    return dict(line.split(",", 1) for line in text.splitlines()[1:])


def faults_of_answers(text: str, levels: Mapping[str, str], path: str) -> list[str]:
    """Each requirement is answered once, in one of the known ways, with what that way needs."""
    answers = read_answers(text)
    times = Counter(answer.number for answer in answers)
    faults = [f"{path}: {number} is missing" for number in levels if not times[number]]
    faults += [
        f"{path}: {number} stands {count} times" for number, count in times.items() if count > 1
    ]
    for answer in answers:
        faults += [
            f"{path}:{answer.line}: {answer.number} {fault}" for fault in _faults(answer, levels)
        ]
    return faults + _wrong_sums(text, answers, path)


def _faults(answer: Answer, levels: Mapping[str, str]) -> Iterable[str]:
    if answer.number not in levels:
        yield "is no requirement of level 1 or 2"
    elif answer.level != levels[answer.number]:
        yield f"is of level {levels[answer.number]}"
    if answer.standing not in STANDINGS:
        yield f"is {answer.standing!r}, none of {', '.join(STANDINGS)}"
    if answer.standing == "shown" and not _TEST.search(answer.shown_by):
        yield "names no test"
    if answer.standing != "shown" and len(answer.shown_by.split()) < _FEW_WORDS:
        yield "says too little"


def _wrong_sums(text: str, answers: Collection[Answer], path: str) -> list[str]:
    counted = Counter(answer.standing for answer in answers)
    told = {name: int(count) for name, count in _SUM.findall(text) if name in STANDINGS}
    return [
        f"{path}: {standing} is said of {told.get(standing)}, and holds for {counted[standing]}"
        for standing in STANDINGS
        if told.get(standing) != counted[standing]
    ]


def named_tests(sources: Mapping[str, str]) -> set[tuple[str, str]]:
    """The tests of these files, each as path and name; in a class as `TestClass::test_name`."""
    return {
        (path, name)
        for path, source in sources.items()
        for node in ast.parse(source).body
        for name in _names(node)
    }


def _names(node: ast.AST, within: str = "") -> Iterable[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
        yield f"{within}{node.name}"
    if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
        for inner in node.body:
            yield from _names(inner, f"{node.name}::")


def unknown_tests(text: str, known: Collection[tuple[str, str]], path: str) -> list[str]:
    """The tests that a document names and that do not exist."""
    named = dict.fromkeys(_TEST.findall(text))
    return [
        f"{path}: {file}::{name} does not exist"
        for file, name in named
        if (file, name) not in known
    ]
