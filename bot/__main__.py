"""The one place that imports everything: builds the parts, starts and stops them.

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
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import aiohttp
import structlog
import uvloop
from aiohttp import web
from sqlalchemy.exc import OperationalError

from actions.registry import action_executor
from actions.server import ActionServer
from bot import logs
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
from bot.dialogue.continuing import Continuing
from bot.dialogue.conversations import Conversations
from bot.dialogue.degraded import Degraded
from bot.dialogue.forgetting import Forgetting
from bot.dialogue.linking import Linking
from bot.dialogue.outbox import Outbox
from bot.dialogue.own_data import OwnData
from bot.dialogue.pushes import Pushes
from bot.dialogue.rasa import RasaClient
from bot.dialogue.turns import Dialogue
from bot.errors import JisrError, SettingsRefused
from bot.files.store import FileStore, keep_sweeping
from bot.insight.metrics import Metrics
from bot.insight.parts import Insight
from bot.limiting import Limiter, Limits
from bot.mail.sending import Mailer
from bot.mail.server import MailServer
from bot.mail.wording import Wording
from bot.news.delivering import Delivering
from bot.news.parts import News
from bot.papers.printer import Printer
from bot.papers.words import load_words as load_paper_words
from bot.privacy.policy import Terms
from bot.privacy.retention import Retention
from bot.rasa_process import RasaProcess
from bot.replies.catalogue import load_catalogue
from bot.replies.render import Renderer
from bot.settings import Settings, read_settings
from bot.staff.accounts import ensure_first_admin
from bot.staff.app import staff_app
from bot.storage.database import Database
from bot.storage.leases import Leases
from bot.storage.migrate import migrate
from bot.storage.secrets import secret_of
from bot.telegram.announcing import TelegramAnnouncer
from bot.telegram.channel import TelegramChannel, telegram_channel
from bot.telegram.linking import linked_chats
from bot.telegram.own_data import own_data_of_chats
from bot.telegram.subscribing import subscribing
from bot.tickets.attachments import Attachments
from bot.tickets.desk import Desk
from bot.tickets.following import FollowUp
from bot.tickets.forwarding import keep_reminding
from bot.tickets.reception import Reception
from bot.tickets.talking import TicketTalk
from bot.tickets.timekeeping import keep_time
from bot.tickets.words import FOLDER as WORDS
from bot.tickets.words import WordsError, load_words
from bot.web import keys
from bot.web.app import public_app
from bot.web.tokens import Tokens
from bot.web.visits import Visits
from knowledge.base import Knowledge, UnknownTopic
from knowledge.loading import KnowledgeError, load
from knowledge.verified import Verifications
from nlu.text.rendering import Rendering

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
        parts = await _build(settings, database, session)
        # What is built stays: the collector need not look at it again and again.
        gc.freeze()
        await _listen(stack, parts.internal, settings.internal_host, settings.internal_port)
        await _listen(stack, parts.public, settings.host, settings.port)
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
        loops = {"audit": seals.keep_sealing, **_loops(settings, database, parts)}
        for name, loop in loops.items():
            task = asyncio.create_task(Leases(database).alone(name, loop))
            stack.push_async_callback(_cancelled, task)
        await _announce(settings, database)
        yield


def _loops(settings: Settings, database: Database, parts: _Parts) -> Mapping[str, Loop]:
    """What one process alone does from time to time, by the name of its lease."""
    files = FileStore(Path(settings.files_dir))
    loops: dict[str, Loop] = {
        "retention": parts.retention.keep,
        "files": partial(keep_sweeping, database, files),
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


@dataclass(frozen=True)
class _Parts:
    public: web.Application
    internal: web.Application
    outbox: Outbox
    telegram: TelegramChannel | None
    mailer: Mailer | None
    insight: Insight
    news: News
    retention: Retention


async def _build(settings: Settings, database: Database, session: aiohttp.ClientSession) -> _Parts:
    knowledge = _knowledge(settings)
    words = load_words(WORDS)
    follow_up = FollowUp(database, settings.reopen_days)
    desk = Desk(
        database,
        settings.acknowledge_days,
        settings.answer_days,
        words,
        follow_up,
        assigns=settings.auto_assign,
    )
    verifications = Verifications()
    insight = Insight.of(database, knowledge, verifications, settings.turn_days)
    await insight.fact_checks.refresh()
    renderer = Renderer(
        load_catalogue(), knowledge, verifications=verifications, home=settings.public_url
    )
    conversations = Conversations(database)
    outbox = Outbox(database)
    token = settings.internal_token.get_secret_value()
    rasa = RasaClient(session, settings.rasa_url, token, settings.rasa_timeout_s)
    talk = TicketTalk(follow_up, words)
    reception = Reception(database, settings.office_hours)
    degraded = Degraded(knowledge, words, desk, talk, reception)
    dialogue = Dialogue(
        conversations, rasa, degraded, knowledge, words, renderer, settings.message_max_chars
    )
    store = FileStore(Path(settings.files_dir))
    attachments = Attachments(database, store, settings.files_total_mb)
    linking = Linking(database, conversations)
    own_data = OwnData(database, conversations, renderer)
    forgetting = Forgetting(database, conversations, store, settings.backup_days)
    printer = await _printer(settings, database)
    telegram = telegram_channel(
        settings,
        database,
        dialogue,
        conversations,
        renderer,
        attachments,
        knowledge,
        extensions=[
            subscribing(database),
            linked_chats(linking),
            own_data_of_chats(own_data, forgetting, store, printer, settings.turn_days),
        ],
    )

    limiter = Limiter(Limits.of(settings), behind_proxy=settings.behind_proxy)
    public = public_app(settings.widget_origins)
    public[keys.LIMITER] = limiter
    public[keys.DIALOGUE] = dialogue
    public[keys.CONVERSATIONS] = conversations
    public[keys.OUTBOX] = outbox
    public[keys.PUSHES] = Pushes(database, renderer)
    public[keys.RENDERER] = renderer
    public[keys.RASA] = rasa
    public[keys.ATTACHMENTS] = attachments
    public[keys.TOKENS] = Tokens(await secret_of(database, "conversation-tokens"))
    public[keys.PRINTER] = printer
    public[keys.OWN_DATA] = own_data
    public[keys.FORGETTING] = forgetting
    public[keys.TURN_DAYS] = settings.turn_days
    public[keys.CONTINUING] = Continuing(database)
    public[keys.LINKING] = linking
    public[keys.FOLLOW_UP] = follow_up
    public[keys.VISITS] = Visits(await secret_of(database, "ticket-visits"))
    news = News.of(database, renderer, knowledge, four_eyes=settings.news_four_eyes)
    retention = Retention(database, Terms.of(settings))
    console = _console(
        settings,
        database,
        knowledge,
        rasa,
        printer,
        insight,
        news,
        attachments,
        retention,
        limiter,
    )
    public.add_subapp("/staff", console)
    if telegram:
        telegram.add_routes(public)
        public[keys.TELEGRAM_NAME] = telegram.bot_name

    actions = action_executor(knowledge, words, desk, talk, reception)
    internal = ActionServer(actions, token, conversations.is_answered).app()
    internal.router.add_get("/metrics", Metrics(database).show)
    mailer = _mailer(settings, database, renderer)
    return _Parts(public, internal, outbox, telegram, mailer, insight, news, retention)


def _knowledge(settings: Settings) -> Knowledge:
    knowledge = load(strict=settings.knowledge_strict)
    for fault in knowledge.faults:
        log.error("knowledge.fault", fault=str(fault))
    return knowledge


async def _printer(settings: Settings, database: Database) -> Printer:
    key = await secret_of(database, "papers")
    return Printer(key, f"{settings.home}/verify", load_paper_words(load_catalogue()))


def _console(
    settings: Settings,
    database: Database,
    knowledge: Knowledge,
    rasa: RasaClient,
    printer: Printer,
    insight: Insight,
    news: News,
    attachments: Attachments,
    retention: Retention,
    limiter: Limiter,
) -> web.Application:
    return staff_app(
        database,
        settings.session_hours,
        printer=printer,
        knowledge_faults=knowledge.faults,
        silent_since=lambda: rasa.silent_since,
        rendering=Rendering(spoken=knowledge.words("ary"), kept=knowledge.words("fr")),
        insight=insight,
        news=news,
        totp_roles=settings.totp_roles,
        idle_minutes=settings.session_idle_minutes,
        files=attachments,
        retention=retention,
        reopen_days=settings.reopen_days,
        chase_days=settings.chase_days,
        limiter=limiter,
    )


def _mailer(settings: Settings, database: Database, renderer: Renderer) -> Mailer | None:
    if not (settings.smtp_url and settings.mail_from and settings.public_url):
        return None
    server = MailServer.at(settings.smtp_url.get_secret_value())
    wording = Wording(renderer, settings.public_url)
    return Mailer(database, server, wording, settings.mail_from)


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
    home = settings.home
    password = await ensure_first_admin(database)
    lines = [
        f"demo page with the widget  {home}/",
        f"staff console              {home}/staff",
        f"  first administrator: admin, password {password} (shown this once)"
        if password
        else "  sign in, or add an account: make staff NAME=...",
        "ready to answer by knowledge search; /readyz tells when Rasa answers too",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
