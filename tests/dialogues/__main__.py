"""Plays conversations through the running product: `python -m tests.dialogues [SCENARIOS ...]`.

SCENARIOS are files or folders. One line a scenario; for a failed turn what was expected and what
came. Exit code 1 if a turn fails, 2 for malformed scenarios (all faults at once, path first).
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import aiohttp

from tests.chat_client import Answer, ChatClient, ChatRefused
from tests.dialogues.expectations import fill_in, misses, reply_text, ticket_told
from tests.dialogues.scenario import Scenario, ScenariosRefused, ScenarioTurn, read_scenarios
from tests.stack import StackFailed, stack_url

_HERE = Path(__file__).parent


def main() -> int:
    """Runs the command; gives its exit code."""
    options = argparse.ArgumentParser(prog="python -m tests.dialogues", description=__doc__)
    options.add_argument("scenarios", nargs="*", type=Path, default=[_HERE])
    given = options.parse_args()
    try:
        scenarios = _read_all(given.scenarios)
        with stack_url() as url:
            failed = asyncio.run(play_all(url, scenarios))
    except ScenariosRefused as refused:
        sys.stderr.write("".join(f"{fault}\n" for fault in refused.faults))
        return 2
    except StackFailed as error:
        sys.stderr.write(f"the product did not start: {error}\n")
        return 1
    sys.stdout.write(f"{len(scenarios) - failed} of {len(scenarios)} scenarios passed\n")
    return 1 if failed else 0


def _read_all(paths: Sequence[Path]) -> list[Scenario]:
    scenarios: list[Scenario] = []
    faults: list[str] = []
    for path in paths:
        try:
            scenarios += read_scenarios(path)
        except ScenariosRefused as refused:
            faults += refused.faults
    if faults:
        raise ScenariosRefused(faults)
    return scenarios


async def play_all(url: str, scenarios: Sequence[Scenario]) -> int:
    """Plays the scenarios one after the other; gives how many failed."""
    failed = 0
    async with ChatClient(url) as client:
        for scenario in scenarios:
            faults = await play(client, scenario)
            failed += bool(faults)
            verdict = "FAILED" if faults else "passed"
            lines = [f"{verdict}  {scenario.name} ({len(scenario.turns)} turns)", *faults]
            sys.stdout.write("\n".join(lines) + "\n")
            sys.stdout.flush()
    return failed


async def play(client: ChatClient, scenario: Scenario) -> list[str]:
    """One conversation; gives the lines that tell what failed."""
    conversation = client.conversation()
    kept: str | None = None
    faults: list[str] = []
    for number, turn in enumerate(scenario.turns, start=1):
        try:
            said = fill_in(turn.user, kept)
            answer = await conversation.say(said)
        except (LookupError, ChatRefused, aiohttp.ClientError, TimeoutError) as error:
            faults += _no_answer(number, turn, error)
            continue
        kept = ticket_told(answer) or kept
        faults += _turn_faults(number, turn, answer)
    return faults


def _no_answer(number: int, turn: ScenarioTurn, error: Exception) -> list[str]:
    return [f"    turn {number}: {turn.user}", f"        no answer: {error!r}"]


def _turn_faults(number: int, turn: ScenarioTurn, answer: Answer) -> list[str]:
    found = misses(turn.expect, answer)
    if not found:
        return []
    understood = answer["understood"]
    shown = {name: understood.get(name) for name in ("lang", "intent", "confidence", "topic")}
    return [
        f"    turn {number}: {turn.user}",
        *(f"        {miss}" for miss in found),
        f"        understood: {shown}, asks {answer.get('asks')}",
        f"        said: {reply_text(answer)!r}",
    ]


if __name__ == "__main__":
    sys.exit(main())
