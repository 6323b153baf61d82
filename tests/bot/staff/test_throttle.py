from __future__ import annotations

import pytest

from bot.errors import TooManyAttempts
from bot.staff.throttle import FAILURES, LONGEST_WAIT_S, Throttle
from tests.bot.staff.conftest import Clock


def wait(throttle: Throttle, name: str = "salma") -> int:
    with pytest.raises(TooManyAttempts) as refused:
        throttle.attempt(name)
    return int(refused.value.fields["seconds"])


def fail(throttle: Throttle, times: int, name: str = "salma") -> None:
    for _ in range(times):
        throttle.attempt(name)


def test_each_failure_after_the_fifth_doubles_the_wait(clock: Clock):
    throttle = Throttle(clock)
    fail(throttle, FAILURES)
    waits = []
    for _ in range(8):
        waits.append(wait(throttle))
        clock.seconds += waits[-1]
        fail(throttle, 1)
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


def test_four_failures_cost_nothing(clock: Clock):
    throttle = Throttle(clock)
    fail(throttle, FAILURES)
    assert wait(throttle) == 30
    fail(throttle, FAILURES - 1, "omar")
    throttle.attempt("omar")


def test_asking_while_waiting_does_not_lengthen_the_wait(clock: Clock):
    throttle = Throttle(clock)
    fail(throttle, FAILURES)
    clock.seconds += 20
    assert [wait(throttle) for _ in range(10)] == [10] * 10


def test_an_hour_without_a_failure_and_all_is_forgotten(clock: Clock):
    throttle = Throttle(clock)
    fail(throttle, FAILURES)
    clock.seconds += 3599
    fail(throttle, 1)
    assert wait(throttle) == 60
    clock.seconds += 3600
    fail(throttle, FAILURES)
    assert wait(throttle) == 30


def test_the_right_answer_starts_afresh(clock: Clock):
    throttle = Throttle(clock)
    fail(throttle, FAILURES - 1)
    throttle.forget("salma")
    fail(throttle, FAILURES - 1)
    fail(throttle, 1)
    assert wait(throttle) == 30


def test_nobody_waits_longer_than_a_quarter_of_an_hour(clock: Clock):
    throttle = Throttle(clock)
    for _ in range(2000):
        fail(throttle, 1)
        clock.seconds += LONGEST_WAIT_S
    fail(throttle, 1)
    assert wait(throttle) == LONGEST_WAIT_S
