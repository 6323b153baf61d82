"""The figures of the running product, through the chat API."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Sequence

from nlu.evaluation.scoring import percentile
from tests.bench.crowds import crowd_figures
from tests.bench.figures import Figures
from tests.bench.memory import rss_mb
from tests.bench.plan import Plan
from tests.bench.questions import questions
from tests.bench.turns import Talk, flatness, one_conversation, one_user
from tests.chat_client import Answer, ChatClient
from tests.stack import (
    READY_S,
    Stack,
    running_stack,
    starting_stack,
    wait_until,
    wait_until_open,
)

_FIRST_TRIES = 200
_PAUSE_S = 0.1


class WithoutRasa(RuntimeError):
    """A turn was answered without Rasa: its time would say nothing."""


def product_figures(plan: Plan) -> Figures:
    """Turns, memory and the second start; raises StackFailed or WithoutRasa."""
    with tempfile.TemporaryDirectory(prefix="jisr-bench-") as folder:
        url = f"sqlite:///{folder}/jisr.db"
        with running_stack(url) as stack:
            figures = asyncio.run(_turns(stack, plan, questions()))
        with starting_stack(url) as stack:
            figures |= _start(stack)
    return figures


def _start(stack: Stack) -> Figures:
    """What a second start is spent on: seconds from the command to each of its stations."""
    wait_until(stack, "healthz", READY_S)
    alive = time.monotonic() - stack.started  # knowledge loaded, citizens answered by search
    wait_until_open(stack.rasa_port, READY_S)
    imported = time.monotonic() - stack.started  # Rasa and its libraries imported
    wait_until(stack, "readyz", READY_S)
    loaded = time.monotonic() - stack.started  # the model loaded
    return {
        "start_s": asyncio.run(_start_s(stack)),
        "start_application_s": alive,
        "start_rasa_imported_s": imported,
        "start_model_loaded_s": loaded,
    }


async def _turns(stack: Stack, plan: Plan, asked: Sequence[str]) -> Figures:
    async with ChatClient(stack.url) as client:

        def new_talk() -> Talk:
            return talk_of(client)

        await one_user(new_talk, asked, plan.warm_up)
        times = await one_user(new_talk, asked, plan.turns)
        crowds = await crowd_figures(new_talk, asked, plan)
        long = await one_conversation(new_talk(), asked, plan.long_turns)
    pids = stack.pids()
    return {
        "turn_p50_ms": percentile(times, 50),
        "turn_p95_ms": percentile(times, 95),
        **crowds,
        "flatness": flatness(long),
        "rasa_rss_mb": rss_mb(pids["rasa"]),
        "app_rss_mb": rss_mb(pids["app"]),
    }


def talk_of(client: ChatClient) -> Talk:
    """A new conversation; a turn of it raises WithoutRasa where Rasa did not understand it."""
    conversation = client.conversation()

    async def talk(text: str) -> None:
        answer = await conversation.say(text)
        if not from_rasa(answer):
            raise WithoutRasa(text)

    return talk


def from_rasa(answer: Answer) -> bool:
    """Whether Rasa understood the turn: without it nothing is classified, confidence is 0."""
    return bool(answer["understood"]["confidence"] > 0)


async def _start_s(stack: Stack) -> float:
    """Seconds from the command to the first answer that Rasa understood."""
    async with ChatClient(stack.url) as client:
        for _ in range(_FIRST_TRIES):
            if from_rasa(await client.conversation().say("bonjour")):
                return time.monotonic() - stack.started
            await asyncio.sleep(_PAUSE_S)
    raise WithoutRasa("the first turns after the start")
