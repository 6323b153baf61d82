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


class Server:
    """A server in a folder, which can be stopped and started again.

    On `socket_url` it lets in as `on_socket` says; on `url` it lets everybody in.
    """

    def __init__(self, folder: Path, superuser: str = "jisr", on_socket: str = "trust") -> None:
        found = binaries()
        if found is None:
            raise FileNotFoundError("initdb")
        [port] = free_ports(1)
        self.url = f"postgresql://{superuser}@127.0.0.1:{port}/postgres"
        self.socket_url = f"postgresql://{superuser}@/postgres?host={folder}&port={port}"
        self._control = found / "pg_ctl"
        self._data, self._log = folder / "data", folder / "log"
        self._options = (
            f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c autovacuum=off"
        )
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")  # initdb refuses to run as root
        ways_in = ("--auth-host=trust", f"--auth-local={on_socket}")
        initialise = ("-U", superuser, *ways_in, "--no-sync", "-E", "UTF8")
        _run(found / "initdb", "-D", self._data, *initialise)

    def start(self) -> None:
        """Returns when it takes connections."""
        options, log = ("-o", self._options), ("-l", self._log)
        _run(self._control, "-D", self._data, *options, *log, "-w", "start")

    def stop(self) -> None:
        """At once, as by a crash: whoever is connected is cut off."""
        _run(self._control, "-D", self._data, "-m", "immediate", "-w", "stop")


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Runs a server in `folder`; gives the URL of its database `postgres`."""
    running = Server(folder)
    running.start()
    try:
        yield running.url
    finally:
        running.stop()


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, cwd="/", capture_output=True, timeout=60)  # noqa: S603
