"""How safe the way to the database is: to another machine it should be encrypted and checked.

A network of containers alone is a way that the operator may trust: it is told, never refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Literal

import structlog
from sqlalchemy import URL

from bot.storage.database import async_url

log = structlog.get_logger(__name__)

_CHECKED = frozenset({"verify-full", "verify-ca"})
_ENCRYPTED = frozenset({"require"})
_SOCKET = ("/", "@")  # how libpq knows one from the name of a host

Weakness = Literal["unencrypted", "unchecked"]


def weakness(database_url: str) -> Weakness | None:
    """What the way to the database lacks; None on this machine, or where nothing is missing."""
    url = async_url(database_url)
    if all(_is_local(host) for host in _hosts(url)):
        return None
    mode = url.query.get("sslmode")
    if mode in _CHECKED:
        return None
    return "unchecked" if mode in _ENCRYPTED else "unencrypted"


def warn_of_weakness(database_url: str) -> None:
    """Tells the operator once, at the start."""
    match weakness(database_url):
        case "unencrypted":
            log.warning("database.unencrypted", wants="sslmode=verify-full")
        case "unchecked":
            log.warning("database.unchecked", wants="sslmode=verify-full")


def _hosts(url: URL) -> Iterable[str]:
    """Those that libpq would try: before the path, and by `host`, several with commas."""
    named = url.query.get("host", ())
    listed = [url.host or "", *([named] if isinstance(named, str) else named)]
    return [host for each in listed for host in each.split(",") if host]


def _is_local(host: str) -> bool:
    if host == "localhost" or host.startswith(_SOCKET):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
