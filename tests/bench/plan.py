"""How much is measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """The numbers behind the figures: `make bench` takes the defaults."""

    warm_up: int = 20
    turns: int = 200
    users: int = 20
    seconds: float = 20.0
    queue_pages: int = 30
    tickets: tuple[int, ...] = (100_000,)
    widget_loads: int = 9
    whole_stock_history: bool = False  # run all 505 turns of the long conversation (10 minutes)


LONG = Plan(
    turns=2_000,
    seconds=120.0,
    queue_pages=200,
    tickets=(100_000, 1_000_000),
    whole_stock_history=True,
)
