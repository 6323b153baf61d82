from __future__ import annotations

import pytest

from bot.errors import TooManyTries
from bot.tickets.guesses import IN_A_ROW, WAIT_S, Guesses


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guesses(clock: Clock) -> Guesses:
    return Guesses("ticket", clock)


def guess(guesses: Guesses, *names: str, times: int = IN_A_ROW) -> None:
    for _ in range(times):
        guesses.attempt(*names)


def test_five_tries_in_a_row_have_to_wait_and_then_go_on(guesses: Guesses, clock: Clock) -> None:
    guess(guesses, "reference:1")
    with pytest.raises(TooManyTries) as refusal:
        guesses.attempt("reference:1")
    assert refusal.value.fields == {"seconds": int(WAIT_S)}
    clock.seconds += WAIT_S
    guesses.attempt("reference:1")


def test_whoever_tries_many_references_has_to_wait(guesses: Guesses) -> None:
    for number in range(IN_A_ROW):
        guesses.attempt(f"reference:{number}", "asker:me")
    with pytest.raises(TooManyTries):
        guesses.attempt("reference:99", "asker:me")
    guesses.attempt("reference:99", "asker:somebody else")


def test_the_right_code_starts_afresh(guesses: Guesses) -> None:
    guess(guesses, "reference:1", times=IN_A_ROW - 1)
    guesses.accepted("reference:1")
    guess(guesses, "reference:1", times=IN_A_ROW - 1)
    guesses.attempt("reference:1")


def test_a_refused_try_does_not_lengthen_the_wait(guesses: Guesses, clock: Clock) -> None:
    guess(guesses, "reference:1")
    clock.seconds += WAIT_S - 1
    with pytest.raises(TooManyTries):
        guesses.attempt("reference:1")
    clock.seconds += 1
    guesses.attempt("reference:1")
