"""How long the console's queue takes with many tickets."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
from sqlalchemy import create_engine, insert, text

from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.models import Ticket, now
from bot.storage.search import search_text
from bot.tickets.kinds import SETTLED, Category, Kind, State
from bot.tickets.views import Cursor
from nlu.evaluation.scoring import percentile
from nlu.text.variety import VARIETIES
from tests import postgres
from tests.bench.figures import Figures
from tests.bench.plan import Plan
from tests.stack import StackFailed, running_application

_BATCH = 10_000
_COUNTRIES = ("FR", "ES", "NL", "BE", "IT", "DE", "CA")
_USERNAME = "bench"
_LINE = '<th scope="row"><a'
"""Every list begins its lines so."""


def queue_figures(plan: Plan) -> Figures:
    """The p95 of each kind of page, by database and number of tickets; raises StackFailed."""
    return {
        f"{name}_p95_ms_{database}{tickets}": p95
        for database, serving in SERVERS.items()
        for tickets in plan.tickets
        for name, p95 in _p95s(serving, tickets, plan.queue_pages).items()
    }


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="jisr-bench-") as folder:
        yield f"sqlite:///{folder}/jisr.db"


@contextmanager
def _postgresql() -> Iterator[str]:
    with (
        tempfile.TemporaryDirectory(prefix="jisr-bench-") as folder,
        postgres.server(Path(folder)) as url,
    ):
        yield url


SERVERS: Mapping[str, Callable[[], AbstractContextManager[str]]] = {
    "": _sqlite,
    **({"postgresql_": _postgresql} if postgres.binaries() else {}),
}


def addresses(tickets: int) -> Mapping[str, str]:
    """What is measured: the first page, one from the middle of all, a word that every ticket
    holds, two filters on the longest of the queues that are to be worked off, the queue that has
    to be computed without and with words, everybody's shift sheet, and the workload."""
    middle = Cursor("after", 0, now() - timedelta(minutes=tickets // 2), tickets // 2)
    return {
        "queue_page": "",
        "queue_far_page": f"?{urlencode(middle.written())}",
        "queue_search": "?words=passport",
        "queue_filter": "?queue=unassigned&variety=ary&country=NL&order=target",
        "queue_overdue": "?queue=overdue",
        "queue_overdue_search": "?queue=overdue&words=nobody+answers",
        "shift_sheet": "/shift?whose=all",
        "workload": "/workload",
    }


def _p95s(
    serving: Callable[[], AbstractContextManager[str]], tickets: int, pages: int
) -> dict[str, float | None]:
    with serving() as url:
        migrate(url)
        password = asyncio.run(account(url))
        seed(url, tickets)
        with running_application(url) as stack:
            times = asyncio.run(_times(stack.url, password, pages, addresses(tickets)))
            return {name: percentile(each, 95) for name, each in times.items()}


async def account(url: str) -> str:
    """The password of a new supervisor."""
    database = Database(url)
    try:
        return await create_staff(database, _USERNAME, role="supervisor")
    finally:
        await database.close()


def synchronous(url: str) -> str:
    """The address with the driver for plain code."""
    return url.replace("postgresql:", "postgresql+psycopg:")


def seed(url: str, tickets: int) -> None:
    """Writes so many tickets of every kind, state, category, country and age."""
    engine = create_engine(synchronous(url))
    with engine.begin() as connection:
        for first in range(0, tickets, _BATCH):
            batch = range(first, min(first + _BATCH, tickets))
            connection.execute(insert(Ticket), [ticket(number) for number in batch])
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))  # a server does so by itself after a while
    engine.dispose()


def ticket(number: int) -> dict[str, Any]:
    """The row of the ticket of that number."""
    opened = now() - timedelta(minutes=number)
    kinds, states, categories = list(Kind), list(State), list(Category)
    row = Ticket(
        acknowledge_by=opened + timedelta(days=15),
        answer_by=opened + timedelta(days=60),
        reference=f"MDM-{2026 - number // 1_000_000}-{number % 1_000_000:06}",
        code=f"{number:06}",
        kind=kinds[number % len(kinds)],
        state=states[number % len(states)],
        category=categories[number % len(categories)],
        country=_COUNTRIES[number % len(_COUNTRIES)],
        description=f"Ticket {number}: passport not received, nobody answers. " * 4,
        lang=VARIETIES[number % len(VARIETIES)],
        opened_by_turn=f"bench:{number}",
        consented_at=opened,
        created_at=opened,
        updated_at=opened,
        settled_at=opened if states[number % len(states)] in SETTLED else None,
    )
    row.search_text = search_text(row)
    return row.model_dump(exclude={"id"})


async def _times(
    url: str, password: str, pages: int, addresses: Mapping[str, str]
) -> dict[str, list[float]]:
    jar = aiohttp.CookieJar(unsafe=True)  # cookies of an IP address
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        await sign_in(session, url, password)
        times = {}
        for name, address in addresses.items():
            await page_ms(session, f"{url}/staff{address}", _LINE)
            times[name] = [
                await page_ms(session, f"{url}/staff{address}", _LINE) for _ in range(pages)
            ]
        return times


async def sign_in(session: aiohttp.ClientSession, url: str, password: str) -> None:
    """Signs the supervisor in; raises StackFailed."""
    form = {"username": _USERNAME, "password": password}
    async with session.post(f"{url}/staff/sign-in", data=form) as answer:
        if answer.status != 200:
            raise StackFailed(f"signing in to the console: {answer.status}")


async def page_ms(session: aiohttp.ClientSession, address: str, mark: str) -> float:
    """The milliseconds of a page that holds the mark; raises StackFailed."""
    began = time.perf_counter()
    async with session.get(address, allow_redirects=False) as answer:
        page = await answer.text()
    took_ms = (time.perf_counter() - began) * 1000
    if answer.status != 200 or mark not in page:
        raise StackFailed(f"{address}: {answer.status}, without {mark}")
    return took_ms
