"""What the command line can do beside running: accounts, archives, posters, the audit rows."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from bot.audit.sealing import Seals
from bot.backup.archive import back_up, restore
from bot.demo.filling import fill
from bot.errors import AuditChanged, RetentionFailed, SettingsRefused
from bot.privacy.policy import Terms
from bot.privacy.retention import Retention
from bot.settings import Settings
from bot.staff.accounts import create_staff, ensure_first_admin
from bot.staff.passwords import FIRST_VALID
from bot.staff.profile import read_email, read_profile
from bot.staff.roles import Role
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.secrets import secret_of
from bot.telegram.deep_links import link_to
from bot.telegram.posters import qr_code
from knowledge.loading import load
from nlu.text.variety import VARIETIES


def parse() -> argparse.Namespace:
    """The command line, read; ends the process with what is wrong with it."""
    parser = argparse.ArgumentParser(prog="python -m bot")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="the application and Rasa, until Ctrl-C")
    commands.add_parser("serve", help="the application alone")
    commands.add_parser("migrate", help="the tables of this version, and no more")
    commands.add_parser("demo", help="as run, with a desk of invented tickets")
    for name, told in (("backup", "database and files into one"), ("restore", "all of one")):
        commands.add_parser(name, help=f"{told} archive").add_argument("file")
    verify = commands.add_parser("verify-audit", help="whether an audit row was changed")
    verify.add_argument("--head", default=None, help="the head that an earlier run printed")
    retention = commands.add_parser("retention", help="delete and anonymise what is due now")
    retention.add_argument("--dry-run", action="store_true", help="count it and change nothing")
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


def archive(command: str, file: Path, settings: Settings) -> None:
    """backup, restore: says what went into the archive, or came out.

    Raises BackupRefused, BackupDamaged.
    """
    if command == "backup":
        manifest = back_up(settings.database_url, Path(settings.files_dir), file)
    else:
        manifest = restore(file, settings.database_url, Path(settings.files_dir))
        migrate(settings.database_url)  # an archive of an older version
    parts, rows = len(manifest.sha256), sum(manifest.rows.values())
    sys.stdout.write(f"{command}: {file}, {rows} rows, {parts - 1} files, of {manifest.made_at}\n")


def draw_poster(options: argparse.Namespace, settings: Settings) -> None:
    """poster: writes the QR code and prints its link. Raises UnknownTopic."""
    topics = load(strict=settings.knowledge_strict).topics
    link = link_to(options.bot, options.about, topics)
    options.out.write_bytes(qr_code(link))
    sys.stdout.write(f"{link}\n{options.out}\n")


async def add_staff(options: argparse.Namespace, settings: Settings) -> None:
    """staff add: prints the first password. Raises NameTaken, ProfileRefused."""
    fields = {"name": options.name or options.username, "email": options.email}
    profile, email = read_profile(fields, options.languages), read_email(fields)
    database = Database(settings.database_url)
    try:
        password = await create_staff(
            database,
            options.username,
            name=profile.name,
            role=options.role,
            email=email,
            languages=profile.languages,
            must_change_password=True,
        )
    finally:
        await database.close()
    sys.stdout.write(f"{options.username}: first password {password} ({FIRST_VALID.days} days)\n")


async def verify_audit(head: str | None, settings: Settings) -> None:
    """verify-audit: prints the proof. Raises AuditChanged."""
    database = Database(settings.database_url)
    try:
        proof = await (await seals_of(settings, database)).prove(head)
    finally:
        await database.close()
    told = f"{proof.sealed} audit rows sealed, {proof.unsealed} not yet; head {proof.head}"
    sys.stdout.write("\n".join([told, *proof.faults]) + "\n")
    if proof.faults:
        raise AuditChanged(faults=len(proof.faults))


async def forget(settings: Settings, *, dry_run: bool) -> None:
    """retention: prints how many rows of each class. Raises RetentionUnderWay, RetentionFailed."""
    database = Database(settings.database_url)
    try:
        retention = Retention(database, Terms.of(settings))
        run = await (retention.count("operator") if dry_run else retention.run("operator"))
    finally:
        await database.close()
    lines = [f"{each.name:16} {run.counts.get(each.name, 0):9}" for each in retention.policy]
    told = "would be dealt with" if dry_run else "dealt with"
    sys.stdout.write("\n".join([f"rows {told}, by class of data", *lines]) + "\n")
    if run.error:
        raise RetentionFailed(error=run.error)


async def seals_of(settings: Settings, database: Database) -> Seals:
    """The chain over the audit rows, under the operator's key or one kept in the database."""
    given = settings.audit_key
    return Seals(
        database, given.get_secret_value() if given else await secret_of(database, "audit")
    )


async def fill_desk(settings: Settings) -> None:
    """demo: invented staff and tickets, and who may sign in.

    Raises SettingsRefused where the installation is none to try things on, DeskNotEmpty.
    """
    if not settings.demo:
        raise SettingsRefused(problems="JISR_DEMO: 1 is needed for invented tickets")
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
