"""Evaluation cases are read, and every malformed line is told at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.schema import FACETS as KNOWN_FACETS
from nlu.evaluation.cases import FACETS, Case, CasesRefused, read_cases

GOOD = {"id": "fr-1", "lang": "fr", "text": "bonjour", "intent": "greet", "topics": []}


def write(folder: Path, *lines: object) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path = folder / "cases.jsonl"
    path.write_text("\n".join(texts) + "\n", "utf-8")
    return path


def test_a_case_is_read_with_its_place(tmp_path: Path) -> None:
    line = {**GOOD, "topics": ["culture"], "facet": "amount", "note": "ignored"}
    path = write(tmp_path, "", line)
    expected = Case("fr-1", "fr", "bonjour", "greet", ("culture",), "amount", f"{path}:2")
    assert read_cases(path) == [expected]


def test_a_folder_is_read_with_what_lies_below(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    write(tmp_path / "below", {**GOOD, "facet": None})
    assert [case.id for case in read_cases(tmp_path)] == ["fr-1"]


def test_a_line_separator_inside_a_text_is_no_new_line(tmp_path: Path) -> None:
    line = json.dumps({**GOOD, "text": "a\u2028b"}, ensure_ascii=False)
    assert read_cases(write(tmp_path, line))[0].text == "a\u2028b"


def test_every_malformed_line_is_told_with_its_place(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        GOOD,
        "{",
        "[]",
        {**GOOD, "id": "2", "lang": "de"},
        {**GOOD, "id": "3", "intent": "nlu_fallback"},
        {**GOOD, "id": "4", "facet": "colour", "topics": "culture"},
        {**GOOD, "id": "5", "text": " "},
        GOOD,
    )
    with pytest.raises(CasesRefused) as refused:
        read_cases(path)
    places = [fault.split(": ")[0] for fault in refused.value.faults]
    assert places == [f"{path}:{number}" for number in (2, 3, 4, 5, 6, 6, 7, 8)]
    assert f"fr-1' stands at {path}:1 too" in refused.value.faults[-1]


def test_a_missing_file_and_an_empty_folder_are_faults(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.jsonl"):
        with pytest.raises(CasesRefused, match=str(path)):
            read_cases(path)


def test_the_facets_are_those_of_the_knowledge_base() -> None:
    assert FACETS == KNOWN_FACETS
