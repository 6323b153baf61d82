"""Speed by the number of citizens who talk at once."""

from __future__ import annotations

from collections.abc import Sequence

from nlu.evaluation.scoring import percentile
from tests.bench.figures import Figures
from tests.bench.plan import Plan
from tests.bench.turns import NewTalk, many_users


async def crowd_figures(
    new_talk: NewTalk, asked: Sequence[str], plan: Plan, prefix: str = ""
) -> Figures:
    """Turns a second, and p50 and p95 of a turn, for each of the plan's numbers of users."""
    figures: Figures = {}
    for users in plan.crowds:
        crowd = await many_users(new_talk, asked, users, plan.seconds)
        figures |= {
            f"{prefix}turns_per_s_{users}": crowd.turns_per_s,
            f"{prefix}p50_ms_{users}": percentile(crowd.times, 50),
            f"{prefix}p95_ms_{users}": percentile(crowd.times, 95),
        }
    return figures
