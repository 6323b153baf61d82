"""GET /metrics tells an operator how the bot does, and nothing that a citizen wrote."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.insight.metrics import Metrics
from bot.storage.database import Database
from tests.bot.conftest import Citizen
from tests.bot.rasa_stand_in import RasaStandIn

Read = Callable[[], Awaitable[dict[str, float]]]


@pytest.fixture
async def metrics(database: Database) -> AsyncIterator[Read]:
    """Reads the page: each sample by its name and labels."""
    app = web.Application()
    app.router.add_get("/metrics", Metrics(database).show)
    async with TestClient(TestServer(app)) as client:

        async def read() -> dict[str, float]:
            page = await (await client.get("/metrics")).text()
            return {
                " ".join([sample.name, *sample.labels.values()]): sample.value
                for family in text_string_to_metric_families(page)
                for sample in family.samples
            }

        yield read


async def test_a_turn_is_counted_and_timed_by_stage(citizen: Citizen, metrics: Read) -> None:
    before = await metrics()
    await citizen.says("salam, labas")
    after = await metrics()

    def more(sample: str) -> float:
        return after.get(sample, 0.0) - before.get(sample, 0.0)

    assert more("jisr_turns_total web False ary-Latn") == 1
    for stage in ("understanding", "keeping", "whole"):
        assert more(f"jisr_turn_seconds_count {stage}") == 1
    assert more("jisr_turns_unanswered_total ary-Latn unknown") == 0


async def test_a_turn_without_rasa_and_without_an_answer_is_told_apart(
    citizen: Citizen, rasa: RasaStandIn, metrics: Read
) -> None:
    rasa.status = 503
    before = await metrics()
    await citizen.says("vous vendez des trottinettes électriques ?")
    after = await metrics()
    for sample in ("jisr_turns_total web True fr", "jisr_turns_unanswered_total fr unknown"):
        assert after[sample] - before.get(sample, 0.0) == 1


async def test_an_empty_desk_waits_for_nothing(metrics: Read) -> None:
    samples = await metrics()
    waiting = {name: value for name, value in samples.items() if name.startswith("jisr_waiting")}
    assert set(waiting) == {
        f"jisr_waiting{unit} {queue}"
        for unit in ("", "_seconds")
        for queue in ("outbox", "inbox", "mail")
    }
    assert not any(waiting.values())
    assert samples["jisr_tickets breached"] == 0
