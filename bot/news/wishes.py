"""What somebody can wish to hear of, and how their choices change. Pure.

In a subscription an empty list means all: whoever takes one kind or topic out of all keeps the
others by name, and whoever has put all of them back has all again, those to come included.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TypedDict

import pycountry

from bot.errors import WishRefused
from bot.news.clocks import clocks_of
from bot.news.matching import Kind
from bot.storage.models import Subscription
from nlu.text.variety import VARIETIES, Variety

KINDS = tuple(kind.value for kind in Kind)

_HOURS = range(24)


class Change(TypedDict, total=False):
    """What becomes of a subscription's fields."""

    kinds: list[str]
    topics: list[str]
    lang: Variety | None
    country: str | None
    time_zone: str
    quiet_from: int
    quiet_until: int


def wanted(chosen: Sequence[str], known: Sequence[str]) -> list[str]:
    """The choices by name, in the order in which they are known."""
    return [each for each in known if each in chosen] if chosen else list(known)


def put_in(chosen: Sequence[str], value: str, known: Sequence[str]) -> list[str]:
    """The choices with one more. Raises WishRefused for one that is not known."""
    _check(value in known, value)
    more = wanted([*wanted(chosen, known), value], known)
    return [] if len(more) == len(known) else more


def take_out(chosen: Sequence[str], value: str, known: Sequence[str]) -> list[str] | None:
    """The choices without one; None if nothing is left. Raises WishRefused as `put_in` does."""
    _check(value in known, value)
    return [each for each in wanted(chosen, known) if each != value] or None


def pick_topic(chosen: Sequence[str], topic: str, known: Sequence[str]) -> list[str]:
    """The topics after one is picked: the first one picked stands alone, others join it."""
    return put_in(chosen or [topic], topic, known)


def drop_topic(chosen: Sequence[str], topic: str, known: Sequence[str]) -> list[str]:
    """The topics after a picked one is dropped; all of them after the last one."""
    if not chosen:
        _check(topic in known, topic)
        return []
    return take_out(chosen, topic, known) or []


def leaving_out(kept: Subscription, what: str, known_topics: Sequence[str]) -> Change | None:
    """A kind or a topic is not wanted any more; None if nothing else was."""
    if what in KINDS:
        kinds = take_out(kept.kinds, what, KINDS)
        return None if kinds is None else {"kinds": kinds}
    topics = take_out(kept.topics, what, known_topics)
    return None if topics is None else {"topics": topics}


def including(kept: Subscription, what: str, known_topics: Sequence[str]) -> Change:
    """A kind or a topic is wanted again."""
    if what in KINDS:
        return {"kinds": put_in(kept.kinds, what, KINDS)}
    return {"topics": put_in(kept.topics, what, known_topics)}


def in_language(lang: str | None) -> Change:
    """News in a variety, or in that of the conversation."""
    if lang is None:
        return {"lang": None}
    for variety in VARIETIES:
        if lang == variety:
            return {"lang": variety}
    raise WishRefused(value=lang)


def living_in(country: str | None, now: datetime) -> Change:
    """News of a country, at hours of its clock; None hears of every country.

    Where several clocks go, it is the first until the person says which.
    """
    if country is None:
        return {"country": None}
    _check(country in _codes(), country)
    clocks = clocks_of(country, now)
    zone: Change = {"time_zone": clocks[0].zone} if clocks else {}
    return {"country": country, **zone}


def by_clock(country: str | None, zone: str, now: datetime) -> Change:
    """Quiet hours by one of the clocks of the country."""
    clocks = clocks_of(country, now) if country else []
    _check(zone in (clock.zone for clock in clocks), zone)
    return {"time_zone": zone}


def quiet_between(start: int, end: int) -> Change:
    """The hours in which nothing is sent: never none of them, never all."""
    _check(start in _HOURS and end in _HOURS and start != end, f"{start}-{end}")
    return {"quiet_from": start, "quiet_until": end}


@cache
def _codes() -> frozenset[str]:
    return frozenset(country.alpha_2 for country in pycountry.countries)


def _check(holds: bool, value: str) -> None:
    if not holds:
        raise WishRefused(value=value)
