"""E-mails against a real SMTP server on loopback: sent once, retried, given up, telling nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import aiohttp
import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from sqlmodel import select, update

from bot.assembly import Assembly
from bot.mail.sending import GIVEN_UP_AFTER, NOTICE_GRACE, Mailer
from bot.mail.server import MailServer
from bot.mail.wording import Wording
from bot.replies.render import Renderer
from bot.settings import Settings
from bot.staff.accounts import create_staff
from bot.storage.database import Database
from bot.storage.models import Mail, Staff, StaffNotice, Ticket, now
from bot.tickets.casework import Casework
from knowledge.base import Knowledge
from tests.bot.staff.seeding import seed

HOME = "https://mdm.example"
CONSOLE = "https://console.mdm.example/staff"
SENDER = "Jisr <jisr@mdm.example>"


class Postbox:
    """The server's side: keeps what it takes, and refuses when told to."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.refusal = ""

    async def handle_RCPT(  # noqa: N802 the name is aiosmtpd's
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 the name is aiosmtpd's
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        self.recipients += envelope.rcpt_tos
        return "250 OK"


class Clock:
    """The time, and what of it passed when told."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return now() + self.ahead

    def passes(self, length: timedelta) -> None:
        self.ahead += length


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def port(postbox: Postbox) -> AsyncIterator[int]:
    loop = asyncio.get_running_loop()
    async with await loop.create_server(lambda: SMTP(postbox), "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.fixture
def mailer(database: Database, renderer: Renderer, port: int, clock: Clock) -> Mailer:
    server = MailServer.at(f"smtp://127.0.0.1:{port}")
    return Mailer(database, server, Wording(renderer, HOME, CONSOLE), SENDER, clock)


async def mails(database: Database) -> list[Mail]:
    async with database.reading() as session:
        return list((await session.exec(select(Mail).order_by(Mail.id))).all())  # type: ignore[arg-type]


async def answered(database: Database, **case: Any) -> str:
    """A ticket that staff answered; its reference."""
    [reference] = await seed(database, 1, **{"contact": "amina@example.org", **case})
    await create_staff(database, "omar", name="Omar T.", password="long enough")
    async with database.reading() as session:
        omar = (await session.exec(select(Staff.id))).one() or 0
    await Casework(database).reply(reference, omar, "Votre passeport est prêt.")
    return reference


async def test_a_citizen_learns_that_there_is_news_and_not_which(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    reference = await answered(database)
    assert await mailer.send_due() == 1
    [message] = postbox.messages
    assert postbox.recipients == ["amina@example.org"]
    assert message["Subject"] == f"Du nouveau sur votre dossier {reference}"
    assert message["From"] == SENDER
    assert message["Auto-Submitted"] == "auto-generated"
    body = message.get_content()
    assert f"\n{HOME}/suivi\n" in body.replace("\r\n", "\n")
    for told in ("passeport", "ABC234", "Omar"):
        assert told not in message.as_string() + body
    assert message.get_content_type() == "text/plain"
    [mail] = await mails(database)
    assert (mail.state, mail.attempts) == ("delivered", 1)
    assert await mailer.send_due() == 0


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ar", "هناك جديد في ملفكم MDM-2026-000001."),
        ("fr", "Il y a du nouveau sur votre dossier MDM-2026-000001."),
        ("ary", "كاين جديد فالدوسي ديالك MDM-2026-000001."),
        ("ary-Latn", "Kayn jdid f dossier dyalek MDM-2026-000001."),
    ],
)
async def test_it_is_written_in_the_ticket_s_variety(
    database: Database, mailer: Mailer, postbox: Postbox, lang: str, words: str
) -> None:
    await answered(database, lang=lang)
    await mailer.send_due()
    [message] = postbox.messages
    assert words in message.get_content()
    assert "MDM-2026-000001" in message["Subject"]
    assert message["Content-Language"] == lang


@pytest.mark.parametrize("contact", [None, "+33 6 12 34 56 78"])
async def test_who_gave_no_address_gets_no_mail(
    database: Database, mailer: Mailer, contact: str | None
) -> None:
    await answered(database, contact=contact)
    assert await mailer.send_due() == 0


async def test_telegram_tells_its_citizens_itself(database: Database) -> None:
    [reference] = await seed(database, 1, channel="telegram", contact="amina@example.org")
    await Casework(database).move(reference, 1, "open")
    assert await mails(database) == []


async def test_much_news_is_one_mail_until_it_leaves(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    reference = await answered(database)
    async with database.reading() as session:
        omar = (await session.exec(select(Staff.id))).one() or 0
    await Casework(database).reply(reference, omar, "Encore une chose.")
    await mailer.send_due()
    await Casework(database).reply(reference, omar, "Une dernière.")
    await mailer.send_due()
    assert len(postbox.messages) == 2


async def test_a_server_that_is_away_is_tried_again(
    database: Database, mailer: Mailer, postbox: Postbox, clock: Clock
) -> None:
    await answered(database)
    postbox.refusal = "451 later"
    await mailer.send_due()
    assert await mailer.send_due() == 0  # not before the pause
    postbox.refusal = ""
    clock.passes(timedelta(minutes=1))
    await mailer.send_due()
    assert len(postbox.messages) == 1
    [mail] = await mails(database)
    assert (mail.state, mail.attempts) == ("delivered", 2)


async def test_pauses_grow_and_after_a_day_it_is_given_up(
    database: Database, renderer: Renderer, clock: Clock
) -> None:
    await answered(database)
    nowhere = MailServer.at("smtp://127.0.0.1:1")
    mailer = Mailer(database, nowhere, Wording(renderer, HOME, CONSOLE), SENDER, clock)
    pauses = []
    for _ in range(3):
        await mailer.send_due()
        [mail] = await mails(database)
        pause = mail.next_attempt_at - clock()
        pauses.append(round(pause / timedelta(minutes=1)))
        clock.passes(pause)
    assert pauses == [1, 2, 4]
    clock.passes(GIVEN_UP_AFTER)
    await mailer.send_due()
    [mail] = await mails(database)
    assert (mail.state, mail.attempts) == ("failed", 3)


async def test_an_address_that_is_refused_for_good_is_not_tried_again(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    await answered(database)
    postbox.refusal = "550 no such user"
    await mailer.send_due()
    [mail] = await mails(database)
    assert (mail.state, mail.attempts) == ("failed", 1)


async def test_no_header_can_be_smuggled_in(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    await answered(database, contact="amina@example.org\r\nBcc: all@example.org")
    await mailer.send_due()
    [message] = postbox.messages
    assert postbox.recipients == ["amina@example.org"]
    assert message["Bcc"] is None


async def test_a_recipient_with_a_line_break_is_never_sent(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    await answered(database)
    async with database.writing() as session:
        await session.exec(update(Mail).values(recipient="a@b.example\r\nBcc: c@d.example"))
    await mailer.send_due()
    assert postbox.messages == []


async def notified(database: Database, **changes: Any) -> None:
    [_reference] = await seed(database, 1)
    await create_staff(database, "omar", name="Omar T.", password="long enough")
    async with database.writing() as session:
        omar = (await session.exec(select(Staff))).one()
        omar.email = changes.pop("email", "omar@mdm.example")
        omar.lang = changes.pop("lang", "fr")
        ticket = (await session.exec(select(Ticket))).one()
        values = {"kind": "assigned", "ticket_id": ticket.id, **changes}
        session.add(StaffNotice(staff_id=omar.id or 0, **values))


@pytest.mark.parametrize(("lang", "name"), [("fr", "Jisr :"), ("ar", "جسر:")])
async def test_a_notice_that_nobody_saw_goes_by_mail_once(
    database: Database, mailer: Mailer, postbox: Postbox, clock: Clock, lang: str, name: str
) -> None:
    await notified(database, lang=lang)
    await mailer.write_notices()
    assert await mailer.send_due() == 0
    clock.passes(NOTICE_GRACE)
    for _ in range(2):
        await mailer.write_notices()
        await mailer.send_due()
    [message] = postbox.messages
    assert postbox.recipients == ["omar@mdm.example"]
    assert f"{CONSOLE}/tickets/MDM-2026-000001" in message.get_content()
    assert message["Subject"].startswith(name)
    assert "Omar" not in message.get_content()


async def test_the_application_leads_staff_to_the_address_of_the_console(
    database: Database,
    knowledge: Knowledge,
    postbox: Postbox,
    port: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.assembly.load", lambda **_options: knowledge)
    settings = Settings(
        _env_file=None,
        smtp_url=f"smtp://127.0.0.1:{port}",
        mail_from=SENDER,
        public_url=HOME,
        console_url=CONSOLE,
    )
    await notified(database, urgent=True)
    async with aiohttp.ClientSession() as session:
        mailer = Assembly(settings, database, session, {}).mailer
    assert mailer
    await mailer.write_notices()
    await mailer.send_due()
    [message] = postbox.messages
    assert f"{CONSOLE}/tickets/MDM-2026-000001" in message.get_content()


async def test_an_urgent_notice_does_not_wait(database: Database, mailer: Mailer) -> None:
    await notified(database, urgent=True)
    await mailer.write_notices()
    assert await mailer.send_due() == 1


@pytest.mark.parametrize("changes", [{"email": None}, {"seen_at": now()}])
async def test_no_mail_for_what_was_seen_or_without_an_address(
    database: Database, mailer: Mailer, clock: Clock, changes: dict[str, Any]
) -> None:
    await notified(database, **changes)
    clock.passes(NOTICE_GRACE)
    await mailer.write_notices()
    assert await mails(database) == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
async def test_the_server_s_name_and_password_are_used(postbox: Postbox) -> None:
    seen: list[tuple[bytes, bytes]] = []

    def check(_server: Any, _session: Any, _envelope: Any, _way: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        seen.append((data.login, data.password))
        return AuthResult(success=True)

    def protocol() -> SMTP:
        return SMTP(postbox, authenticator=check, auth_require_tls=False, auth_required=True)

    message = EmailMessage()
    message["From"], message["To"] = SENDER, "amina@example.org"
    loop = asyncio.get_running_loop()
    async with await loop.create_server(protocol, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        await MailServer.at(f"smtp://jisr:p%40ss@127.0.0.1:{port}").send(message)
    assert seen == [(b"jisr", b"p@ss")]
    assert len(postbox.messages) == 1


@pytest.mark.parametrize(
    ("url", "tls", "start_tls"),
    [
        ("smtp://mail.example", False, None),
        ("smtp+starttls://mail.example:587", False, True),
        ("smtps://mail.example", True, False),
    ],
)
def test_the_address_says_how_tls_is_spoken(url: str, tls: bool, start_tls: bool | None) -> None:
    server = MailServer.at(url)
    assert (server.host, server.tls, server.start_tls) == ("mail.example", tls, start_tls)


async def test_a_server_without_tls_is_refused_where_it_is_insisted_on(port: int) -> None:
    message = EmailMessage()
    message["From"], message["To"] = SENDER, "amina@example.org"
    with pytest.raises(Exception, match="STARTTLS"):
        await MailServer.at(f"smtp+starttls://127.0.0.1:{port}").send(message)
