"""How much one may ask of the application: a budget by conversation, by account and by address.

Families, cafés and consulates share an address, so what an address may is generous; what one
conversation may is what a person can type. Each process counts for itself, in a memory that does
not grow whatever comes.
"""

from __future__ import annotations

import math
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Literal, get_args

from aiohttp import web
from limits import RateLimitItem, parse
from limits.aio.storage import Storage
from limits.aio.strategies import FixedWindowRateLimiter

from bot.settings import Settings

MOST_KEYS = 50_000
_NETWORK_BITS = 64  # what one household or host gets of IPv6

Address = IPv4Address | IPv6Address
Clock = Callable[[], float]
Kind = Literal["turns", "files", "openings", "lookups", "sign_ins", "account", "address"]


@dataclass(frozen=True)
class Limits:
    """What each may, by kind, and how many event streams may be open at once."""

    budgets: Mapping[Kind, RateLimitItem]
    streams: int
    streams_of_address: int

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """The limits that the operator set."""
        kinds: tuple[Kind, ...] = get_args(Kind)
        return cls(
            {kind: parse(getattr(settings, f"limit_{kind}")) for kind in kinds},
            settings.limit_streams,
            settings.limit_streams_of_address,
        )


class Limiter:
    """Counts what is asked; whoever has spent a budget is told how long to wait.

    Who asks from this machine itself has no limits, unless a proxy stands before the application.
    """

    def __init__(self, limits: Limits, *, behind_proxy: bool, clock: Clock = time.time) -> None:
        self._limits = limits
        self._behind_proxy = behind_proxy
        self._clock = clock
        self._counts = BoundedMemory(MOST_KEYS, clock)
        self._windows = FixedWindowRateLimiter(self._counts)
        self._streams: Counter[str] = Counter()

    @property
    def counters(self) -> int:
        """How many are kept now."""
        return len(self._counts) + len(self._streams)

    def address(self, request: web.Request) -> str | None:
        """The address that a request counts for; None where there is no limit."""
        address = address_of(request, behind_proxy=self._behind_proxy)
        if address is None or (address.is_loopback and not self._behind_proxy):
            return None
        return counted_as(address)

    async def spend(self, request: web.Request, kind: Kind, who: str | None = None) -> int:
        """Takes one from the budget of `who`, else of the request's address.

        Gives the seconds until there is something in it again; 0 where there was.
        """
        address = self.address(request)
        limit = self._limits.budgets[kind]
        if address is None or await self._windows.hit(limit, kind, who or address):
            return 0
        window = await self._windows.get_window_stats(limit, kind, who or address)
        return max(1, math.ceil(window.reset_time - self._clock()))

    @contextmanager
    def stream(self, request: web.Request, conversation_id: str) -> Iterator[bool]:
        """Holds an event stream for the block; gives whether there may be one more."""
        address = self.address(request)
        if address is None:
            yield True
            return
        names = {
            f"conversation:{conversation_id}": self._limits.streams,
            f"address:{address}": self._limits.streams_of_address,
        }
        if any(self._streams[name] >= most for name, most in names.items()):
            yield False
            return
        self._streams.update(names.keys())
        try:
            yield True
        finally:
            self._streams -= Counter(names.keys())


class BoundedMemory(Storage):
    """Counters for the library's fixed windows; the one untouched longest makes room.

    The library's own memory has no bound, and looks at all its counters at each request.
    """

    STORAGE_SCHEME = None

    def __init__(self, most: int, clock: Clock = time.time) -> None:
        super().__init__()
        self._most = most
        self._clock = clock
        self._windows: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def __len__(self) -> int:
        """How many counters are kept."""
        return len(self._windows)

    @property
    def base_exceptions(self) -> type[Exception]:
        """Nothing fails here but by a fault."""
        return MemoryError

    async def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Adds to the counter, which starts afresh once its window is over."""
        count, until = self._windows.pop(key, (0, 0.0))
        if until <= self._clock():
            count, until = 0, self._clock() + expiry
        self._windows[key] = (count + amount, until)
        if len(self._windows) > self._most:
            self._windows.popitem(last=False)
        return count + amount

    async def get(self, key: str) -> int:
        """What the counter stands at."""
        count, until = self._windows.get(key, (0, 0.0))
        return count if until > self._clock() else 0

    async def get_expiry(self, key: str) -> float:
        """When the window is over."""
        return self._windows.get(key, (0, self._clock()))[1]

    async def check(self) -> bool:
        """Always there."""
        return True

    async def reset(self) -> int:
        """Forgets all counters."""
        gone = len(self._windows)
        self._windows.clear()
        return gone

    async def clear(self, key: str) -> None:
        """Forgets one counter."""
        self._windows.pop(key, None)


def address_of(request: web.Request, *, behind_proxy: bool) -> Address | None:
    """Who asks. Behind a proxy that is what it wrote last into X-Forwarded-For: what stands before
    came from the client. None where nobody can be told, as on a Unix socket."""
    peer = _parsed(request.remote or "")
    if not behind_proxy or (peer and not peer.is_private):
        return peer
    hops = ",".join(request.headers.getall("X-Forwarded-For", []))
    return _parsed(hops.rpartition(",")[2].strip()) or peer


def counted_as(address: Address) -> str:
    """The address under which it is counted: IPv6 by the network that one line gets."""
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Network((address, _NETWORK_BITS), strict=False))


def _parsed(text: str) -> Address | None:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
