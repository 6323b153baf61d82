"""The days on which the desk and the post concerned are at work. Pure, but for its loader.

Public holidays come from the library `holidays`, which estimates the religious ones; the days
that staff enter once they are announced add to them and take none away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import holidays
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import ClosedDay

HOME = "MA"
"""The country of the desk; its days off count for every ticket."""

_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ServiceCalendar:
    """Which days are open, by the holidays of some countries and the days that staff entered."""

    countries: frozenset[str] = frozenset({HOME})
    entered: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Whether it is neither a Saturday, a Sunday, a holiday nor a day entered as closed."""
        if day.weekday() >= _SATURDAY or day in self.entered:
            return False
        return all(day not in _holidays(country, day.year) for country in self.countries)

    def open_from(self, day: date) -> date:
        """That day where it is open, else the next one that is."""
        while not self.is_open(day):
            day += _DAY
        return day

    def open_after(self, day: date, count: int) -> date:
        """The open day that is reached by going on from a day by that many open days."""
        for _ in range(count):
            day = self.open_from(day + _DAY)
        return day


@dataclass(frozen=True)
class Calendars:
    """The calendars of all countries, over the days that staff entered by country."""

    entered: Mapping[str, frozenset[date]] = field(default_factory=dict)

    def of(self, country: str | None) -> ServiceCalendar:
        """For a ticket of that country; without one, or outside the library, Morocco's days."""
        countries = frozenset({HOME, country or HOME})
        days = (self.entered.get(code, frozenset()) for code in countries)
        return ServiceCalendar(countries, frozenset().union(*days))


async def load_calendars(session: AsyncSession) -> Calendars:
    """The calendars over all days entered: one query, for any number of tickets."""
    entered: dict[str, set[date]] = {}
    for row in await session.exec(select(ClosedDay)):
        entered.setdefault(row.country, set()).add(row.day)
    return Calendars({country: frozenset(days) for country, days in entered.items()})


async def load_calendar(session: AsyncSession, country: str | None) -> ServiceCalendar:
    """The calendar for one ticket of that country."""
    return (await load_calendars(session)).of(country)


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:  # a country that the library does not know
        return frozenset()
