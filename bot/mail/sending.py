"""Sends the e-mails that were written with their cause: at least once, with retries, for a day."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Any, Protocol

import aiosmtplib
import structlog
from sqlalchemy import update
from sqlmodel import col, or_, select

from bot.mail.wording import Wording
from bot.storage.database import Database
from bot.storage.models import Mail, Staff, StaffNotice, Ticket, now, row_id

log = structlog.get_logger(__name__)

GIVEN_UP_AFTER = timedelta(days=1)
NOTICE_GRACE = timedelta(minutes=5)
"""For so long a notice waits to be seen in the console; an urgent one does not."""

_FIRST_RETRY = timedelta(minutes=1)
_LONGEST_RETRY = timedelta(hours=1)
_IDLE_PAUSE_S = 5.0
_BATCH = 50
_REFUSED_FOR_GOOD = range(500, 600)


class Server(Protocol):
    """What takes a message."""

    async def send(self, message: EmailMessage) -> None:
        """Hands it over or raises."""


class Mailer:
    """The table of e-mails to come, and the loop that empties it."""

    def __init__(
        self,
        database: Database,
        server: Server,
        wording: Wording,
        sender: str,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._database = database
        self._server = server
        self._wording = wording
        self._sender = sender
        self._clock = clock

    async def run(self) -> None:
        """Sends for ever what is due; cancelled from outside."""
        while True:
            await self.write_notices()
            if not await self.send_due():
                await asyncio.sleep(_IDLE_PAUSE_S)

    async def write_notices(self) -> None:
        """Writes a mail for each notice that its member did not see in the console."""
        moment = self._clock()
        query = (
            select(StaffNotice, Staff, Ticket.reference)
            .join(Staff, col(Staff.id) == col(StaffNotice.staff_id))
            .outerjoin(Ticket, col(Ticket.id) == col(StaffNotice.ticket_id))
            .outerjoin(Mail, col(Mail.notice_id) == col(StaffNotice.id))
            .where(
                col(Mail.id).is_(None),
                col(StaffNotice.seen_at).is_(None),
                col(StaffNotice.created_at) > moment - GIVEN_UP_AFTER,
                or_(
                    col(StaffNotice.urgent).is_(True),
                    col(StaffNotice.created_at) <= moment - NOTICE_GRACE,
                ),
                col(Staff.active).is_(True),
                col(Staff.email).is_not(None),
            )
        )
        async with self._database.reading() as session:
            mails = [
                _notice_mail(notice, member, reference)
                for notice, member, reference in await session.exec(query)
            ]
        if mails:
            async with self._database.writing() as session:
                session.add_all(mails)

    async def send_due(self) -> int:
        """One pass over what is due, oldest first; gives how many it was."""
        due = await self._due()
        for mail in due:
            await self._send(mail)
        return len(due)

    async def _due(self) -> Sequence[Mail]:
        async with self._database.reading() as session:
            found = await session.exec(
                select(Mail)
                .where(Mail.state == "pending", col(Mail.next_attempt_at) <= self._clock())
                .order_by(col(Mail.id))
                .limit(_BATCH)
            )
            return found.all()

    async def _send(self, mail: Mail) -> None:
        if self._clock() - mail.created_at > GIVEN_UP_AFTER:
            log.warning("mail.given-up", mail=mail.id, attempts=mail.attempts)
            await self._mark(mail, state="failed")
            return
        try:
            await self._server.send(self.message(mail))
        except aiosmtplib.SMTPRecipientsRefused as error:
            if all(refused.code in _REFUSED_FOR_GOOD for refused in error.recipients):
                log.warning("mail.refused", mail=mail.id)
                await self._mark(mail, state="failed", attempts=mail.attempts + 1)
            else:
                await self._retry_later(mail, error)
        except Exception as error:
            # Whatever the server does, the mail stays and is tried again.
            await self._retry_later(mail, error)
        else:
            await self._mark(mail, state="delivered", attempts=mail.attempts + 1)

    async def _retry_later(self, mail: Mail, error: Exception) -> None:
        attempts = mail.attempts + 1
        kind = type(error).__name__  # its own words may quote the address
        log.warning("mail.retry", mail=mail.id, attempts=attempts, error=kind)
        pause = min(_FIRST_RETRY * 2 ** min(attempts - 1, 16), _LONGEST_RETRY)
        await self._mark(mail, attempts=attempts, next_attempt_at=self._clock() + pause)

    async def _mark(self, mail: Mail, **values: Any) -> None:
        async with self._database.writing() as session:
            await session.exec(update(Mail).where(col(Mail.id) == mail.id).values(**values))

    def message(self, mail: Mail) -> EmailMessage:
        """The mail as it is sent; a second copy of it has the same Message-ID."""
        subject, body = self._wording.of(mail)
        _name, address = parseaddr(self._sender)
        made = f"{row_id(mail)}.{int(mail.created_at.timestamp())}"
        message = EmailMessage(policy=SMTP)
        message["From"] = self._sender
        message["To"] = mail.recipient
        message["Subject"] = " ".join(subject.split())
        message["Date"] = format_datetime(mail.created_at)
        message["Message-ID"] = f"<jisr.{made}@{address.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(body, charset="utf-8", cte="quoted-printable")
        message["Content-Language"] = mail.lang
        return message


def _notice_mail(notice: StaffNotice, member: Staff, reference: str | None) -> Mail:
    return Mail(
        recipient=member.email or "",
        say=notice.kind,
        args={"reference": reference} if reference else {},
        lang=member.lang,
        ticket_id=notice.ticket_id,
        notice_id=notice.id,
    )
