"""Walks, as many as it takes to send so many requests."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.contract import PUBLIC, Contract, read_document
from tests.fuzz.inputs import Step, walks
from tests.fuzz.walking import Ids, Tally, Walker, Wire, neighbour

_WALKS_A_BATCH = 100


_FIND = (Phase.generate,)


def fuzz(url: str, count: int, start: int, tally: Tally, *, shorten: bool = False) -> None:
    """Sends at least `count` requests; the same `start` sends the same ones.

    Raises what a property was broken with, at the first walk that breaks it; with `shorten`
    Hypothesis makes that walk as short as it can in five minutes.
    """
    contract = Contract(read_document(PUBLIC))
    wire = Wire(url, contract, tally)
    try:
        ids = Ids(random.Random(start))  # noqa: S311 the same again for the same start
        beside = neighbour(wire, ids)

        def walk(steps: Sequence[Step]) -> None:
            Walker(wire, tally, ids, beside).walk(steps)

        batch = 0
        while tally.requests < count:
            _batch(walk, start + batch, (*_FIND, Phase.shrink) if shorten else _FIND)
            batch += 1
    finally:
        wire.close()


def _batch(walk: object, start: int, phases: Sequence[Phase]) -> None:
    sized = settings(
        max_examples=_WALKS_A_BATCH,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    run = sized(seed(start)(given(walks)(walk)))  # type: ignore[arg-type]
    run()
