"""Files of citizens: taken once, kept clean, and shown only to who may see their ticket.

A file waits with its conversation until a ticket is opened there. A ticket that waits for the
citizen takes it at once. First the bytes lie on the disk, then the row is written: a row without
its file does not exist, and a file without a row is swept (bot.files.store).
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, delete, exists, func
from sqlalchemy.exc import IntegrityError
from sqlmodel import and_, col, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import (
    FilesTooLarge,
    NoSuchFile,
    NoSuchTicket,
    TooManyFiles,
    UnknownConversation,
)
from bot.files.checking import Checked, check, thumbnail
from bot.files.names import display_name
from bot.files.scanning import Clamd
from bot.files.store import FileStore
from bot.storage.database import Database
from bot.storage.links import linked_with
from bot.storage.models import Attachment, Conversation, Ticket, TicketMessage, now, row_id
from bot.tickets.cases import actor_of, audited, changed, move_to, ticket_for, watchers
from bot.tickets.kinds import SETTLED, State
from bot.tickets.outgoing import tell_staff

MOST_WAITING = 5
DEFAULT_TOTAL_MB = 100

_MB = 1024 * 1024
_AT_WORK = 2  # files decoded at a time: each may take some hundred megabytes
_MORE_TO_COME = timedelta(minutes=30)  # an album, or page after page of one document


@dataclass(frozen=True)
class SentFile:
    """A file as it came in. `source` is the channel's own id of it: a retry has the same.

    `ticket_id` is given where the citizen chose the ticket, and has shown that it is theirs.
    """

    source: str
    name: str
    data: bytes
    conversation_id: str | None
    ticket_id: int | None = None


@dataclass(frozen=True)
class TakenFile:
    """A file that is kept; `reference` is the ticket's that has it, None while it waits for one."""

    attachment: Attachment
    reference: str | None

    @property
    def told(self) -> tuple[str, dict[str, str | int]]:
        """What is said of it: `file-joined`, `voice-taken` or `file-taken`, with its values."""
        if self.reference:
            return "file-joined", {"reference": self.reference}
        return ("voice-taken" if self.attachment.kind == "voice" else "file-taken"), {}


class Attachments:
    """Takes files in and gives them out; `scanner` is None only where files go unscanned."""

    def __init__(
        self,
        database: Database,
        store: FileStore,
        scanner: Clamd | None,
        total_mb: int = DEFAULT_TOTAL_MB,
    ) -> None:
        self._database = database
        self._store = store
        self._scanner = scanner
        self._total_mb = total_mb
        self._places = asyncio.Semaphore(_AT_WORK)

    async def take(self, sent: SentFile) -> TakenFile:
        """Keeps the file, or finds it where it was taken before.

        Raises FilesTooLarge, TooManyFiles, UnknownConversation, FileInfected, FilesUnavailable,
        and what bot.files.checking.check raises.
        """
        async with self._database.reading() as session:
            if taken := await _taken_before(session, sent.source):
                return taken
            await self._require_room(session, sent, await _ticket_for_file(session, sent))
        checked = await self._checked(sent.data)
        row = _row(sent, checked)
        await self._store.write(row.id, checked.data)
        try:
            return await self._keep(row, sent)
        except IntegrityError as error:
            # The client sent it again before the first try was through.
            async with self._database.reading() as session:
                if taken := await _taken_before(session, sent.source):
                    return taken
                if not await _is_there(session, sent.conversation_id):
                    raise UnknownConversation from error  # it was deleted meanwhile
            raise

    async def for_citizen(self, attachment_id: str, conversation_id: str) -> Attachment:
        """A file of the conversation; raises NoSuchFile."""
        async with self._database.reading() as session:
            attachment = await session.get(Attachment, attachment_id)
        if attachment is None or attachment.conversation_id != conversation_id:
            raise NoSuchFile
        return attachment

    async def for_staff(self, attachment_id: str, staff_id: int) -> Attachment:
        """A file of a ticket that the member of staff may see; raises NoSuchFile."""
        async with self._database.reading() as session:
            attachment, _ticket = await _seen_by(session, attachment_id, staff_id)
            return attachment

    async def note_opened(self, attachment_id: str, staff_id: int) -> None:
        """Writes down that a member of staff opened the file; raises NoSuchFile."""
        async with self._database.writing() as session:
            _attachment, ticket = await _seen_by(session, attachment_id, staff_id)
            data = {"attachment": attachment_id}
            audited(session, ticket, actor_of(staff_id), "attachment.opened", data)

    def path(self, attachment: Attachment) -> Path:
        """Where the bytes lie, to be sent with `safe_headers`."""
        return self._store.path(attachment.id)

    async def thumbnail(self, attachment: Attachment) -> bytes:
        """A small JPEG of an image; raises NoSuchFile for any other kind."""
        if attachment.kind != "image":
            raise NoSuchFile
        data = await self._store.read(attachment.id)
        async with self._places:
            return await asyncio.to_thread(thumbnail, data)

    async def _checked(self, data: bytes) -> Checked:
        """Scanned as it came in: what decodes it is what a hostile file attacks first."""
        if self._scanner:
            await self._scanner.require_clean(data)
        async with self._places:
            return await asyncio.to_thread(check, data)

    async def _keep(self, row: Attachment, sent: SentFile) -> TakenFile:
        async with self._database.writing() as session:
            await _alone(session, sent)
            ticket = await _ticket_for_file(session, sent)
            await self._require_room(session, sent, ticket)
            row.ticket_id = ticket.id if ticket else None
            session.add(row)
            await session.flush()
            if ticket:
                await _told(session, ticket, row)
        return TakenFile(row, ticket.reference if ticket else None)

    async def _require_room(
        self, session: AsyncSession, sent: SentFile, ticket: Ticket | None
    ) -> None:
        together = or_(
            and_(
                col(Attachment.conversation_id).is_not(None),
                col(Attachment.conversation_id) == sent.conversation_id,
            ),
            and_(
                col(Attachment.ticket_id).is_not(None),
                col(Attachment.ticket_id) == sent.ticket_id,
            ),
        )
        found = await session.exec(
            select(func.coalesce(func.sum(Attachment.size), 0)).where(together)
        )
        if found.one() + len(sent.data) > self._total_mb * _MB:
            raise FilesTooLarge(limit_mb=self._total_mb)
        if ticket is None and await _waiting(session, sent.conversation_id) >= MOST_WAITING:
            raise TooManyFiles(limit=MOST_WAITING)


async def attach_waiting(session: AsyncSession, ticket: Ticket) -> None:
    """Gives a ticket that was opened now the files that wait in its conversation."""
    await session.exec(
        update(Attachment).where(_waits_in(ticket.conversation_id)).values(ticket_id=row_id(ticket))
    )


async def drop_waiting(session: AsyncSession, conversation_id: str) -> None:
    """Forgets the files that wait: the citizen wants no ticket."""
    await session.exec(delete(Attachment).where(_waits_in(conversation_id)))


def _waits_in(conversation_id: str | None) -> ColumnElement[bool]:
    return and_(
        col(Attachment.conversation_id) == conversation_id, col(Attachment.ticket_id).is_(None)
    )


async def _waiting(session: AsyncSession, conversation_id: str | None) -> int:
    found = await session.exec(
        select(func.count()).select_from(Attachment).where(_waits_in(conversation_id))
    )
    return found.one()


async def _taken_before(session: AsyncSession, source: str) -> TakenFile | None:
    found = await session.exec(
        select(Attachment, Ticket.reference)
        .outerjoin(Ticket, col(Ticket.id) == col(Attachment.ticket_id))
        .where(Attachment.source == source)
    )
    row = found.first()
    return TakenFile(*row) if row else None


async def _is_there(session: AsyncSession, conversation_id: str | None) -> bool:
    return conversation_id is None or await session.get(Conversation, conversation_id) is not None


async def _alone(session: AsyncSession, sent: SentFile) -> None:
    """One file of a conversation after the other, or its limits would not hold.

    Whoever writes on a ticket takes the ticket first and its conversation then: so is it here, or
    each could wait for the other (PostgreSQL; SQLite has one writer anyway).
    """
    concerned = (
        col(Ticket.conversation_id).in_(await _conversations(session, sent))
        if sent.ticket_id is None
        else col(Ticket.id) == sent.ticket_id
    )
    await session.exec(
        select(Ticket.id).where(concerned).order_by(col(Ticket.id)).with_for_update()
    )
    await session.exec(
        select(Conversation.id).where(Conversation.id == sent.conversation_id).with_for_update()
    )


async def _conversations(session: AsyncSession, sent: SentFile) -> list[str]:
    """Where the file came in, and the conversation of the same person on the other channel."""
    if sent.conversation_id is None:
        return []
    across = await linked_with(session, sent.conversation_id)
    return [sent.conversation_id, *([across] if across else [])]


async def _ticket_for_file(session: AsyncSession, sent: SentFile) -> Ticket | None:
    """The ticket that takes the file at once: the chosen one, or one that waits for it."""
    if sent.ticket_id is not None:
        query = select(Ticket).where(Ticket.id == sent.ticket_id)
    else:
        query = (
            select(Ticket)
            .where(
                col(Ticket.conversation_id).in_(await _conversations(session, sent)),
                _waits_for_citizen(),
            )
            .order_by(col(Ticket.updated_at).desc())
            .limit(1)
        )
    found = await session.exec(query)
    return found.first()


def _waits_for_citizen() -> ColumnElement[bool]:
    """Staff asked the citizen, or the ticket, or the first file of an answer, has just come.

    While another form is open in the conversation, files are for what it asks about.
    """
    just_opened = and_(
        col(Ticket.created_at) > now() - _MORE_TO_COME,
        exists().where(
            col(Conversation.id) == col(Ticket.conversation_id),
            col(Conversation.asked).is_(None),
        ),
    )
    just_came = exists().where(
        col(TicketMessage.ticket_id) == col(Ticket.id),
        col(Attachment.message_id) == col(TicketMessage.id),
        col(Attachment.created_at) > now() - _MORE_TO_COME,
    )
    return or_(
        col(Ticket.state) == State.WAITING_CITIZEN.value,
        and_(col(Ticket.state).not_in(SETTLED), or_(just_came, just_opened)),
    )


async def _told(session: AsyncSession, ticket: Ticket, row: Attachment) -> None:
    """A word on the ticket that the file came; what waited for it goes on."""
    message = TicketMessage(
        ticket_id=row_id(ticket),
        author="citizen",
        kind="information",
        text=row.name,
        lang=ticket.lang,
        turn_id=row.source,
    )
    session.add(message)
    await session.flush()
    row.message_id = row_id(message)
    data = {"attachment": row.id, "message": message.id, "turn": row.source}
    changed(session, ticket, "citizen", "ticket.file.received", data)
    if ticket.state == State.WAITING_CITIZEN:
        await move_to(session, ticket, "citizen", State.OPEN)
    concerned = await watchers(session, ticket)
    if ticket.assignee_id is not None:
        concerned.add(ticket.assignee_id)
    tell_staff(session, concerned, "citizen_wrote", ticket)


async def _seen_by(
    session: AsyncSession, attachment_id: str, staff_id: int
) -> tuple[Attachment, Ticket]:
    found = await session.exec(
        select(Attachment, Ticket.reference)
        .join(Ticket, col(Ticket.id) == col(Attachment.ticket_id))
        .where(Attachment.id == attachment_id)
    )
    row = found.first()
    if row is None:
        raise NoSuchFile
    attachment, reference = row
    try:
        return attachment, await ticket_for(session, reference, staff_id)
    except NoSuchTicket as error:
        raise NoSuchFile from error


def _row(sent: SentFile, checked: Checked) -> Attachment:
    return Attachment(
        conversation_id=sent.conversation_id,
        source=sent.source,
        kind=checked.kind,
        media_type=checked.media_type,
        name=display_name(sent.name, checked.kind, checked.media_type),
        size=len(checked.data),
        sha256=hashlib.sha256(checked.data).hexdigest(),
    )
