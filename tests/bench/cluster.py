"""What further pairs of application and Rasa add, on PostgreSQL behind nginx."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from itertools import cycle

from tests.bench.crowds import crowd_figures
from tests.bench.figures import Figures
from tests.bench.memory import rss_mb
from tests.bench.plan import Plan
from tests.bench.product import talk_of
from tests.bench.questions import questions
from tests.bench.turns import Talk, one_user
from tests.chat_client import ChatClient
from tests.cluster import Cluster, running_cluster

_ADDRESSES = 100


def cluster_figures(plan: Plan) -> Figures:
    """The crowds' speed by number of pairs; raises StackFailed or WithoutRasa."""
    figures: Figures = {}
    for pairs in plan.pairs:
        with running_cluster(pairs) as cluster:
            figures |= asyncio.run(_crowds(cluster, plan, questions(), f"pairs{pairs}_"))
    return figures


async def _crowds(cluster: Cluster, plan: Plan, asked: Sequence[str], prefix: str) -> Figures:
    async with AsyncExitStack() as stack:
        # nginx limits what one address may ask: citizens have an address each.
        asking = [ChatClient(cluster.url, f"127.0.1.{number + 1}") for number in range(_ADDRESSES)]
        clients = cycle([await stack.enter_async_context(client) for client in asking])

        def new_talk() -> Talk:
            return talk_of(next(clients))

        # nginx gives the turns to all in turn: each process is warmed up.
        await one_user(new_talk, asked, plan.warm_up * len(cluster.applications))
        figures = await crowd_figures(new_talk, asked, plan, prefix)
    memory = [rss_mb(pids) for pids in cluster.pids().values()]
    return {**figures, f"{prefix}rss_mb": sum(memory)}
