"""The office: the time zone of the ministry, and days as they are counted there. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Africa/Casablanca")


def office_day(moment: datetime) -> date:
    """The day at the office."""
    return moment.astimezone(OFFICE).date()


def beginning(day: date) -> datetime:
    """The moment at which a day begins at the office, in UTC."""
    return datetime.combine(day, time(), OFFICE).astimezone(UTC)


def last_days(count: int, now: datetime) -> list[date]:
    """So many days up to today, the oldest first."""
    today = office_day(now)
    return [today - timedelta(days=back) for back in reversed(range(count))]
