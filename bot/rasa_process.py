"""Rasa as a child of the application: started, restarted when it dies, stopped with it."""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path

import structlog

from bot.settings import Settings

log = structlog.get_logger(__name__)

RASA_PYTHON = Path("nlu/.venv/bin/python")

_RESTART_PAUSE_S = 3.0
_STOP_PATIENCE_S = 10.0


class RasaProcess:
    """Keeps one `python -m nlu.serve` alive between start() and stop()."""

    def __init__(self, settings: Settings) -> None:
        self._environment = {
            **os.environ,
            "JISR_RASA_HOST": settings.rasa_host,
            "JISR_RASA_PORT": str(settings.rasa_port),
            "JISR_ACTIONS_URL": settings.actions_url,
            "JISR_RASA_ATTACHED": "1",
            "JISR_LOG_LEVEL": settings.log_level,
            "JISR_LOG_FORMAT": settings.log_format,
            "JISR_INTERNAL_TOKEN": settings.internal_token.get_secret_value(),
        }
        self._watcher: asyncio.Task[None] | None = None
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts it; its readiness shows at /readyz."""
        self._watcher = asyncio.create_task(self._keep_alive())

    async def stop(self) -> None:
        """Ends it and waits until it is gone."""
        if self._watcher:
            self._watcher.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watcher
        if self._process and self._process.returncode is None:
            await _end(self._process)

    async def _keep_alive(self) -> None:
        while True:
            # A session of its own: Ctrl-C reaches the application alone, which then stops Rasa.
            self._process = await asyncio.create_subprocess_exec(
                str(RASA_PYTHON),
                "-m",
                "nlu.serve",
                env=self._environment,
                # Rasa ends when this pipe does: not even a killed application leaves it behind.
                stdin=asyncio.subprocess.PIPE,
                start_new_session=True,
            )
            code = await self._process.wait()
            # Turns are answered without it meanwhile.
            log.error("rasa.ended", code=code)
            await asyncio.sleep(_RESTART_PAUSE_S)


async def _end(process: asyncio.subprocess.Process) -> None:
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _STOP_PATIENCE_S)
    except TimeoutError:
        process.kill()
        await process.wait()
