"""The mail server: where it is, and how one message is handed to it."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import aiosmtplib

SCHEMES = ("smtp", "smtp+starttls", "smtps")
_TIMEOUT_S = 30.0


@dataclass(frozen=True)
class MailServer:
    """A server as JISR_SMTP_URL names it.

    smtp:// turns to TLS where the server offers it, smtp+starttls:// insists on it, and smtps://
    speaks TLS from the first byte.
    """

    host: str
    port: int | None
    username: str | None
    password: str | None
    tls: bool
    start_tls: bool | None

    @classmethod
    def at(cls, url: str) -> MailServer:
        """Reads scheme://user:password@host:port; the settings made sure that it is one."""
        parts = urlsplit(url)
        return cls(
            host=parts.hostname or "",
            port=parts.port,
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            tls=parts.scheme == "smtps",
            start_tls={"smtps": False, "smtp+starttls": True}.get(parts.scheme),
        )

    async def send(self, message: EmailMessage) -> None:
        """Hands the message over; raises OSError or an error of aiosmtplib."""
        await aiosmtplib.send(
            message,
            hostname=self.host,
            port=self.port,
            username=self.username,
            password=self.password,
            use_tls=self.tls,
            start_tls=self.start_tls,
            timeout=_TIMEOUT_S,
        )
