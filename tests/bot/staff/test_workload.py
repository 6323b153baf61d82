from __future__ import annotations

import re
from datetime import timedelta

from sqlmodel import select

from bot.storage.database import Database
from bot.storage.models import Ticket, now
from tests.bot.staff.conftest import Office
from tests.bot.staff.people import plain
from tests.bot.staff.seeding import seed
from tests.bot.staff.test_queue import counted_queries


async def change(database: Database, reference: str, **fields: object) -> None:
    async with database.writing() as session:
        ticket = (await session.exec(select(Ticket).where(Ticket.reference == reference))).one()
        for name, value in fields.items():
            setattr(ticket, name, value)


def row(page: str, name: str) -> list[int]:
    line = next(part for part in page.split("<tr") if f">{name}<" in part)
    return [int(number) for number in re.findall(r'class="number"[^>]*>(?:<b[^>]*>)?(\d+)', line)]


async def test_each_members_tickets_are_counted_by_what_they_ask(
    office: Office, database: Database
):
    omar = await office.member("omar", languages=["ary", "fr"])
    await office.member("idle", away_until=now().date() + timedelta(days=2))
    at = now()
    references = await seed(database, 8, state="open", acknowledged_at=at)
    for reference in references[:7]:
        await change(database, reference, assignee_id=omar, acknowledged_at=at)
    await change(database, references[0], answer_by=at + timedelta(days=1))
    await change(database, references[1], answer_by=at - timedelta(days=1))
    await change(
        database, references[2], acknowledge_by=at - timedelta(days=1), acknowledged_at=None
    )
    await change(
        database,
        references[3],
        state="waiting_citizen",
        stopped_at=at,
        answer_by=at - timedelta(days=1),
    )
    for reference, days in ((references[4], 1), (references[5], 8)):
        settled_at = at - timedelta(days=days)
        await change(database, reference, state="resolved", settled_by=omar, settled_at=settled_at)

    # The last one is a suggestion, which has no target to be answered.
    await change(database, references[7], answer_by=at - timedelta(days=1))

    boss = await office.signed_in("boss", "supervisor")
    await boss.open("/staff/workload")
    page = plain(boss.page)
    assert row(page, "Omar") == [5, 1, 2, 1, 1]
    assert row(page, "Idle") == [0, 0, 0, 0, 0]
    assert row(page, "Non attribués")[:4] == [1, 0, 0, 0]
    assert f'href="/staff?assignee={omar}"' in page
    assert "darija ع" in page
    assert "Absent jusqu" in page


async def test_a_closed_account_is_not_shown(office: Office):
    await office.member("gone", active=False)
    boss = await office.signed_in("boss", "supervisor")
    await boss.open("/staff/workload")
    assert "Gone" not in boss.page


async def test_it_asks_as_much_of_the_database_for_many_as_for_few(
    office: Office, database: Database
):
    boss = await office.signed_in("boss", "supervisor")
    with counted_queries() as few:
        await boss.open("/staff/workload")
    references = await seed(database, 6)
    for number, reference in enumerate(references[:4]):
        member = await office.member(f"member{number}")
        await change(database, reference, assignee_id=member)
    with counted_queries() as many:
        await boss.open("/staff/workload")
    assert len(many) == len(few)
