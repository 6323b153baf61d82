"""What to expect when a person is asked for: told from settings and the past, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.office import OFFICE
from bot.storage.database import Database
from bot.storage.models import Ticket, TicketMessage, now, row_id
from bot.tickets.calendar import ServiceCalendar
from bot.tickets.reception import FEWEST_WAITS, OfficeHours, Reception, expectation

HOURS = OfficeHours.read("mon-fri 08:30-16:30")
CALENDAR = ServiceCalendar()
HOUR = timedelta(hours=1)


def at(day: int, clock: str) -> datetime:
    """A moment of June 2026 at the ministry; the 8th is a Monday."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 6, day, hour, minute, tzinfo=OFFICE)


@pytest.mark.parametrize(
    ("moment", "is_open", "until"),
    [
        (at(8, "08:29"), False, at(8, "08:30")),
        (at(8, "08:30"), True, at(8, "16:30")),
        (at(8, "16:29"), True, at(8, "16:30")),
        (at(8, "16:30"), False, at(9, "08:30")),
        (at(12, "23:00"), False, at(15, "08:30")),  # over the weekend
    ],
)
def test_open_until_or_closed_until(moment: datetime, is_open: bool, until: datetime) -> None:
    told = expectation(moment.astimezone(UTC), HOURS, CALENDAR, [])
    assert told == {"open": is_open, "at": until.isoformat()}


def test_a_closed_day_is_passed_over() -> None:
    calendar = ServiceCalendar(entered=frozenset({at(9, "00:00").date()}))
    told = expectation(at(8, "20:00"), HOURS, calendar, [])
    assert told == {"open": False, "at": at(10, "08:30").isoformat()}


def test_the_usual_wait_is_the_median() -> None:
    waits = [HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 500 * HOUR]
    assert expectation(at(8, "10:00"), OfficeHours({}), CALENDAR, waits) == {"wait_hours": 3}


def test_too_few_waits_tell_nothing() -> None:
    waits = [HOUR] * (FEWEST_WAITS - 1)
    assert expectation(at(8, "10:00"), OfficeHours({}), CALENDAR, waits) is None


def test_hours_may_differ_by_day() -> None:
    hours = OfficeHours.read("mon-thu 08:30-16:30, fri 08:30-12:00")
    told = expectation(at(12, "11:00"), hours, CALENDAR, [])
    assert told == {"open": True, "at": at(12, "12:00").isoformat()}


@pytest.mark.parametrize("text", ["always", "fri-mon 08:30-16:30", "mon 16:30-08:30", "mon 8-16"])
def test_hours_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not"):
        OfficeHours.read(text)


async def question(database: Database, number: int, *, waited: timedelta, age: timedelta) -> None:
    opened = now() - age
    async with database.writing() as session:
        ticket = Ticket(
            reference=f"MDM-2026-{number:06d}",
            code="ABC234",
            kind="question",
            description="…",
            lang="fr",
            opened_by_turn=f"web:{number}",
            created_at=opened,
            acknowledge_by=opened,
            answer_by=opened,
        )
        session.add(ticket)
        await session.flush()
        for author, after in (("citizen", HOUR / 2), ("staff", waited), ("staff", 9 * waited)):
            session.add(
                TicketMessage(
                    ticket_id=row_id(ticket),
                    author=author,
                    text="…",
                    lang="fr",
                    created_at=opened + after,
                )
            )


async def test_the_wait_is_that_of_the_questions_of_the_last_month(database: Database) -> None:
    for number in range(1, FEWEST_WAITS + 1):
        await question(database, number, waited=5 * HOUR, age=timedelta(days=3))
    await question(database, 99, waited=100 * HOUR, age=timedelta(days=40))
    assert await Reception(database).expect() == ("agent-expect", {"wait_hours": 5})


async def test_without_hours_and_history_nothing_is_told(database: Database) -> None:
    await question(database, 1, waited=5 * HOUR, age=timedelta(days=3))
    assert await Reception(database).expect() is None
