"""The one place that imports everything: builds the parts, starts and stops them.

python -m bot run              the application and Rasa, until Ctrl-C
python -m bot serve            the application alone (Rasa runs elsewhere)
python -m bot staff add NAME   a new member of staff
python -m bot poster TOPIC     a QR code that opens the Telegram bot with a topic
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import re
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import aiohttp
import uvloop
from aiohttp import web

from actions.registry import action_executor
from actions.server import ActionServer
from bot.demo.filling import fill
from bot.dialogue.continuing import Continuing
from bot.dialogue.conversations import Conversations
from bot.dialogue.degraded import Degraded
from bot.dialogue.outbox import Outbox
from bot.dialogue.pushes import Pushes
from bot.dialogue.rasa import RasaClient
from bot.dialogue.turns import Dialogue
from bot.errors import JisrError, SettingsRefused
from bot.files.store import FileStore, keep_sweeping
from bot.insight.parts import Insight
from bot.mail.sending import Mailer
from bot.mail.server import MailServer
from bot.mail.wording import Wording
from bot.papers.printer import Printer
from bot.papers.words import load_words as load_paper_words
from bot.rasa_process import RasaProcess
from bot.replies.catalogue import load_catalogue
from bot.replies.render import Renderer
from bot.settings import Settings, read_settings
from bot.staff.accounts import create_staff, ensure_first_admin
from bot.staff.app import staff_app
from bot.staff.profile import read_profile
from bot.staff.roles import Role
from bot.storage.database import Database
from bot.storage.leases import Leases
from bot.storage.migrate import migrate
from bot.storage.retention import keep_forgetting
from bot.storage.secrets import secret_of
from bot.telegram.channel import TelegramChannel, telegram_channel
from bot.telegram.deep_links import link_to
from bot.telegram.posters import qr_code
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
from nlu.text.variety import VARIETIES

log = logging.getLogger("jisr")

Loop = Callable[[], Awaitable[None]]

# They would log what citizens write at DEBUG, or every start at length.
_TALKATIVE = ("aiosqlite", "alembic", "bm25s", "rasa_sdk")


def main() -> int:
    """Runs the command; the exit code is 2 for a setting or a file that is refused."""
    options = _parse()
    try:
        settings = read_settings()
        logging.basicConfig(
            level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s"
        )
        # It quotes what it cannot read of a citizen's document.
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.WARNING)
        if options.command == "poster":
            _draw_poster(options, settings)
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


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="the application and Rasa, until Ctrl-C")
    commands.add_parser("serve", help="the application alone")
    commands.add_parser("demo", help="as run, with a desk of invented tickets")
    poster = commands.add_parser("poster", help="a QR code that opens the Telegram bot")
    poster.add_argument("about", help="the id of a topic, complaint or suivi")
    poster.add_argument("--bot", required=True, type=_bot_name, help="the bot's name, without @")
    poster.add_argument("--out", type=Path, default=Path("poster.svg"), help="poster.svg if unset")
    staff = commands.add_parser("staff", help="accounts of the console")
    add = staff.add_subparsers(dest="staff_command", required=True).add_parser("add")
    add.add_argument("username")
    add.add_argument("--name", default="")
    add.add_argument("--role", choices=[role.value for role in Role], default=Role.AGENT.value)
    add.add_argument("--email", default="", help="where notices to them go")
    add.add_argument(
        "--languages",
        type=_varieties,
        default=[],
        help=f"what they answer in, comma-separated: {', '.join(VARIETIES)}",
    )
    return parser.parse_args()


def _bot_name(text: str) -> str:
    if not re.fullmatch(r"\w{5,32}", text, re.ASCII):
        raise argparse.ArgumentTypeError("5 to 32 letters, digits and _, as @BotFather took it")
    return text


def _varieties(text: str) -> list[str]:
    named = [part.strip() for part in text.split(",") if part.strip()]
    if unknown := set(named) - set(VARIETIES):
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))} is none of {VARIETIES}")
    return named


async def _command(options: argparse.Namespace, settings: Settings) -> None:
    # Alembic is synchronous and opens its own connection: not on the event loop's thread.
    await asyncio.to_thread(migrate, settings.database_url)
    if options.command == "staff":
        await _add_staff(options, settings)
        return
    if options.command == "demo":
        await _fill_desk(settings)
    async with running(settings, with_rasa=options.command != "serve"):
        await _until_told_to_stop()


def _draw_poster(options: argparse.Namespace, settings: Settings) -> None:
    topics = load(strict=settings.knowledge_strict).topics
    link = link_to(options.bot, options.about, topics)
    options.out.write_bytes(qr_code(link))
    sys.stdout.write(f"{link}\n{options.out}\n")


async def _add_staff(options: argparse.Namespace, settings: Settings) -> None:
    fields = {"name": options.name or options.username, "email": options.email}
    profile = read_profile(fields, options.languages)
    database = Database(settings.database_url)
    try:
        password = await create_staff(
            database,
            options.username,
            name=profile.name,
            role=options.role,
            email=profile.email,
            languages=profile.languages,
        )
    finally:
        await database.close()
    sys.stdout.write(f"{options.username}: first password {password}\n")


async def _fill_desk(settings: Settings) -> None:
    database = Database(settings.database_url)
    try:
        first = await ensure_first_admin(database)
        invented = await fill(database)
    finally:
        await database.close()
    if first:
        sys.stdout.write(f"first administrator: admin, password {first}\n")
    if invented:
        sys.stdout.write(f"invented staff: amal (supervisor), youssef, hind: password {invented}\n")


@asynccontextmanager
async def running(settings: Settings, *, with_rasa: bool) -> AsyncIterator[None]:
    """The whole application, listening; all of it is stopped at the end of the block."""
    async with AsyncExitStack() as stack:
        database = Database(settings.database_url)
        stack.push_async_callback(database.close)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        parts = await _build(settings, database, session)
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
        for name, loop in _loops(settings, database, parts).items():
            task = asyncio.create_task(Leases(database).alone(name, loop))
            stack.push_async_callback(_cancelled, task)
        await _announce(settings, database)
        yield


def _loops(settings: Settings, database: Database, parts: _Parts) -> Mapping[str, Loop]:
    """What one process alone does from time to time, by the name of its lease."""
    files = FileStore(Path(settings.files_dir))
    loops: dict[str, Loop] = {
        "retention": partial(keep_forgetting, database, settings.turn_days),
        "files": partial(keep_sweeping, database, files),
        "chases": partial(keep_reminding, database),
        "targets": partial(keep_time, database),
    }
    if parts.telegram:
        loops["outbox"] = partial(parts.outbox.run, {"telegram": parts.telegram})
    else:
        log.info("telegram.off TELEGRAM_BOT_TOKEN is not set; everything else runs")
    if parts.mailer:
        loops["mail"] = parts.mailer.run
    else:
        log.info("mail.off JISR_SMTP_URL is not set; everything else runs")
    return loops


@dataclass(frozen=True)
class _Parts:
    public: web.Application
    internal: web.Application
    outbox: Outbox
    telegram: TelegramChannel | None
    mailer: Mailer | None
    insight: Insight


async def _build(settings: Settings, database: Database, session: aiohttp.ClientSession) -> _Parts:
    knowledge = load(strict=settings.knowledge_strict)
    for fault in knowledge.faults:
        log.error("knowledge.fault %s", fault)
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
    telegram = telegram_channel(
        settings, database, dialogue, conversations, renderer, attachments, knowledge
    )

    public = public_app(settings.widget_origins)
    public[keys.DIALOGUE] = dialogue
    public[keys.CONVERSATIONS] = conversations
    public[keys.OUTBOX] = outbox
    public[keys.PUSHES] = Pushes(database, renderer)
    public[keys.RENDERER] = renderer
    public[keys.RASA] = rasa
    public[keys.ATTACHMENTS] = attachments
    public[keys.TOKENS] = Tokens(await secret_of(database, "conversation-tokens"))
    printer = Printer(
        await secret_of(database, "papers"),
        f"{settings.home}/verify",
        load_paper_words(load_catalogue()),
    )
    public[keys.PRINTER] = printer
    public[keys.CONTINUING] = Continuing(database)
    public[keys.FOLLOW_UP] = follow_up
    public[keys.VISITS] = Visits(await secret_of(database, "ticket-visits"))
    console = _console(settings, database, knowledge, printer, insight, attachments)
    public.add_subapp("/staff", console)
    if telegram:
        telegram.add_routes(public)

    executor = action_executor(knowledge, words, desk, talk, reception)
    internal = ActionServer(executor, token, conversations.is_answered).app()
    mailer = _mailer(settings, database, renderer)
    return _Parts(public, internal, outbox, telegram, mailer, insight)


def _console(
    settings: Settings,
    database: Database,
    knowledge: Knowledge,
    printer: Printer,
    insight: Insight,
    attachments: Attachments,
) -> web.Application:
    return staff_app(
        database,
        settings.session_hours,
        printer=printer,
        knowledge_faults=knowledge.faults,
        rendering=Rendering(spoken=knowledge.words("ary"), kept=knowledge.words("fr")),
        insight=insight,
        totp_roles=settings.totp_roles,
        files=attachments,
        reopen_days=settings.reopen_days,
        chase_days=settings.chase_days,
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
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
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
