"""Scores the running product on cases: `python -m tests.evaluate --cases FILE_OR_FOLDER`.

Each case is one turn of a fresh conversation through POST /api/chat. Exit code 2 for malformed
cases (all told at once, path and line first), 1 where a turn had no answer.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import aiohttp

from nlu.evaluation.cases import Case, CasesRefused, read_cases
from nlu.evaluation.scoring import Outcome, Score, by_variety, confusions, judge, reliability
from tests.chat_client import ChatClient, ChatRefused
from tests.stack import StackFailed, stack_url

_COLUMNS = {
    "number": "n",
    "intent_accuracy": "intent",
    "intent_macro_f1": "macro-F1",
    "topic_at_1": "topic@1",
    "topic_at_3": "topic@3",
    "facet_accuracy": "facet",
    "variety_accuracy": "variety",
    "p50_ms": "p50 ms",
    "p95_ms": "p95 ms",
}
_SHOWN_CONFUSIONS = 15


def main() -> int:
    """Runs the command; gives its exit code."""
    options = _options()
    try:
        cases = read_cases(options.cases)
        with stack_url() as url:
            outcomes = asyncio.run(evaluate(url, cases))
    except CasesRefused as refused:
        sys.stderr.write("".join(f"{fault}\n" for fault in refused.faults))
        return 2
    except StackFailed as error:
        sys.stderr.write(f"the product did not start: {error}\n")
        return 1
    scores = by_variety(outcomes)
    sys.stdout.write(table(scores) + reliability_lines(outcomes))
    if options.verbose:
        sys.stdout.write(confusion_lines(outcomes))
    if options.report:
        _write_report(options.report, url, scores, outcomes)
    return _tell_faults(outcomes)


async def evaluate(url: str, cases: Sequence[Case]) -> list[Outcome]:
    """One turn a case, one after the other."""
    async with ChatClient(url) as client:
        return [await _outcome(client, case) for case in cases]


async def _outcome(client: ChatClient, case: Case) -> Outcome:
    began = time.perf_counter()
    understood: Mapping[str, Any] = {}
    fault = None
    try:
        answer = await client.conversation().say(case.text)
        understood = answer["understood"]
    except (ChatRefused, aiohttp.ClientError, TimeoutError) as error:
        fault = f"{type(error).__name__}: {error}"
    return Outcome(case, understood, (time.perf_counter() - began) * 1000, fault)


def table(scores: Mapping[str, Score]) -> str:
    """The figures as lines of text, one a variety."""
    lines = [f"{'':10}" + "".join(f"{title:>10}" for title in _COLUMNS.values())]
    for lang, figures in scores.items():
        cells = [_cell(name, getattr(figures, name)) for name in _COLUMNS]
        lines.append(f"{lang:10}" + "".join(f"{cell:>10}" for cell in cells))
    return "\n".join(lines) + "\n"


def _cell(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    if name == "number":
        return str(value)
    return f"{value:.1f}" if name.endswith("_ms") else f"{value:.3f}"


def reliability_lines(outcomes: Sequence[Outcome]) -> str:
    """How sure of the intent and how often right, as lines of text."""
    lines = [
        f"{level:.1f}{number:10}{share:10.3f}" for level, number, share in reliability(outcomes)
    ]
    return "\n".join(["", "sure from         n     right", *lines]) + "\n"


def confusion_lines(outcomes: Sequence[Outcome]) -> str:
    """The commonest confusions as lines of text."""
    shown = confusions(outcomes)[:_SHOWN_CONFUSIONS]
    lines = [f"{number:4}  {right} -> {given}" for right, given, number in shown]
    return "\n".join(["", "right -> understood", *lines]) + "\n"


def report(url: str, scores: Mapping[str, Score], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """What the report file holds: the figures, and every case with what was understood."""
    entries = [
        {
            **asdict(outcome.case),
            "understood": dict(outcome.understood),
            "right": judge(outcome.case, outcome.understood),
            "ms": round(outcome.ms, 1),
            "fault": outcome.fault,
        }
        for outcome in outcomes
    ]
    return {
        "url": url,
        "scores": {lang: asdict(figures) for lang, figures in scores.items()},
        "cases": entries,
    }


def _write_report(
    path: Path, url: str, scores: Mapping[str, Score], outcomes: Sequence[Outcome]
) -> None:
    body = json.dumps(report(url, scores, outcomes), ensure_ascii=False, indent=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body + "\n", "utf-8")


def _tell_faults(outcomes: Sequence[Outcome]) -> int:
    failed = [outcome for outcome in outcomes if outcome.fault]
    for outcome in failed:
        sys.stderr.write(f"{outcome.case.place}: no answer ({outcome.fault})\n")
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    options.add_argument("--cases", type=Path, default=Path("nlu/evaluation"))
    options.add_argument("--report", type=Path)
    options.add_argument("--verbose", action="store_true")
    return options.parse_args()


if __name__ == "__main__":
    sys.exit(main())
