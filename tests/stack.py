"""The whole product as a citizen meets it: started, waited for, stopped with all its children."""

from __future__ import annotations

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
DEFAULT_URL = "http://127.0.0.1:8080"
READY_S = 120.0
_STOP_S = 20.0
_POLL_S = 0.2
_LOG_TAIL = 3000
_PORTS = range(20_000, 32_000)  # below those that the system gives to connections
_WORKERS = 16

# An empty value counts as unset for bot.settings, even where `.env` has one.
_UNSET = ("JISR_INTERNAL_TOKEN", "TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_URL")


class StackFailed(RuntimeError):
    """The product did not start, or did not become ready in time; the message holds its log."""


@dataclass(frozen=True)
class Stack:
    """A running product."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path
    rasa_port: int
    started: float  # time.monotonic() just before the command
    database_url: str

    def pids(self) -> dict[str, list[int]]:
        """The processes by role: "app" is the application, "rasa" all that it started."""
        return {"app": [self.process.pid], "rasa": _descendants(self.process.pid)}


@contextmanager
def running_stack(
    database_url: str | None = None,
    ready_s: float = READY_S,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Stack]:
    """Starts `python -m bot run` on free ports, yields it once /readyz says ready, stops it.

    Without a database URL it gets an empty SQLite file of its own; `settings` are environment
    variables set besides. Raises StackFailed.
    """
    with starting_stack(database_url, settings) as stack:
        wait_until(stack, "readyz", ready_s)
        yield stack


@contextmanager
def starting_stack(
    database_url: str | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[Stack]:
    """The same, yielded at once: nothing of it answers yet."""
    with tempfile.TemporaryDirectory(prefix="jisr-stack-") as folder:
        url = database_url or f"sqlite:///{folder}/jisr.db"
        stack = _start("run", url, Path(folder) / "log.txt", settings or {})
        try:
            yield stack
        finally:
            _stop(stack.process)


@contextmanager
def running_application(
    database_url: str | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[Stack]:
    """Starts `python -m bot serve`, the application without Rasa; ready once it is alive."""
    with tempfile.TemporaryDirectory(prefix="jisr-stack-") as folder:
        url = database_url or f"sqlite:///{folder}/jisr.db"
        stack = _start("serve", url, Path(folder) / "log.txt", settings or {})
        try:
            wait_until(stack, "healthz", READY_S)
            yield stack
        finally:
            _stop(stack.process)


@contextmanager
def stack_url() -> Iterator[str]:
    """The address of a stack: JISR_URL if set, else the one at the default port, else our own."""
    given = os.environ.get("JISR_URL", "").rstrip("/")
    if given:
        yield given
    elif answers(f"{DEFAULT_URL}/readyz"):
        yield DEFAULT_URL
    else:
        sys.stderr.write("starting the product ...\n")
        with running_stack() as stack:
            yield stack.url


def answers(address: str, token: str | None = None) -> bool:
    """Whether a GET, with a bearer token if given, is answered with 200."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 our own
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 our own
            return bool(answer.status == 200)
    except (OSError, http.client.HTTPException):
        return False


def wait_until(stack: Stack, path: str, seconds: float) -> None:
    """Returns once the path answers 200; raises StackFailed when it ends or takes too long."""
    while time.monotonic() - stack.started < seconds:
        if stack.process.poll() is not None:
            raise StackFailed(f"ended with code {stack.process.returncode}\n{tail(stack.log)}")
        if answers(f"{stack.url}/{path}"):
            return
        time.sleep(_POLL_S)
    raise StackFailed(f"no {path} after {seconds:.0f} s\n{tail(stack.log)}")


def wait_until_told(stack: Stack, text: str, seconds: float) -> None:
    """Returns once the log holds the text; raises StackFailed when it takes too long."""
    while time.monotonic() - stack.started < seconds:
        if text in stack.log.read_text("utf-8"):
            return
        time.sleep(_POLL_S)
    raise StackFailed(f"{text!r} not told after {seconds:.0f} s\n{tail(stack.log)}")


def wait_for_answer(address: str, seconds: float) -> None:
    """Returns once the address answers 200; raises StackFailed when it takes too long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if answers(address):
            return
        time.sleep(_POLL_S)
    raise StackFailed(f"{address} does not answer after {seconds:.0f} s")


def wait_until_open(port: int, seconds: float) -> None:
    """Returns once something listens on the port; raises StackFailed when it takes too long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(_POLL_S)
    raise StackFailed(f"nothing listens on port {port} after {seconds:.0f} s")


def free_ports(count: int) -> list[int]:
    """Ports that nothing listens on, all different, and that no connection will be given.

    Tests that run beside each other (pytest-xdist) look in ranges of their own.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    of_worker = _PORTS[worker % _WORKERS :: _WORKERS]
    candidates = iter(random.sample(of_worker, len(of_worker)))
    return list(islice(filter(_is_free, candidates), count))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def stack_environment(
    base: Mapping[str, str], ports: list[int], database_url: str
) -> dict[str, str]:
    """The environment of the product: these ports, this database, no token, no Telegram."""
    public, internal, rasa = ports
    return {
        **base,
        **dict.fromkeys(_UNSET, ""),
        "JISR_HOST": "127.0.0.1",
        "JISR_PORT": str(public),
        "JISR_INTERNAL_PORT": str(internal),
        "JISR_RASA_PORT": str(rasa),
        "DATABASE_URL": database_url,
        "JISR_DEMO": "1",
    }


def _start(command: str, database_url: str, log: Path, settings: Mapping[str, str]) -> Stack:
    ports = free_ports(3)
    environment = {**stack_environment(os.environ, ports, database_url), **settings}
    started = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 ourselves
            [sys.executable, "-m", "bot", command],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C in the terminal reaches the caller alone
        )
    return Stack(f"http://127.0.0.1:{ports[0]}", process, log, ports[2], started, database_url)


def _stop(process: subprocess.Popen[bytes]) -> None:
    children = _descendants(process.pid)
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    deadline = time.monotonic() + _STOP_S
    while any(_alive(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(_POLL_S)
    for pid in filter(_alive, children):
        os.kill(pid, signal.SIGKILL)


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    for child in _children(pid):
        found += [child, *_descendants(child)]
    return found


def _children(pid: int) -> list[int]:
    """Linux: /proc/<pid>/task/<thread>/children."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        listed = [(thread / "children").read_text() for thread in threads]
    except OSError:
        return []
    return [int(number) for numbers in listed for number in numbers.split()]


def _alive(pid: int) -> bool:
    """Whether it still runs; a zombie does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def tail(log: Path) -> str:
    """The end of a log."""
    return log.read_text("utf-8", errors="replace")[-_LOG_TAIL:]
