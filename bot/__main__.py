"""Starts and stops the parts of the application, and is its command line.

python -m bot run              the application and Rasa, until Ctrl-C
python -m bot serve            the application alone (Rasa runs elsewhere)
python -m bot migrate          the tables of this version, as each start makes them too
python -m bot staff add NAME   a new member of staff
python -m bot verify-audit     whether an audit row was changed since it was written
python -m bot retention        deletes what is due now; --dry-run only counts it
python -m bot backup FILE      database and files in one archive; the application may run on
python -m bot restore FILE     the archive into an empty place
python -m bot poster TOPIC     a QR code that opens the Telegram bot with a topic
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

import aiohttp
import structlog
import uvloop
from aiohttp import web
from sqlalchemy.exc import OperationalError

from bot import logs
from bot.assembly import Assembly
from bot.commands import (
    add_staff,
    archive,
    draw_poster,
    fill_desk,
    forget,
    parse,
    seals_of,
    verify_audit,
)
from bot.errors import JisrError, SettingsRefused
from bot.files.store import keep_sweeping
from bot.news.delivering import Delivering
from bot.rasa_process import RasaProcess
from bot.settings import Settings, read_settings
from bot.staff.accounts import ensure_first_admin
from bot.staff.passwords import FIRST_VALID
from bot.storage.database import Database
from bot.storage.leases import Leases
from bot.storage.migrate import migrate
from bot.telegram.announcing import TelegramAnnouncer
from bot.tickets.forwarding import keep_reminding
from bot.tickets.timekeeping import keep_time
from bot.tickets.words import WordsError
from knowledge.base import UnknownTopic
from knowledge.loading import KnowledgeError

log = structlog.get_logger("jisr")

Loop = Callable[[], Awaitable[None]]

# How long a connection may be idle, or be about its headers; longer than a proxy keeps one (60 s).
_KEEP_ALIVE_S = 75.0


def main() -> int:
    """Runs the command; the exit code is 2 for a setting or a file that is refused."""
    options = parse()
    try:
        settings = read_settings()
        logs.configure(settings.log_level, settings.log_format)
        if options.command == "poster":
            draw_poster(options, settings)
        elif options.command in {"backup", "restore"}:
            archive(options.command, Path(options.file), settings)
        else:
            uvloop.run(_command(options, settings))
    except SettingsRefused as error:
        sys.stderr.write(f"jisr: cannot start\n{error.fields['problems']}\n")
        return 2
    except UnknownTopic as error:
        sys.stderr.write(f"jisr: there is no topic {error}; see knowledge/topics/\n")
        return 2
    except (KnowledgeError, WordsError) as error:
        sys.stderr.write(f"jisr: cannot start, these files are at fault\n{error}\n")
        return 2
    except JisrError as error:
        sys.stderr.write(f"jisr: {error.code} {error.fields}\n")
        return 1
    return 0


async def _command(options: argparse.Namespace, settings: Settings) -> None:
    # Alembic is synchronous and opens its own connection: not on the event loop's thread.
    try:
        await asyncio.to_thread(migrate, settings.database_url)
    except OperationalError as error:
        raise SettingsRefused(problems=f"DATABASE_URL: {error.orig}") from error
    if options.command == "migrate":
        return
    if options.command == "staff":
        await add_staff(options, settings)
        return
    if options.command == "verify-audit":
        await verify_audit(options.head, settings)
        return
    if options.command == "retention":
        await forget(dry_run=options.dry_run, settings=settings)
        return
    if options.command == "demo":
        await fill_desk(settings)
    async with running(settings, with_rasa=options.command != "serve"):
        await _until_told_to_stop()


@asynccontextmanager
async def running(settings: Settings, *, with_rasa: bool) -> AsyncIterator[None]:
    """The whole application, listening; all of it is stopped at the end of the block."""
    async with AsyncExitStack() as stack:
        database = Database(settings.database_url)
        stack.push_async_callback(database.close)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        parts = await Assembly.of(settings, database, session)
        await parts.insight.fact_checks.refresh()
        public, internal = parts.public, parts.internal
        # What is built stays: the collector need not look at it again and again.
        gc.freeze()
        await _listen(stack, internal, settings.internal_host, settings.internal_port)
        await _listen(stack, public, settings.host, settings.port)
        if with_rasa:
            rasa = RasaProcess(settings)
            stack.push_async_callback(rasa.stop)
            await rasa.start()
        if parts.telegram:
            stack.push_async_callback(parts.telegram.stop)
            await parts.telegram.start()
        fresh = asyncio.create_task(parts.insight.fact_checks.keep_fresh())
        stack.push_async_callback(_cancelled, fresh)
        seals = await seals_of(settings, database)
        loops = {"audit": seals.keep_sealing, **_loops(parts)}
        for name, loop in loops.items():
            task = asyncio.create_task(Leases(database).alone(name, loop))
            stack.push_async_callback(_cancelled, task)
        await _announce(settings, database)
        yield


def _loops(parts: Assembly) -> Mapping[str, Loop]:
    """What one process alone does from time to time, by the name of its lease."""
    database = parts.database
    loops: dict[str, Loop] = {
        "retention": parts.retention.keep,
        "files": partial(keep_sweeping, database, parts.store),
        "chases": partial(keep_reminding, database),
        "targets": partial(keep_time, database),
    }
    if parts.telegram:
        loops["outbox"] = partial(parts.outbox.run, {"telegram": parts.telegram})
        announcer = TelegramAnnouncer(parts.telegram, parts.news.wording)
        loops["news"] = Delivering(database, announcer).run
    else:
        log.info("telegram.off", unset="TELEGRAM_BOT_TOKEN")
    if parts.mailer:
        loops["mail"] = parts.mailer.run
    else:
        log.info("mail.off", unset="JISR_SMTP_URL")
    return loops


async def _until_told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
    sys.stdout.write("\nstopping\n")


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def _listen(stack: AsyncExitStack, app: web.Application, host: str, port: int) -> None:
    # Open event streams would hold a stop up to the time-out.
    runner = web.AppRunner(
        app, access_log=None, shutdown_timeout=2.0, keepalive_timeout=_KEEP_ALIVE_S
    )
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, host, port).start()


async def _announce(settings: Settings, database: Database) -> None:
    lines = [
        f"demo page with the widget  {settings.home}/"
        if settings.demo
        else f"page for citizens          {settings.home}/assistant",
        f"staff console              {settings.console}",
        f"  {await _way_in(settings, database)}",
        "ready to answer by knowledge search; /readyz tells when Rasa answers too",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


async def _way_in(settings: Settings, database: Database) -> str:
    # Where citizens are served, this output is kept by others: no password belongs there.
    password = await ensure_first_admin(database) if settings.demo else None
    if password is None:
        return "sign in, or add an account: make staff NAME=... ROLE=admin"
    days = FIRST_VALID.days
    once = f"shown this once; sign in and choose your own within {days} days"
    return f"first administrator: admin, password {password} ({once})"


if __name__ == "__main__":
    sys.exit(main())
