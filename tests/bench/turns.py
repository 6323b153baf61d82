"""Turns, timed: of one user, of many at once, of one long conversation.

The same code talks to the product and to the stock assistant: a `Talk` is one turn of one
conversation, a `NewTalk` opens a conversation.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median

Talk = Callable[[str], Awaitable[None]]
NewTalk = Callable[[], Talk]

TURNS_A_CONVERSATION = 10
EARLY = range(2, 12)  # around turn 5
REPEATED = 5


@dataclass(frozen=True)
class Crowd:
    """What many users met: the milliseconds of each turn, and the seconds that it went on."""

    times: Sequence[float]
    seconds: float

    @property
    def turns_per_s(self) -> float:
        """The turns of all users together in a second."""
        return len(self.times) / self.seconds


async def one_user(new_talk: NewTalk, questions: Sequence[str], turns: int) -> list[float]:
    """The milliseconds of so many turns one after the other, in conversations of ten turns."""
    times: list[float] = []
    talk = new_talk()
    for number, question in enumerate(islice(cycle(questions), turns)):
        if number % TURNS_A_CONVERSATION == 0:
            talk = new_talk()
        times.append(await timed(talk, question))
    return times


async def many_users(
    new_talk: NewTalk, questions: Sequence[str], users: int, seconds: float
) -> Crowd:
    """So many users at once, each asking again as soon as the answer is there."""
    began = time.perf_counter()
    deadline = began + seconds
    asking = iter(cycle(questions))
    asked = await asyncio.gather(*(_user(new_talk, asking, deadline) for _ in range(users)))
    return Crowd([took for times in asked for took in times], time.perf_counter() - began)


async def _user(new_talk: NewTalk, asking: Iterator[str], deadline: float) -> list[float]:
    times: list[float] = []
    while time.perf_counter() < deadline:
        talk = new_talk()
        for _ in range(TURNS_A_CONVERSATION):
            times.append(await timed(talk, next(asking)))
            if time.perf_counter() >= deadline:
                break
    return times


async def one_conversation(talk: Talk, questions: Sequence[str], turns: int) -> list[float]:
    """The milliseconds of each turn of one conversation that repeats five questions."""
    asked = islice(cycle(questions[:REPEATED]), turns)
    return [await timed(talk, question) for question in asked]


def late(turns: int) -> range:
    """The last ten of so many turns: the same questions as EARLY, five of them being repeated."""
    return range(turns - len(EARLY) + 1, turns + 1)


def flatness(times: Sequence[float]) -> float:
    """How much longer a turn takes at the end than around turn 5 (1.0 = no longer)."""
    last = median(times[turn - 1] for turn in late(len(times)))
    return last / median(times[turn - 1] for turn in EARLY)


async def timed(talk: Talk, question: str) -> float:
    """The milliseconds of one turn."""
    began = time.perf_counter()
    await talk(question)
    return (time.perf_counter() - began) * 1000
