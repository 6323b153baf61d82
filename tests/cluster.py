"""The product on several processes, as in deploy/: nginx, then pairs of application and Rasa."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import postgres
from tests.nginx import Nginx, running_nginx
from tests.stack import (
    READY_S,
    ROOT,
    StackFailed,
    answers,
    free_ports,
    stack_environment,
    tail,
)

_PYTHON = ".venv/bin/python"
_RASA_PYTHON = "nlu/.venv/bin/python"
_TOKEN = "token-between-application-and-rasa"
_STOP_S = 20.0
_POLL_S = 0.1


@dataclass
class Process:
    """One process, which can be started any number of times with the same environment.

    `unit` is the file of deploy/systemd that starts it in production.
    """

    unit: str
    words: list[str]
    environment: Mapping[str, str]
    port: int
    log: Path
    running: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its own address, past nginx."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Starts it; returns at once."""
        with self.log.open("ab") as out:
            self.running = subprocess.Popen(  # noqa: S603 our own
                self.words,
                cwd=ROOT,
                env=self.environment,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def kill(self) -> None:
        """SIGKILL: it has no time for anything."""
        if self.running:
            self.running.kill()
            self.running.wait()
            self.running = None

    def stop(self) -> None:
        """SIGTERM, and waits until it is gone."""
        if self.running is None:
            return
        self.running.terminate()
        try:
            self.running.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            self.kill()
        self.running = None

    def wait_until(self, path: str, seconds: float = READY_S) -> None:
        """Returns once its path answers 200; raises StackFailed when it ends or takes too long."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.running is None or self.running.poll() is not None:
                raise StackFailed(f"{' '.join(self.words)} ended\n{tail(self.log)}")
            if answers(f"{self.url}/{path}"):
                return
            time.sleep(_POLL_S)
        raise StackFailed(f"no {path} after {seconds:.0f} s\n{tail(self.log)}")


@dataclass(frozen=True)
class Cluster:
    """A running cluster. The application `applications[n]` asks `rasas[n]`."""

    nginx: Nginx
    applications: list[Process]
    rasas: list[Process]
    database_url: str
    files: Path

    @property
    def url(self) -> str:
        """nginx without TLS; `nginx.tls_url` is the same server with it."""
        return self.nginx.url

    def pids(self) -> dict[str, list[int]]:
        """What runs, by role: "app", "rasa" and "nginx" (its master)."""
        by_role = {"app": self.applications, "rasa": self.rasas}
        running = {
            role: [each.running.pid for each in processes if each.running]
            for role, processes in by_role.items()
        }
        return {**running, "nginx": [self.nginx.process.pid]}


@contextmanager
def running_cluster(
    pairs: int = 2,
    database_url: str | None = None,
    settings: Mapping[str, str] | None = None,
    *,
    with_rasa: bool = True,
    confined: bool = False,
) -> Iterator[Cluster]:
    """Starts so many pairs and nginx before them; yields once each application is ready.

    Without a database URL it gets a PostgreSQL server of its own; `settings` are environment
    variables of the applications. Without Rasa "ready" means alive. `confined` runs them as the
    units of deploy/systemd do, as far as a test can. Raises StackFailed.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jisr-cluster-")))
        url = database_url or stack.enter_context(_own_server())
        ports = free_ports(3 * pairs)
        applications, rasas = [], []
        for number in range(pairs):
            environment = {
                **stack_environment(os.environ, ports[number * 3 : number * 3 + 3], url),
                "JISR_INTERNAL_TOKEN": _TOKEN,
                "JISR_FILES_DIR": str(folder / "files"),
                **(settings or {}),
            }
            applications.append(_application(environment, folder / f"app{number}.log"))
            rasas.append(_rasa(environment, folder / f"rasa{number}.log"))
        started = [*applications, *rasas] if with_rasa else applications
        if confined:
            for process in started:
                process.words[:0] = [_PYTHON, "-m", "tests.deploy.sandbox", process.unit]
        stack.callback(_stop, started)
        for process in started:
            process.start()
        own = folder / "nginx"
        nginx = stack.enter_context(running_nginx(own, [each.port for each in applications]))
        for application in applications:
            application.wait_until("readyz" if with_rasa else "healthz")
        yield Cluster(nginx, applications, rasas, url, folder / "files")


def _stop(processes: list[Process]) -> None:
    """All at once: each takes its seconds."""
    with ThreadPoolExecutor(len(processes)) as pool:
        list(pool.map(Process.stop, processes))


@contextmanager
def _own_server() -> Iterator[str]:
    # In a folder of its own: the server runs as another user, who may not enter the cluster's.
    with (
        tempfile.TemporaryDirectory(prefix="jisr-postgres-") as own,
        postgres.server(Path(own)) as url,
    ):
        yield url


def _application(environment: Mapping[str, str], log: Path) -> Process:
    words = [_PYTHON, "-m", "bot", "serve"]
    return Process("jisr@.service", words, environment, int(environment["JISR_PORT"]), log)


def _rasa(environment: Mapping[str, str], log: Path) -> Process:
    internal = f"http://127.0.0.1:{environment['JISR_INTERNAL_PORT']}"
    own = {**environment, "JISR_ACTIONS_URL": f"{internal}/webhook"}
    words = [_RASA_PYTHON, "-m", "nlu.serve"]
    return Process("jisr-rasa@.service", words, own, int(environment["JISR_RASA_PORT"]), log)
