"""One file that holds all: the database, citizens' files and what both should be.

manifest.json      when it was made, the rows by table, the SHA-256 of each part
database           SQLite's file, or pg_dump's custom format
files/<id>         as in bot.files.store
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.backup import dumping
from bot.errors import BackupDamaged, BackupRefused
from bot.storage.models import now

_MANIFEST = "manifest.json"
_DATABASE = "database"
_FILES = "files"
_UNFINISHED = ".part"


@dataclass(frozen=True)
class Manifest:
    """What an archive holds."""

    made_at: str
    rows: dict[str, int]
    sha256: dict[str, str]  # by name in the archive


def back_up(database_url: str, files: Path, target: Path) -> Manifest:
    """Writes the archive; it has its name only when it is whole. The application may run on.

    The database is copied first: a file that comes in meanwhile is in the archive or without a
    row, and what has no row is swept away later. Raises BackupRefused.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + _UNFINISHED)
    with TemporaryDirectory(dir=target.parent) as folder:
        database, listed = Path(folder) / _DATABASE, Path(folder) / _MANIFEST
        counts = dumping.dump(database_url, database)
        unfinished.touch(mode=0o600)
        with tarfile.open(unfinished, "w") as archive:
            sums = _add(archive, {_DATABASE: database, **_stored(files)})
            manifest = Manifest(now().isoformat(), dict(counts), sums)
            listed.write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
            archive.add(listed, _MANIFEST)
    unfinished.replace(target)
    return manifest


def restore(source: Path, database_url: str, files: Path) -> Manifest:
    """Puts everything back into an empty place, and compares it with the manifest.

    Raises BackupRefused where something is there already, BackupDamaged where the archive is not
    what its manifest says; then nothing was put anywhere.
    """
    if files.exists() and any(files.iterdir()):
        raise BackupRefused(reason="not empty", where=str(files))
    with TemporaryDirectory(dir=source.parent) as folder:
        manifest = _unpacked(source, Path(folder))
        dumping.load(database_url, Path(folder) / _DATABASE)
        stored = Path(folder) / _FILES
        if stored.exists():
            _move(stored, files)
    if dict(dumping.rows(database_url)) != manifest.rows:
        raise BackupDamaged(part=_DATABASE)
    return manifest


def _stored(files: Path) -> dict[str, Path]:
    return {
        f"{_FILES}/{path.relative_to(files)}": path
        for path in sorted(files.glob("*/*/*"))
        if not path.suffix  # one being written has one
    }


def _add(archive: tarfile.TarFile, parts: dict[str, Path]) -> dict[str, str]:
    sums = {}
    for name, path in parts.items():
        with suppress(FileNotFoundError):  # swept away meanwhile: no ticket took it
            digest = _sha256(path)
            archive.add(path, name)
            sums[name] = digest
    return sums


def _unpacked(source: Path, folder: Path) -> Manifest:
    try:
        with tarfile.open(source) as archive:
            members = archive.getmembers()
            archive.extractall(folder, filter="data")
        told = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        manifest = Manifest(**told)
    except (OSError, tarfile.TarError, ValueError, TypeError) as error:
        raise BackupDamaged(part=_MANIFEST) from error
    for member in members:
        listed = member.name == _MANIFEST or member.name in manifest.sha256
        if not (listed and member.isreg()):
            raise BackupDamaged(part=member.name)
    for name, expected in manifest.sha256.items():
        part = folder / name
        if not part.is_file() or _sha256(part) != expected:
            raise BackupDamaged(part=name)
    return manifest


def _move(stored: Path, files: Path) -> None:
    files.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in stored.iterdir():
        shutil.move(path, files / path.name)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
