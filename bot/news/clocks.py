"""Which clocks go in a country, and the cities that people know them by. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.dates import get_timezone_location
from pytz import country_timezones

from nlu.text.variety import Variety

_MOST_CITIES = 3
# Enough moments to tell apart clocks that agree in winter only.
_LOOKED_AT = tuple(timedelta(days=30 * month) for month in range(12))


@dataclass(frozen=True)
class Clock:
    """Zones of a country that go alike for a year to come, the best known first."""

    zones: Sequence[str]

    @property
    def zone(self) -> str:
        """The time zone that stands for them."""
        return self.zones[0]

    def cities(self, lang: Variety) -> list[str]:
        """What people know it by."""
        return [city(zone, lang) for zone in self.zones[:_MOST_CITIES]]


def clocks_of(country: str, now: datetime) -> list[Clock]:
    """The clocks of an ISO 3166-1 country; none for an uninhabited one."""
    alike: dict[tuple[timedelta | None, ...], list[str]] = {}
    for name in country_timezones.get(country, ()):
        zone = ZoneInfo(name)
        offsets = tuple((now + later).astimezone(zone).utcoffset() for later in _LOOKED_AT)
        alike.setdefault(offsets, []).append(name)
    return [Clock(sorted(zones, key=_is_less_known)) for zones in alike.values()]


def city(zone: str, lang: Variety) -> str:
    """The city that a time zone goes by, as CLDR writes it in Arabic or French."""
    locale = "ar" if lang in {"ar", "ary"} else "fr"
    # CLDR puts a province or state before some cities.
    return get_timezone_location(zone, locale=locale, return_city=True).rpartition("/")[2]


def _is_less_known(zone: str) -> bool:
    """Whether CLDR has no common name for the zone; sorting keeps the order among the others."""
    return zone not in _well_known()


@cache
def _well_known() -> frozenset[str]:
    return frozenset(get_global("windows_zone_mapping").values())
