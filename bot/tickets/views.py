"""What a member of staff asks to see: a queue, filters, words to find, an order. Pure.

A view is read from, and written as, the parameters of an address; what is malformed counts as not
given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Literal

from bot.tickets.kinds import Category, Kind, Priority, State
from nlu.text.variety import VARIETIES

ME = "me"
NOBODY = "nobody"

MOST_WORDS_CHARS = 200
_MOST_DIGITS = 9
_YEARS = range(2000, 3000)  # far from where a date cannot be moved by a day or a zone
_MARK = "~"


class Queue(StrEnum):
    """The queues, in the order in which they are shown; all but the last hold no settled ticket."""

    MINE = "mine"
    UNASSIGNED = "unassigned"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    WAITING = "waiting"
    FORWARDED = "forwarded"
    ALL = "all"


class Order(StrEnum):
    """By when a ticket was opened, or by its next target."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TARGET = "target"


_VALUES: Mapping[str, frozenset[str]] = {
    "state": frozenset(State),
    "kind": frozenset(Kind),
    "category": frozenset(Category),
    "variety": frozenset(VARIETIES),
    "priority": frozenset(Priority),
}


@dataclass(frozen=True)
class Filters:
    """What a ticket must be, besides standing in the queue; None where it does not matter.

    `assignee` is ME, NOBODY or the id of a member of staff; `words` are to be found in the ticket.
    """

    words: str | None = None
    state: str | None = None
    kind: str | None = None
    category: str | None = None
    country: str | None = None
    variety: str | None = None  # not "lang": that is the reader's language in an address
    priority: str | None = None
    assignee: str | None = None
    since: date | None = None
    until: date | None = None

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Filters:
        """The filters in the parameters of an address."""
        known = {name: query[name] for name, values in _VALUES.items() if query.get(name) in values}
        return cls(
            words=" ".join(query.get("words", "").split())[:MOST_WORDS_CHARS] or None,
            country=_country(query.get("country", "")),
            assignee=_assignee(query.get("assignee", "")),
            since=read_day(query.get("since", "")),
            until=read_day(query.get("until", "")),
            **known,
        )

    def written(self) -> dict[str, str]:
        """The parameters of an address, of what is asked for only."""
        asked = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {name: str(value) for name, value in asked if value is not None}


@dataclass(frozen=True)
class View:
    """A queue with its filters and its order."""

    queue: Queue = Queue.ALL
    filters: Filters = field(default_factory=Filters)
    order: Order = Order.NEWEST

    @classmethod
    def read(cls, query: Mapping[str, str]) -> View:
        """The view in the parameters of an address."""
        queue, order = query.get("queue", ""), query.get("order", "")
        return cls(
            queue=Queue(queue) if queue in set(Queue) else Queue.ALL,
            filters=Filters.read(query),
            order=Order(order) if order in set(Order) else Order.NEWEST,
        )

    def written(self) -> dict[str, str]:
        """The parameters of an address; what is usual goes unsaid."""
        usual = View()
        told = {"queue": self.queue, "order": self.order}
        unusual = {name: str(each) for name, each in told.items() if each != getattr(usual, name)}
        return {**unusual, **self.filters.written()}


@dataclass(frozen=True)
class Cursor:
    """The ticket beside which a page begins: the place it has in its order."""

    way: Literal["after", "before"]
    rank: int
    moment: datetime
    id: int

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Cursor | None:
        """The cursor in the parameters of an address."""
        for way in ("after", "before"):
            rank, _, rest = query.get(way, "").partition(_MARK)
            moment, _, number = rest.partition(_MARK)
            if rank in {"0", "1"} and _is_number(number) and (at := _moment(moment)):
                return cls(way, int(rank), at, int(number))
        return None

    def written(self) -> dict[str, str]:
        """The parameter of an address."""
        place = (str(self.rank), self.moment.astimezone(UTC).isoformat(), str(self.id))
        return {self.way: _MARK.join(place)}


def read_day(value: str) -> date | None:
    """A day in the parameters of an address."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _country(value: str) -> str | None:
    is_code = len(value) == len("MA") and value.isascii() and value.isalpha() and value.isupper()
    return value if is_code else None


def _assignee(value: str) -> str | None:
    return value if value in {ME, NOBODY} or _is_number(value) else None


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo and moment.year in _YEARS else None
