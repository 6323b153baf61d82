"""What stands still while the application dies: its address, and a real Rasa that expects it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.rasa_process import RASA_PYTHON
from tests.stack import ROOT, StackFailed, answers, free_ports, stack_environment, tail

_TOKEN = "token-of-the-chaos-runs-only"
_READY_S = 180.0
_POLL_S = 0.2
_RASA_PATIENCE_S = 3.0


@dataclass(frozen=True)
class Place:
    """Ports and token of an application and its Rasa, life after life."""

    ports: list[int]

    def environment(self, database_url: str, files: Path) -> dict[str, str]:
        """The environment of one application there."""
        return {
            **stack_environment({}, self.ports, database_url),
            "JISR_INTERNAL_TOKEN": _TOKEN,
            "JISR_FILES_DIR": str(files),
            "JISR_RASA_TIMEOUT_S": str(_RASA_PATIENCE_S),
            "JISR_LOG_LEVEL": "WARNING",
        }


@contextmanager
def rasa_beside(folder: Path) -> Iterator[Place]:
    """Runs Rasa alone, as on a server of its own; raises StackFailed."""
    place = Place(free_ports(3))
    log = folder / "rasa.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 ourselves
            [str(RASA_PYTHON), "-m", "nlu.serve"],
            cwd=ROOT,
            env={**os.environ, **_rasa_environment(place)},
            stdin=subprocess.PIPE,  # it ends when we do, however we do
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_ready(place, process, log)
        yield place
    finally:
        process.kill()
        process.wait()


def _rasa_environment(place: Place) -> dict[str, str]:
    _, internal, rasa = place.ports
    return {
        "JISR_RASA_PORT": str(rasa),
        "JISR_ACTIONS_URL": f"http://127.0.0.1:{internal}/webhook",
        "JISR_INTERNAL_TOKEN": _TOKEN,
        "JISR_RASA_ATTACHED": "1",
    }


def _wait_until_ready(place: Place, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _READY_S
    address = f"http://127.0.0.1:{place.ports[2]}/ready"
    while time.monotonic() < until and process.poll() is None:
        if answers(address, _TOKEN):
            return
        time.sleep(_POLL_S)
    raise StackFailed(f"Rasa is not ready\n{tail(log)}")
