"""How much is measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """The numbers behind the figures: `make bench` takes the defaults."""

    warm_up: int = 20
    turns: int = 200
    crowds: tuple[int, ...] = (20,)  # users at once
    seconds: float = 20.0  # of each crowd
    long_turns: int = 505  # of one conversation
    queue_pages: int = 30
    tickets: tuple[int, ...] = (100_000,)
    messages: int = 5_000_000  # beside 100,000 tickets
    archive_pages: int = 20  # of each kind beside them; the dashboard takes seconds
    widget_loads: int = 9
    pairs: tuple[int, ...] = (1, 2, 4)  # of application and Rasa behind nginx
    steady_minutes: int = 60


LONG = Plan(
    turns=1_000,
    crowds=(1, 20, 100),
    seconds=30.0,
    long_turns=1_005,
    queue_pages=100,
)
