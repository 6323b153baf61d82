"""Whether `.env.example` documents the settings, all of them and no others. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

_LINE = re.compile(r"^#?\s*([A-Z][A-Z0-9_]*)=")


def documented(text: str) -> list[str]:
    """The names that stand in an .env file, commented out or not."""
    found = (_LINE.match(line) for line in text.splitlines())
    return [match[1] for match in found if match]


def settings_faults(names: Collection[str], text: str, path: str) -> list[str]:
    """Every setting stands in the file, and nothing else does."""
    told = documented(text)
    missing = [f"{path}: {name} is not documented" for name in sorted({*names} - {*told})]
    return missing + [f"{path}: {name} is no setting" for name in sorted({*told} - {*names})]
