"""What day it is for a citizen: the time zone of the country they wrote from. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from babel.core import get_global

from bot.office import OFFICE

# Countries of several zones: the one of the capital.
_CAPITALS: Mapping[str, str] = MappingProxyType(
    {
        "AR": "America/Argentina/Buenos_Aires",
        "AU": "Australia/Sydney",
        "BR": "America/Sao_Paulo",
        "CA": "America/Toronto",
        "CD": "Africa/Kinshasa",
        "CL": "America/Santiago",
        "CN": "Asia/Shanghai",
        "CY": "Asia/Nicosia",
        "DE": "Europe/Berlin",
        "EC": "America/Guayaquil",
        "ES": "Europe/Madrid",
        "FM": "Pacific/Pohnpei",
        "GL": "America/Nuuk",
        "ID": "Asia/Jakarta",
        "KI": "Pacific/Tarawa",
        "KZ": "Asia/Almaty",
        "MH": "Pacific/Majuro",
        "MN": "Asia/Ulaanbaatar",
        "MX": "America/Mexico_City",
        "MY": "Asia/Kuala_Lumpur",
        "NZ": "Pacific/Auckland",
        "PF": "Pacific/Tahiti",
        "PG": "Pacific/Port_Moresby",
        "PS": "Asia/Hebron",
        "PT": "Europe/Lisbon",
        "RU": "Europe/Moscow",
        "UA": "Europe/Kyiv",
        "US": "America/New_York",
        "UZ": "Asia/Tashkent",
    }
)


@cache
def zone_of(country: str | None) -> ZoneInfo:
    """The time zone of a country (ISO 3166-1), its capital's if it has several; else the desk's."""
    if capital := _CAPITALS.get(country or ""):
        return ZoneInfo(capital)
    zones = [zone for zone, place in get_global("zone_territories").items() if place == country]
    return ZoneInfo(zones[0]) if len(zones) == 1 else OFFICE


def local_date(moment: datetime, country: str | None) -> date:
    """The date of a moment for somebody in that country."""
    return moment.astimezone(zone_of(country)).date()
