"""Serves the newest model to the application: `python -m nlu.serve`, from the repository root.

The port opens before the model is loaded; GET /ready tells when it answers. Environment:
JISR_RASA_HOST (127.0.0.1), JISR_RASA_PORT (5005), JISR_INTERNAL_TOKEN (or the file
jisr_internal_token in CREDENTIALS_DIRECTORY), JISR_ACTIONS_URL
(http://127.0.0.1:8081/webhook), JISR_RASA_MODEL (the model of the repository's files, trained
if it is missing), JISR_RASA_SECONDS (20, the longest turn), JISR_RASA_ATTACHED (end when
standard input does), JISR_LOG_LEVEL (INFO), JISR_LOG_FORMAT (auto, json or console).
"""

# ruff: noqa: PLC0415 (Rasa takes seconds to import, and wants its environment set before)
from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from nlu.deferred import defer
from nlu.quiet import quieten_serving
from nlu.train import MODELS, Inputs, model_path

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from sanic import Sanic

ENDPOINTS = "nlu/endpoints.yml"
KEEP_ALIVE_S = 75  # longer than the application keeps one, or it would ask into a closing door
NEVER_MINTED = frozenset({"restart", "back", "session_start", "nlu_fallback"})
DEFAULTS = {
    "JISR_RASA_HOST": "127.0.0.1",
    "JISR_RASA_PORT": "5005",
    "JISR_ACTIONS_URL": "http://127.0.0.1:8081/webhook",
    "JISR_RASA_SECONDS": "20",
    "JISR_LOG_LEVEL": "INFO",
    "JISR_LOG_FORMAT": "auto",
}


def main() -> None:
    """Serve until told to stop; without a token there is nothing to serve."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    _read_credential("JISR_INTERNAL_TOKEN")
    if not os.environ.get("JISR_INTERNAL_TOKEN"):
        sys.exit("nlu.serve: JISR_INTERNAL_TOKEN is not set")
    if os.environ.get("JISR_RASA_ATTACHED"):
        threading.Thread(target=_end_with_parent, daemon=True).start()
    defer("rasa.utils.train_utils")
    quieten_serving()
    app = application()
    app.run(
        host=os.environ["JISR_RASA_HOST"],
        port=int(os.environ["JISR_RASA_PORT"]),
        access_log=False,
        motd=False,
    )
    if app.ctx.agent is None:
        sys.exit(1)


def _read_credential(name: str) -> None:
    """Takes the secret from its file, where systemd or a container gives it so."""
    file = Path(os.environ.get("CREDENTIALS_DIRECTORY", "")) / name.lower()
    if not os.environ.get(name) and file.is_file():
        os.environ[name] = file.read_text("utf-8").strip()


def _end_with_parent() -> None:
    """Ends this process when the application that started it is gone, however it went."""
    sys.stdin.buffer.read()
    os._exit(0)


def application() -> Sanic:
    """The web application with our channel and no other; it loads its model once it is up."""
    from rasa.core.channels.channel import register
    from sanic import Sanic

    from nlu.connector import JisrChannel

    app = Sanic("jisr-nlu", configure_logging=False)
    app.ctx.agent = None
    app.ctx.intents = frozenset()
    app.config.KEEP_ALIVE_TIMEOUT = KEEP_ALIVE_S
    channel = JisrChannel(os.environ["JISR_INTERNAL_TOKEN"], float(os.environ["JISR_RASA_SECONDS"]))
    register([channel], app, route=None)
    app.register_listener(_start_loading, "after_server_start")
    app.register_listener(_close, "before_server_stop")
    return app


async def _start_loading(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
    app.add_task(_load_into(app, loop))


async def _close(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
    if app.ctx.agent is not None:
        await app.ctx.agent.action_endpoint.close()


async def _load_into(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
    try:
        agent = await loop.run_in_executor(None, load_agent)
    except Exception:
        structlog.get_logger("nlu.serve").exception("model.failed")
        app.stop()
        return
    app.ctx.intents = _intents(agent)
    app.ctx.agent = agent
    # What is loaded stays: the collector need not look at it again and again.
    gc.freeze()


def load_agent() -> Agent:
    """The model as an agent that asks our actions and keeps no conversation."""
    from rasa.core.agent import Agent

    from nlu import quicker
    from nlu.action_endpoint import ActionEndpoint
    from nlu.state import RequestStateStore

    quicker.apply()
    return Agent.load(
        _model(),
        tracker_store=RequestStateStore(domain=None),
        action_endpoint=ActionEndpoint.read(ENDPOINTS),
    )


def _intents(agent: Agent) -> frozenset[str]:
    """The intents the application may name outright; Rasa's own commands are not among them."""
    return frozenset(agent.domain.intents) - NEVER_MINTED


def _model() -> Path:
    """The model to serve. Training is left to another process, which needs TensorFlow."""
    named = os.environ.get("JISR_RASA_MODEL")
    if named:
        return Path(named)
    path = model_path(Inputs(), MODELS)
    if not path.exists():
        subprocess.run([sys.executable, "-m", "nlu.train"], check=True)
    return path


if __name__ == "__main__":
    main()
