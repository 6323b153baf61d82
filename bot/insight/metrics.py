"""GET /metrics: the process's own counts and what waits in the database, in Prometheus's format.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.database import Database
from bot.storage.models import Mail, OutboxMessage, TelegramUpdate, Ticket, now
from bot.tickets.calendar import load_calendar
from bot.tickets.clock import Standing
from bot.tickets.standings import stands

# What waits for somebody or something: (name, table, since when each row waits).
_WAITING: tuple[tuple[str, Any, Any], ...] = (
    ("outbox", OutboxMessage, OutboxMessage.created_at),
    ("inbox", TelegramUpdate, TelegramUpdate.received_at),
    ("mail", Mail, Mail.created_at),
)
_STANDINGS = (Standing.DUE_SOON, Standing.OVERDUE, Standing.BREACHED)


class Metrics:
    """Answers Prometheus. The counts of the database are read anew each time, in five queries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def show(self, _request: web.Request) -> web.Response:
        """GET /metrics."""
        at = now()
        registry = CollectorRegistry()
        async with self._database.reading() as session:
            waiting = {name: await _waiting(session, *queue) for name, *queue in _WAITING}
            tickets = await _tickets(session, at)
        registry.register(_Vitals(waiting, tickets, at))
        text = generate_latest(REGISTRY) + generate_latest(registry)
        return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE_LATEST})


class _Vitals(Collector):
    def __init__(
        self,
        waiting: Mapping[str, tuple[int, datetime | None]],
        tickets: Mapping[str, int],
        at: datetime,
    ) -> None:
        self._waiting = waiting
        self._tickets = tickets
        self._at = at

    def collect(self) -> Iterator[GaugeMetricFamily]:
        number = GaugeMetricFamily("jisr_waiting", "Rows that wait", labels=["queue"])
        age = GaugeMetricFamily("jisr_waiting_seconds", "Age of the oldest", labels=["queue"])
        for name, (count, oldest) in self._waiting.items():
            number.add_metric([name], count)
            age.add_metric([name], (self._at - oldest).total_seconds() if oldest else 0.0)
        standing = GaugeMetricFamily("jisr_tickets", "Tickets by standing", labels=["standing"])
        for name, count in self._tickets.items():
            standing.add_metric([name], count)
        yield from (number, age, standing)


async def _waiting(session: AsyncSession, table: Any, since: Any) -> tuple[int, datetime | None]:
    query: Any = select(func.count(), func.min(since)).where(col(table.state) == "pending")
    count, oldest = (await session.exec(query)).one()
    return count, oldest


async def _tickets(session: AsyncSession, at: datetime) -> Mapping[str, int]:
    calendar = await load_calendar(session, None)
    numbers: list[Any] = [
        func.count().filter(stands(standing, at, calendar)) for standing in _STANDINGS
    ]
    query: Any = select(func.count(), *numbers).where(col(Ticket.settled_at).is_(None))
    counted = (await session.exec(query)).one()
    return dict(zip(("open", *_STANDINGS), counted, strict=True))
