"""The days off to come, and those of them that staff entered once they were announced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import holidays
import pycountry
from sqlmodel import col, select

from bot.errors import ClosedDayRefused
from bot.storage.database import Database
from bot.storage.models import AuditRow, ClosedDay

LONGEST_NAME = 80
AHEAD = timedelta(days=365)


@dataclass(frozen=True)
class DayOff:
    """A day off; `entered` by staff, or from the library of public holidays."""

    day: date
    name: str
    entered: bool


class ClosedDays:
    """Reads and changes the days off of one country at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def coming(self, country: str, today: date, lang: str) -> Sequence[DayOff]:
        """The days off of a year from today, in their order, named in a language if they are."""
        until = today + AHEAD
        query = select(ClosedDay).where(
            ClosedDay.country == country, col(ClosedDay.day).between(today, until)
        )
        async with self._database.reading() as session:
            entered = [DayOff(row.day, row.name, entered=True) for row in await session.exec(query)]
        return sorted([*_public(country, today, until, lang), *entered], key=lambda each: each.day)

    async def add(self, staff_id: int, country: str, day: str, name: str, today: date) -> None:
        """Enters a day off of the year to come; the same day again gets the new name.

        Raises ClosedDayRefused.
        """
        name = " ".join(name.replace("\0", "").split())
        when = _day(day)
        if not is_country(country):
            raise ClosedDayRefused(field="country")
        if when is None or not today <= when <= today + AHEAD:
            raise ClosedDayRefused(field="day")
        if not name or len(name) > LONGEST_NAME:
            raise ClosedDayRefused(field="name")
        async with self._database.writing() as session:
            await session.merge(ClosedDay(country=country, day=when, name=name, staff_id=staff_id))
            session.add(_audit("calendar.day.added", staff_id, country, when))

    async def remove(self, staff_id: int, country: str, day: str) -> None:
        """Takes an entered day back; one that is not there changes nothing."""
        when = _day(day)
        async with self._database.writing() as session:
            entered = await session.get(ClosedDay, (country, when)) if when else None
            if entered is None:
                return
            await session.delete(entered)
            session.add(_audit("calendar.day.removed", staff_id, country, entered.day))


def _public(country: str, today: date, until: date, lang: str) -> Sequence[DayOff]:
    """The public holidays; none where the library knows none of that country."""
    years = (today.year, until.year)
    try:
        found = holidays.country_holidays(country, years=years, language=lang)
    except NotImplementedError:
        return []
    return [
        DayOff(day, name, entered=False) for day, name in found.items() if today <= day <= until
    ]


def _audit(event: str, staff_id: int, country: str, day: date) -> AuditRow:
    data = {"country": country, "day": day.isoformat()}
    return AuditRow(event=event, actor=f"staff:{staff_id}", data=data)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def is_country(code: str) -> bool:
    """Whether it is the code of a country, in capitals."""
    return code.isupper() and pycountry.countries.get(alpha_2=code) is not None
