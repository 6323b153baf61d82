"""Days as a citizen reads them: in their variety and, where their country has one, in its time."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.dates import format_date

from nlu.text.variety import Variety

MINISTRY = ZoneInfo("Africa/Casablanca")


def long_date(moment: datetime, lang: Variety, country: str | None = None) -> str:
    """The day of a moment, e.g. "3 août 2026"."""
    day = moment.astimezone(_zone(country)).date()
    return str(format_date(day, "d MMMM y", locale=_locale(lang)))


def weekday(moment: datetime, lang: Variety) -> str:
    """The day of the week at the ministry."""
    return str(format_date(moment.astimezone(MINISTRY).date(), "EEEE", locale=_locale(lang)))


def _locale(lang: Variety) -> str:
    return "ar_MA" if lang in {"ar", "ary"} else "fr"


def _zone(country: str | None) -> ZoneInfo:
    """A country of several zones does not tell which one it is: then the ministry's counts."""
    zones = get_global("territory_zones").get(country or "", [])
    return ZoneInfo(zones[0]) if len(zones) == 1 else MINISTRY
