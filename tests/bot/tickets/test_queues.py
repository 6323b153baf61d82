"""What stands in which queue, in which order, and who does not see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import Forwarding, Ticket
from bot.storage.search import search_text
from bot.tickets.clock import Standing
from bot.tickets.queues import PAGE_SIZE, Group, QueuePage, Queues
from bot.tickets.views import Cursor, Filters, Order, Queue, View

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)  # a Thursday
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Viewer:
    staff_id: int = 1
    service: str | None = None


ME = Viewer()


@pytest.fixture
async def queues(database: Database) -> Queues:
    for username in ("salma", "omar"):
        await create_staff(database, username, password="a long pass phrase")
    return Queues(database)


def ticket(number: int, **changes: Any) -> Ticket:
    opened = NOW - timedelta(hours=100 - number)
    row = Ticket(
        **{
            "reference": f"MDM-2026-{number:06}",
            "code": "ABC234",
            "kind": "complaint",
            "description": "Passeport non reçu",
            "lang": "fr",
            "opened_by_turn": f"web:{number}",
            "created_at": opened,
            "acknowledge_by": NOW + 15 * DAY,
            "answer_by": NOW + 60 * DAY,
            **changes,
        }
    )
    row.search_text = search_text(row)
    return row


async def keep(database: Database, *tickets: Ticket) -> None:
    async with database.writing() as session:
        for each in tickets:
            session.add(each)
            await session.flush()


def numbers(page: QueuePage) -> list[int]:
    return [int(row.reference[-6:]) for row in page.rows]


async def shown(queues: Queues, view: View, viewer: Viewer = ME) -> list[int]:
    return numbers(await queues.page(viewer, view, NOW))


SETTLED = {"state": "closed", "settled_at": NOW - DAY}
LATE = {"acknowledge_by": NOW - DAY}


async def test_each_queue_holds_its_tickets_and_counts_them(queues: Queues, database: Database):
    async with database.writing() as session:
        session.add(ticket(1, assignee_id=1))
        session.add(ticket(2, assignee_id=2, **LATE))
        session.add(ticket(3, acknowledged_at=NOW - DAY, answer_by=NOW + timedelta(hours=2)))
        session.add(ticket(4, state="waiting_citizen", stopped_at=NOW - DAY, **LATE))
        session.add(ticket(5, state="waiting_third_party", assignee_id=2))
        session.add(ticket(6, state="open", assignee_id=2))
        session.add(ticket(7, assignee_id=1, **SETTLED, **LATE))
        session.add(
            ticket(8, assignee_id=2, kind="suggestion", acknowledged_at=NOW, answer_by=NOW - DAY)
        )
        session.add(ticket(9, assignee_id=2, acknowledged_at=NOW - DAY, answer_by=NOW - DAY))
        await session.flush()
        sixth = (await session.get(Ticket, 6)) or ticket(6)
        session.add(Forwarding(ticket_id=sixth.id or 0, body="ANCFCC", staff_id=1))
        session.add(Forwarding(ticket_id=1, body="ANCFCC", staff_id=1, ended_at=NOW))
    expected = {
        Queue.MINE: [1],
        Queue.UNASSIGNED: [3, 4],
        Queue.DUE_SOON: [3],
        Queue.OVERDUE: [2, 9],
        Queue.WAITING: [4],
        Queue.FORWARDED: [5, 6],
        Queue.ALL: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    }
    found = {queue: await shown(queues, View(queue, order=Order.OLDEST)) for queue in Queue}
    assert found == expected
    assert await queues.counts(ME, NOW) == {queue: len(each) for queue, each in expected.items()}


async def test_a_row_says_how_it_stands_and_whose_it_is(queues: Queues, database: Database):
    await keep(database, ticket(1, assignee_id=2, **LATE), ticket(2, **SETTLED))
    page = await queues.page(ME, View(order=Order.OLDEST), NOW)
    assert [row.assignee for row in page.rows] == ["omar", None]
    assert [page.standing(row) for row in page.rows] == [Standing.OVERDUE, Standing.SETTLED]


async def test_urgent_tickets_are_on_top_of_every_queue_but_all(queues: Queues, database: Database):
    await keep(
        database,
        ticket(1),
        ticket(2, priority="urgent", answer_by=NOW + 90 * DAY, acknowledge_by=NOW + 90 * DAY),
        ticket(3, priority="high"),
    )
    for order, expected in (
        (Order.NEWEST, [2, 3, 1]),
        (Order.OLDEST, [2, 1, 3]),
        (Order.TARGET, [2, 1, 3]),
    ):
        assert await shown(queues, View(Queue.UNASSIGNED, order=order)) == expected
    assert await shown(queues, View()) == [3, 2, 1]


@pytest.mark.parametrize("queue", [Queue.ALL, Queue.UNASSIGNED])
@pytest.mark.parametrize("order", list(Order))
async def test_pages_hold_every_ticket_once_there_and_back(
    queues: Queues, database: Database, queue: Queue, order: Order
):
    """Also where many were opened at the same moment."""
    count = 2 * PAGE_SIZE + 7
    await keep(
        database,
        *(
            ticket(number, created_at=NOW, priority="urgent" if number % 3 else "normal")
            for number in range(1, count + 1)
        ),
    )
    view = View(queue, order=order)
    pages = [await queues.page(ME, view, NOW)]
    while following := pages[-1].next:
        pages.append(await queues.page(ME, view, NOW, following))
    assert [len(page.rows) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 7]
    assert sorted(number for page in pages for number in numbers(page)) == list(range(1, count + 1))
    back = [pages[-1]]
    while earlier := back[-1].previous:
        back.append(await queues.page(ME, view, NOW, earlier))
    assert [numbers(page) for page in back[::-1]] == [numbers(page) for page in pages]


async def test_a_new_ticket_moves_no_page_on(queues: Queues, database: Database):
    await keep(database, *(ticket(number) for number in range(1, 2 * PAGE_SIZE + 1)))
    first = await queues.page(ME, View(), NOW)
    await keep(database, ticket(90))
    second = await queues.page(ME, View(), NOW, first.next)
    assert numbers(second) == list(range(PAGE_SIZE, 0, -1))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(state="open"), [2]),
        (Filters(kind="question"), [3]),
        (Filters(category="customs"), [1]),
        (Filters(country="NL"), [2]),
        (Filters(variety="ary-Latn"), [2]),
        (Filters(priority="high"), [3]),
        (Filters(assignee="me"), [1]),
        (Filters(assignee="2"), [2]),
        (Filters(assignee="nobody"), [3]),
        (Filters(since=date(2026, 11, 22), until=date(2026, 11, 22)), [1, 2]),
        (Filters(since=date(2026, 11, 23)), [3]),
        (Filters(country="NL", kind="question"), []),
        (Filters(words="passeport", country="NL"), [2]),
        (Filters(words="MDM 2026 3"), [3]),
        (Filters(words="3"), [3]),
    ],
)
async def test_filters(queues: Queues, database: Database, filters: Filters, expected: list[int]):
    day = datetime(2026, 11, 22, 0, tzinfo=UTC)
    await keep(
        database,
        ticket(1, category="customs", assignee_id=1, created_at=day),
        ticket(2, state="open", country="NL", lang="ary-Latn", assignee_id=2, created_at=day),
        # In Casablanca the next day has begun.
        ticket(3, kind="question", priority="high", created_at=day + timedelta(hours=23)),
    )
    assert await shown(queues, View(filters=filters, order=Order.OLDEST)) == expected


async def test_the_wall_hides_a_ticket_from_its_own_service_everywhere(
    queues: Queues, database: Database
):
    walled = {"service": "Consulat de Lille", "walled": True}
    await keep(
        database,
        ticket(1, **walled, priority="urgent", **LATE),
        ticket(2, service="Consulat de Lille"),
        ticket(3, walled=True),
    )
    kept_away, other = Viewer(service="Consulat de Lille"), Viewer(service="Consulat de Lyon")
    for view in (
        View(order=Order.OLDEST),
        View(Queue.UNASSIGNED, order=Order.TARGET),
        View(filters=Filters(words="passeport"), order=Order.OLDEST),
    ):
        assert await shown(queues, view, kept_away) == [2, 3]
        assert await shown(queues, view, other) == [1, 2, 3]
        assert await shown(queues, view) == [1, 2, 3]
    by_reference = View(filters=Filters(words="MDM-2026-000001"))
    assert await shown(queues, by_reference, kept_away) == []
    assert await shown(queues, by_reference, other) == [1]
    counts = await queues.counts(kept_away, NOW)
    assert (counts[Queue.ALL], counts[Queue.UNASSIGNED], counts[Queue.OVERDUE]) == (2, 2, 0)
    sheet = await queues.sheet(kept_away, NOW, everyone=True)
    assert [numbers(page) for page in sheet.values()] == [[], [], [], [], []]


async def test_a_shift_sheet_of_ones_own_and_of_everyones(queues: Queues, database: Database):
    today = {"acknowledged_at": NOW - DAY, "answer_by": NOW + timedelta(hours=20)}
    tomorrow = {"acknowledged_at": NOW - DAY, "answer_by": NOW + timedelta(hours=30)}
    await keep(
        database,
        ticket(1, assignee_id=1, **LATE),
        ticket(2, assignee_id=2, **LATE),
        ticket(3, assignee_id=1, **today),
        ticket(4, assignee_id=1, **tomorrow),
        ticket(5, assignee_id=1, state="waiting_citizen", stopped_at=NOW),
        ticket(6, assignee_id=2, state="waiting_third_party"),
        ticket(7, priority="urgent"),
        ticket(8, priority="urgent", **SETTLED),
    )
    own = {group: numbers(page) for group, page in (await queues.sheet(ME, NOW)).items()}
    assert own == {
        Group.URGENT_UNASSIGNED: [7],
        Group.BREACHED: [1],
        Group.DUE_TODAY: [3],
        Group.WAITING_CITIZEN: [5],
        Group.WAITING_OTHERS: [],
    }
    everyones = await queues.sheet(ME, NOW, everyone=True)
    assert numbers(everyones[Group.BREACHED]) == [1, 2]
    assert numbers(everyones[Group.WAITING_OTHERS]) == [6]


def test_a_view_and_a_cursor_are_read_as_they_were_written():
    view = View(
        Queue.OVERDUE,
        Filters(words="na9l", country="FR", since=date(2026, 1, 2), assignee="7"),
        Order.TARGET,
    )
    assert View.read(view.written()) == view
    assert View().written() == {}
    cursor = Cursor("before", 1, NOW, 42)
    assert Cursor.read(cursor.written()) == cursor
    assert Cursor.read({}) is None
