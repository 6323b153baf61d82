"""One life of the application: the real one, in a process that is there to be killed."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from unittest.mock import patch

import uvloop

from bot import __main__ as application
from bot import assembly, logs
from bot.replies.catalogue import load_catalogue
from bot.settings import Settings, read_settings
from bot.storage.models import columns
from bot.tickets.words import FOLDER, Words, load_words
from knowledge.base import Knowledge
from knowledge.loading import load
from nlu.text.rendering import Rendering


@cache
def knowledge() -> Knowledge:
    """The knowledge base."""
    return load()


@cache
def words() -> Words:
    """The words of forms."""
    return load_words(FOLDER)


@cache
def rendering() -> Rendering:
    """How Latin letters are put into Arabic ones."""
    return Rendering(spoken=knowledge().words("ary"), kept=knowledge().words("fr"))


def read_once() -> None:
    """Reads what no life changes: the lives that are forked afterwards have it."""
    rendering()
    words()
    load_catalogue()


def live(environment: Mapping[str, str], log: Path, ahead: timedelta) -> None:
    """Runs the application until the process is killed; its output goes to the end of `log`.

    Its clock is `ahead` of ours.
    """
    with log.open("ab") as output:
        for stream in (1, 2):
            os.dup2(output.fileno(), stream)
    os.environ.update(environment)
    settings = read_settings()
    logs.configure(settings.log_level, settings.log_format)
    with patch.multiple(
        assembly,
        load=lambda **_options: knowledge(),
        load_words=lambda _folder: words(),
        Rendering=lambda **_words: rendering(),
    ):
        columns.datetime = _clock(ahead)  # type: ignore[attr-defined] # where `now` looks
        uvloop.run(_for_ever(settings))


def _clock(ahead: timedelta) -> type[datetime]:
    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + ahead

    return Ahead


async def _for_ever(settings: Settings) -> None:
    async with application.running(settings, with_rasa=False):
        await asyncio.Event().wait()
