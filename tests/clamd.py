"""A clamd of the tests' own, which knows one signature: that of the EICAR test file.

It runs in the foreground from a configuration and a signature of our own, without freshclam: where
DatabaseDirectory holds any signature, clamd starts. https://www.eicar.org/download-anti-malware-testfile/
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.stack import free_ports

SIGNATURE = "Jisr.Test.EICAR"

# In two halves, or scanners would find it in this file.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EI" + rb"CAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"
_START_S = 30.0
_STOP_S = 10.0
_POLL_S = 0.02
# The last line as Debian has it: the digest of what is found stands in the answer.
_CONFIGURATION = """
DatabaseDirectory {folder}/signatures
TemporaryDirectory {folder}
LocalSocket {folder}/clamd.ctl
TCPSocket {port}
TCPAddr 127.0.0.1
StreamMaxLength {stream_max}
ExtendedDetectionInfo yes
"""


class Addresses(NamedTuple):
    """Where a clamd listens, as JISR_CLAMD has it."""

    unix: str
    tcp: str


def installed() -> bool:
    """Whether clamd is."""
    return shutil.which("clamd", path=_PATH) is not None


@contextmanager
def running_clamd(folder: Path, stream_max: str = "25M") -> Iterator[Addresses]:
    """Runs clamd with its files in `folder`; it takes files of up to `stream_max`."""
    clamd = shutil.which("clamd", path=_PATH)
    if clamd is None:
        raise FileNotFoundError("clamd")
    [port] = free_ports(1)
    _configure(folder, port, stream_max)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603
            [clamd, "--foreground", "--config-file", str(folder / "clamd.conf")],
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        _wait_until_open(folder, process)
        yield Addresses(f"unix:{folder}/clamd.ctl", f"tcp://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(_STOP_S)


def _configure(folder: Path, port: int, stream_max: str) -> None:
    signatures = folder / "signatures"
    signatures.mkdir()
    # Name, any type of file, at any place, in hexadecimal (docs.clamav.net, BodySignatureFormat).
    (signatures / "test.ndb").write_text(f"{SIGNATURE}:0:*:{EICAR.hex()}\n")
    configuration = _CONFIGURATION.format(folder=folder, port=port, stream_max=stream_max)
    (folder / "clamd.conf").write_text(configuration)


def _wait_until_open(folder: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_S
    while not _is_open(folder / "clamd.ctl"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"clamd did not start: {(folder / 'log').read_text()}")
        time.sleep(_POLL_S)


def _is_open(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(path))
        except OSError:
            return False
    return True
