"""Two processes of each kind on PostgreSQL behind nginx; one of each is killed while people talk.

All run as the units of deploy/systemd confine them, as far as a test can (tests/deploy/sandbox.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime

import psycopg
import pytest

from bot.storage.database import Database
from bot.storage.leases import LENGTH
from bot.storage.models import now
from tests.chaos.invariants import breaches
from tests.chaos.load import Load
from tests.chaos.stored import read_stored
from tests.chat_client import ChatClient
from tests.cluster import Cluster, running_cluster
from tests.conftest import missing
from tests.deploy import sandbox
from tests.nginx import installed

_SEED = 20261127
_HEARD = 25
_PATIENCE_S = 120.0
_POLL_S = 0.2


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    if not installed():
        missing("nginx and openssl (apt-get install nginx openssl)")
    if not sandbox.available():
        missing("libseccomp and systemd-analyze (apt-get install systemd)")
    with running_cluster(pairs=2, confined=True) as running:
        yield running


async def test_a_process_of_each_kind_is_killed_and_nothing_acknowledged_is_lost(
    cluster: Cluster,
) -> None:
    database = Database(cluster.database_url)
    load = Load(cluster.url, database, _SEED, console_url=cluster.nginx.console_url)
    killed, rasa = cluster.applications[0], cluster.rasas[1]

    async def kill_in_the_middle() -> None:
        assert await load.heard(_HEARD, _PATIENCE_S)
        names = await _leases(cluster, now())
        assert names
        killed.kill()
        rasa.kill()
        moment = now()
        # The other application goes on, without its Rasa.
        assert await load.heard(_HEARD, _PATIENCE_S)
        await _all_held_since(cluster, names, moment)
        killed.start()
        rasa.start()
        for application in cluster.applications:
            await asyncio.to_thread(application.wait_until, "readyz")
        assert await load.heard(_HEARD, _PATIENCE_S)

    await load.during(kill_in_the_middle)
    assert breaches(load.ledger, await read_stored(database, cluster.files)) == []
    assert load.ledger.tickets()
    for application in cluster.applications:
        await _understands_again(application.url)
    await database.close()


async def _all_held_since(cluster: Cluster, names: set[str], moment: datetime) -> None:
    """Returns once each lease was taken or renewed after the moment: the killed process's too."""
    async with asyncio.timeout(_PATIENCE_S):
        while not names <= await _leases(cluster, moment + LENGTH):  # noqa: ASYNC110 rows
            await asyncio.sleep(_POLL_S)


async def _leases(cluster: Cluster, until: datetime) -> set[str]:
    """The leases that are held until then or longer."""
    async with await psycopg.AsyncConnection.connect(cluster.database_url) as connection:
        rows = await connection.execute("SELECT name FROM lease WHERE until > %s", (until,))
        return {name for (name,) in await rows.fetchall()}


async def _understands_again(url: str) -> None:
    async with ChatClient(url) as client, asyncio.timeout(_PATIENCE_S):
        while True:
            answer = await client.conversation().say("bonjour")
            if answer["understood"]["confidence"] > 0:
                return
