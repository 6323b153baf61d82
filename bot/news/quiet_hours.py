"""The hours in which a person wants to hear nothing, where they live. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


def out_of_quiet_hours(
    moment: datetime, time_zone: str, quiet_from: int, quiet_until: int
) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into, in UTC.

    The hours may go over midnight; two equal ones mean that there are none.
    """
    local = moment.astimezone(ZoneInfo(time_zone))
    if not _is_quiet(local.hour, quiet_from, quiet_until):
        return moment.astimezone(UTC)
    day = local.date()
    if local.hour >= quiet_until:
        day += timedelta(days=1)
    # The zone knows the offset of that day: the clock may change in the night.
    return datetime.combine(day, time(quiet_until), local.tzinfo).astimezone(UTC)


def _is_quiet(hour: int, quiet_from: int, quiet_until: int) -> bool:
    if quiet_from <= quiet_until:
        return quiet_from <= hour < quiet_until
    return hour >= quiet_from or hour < quiet_until
