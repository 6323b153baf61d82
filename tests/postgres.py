"""A PostgreSQL server of the tests' own, started from the installed binaries."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.stack import free_ports

_DEBIAN = Path("/usr/lib/postgresql")


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, or None where PostgreSQL is not installed."""
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Runs a server in `folder`; gives the URL of its database `postgres`."""
    found = binaries()
    if found is None:
        raise FileNotFoundError("initdb")
    data, [port] = folder / "data", free_ports(1)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")  # initdb refuses to run as root
    _run(found / "initdb", "-D", data, "-U", "jisr", "-A", "trust", "--no-sync", "-E", "UTF8")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c autovacuum=off"
    log = folder / "log"
    _run(found / "pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start")
    try:
        yield f"postgresql://jisr@127.0.0.1:{port}/postgres"
    finally:
        _run(found / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, cwd="/", capture_output=True, timeout=60)  # noqa: S603
