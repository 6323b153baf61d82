"""What is held as files to keep: a page, JSON, and one archive with citizens' files in it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any


def as_json(held: Mapping[str, Any]) -> str:
    """What is held for a program, as people read it: Arabic stays Arabic."""
    return json.dumps(held, ensure_ascii=False, indent=2)


def write_archive(target: IO[bytes], texts: Mapping[str, str], files: Mapping[str, Path]) -> None:
    """Writes a zip of texts and files, by name; photos and voices are as small as they get.

    A file whose bytes are gone is left out.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text, zipfile.ZIP_DEFLATED)
        for name, path in files.items():
            if path.is_file():
                archive.write(path, name)


def batches(sizes: Mapping[str, int], limit: int) -> Iterator[Sequence[str]]:
    """The names in order, as many at a time as stay within the limit together."""
    batch: list[str] = []
    total = 0
    for name, size in sizes.items():
        if batch and total + size > limit:
            yield batch
            batch, total = [], 0
        batch.append(name)
        total += size
    if batch:
        yield batch
