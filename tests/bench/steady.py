"""Whether memory grows while citizens keep coming."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from statistics import fmean

from tests.bench.figures import Figures
from tests.bench.memory import rss_mb
from tests.bench.plan import Plan
from tests.bench.product import from_rasa
from tests.bench.questions import questions
from tests.bench.turns import TURNS_A_CONVERSATION
from tests.chat_client import ChatClient
from tests.stack import Stack, running_stack

CITIZENS = 20
PAUSE_S = 5.0  # between an answer and the next question: some four turns a second
_MINUTE_S = 60.0

Minute = Mapping[str, float]
"""The resident megabytes at the end of a minute, by role."""


def steady_figures(plan: Plan) -> Figures:
    """Memory at the beginning and at the end, and the growth in per cent; raises StackFailed."""
    with running_stack() as stack:
        return asyncio.run(_watched(stack, plan, questions()))


async def _watched(stack: Stack, plan: Plan, asked: Sequence[str]) -> Figures:
    answered: Counter[str] = Counter()
    async with ChatClient(stack.url) as client:
        asking = iter(cycle(asked))
        citizens = [
            asyncio.create_task(_citizen(client, asking, answered)) for _ in range(CITIZENS)
        ]
        minutes = await _minutes(stack, plan.steady_minutes, citizens)
        for citizen in citizens:
            citizen.cancel()
        await asyncio.gather(*citizens, return_exceptions=True)
    counts = {f"steady_turns_{how}": float(count) for how, count in answered.items()}
    return {**growth(minutes), **counts}


async def _citizen(client: ChatClient, asking: Iterator[str], answered: Counter[str]) -> None:
    while True:
        conversation = client.conversation()
        for _ in range(TURNS_A_CONVERSATION):
            answer = await conversation.say(next(asking))
            answered["understood" if from_rasa(answer) else "without_rasa"] += 1
            await asyncio.sleep(PAUSE_S)


async def _minutes(
    stack: Stack, count: int, citizens: Sequence[asyncio.Task[None]]
) -> list[Minute]:
    minutes: list[Minute] = []
    began = time.monotonic()
    for number in range(1, count + 1):
        ends_in = began + number * _MINUTE_S - time.monotonic()
        failed, _ = await asyncio.wait(
            citizens, timeout=ends_in, return_when=asyncio.FIRST_COMPLETED
        )
        for citizen in failed:
            citizen.result()
        minutes.append({role: rss_mb(pids) for role, pids in stack.pids().items()})
    return minutes


def growth(minutes: Sequence[Minute]) -> Figures:
    """By role: the mean of the second sixth of the time, that of the last, and what lies between.

    In the first sixth caches fill and allocators settle.
    """
    part = max(1, len(minutes) // 6)
    figures: Figures = {}
    for role in ("app", "rasa"):
        early = fmean(minute[role] for minute in minutes[part : 2 * part])
        last = fmean(minute[role] for minute in minutes[-part:])
        figures |= {
            f"steady_{role}_mb_early": early,
            f"steady_{role}_mb_late": last,
            f"steady_{role}_growth_percent": (last - early) / early * 100,
        }
    return figures
