"""Turns are counted, timed and compared as the figures say."""

from __future__ import annotations

import asyncio

import pytest

from nlu.evaluation.cases import Case
from tests.bench.questions import mixed
from tests.bench.turns import (
    EARLY,
    REPEATED,
    Talk,
    flatness,
    late,
    many_users,
    one_conversation,
    one_user,
)


class Assistant:
    """Takes every turn, and remembers which conversation said what."""

    def __init__(self) -> None:
        self.conversations: list[list[str]] = []

    def new_talk(self) -> Talk:
        said: list[str] = []
        self.conversations.append(said)

        async def talk(text: str) -> None:
            said.append(text)
            await asyncio.sleep(0.001)

        return talk


async def test_one_user_asks_in_conversations_of_ten() -> None:
    assistant = Assistant()
    times = await one_user(assistant.new_talk, ["a", "b", "c"], 12)
    assert len(times) == 12
    held = [said for said in assistant.conversations if said]
    assert [len(said) for said in held] == [10, 2]
    assert held[0][:4] == ["a", "b", "c", "a"]


async def test_a_long_conversation_repeats_five_questions() -> None:
    assistant = Assistant()
    questions = list("abcdefg")
    times = await one_conversation(assistant.new_talk(), questions, 7)
    assert len(times) == 7
    assert assistant.conversations == [list("abcdeab")]


async def test_many_users_each_have_conversations_of_their_own() -> None:
    assistant = Assistant()
    crowd = await many_users(assistant.new_talk, ["a"], users=3, seconds=0.05)
    assert len(crowd.times) == sum(map(len, assistant.conversations))
    assert crowd.turns_per_s == pytest.approx(len(crowd.times) / crowd.seconds)
    assert max(map(len, assistant.conversations)) <= 10


def test_flatness_is_late_over_early() -> None:
    times = [10.0] * 505
    for turn in late(505):
        times[turn - 1] = 25.0
    times[0] = 900.0  # the first turn is in neither
    assert flatness(times) == 2.5


@pytest.mark.parametrize(("turns", "around"), [(505, 500), (1_005, 1_000)])
def test_early_and_late_turns_ask_the_same_questions(turns: int, around: int) -> None:
    assert 5 in EARLY
    assert around in late(turns)
    assert late(turns).start % REPEATED == 1  # the cycle begins anew: copied turns may stand before
    places = [sorted((turn - 1) % REPEATED for turn in window) for window in (EARLY, late(turns))]
    assert places[0] == places[1]


def test_questions_of_the_varieties_come_in_turn() -> None:
    cases = [
        Case(str(number), lang, f"{lang}{number}", "ask_programme")
        for lang in ("ar", "fr")
        for number in range(2)
    ]
    cases.append(Case("9", "fr", "merci", "thank"))
    assert mixed(cases, ["fr", "ar"]) == ["fr0", "ar0", "fr1", "ar1"]
