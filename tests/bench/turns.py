"""Turns, timed: of one user, of many at once, of one long conversation.

The same code talks to the product and to the stock assistant: a `Talk` is one turn of one
conversation, a `NewTalk` opens a conversation.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from itertools import count, cycle, islice
from statistics import median

Talk = Callable[[str], Awaitable[None]]
NewTalk = Callable[[], Talk]

TURNS_A_CONVERSATION = 10
EARLY = range(2, 12)  # around turn 5
LATE = range(496, 506)  # around turn 500; the same questions, if five or ten of them are repeated
REPEATED = 5
LONG_TURNS = LATE.stop - 1


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
) -> float:
    """Turns a second of so many users, each asking again as soon as the answer is there."""
    began = time.perf_counter()
    deadline = began + seconds
    counter = count()
    asking = iter(cycle(questions))
    await asyncio.gather(*(_user(new_talk, asking, deadline, counter) for _ in range(users)))
    return next(counter) / (time.perf_counter() - began)


async def _user(
    new_talk: NewTalk, asking: Iterator[str], deadline: float, counter: Iterator[int]
) -> None:
    while time.perf_counter() < deadline:
        talk = new_talk()
        for _ in range(TURNS_A_CONVERSATION):
            await talk(next(asking))
            next(counter)
            if time.perf_counter() >= deadline:
                return


async def one_conversation(talk: Talk, questions: Sequence[str], turns: int) -> list[float]:
    """The milliseconds of each turn of one conversation that repeats five questions."""
    asked = islice(cycle(questions[:REPEATED]), turns)
    return [await timed(talk, question) for question in asked]


def flatness(times: Sequence[float]) -> float:
    """How much longer a turn takes around turn 500 than around turn 5 (1.0 = no longer)."""
    late = median(times[turn - 1] for turn in LATE)
    return late / median(times[turn - 1] for turn in EARLY)


async def timed(talk: Talk, question: str) -> float:
    """The milliseconds of one turn."""
    began = time.perf_counter()
    await talk(question)
    return (time.perf_counter() - began) * 1000
