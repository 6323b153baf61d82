"""The settings: declared once, read from the environment or `.env`, refused by name."""

from __future__ import annotations

import os
import secrets
from typing import Annotated, Literal
from urllib.parse import urlsplit

from limits import parse as parse_limit
from pydantic import (
    AfterValidator,
    AliasChoices,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsRefused

Port = Annotated[int, Field(ge=1, le=65535)]


def _as_limit(text: str) -> str:
    """The text where it is a limit as `limits` writes it: "30/minute", "5 per 10 minutes"."""
    parse_limit(text)
    return text


def _as_clamd(text: str) -> str:
    """The text where it is the address of a clamd."""
    parts = urlsplit(text)
    at_socket = parts.scheme == "unix" and not parts.netloc and parts.path.startswith("/")
    at_port = parts.scheme == "tcp" and parts.hostname and parts.port and not parts.path
    if not (at_socket or at_port):
        raise ValueError("neither unix:/path nor tcp://host:port")
    return text


Limit = Annotated[str, AfterValidator(_as_limit)]

_WEEKDAY = r"(mon|tue|wed|thu|fri|sat|sun)"
_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_OFFICE_HOURS = rf"^({_WEEKDAY}(-{_WEEKDAY})? {_TIME}-{_TIME}(, *|$))*$"


class Settings(BaseSettings):
    """All that an operator can set; every field is documented in `.env.example`."""

    model_config = SettingsConfigDict(env_prefix="JISR_", env_file=".env", extra="ignore")

    host: str = Field("127.0.0.1", description="interface of the public application")
    port: Port = Field(8080, description="port of the public application")
    internal_host: str = Field("127.0.0.1", description="interface for Rasa's calls of the actions")
    internal_port: Port = Field(8081, description="port for Rasa's calls of the actions")
    internal_token: SecretStr = Field(
        default_factory=lambda: SecretStr(secrets.token_urlsafe(32)),
        min_length=16,
        description="bearer token between application and Rasa; made at start when unset",
    )
    rasa_host: str = Field("127.0.0.1", description="interface on which Rasa listens")
    rasa_port: Port = Field(5005, description="port on which Rasa listens")
    rasa_timeout_s: float = Field(
        6.0, gt=0, le=60, description="seconds before a turn is answered without Rasa"
    )
    database_url: str = Field(
        "sqlite:///var/jisr.db",
        validation_alias=AliasChoices("DATABASE_URL", "JISR_DATABASE_URL"),
        pattern=r"^(sqlite|postgresql|postgres)(\+\w+)?://",
        description="sqlite:///path or postgresql://user:password@host/name",
    )
    knowledge_strict: bool = Field(
        True,
        validation_alias=AliasChoices("KNOWLEDGE_STRICT"),
        description="0 starts with what is valid of the knowledge base; 1 refuses any fault",
    )
    message_max_chars: int = Field(
        4000, ge=100, le=20000, description="longest message of a citizen, in characters"
    )
    widget_origins: Annotated[list[str], NoDecode] = Field(
        default_factory=list, description="origins that may embed the widget, comma-separated"
    )
    demo: bool = Field(
        False,
        description="1 to try things, not for citizens: a page with the widget at /, a first "
        "administrator whose password is printed, and a desk of invented tickets",
    )
    public_url: str | None = Field(
        None,
        pattern=r"^https?://",
        description="address under which citizens reach the application",
    )
    console_url: str | None = Field(
        None,
        pattern=r"^https?://",
        description="address under which staff reach the console, with its path: "
        "https://console.jisr.example/staff; unset, /staff of the citizens' address",
    )
    turn_days: int = Field(
        30,
        ge=1,
        le=3650,
        description="days after which exchanges are forgotten (citizens are told 30)",
    )
    conversation_days: int = Field(
        365,
        ge=1,
        le=3650,
        description="days after which an idle conversation is deleted: its address and language",
    )
    ticket_years: int = Field(
        5,
        ge=1,
        le=30,
        description="years after which a settled ticket is anonymised; its figures stay",
    )
    ticket_file_days: int = Field(
        365,
        ge=1,
        le=3650,
        description="days for which the files of a settled ticket are kept",
    )
    review_days: int = Field(
        1095,
        ge=1,
        le=3650,
        description="days for which masked exchanges that staff labelled are kept",
    )
    delivery_days: int = Field(
        90, ge=1, le=3650, description="days for which it is kept who got which announcement"
    )
    notice_days: int = Field(
        180, ge=1, le=3650, description="days for which notices to staff are kept"
    )
    acknowledge_days: int = Field(15, ge=1, description="service target to acknowledge, in days")
    answer_days: int = Field(60, ge=1, description="service target to answer, in days")
    reopen_days: int = Field(
        30, ge=1, le=365, description="days for which a settled ticket can be reopened"
    )
    chase_days: int = Field(
        7, ge=1, le=90, description="days after which a body that got a ticket is chased"
    )
    auto_assign: bool = Field(
        False, description="1 gives each new ticket to the fittest member of staff"
    )
    session_hours: int = Field(12, ge=1, le=72, description="length of a staff session, in hours")
    session_idle_minutes: int = Field(
        60, ge=5, le=1440, description="minutes without use after which a staff session ends"
    )
    office_hours: str = Field(
        "",
        pattern=_OFFICE_HOURS,
        description='when staff answer, in Casablanca time: "mon-fri 08:30-16:30, sat 09:00-12:00"',
    )
    smtp_url: SecretStr | None = Field(
        None,
        description="smtp://user:password@host:port, smtp+starttls:// or smtps://; "
        "unset means no e-mail",
    )
    mail_from: str | None = Field(
        None, pattern=r"^[^\r\n@]+@[^\r\n@]+$", description="sender of e-mails: Jisr <jisr@host>"
    )
    totp_roles: Annotated[list[Literal["agent", "supervisor", "admin"]], NoDecode] = Field(
        default_factory=list,
        description="roles that need a second factor: agent, supervisor, admin (comma-separated)",
    )
    news_four_eyes: bool = Field(
        True, description="1 lets nobody release an announcement that they wrote or changed last"
    )
    files_dir: str = Field(
        "var/files",
        description="folder of citizens' files; outside the web root, shared by all processes",
    )
    files_total_mb: int = Field(
        100, ge=10, description="most megabytes that the files of one conversation may have"
    )
    clamd: Annotated[str, AfterValidator(_as_clamd)] | None = Field(
        None,
        description="virus scanner (clamd): unix:/run/clamav/clamd.ctl or tcp://host:port; unset "
        "means that files are taken unscanned",
    )
    backup_days: int = Field(
        30,
        ge=1,
        le=3650,
        description="days after which back-ups are deleted; citizens are told so (docs/privacy.md)",
    )
    audit_key: SecretStr | None = Field(
        None,
        min_length=16,
        description="key of the chain over the audit rows; unset, one is kept in the database",
    )
    log_level: str = Field(
        "INFO", pattern=r"^(DEBUG|INFO|WARNING|ERROR)$", description="DEBUG, INFO, WARNING or ERROR"
    )

    log_format: Literal["auto", "json", "console"] = Field(
        "auto", description="lines of the log: json, console, or auto: console on a terminal"
    )

    behind_proxy: bool = Field(
        False,
        description="1 where a proxy of ours stands before the application and writes who asks "
        "last into X-Forwarded-For; limits then hold on loopback too",
    )
    limit_turns: Limit = Field("30/minute", description="messages of one conversation")
    limit_files: Limit = Field("30/hour", description="files of one conversation")
    limit_openings: Limit = Field("600/hour", description="conversations begun from one address")
    limit_lookups: Limit = Field(
        "120/hour", description="tries of a ticket's code, or of another device's, from one address"
    )
    limit_sign_ins: Limit = Field("120/hour", description="tries to sign in from one address")
    limit_account: Limit = Field("600/minute", description="requests of one member of staff")
    limit_address: Limit = Field("1200/minute", description="requests from one address")
    limit_streams: int = Field(
        8, ge=1, description="event streams that one conversation may hold open, in a process"
    )
    limit_streams_of_address: int = Field(
        400, ge=1, description="event streams that one address may hold open, in a process"
    )

    telegram_bot_token: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("TELEGRAM_BOT_TOKEN"),
        description="token from @BotFather; unset means no Telegram",
    )
    telegram_webhook_url: str | None = Field(
        None,
        validation_alias=AliasChoices("TELEGRAM_WEBHOOK_URL"),
        pattern=r"^https?://",
        description="public address of /telegram/webhook; unset means polling",
    )
    telegram_webhook_secret: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("TELEGRAM_WEBHOOK_SECRET"),
        min_length=16,
        description="secret token that Telegram sends with each webhook call",
    )
    telegram_messages_per_s: int = Field(
        28,
        ge=6,
        le=28,
        description="messages that one process sends in a second at most; Telegram takes 30 of a "
        "bot, so several processes share them",
    )
    telegram_api_url: str = Field(
        "https://api.telegram.org",
        validation_alias=AliasChoices("TELEGRAM_API_URL"),
        pattern=r"^https?://",
        description="address of the Bot API (a local Bot API server, or a stand-in in tests)",
    )

    @model_validator(mode="before")
    @classmethod
    def _split_lists_and_drop_blanks(cls, values: dict[str, object]) -> dict[str, object]:
        kept = {name: value for name, value in values.items() if value != ""}
        for name in ("widget_origins", "totp_roles"):
            listed = kept.get(name)
            if isinstance(listed, str):
                kept[name] = [part.strip() for part in listed.split(",") if part.strip()]
        return kept

    @model_validator(mode="after")
    def _webhook_needs_its_secret(self) -> Settings:
        if self.telegram_webhook_url and not self.telegram_webhook_secret:
            raise ValueError("TELEGRAM_WEBHOOK_SECRET is required with TELEGRAM_WEBHOOK_URL")
        return self

    @model_validator(mode="after")
    def _mail_needs_sender_and_address(self) -> Settings:
        if self.smtp_url is None:
            return self
        url = urlsplit(self.smtp_url.get_secret_value())
        if url.scheme not in {"smtp", "smtp+starttls", "smtps"} or not url.hostname:
            raise ValueError("JISR_SMTP_URL: expected smtp://, smtp+starttls:// or smtps://host")
        if not (self.mail_from and self.public_url):
            raise ValueError("JISR_MAIL_FROM and JISR_PUBLIC_URL are required with JISR_SMTP_URL")
        return self

    @property
    def home(self) -> str:
        """The address of the application as people reach it."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def console(self) -> str:
        """The address of the console as staff reach it."""
        return (self.console_url or f"{self.home}/staff").rstrip("/")

    @property
    def rasa_url(self) -> str:
        """Where the application reaches Rasa's connector."""
        return f"http://{self.rasa_host}:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        """Where Rasa reaches the application's actions."""
        return f"http://{self.internal_host}:{self.internal_port}/webhook"


def read_settings(**overrides: object) -> Settings:
    """The settings of this process.

    A secret may be a file of its name in $CREDENTIALS_DIRECTORY (systemd's LoadCredential, a
    container's secrets). Raises SettingsRefused with one line a fault: the name to set and what
    is expected.
    """
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    try:
        return Settings(_secrets_dir=folder, **overrides)  # type: ignore[arg-type, call-arg]
    except ValidationError as error:
        raise SettingsRefused(
            problems="\n".join(_problem(item) for item in error.errors())
        ) from error


def environment_name(field: str) -> str:
    """The environment variable that sets a field of Settings."""
    alias = Settings.model_fields[field].validation_alias
    if isinstance(alias, AliasChoices):
        return str(alias.choices[0])
    return f"JISR_{field.upper()}"


def _problem(item: object) -> str:
    details = dict(item)  # type: ignore[call-overload]
    location = [str(part) for part in details["loc"]]
    if not location:
        return str(details["msg"]).removeprefix("Value error, ")
    field = next(
        (
            name
            for name in Settings.model_fields
            if location[0] in {name, environment_name(name), environment_name(name).lower()}
        ),
        location[0],
    )
    known = Settings.model_fields.get(field)
    expected = known.description if known else ""
    name = environment_name(field) if known else field
    return f"{name}: {details['msg']} (expected: {expected})"
