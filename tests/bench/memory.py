"""Resident memory of processes (Linux: /proc/<pid>/status)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_RSS = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)


def rss_mb(pids: Iterable[int]) -> float:
    """The resident memory of the processes together, in megabytes (2^20 bytes)."""
    return sum(rss_kb(_status(pid)) for pid in pids) / 1024


def rss_kb(status: str) -> int:
    """The VmRSS of a /proc/<pid>/status; 0 where it has none."""
    found = _RSS.search(status)
    return int(found[1]) if found else 0


def _status(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return ""
