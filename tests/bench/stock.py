"""The figures of the stock Rasa assistant: REST channel, SQL tracker store, one custom action."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import aiohttp
import yaml
from aiohttp import web

from nlu.evaluation.scoring import percentile
from tests.bench.crowds import crowd_figures
from tests.bench.figures import Figures
from tests.bench.memory import rss_mb
from tests.bench.plan import Plan
from tests.bench.questions import questions
from tests.bench.stock_history import lengthen
from tests.bench.stock_model import ACTION, DIET_EPOCHS, RASA, StockModel, stock_model
from tests.bench.turns import EARLY, Talk, flatness, late, one_conversation, one_user
from tests.stack import free_ports, tail

_READY_S = 180.0
_STOP_S = 20.0


class StockFailed(RuntimeError):
    """The stock assistant did not start, or did not answer; the message holds its log."""


def stock_figures(plan: Plan) -> Figures:
    """Turns of the stock assistant; raises StockFailed, or what training raised."""
    model = stock_model()
    figures = asyncio.run(_figures(model, plan, questions()))
    return {
        **figures,
        "stock_diet_epochs": float(DIET_EPOCHS),
        "stock_training_s": model.seconds,
        "stock_flatness_history": "copied turns",
    }


async def _figures(model: StockModel, plan: Plan, asked: Sequence[str]) -> Figures:
    with tempfile.TemporaryDirectory(prefix="jisr-stock-") as name:
        folder = Path(name)
        async with _running(model, folder) as (talks, pid):
            await one_user(talks.new, asked, plan.warm_up)
            times = await one_user(talks.new, asked, plan.turns)
            crowds = await crowd_figures(talks.new, asked, plan, "stock_")
            long = await _long_conversation(talks, folder / "tracker.db", asked, plan.long_turns)
            memory = rss_mb([pid])
    return {
        "stock_turn_p50_ms": percentile(times, 50),
        **crowds,
        "stock_flatness": flatness(long),
        "stock_turn_p95_ms": percentile(times, 95),
        "stock_rasa_rss_mb": memory,
    }


class _Talks:
    """Conversations with the running assistant, through its REST channel."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = f"{url}/webhooks/rest/webhook"

    def new(self) -> Talk:
        """A conversation of its own."""
        return self.of(uuid4().hex)

    def of(self, sender: str) -> Talk:
        """The conversation of that sender."""

        async def talk(text: str) -> None:
            body = {"sender": sender, "message": text}
            async with self._session.post(self._url, json=body) as answer:
                if answer.status != 200 or not await answer.json():
                    raise StockFailed(f"{answer.status} to {text!r}")

        return talk


async def _long_conversation(
    talks: _Talks, database: Path, asked: Sequence[str], turns: int
) -> list[float]:
    """The times of so many turns of one conversation; those that were not run are zero.

    Run in full they would take ten minutes and more. So the first turns are run, the last five of
    them repeated in the assistant's own database, and the last turns run again.
    """
    talk_id = uuid4().hex
    run = EARLY.stop - 1
    missing = late(turns).start - 1 - run
    early = await one_conversation(talks.of(talk_id), asked, run)
    await asyncio.to_thread(lengthen, database, talk_id, missing)
    last = await one_conversation(talks.of(talk_id), asked, len(late(turns)))
    return [*early, *([0.0] * missing), *last]


@asynccontextmanager
async def _running(model: StockModel, folder: Path) -> AsyncIterator[tuple[_Talks, int]]:
    port, actions_port = free_ports(2)
    async with _action_server(actions_port), aiohttp.ClientSession() as session:
        log = folder / "log.txt"
        process = _start(model, folder, port, actions_port, log)
        try:
            url = f"http://127.0.0.1:{port}"
            await _until_ready(session, url, process, log)
            yield _Talks(session, url), process.pid
        finally:
            _stop(process)


@asynccontextmanager
async def _action_server(port: int) -> AsyncIterator[None]:
    """The one custom action: answers at once, as cheaply as can be."""
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_post("/webhook", _act)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield
    finally:
        await runner.cleanup()


async def _act(request: web.Request) -> web.Response:
    call = await request.json()
    said = [{"text": "(answer)"}] if call["next_action"] == ACTION else []
    return web.json_response({"events": [], "responses": said})


def _start(
    model: StockModel, folder: Path, port: int, actions_port: int, log: Path
) -> subprocess.Popen[bytes]:
    endpoints = {
        "action_endpoint": {"url": f"http://127.0.0.1:{actions_port}/webhook"},
        "tracker_store": {"type": "SQL", "dialect": "sqlite", "db": str(folder / "tracker.db")},
    }
    (folder / "endpoints.yml").write_text(yaml.safe_dump(endpoints), "utf-8")
    command = [
        *(str(RASA), "run", "--model", str(model.path), "--interface", "127.0.0.1"),
        *("--port", str(port), "--endpoints", str(folder / "endpoints.yml")),
        *("--credentials", str(model.folder / "credentials.yml")),
    ]
    sys.stderr.write("bench: starting the stock assistant ...\n")
    with log.open("wb") as output:
        return subprocess.Popen(  # noqa: S603 our own programs
            command,
            cwd=folder,
            env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "LOG_LEVEL": "WARNING"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


async def _until_ready(
    session: aiohttp.ClientSession, url: str, process: subprocess.Popen[bytes], log: Path
) -> None:
    deadline = time.monotonic() + _READY_S
    while time.monotonic() < deadline and process.poll() is None:
        await asyncio.sleep(0.5)
        try:
            async with session.get(url) as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientConnectionError:
            continue
    raise StockFailed(tail(log))


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
