"""From a shared place to its country: offline, and nothing of the place is kept."""

from __future__ import annotations

import asyncio
from math import asin, cos, radians, sin, sqrt

_EARTH_KM = 6371.0
_FARTHEST_KM = 150.0  # from the nearest town: beyond it nothing is sure
# The library follows a list that sets these provinces of Morocco apart.
_AS_WE_SAY = {"EH": "MA"}


async def country_at(latitude: float, longitude: float) -> str | None:
    """The ISO 3166-1 code of the country of the nearest town; None far from any."""
    return await asyncio.to_thread(_nearest, latitude, longitude)


def _nearest(latitude: float, longitude: float) -> str | None:
    import reverse_geocode  # type: ignore[import-untyped]  # noqa: PLC0415 slow, 100 MB: only for those who share a place

    town = reverse_geocode.get((latitude, longitude))
    if _distance_km((latitude, longitude), (town["latitude"], town["longitude"])) > _FARTHEST_KM:
        return None
    code = str(town["country_code"])
    return _AS_WE_SAY.get(code, code)


def _distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The great circle between two places, given in degrees."""
    (south, west), (north, east) = (
        (radians(latitude), radians(longitude)) for latitude, longitude in (here, there)
    )
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))
