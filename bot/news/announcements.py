"""What staff do with announcements: write, release to go out, take back, cancel; and the figures.

draft -> scheduled -> sending -> sent; cancelled from each of the first three.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, func, update
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from bot.errors import (
    AnnouncementChanged,
    AnnouncementMoved,
    NoSuchAnnouncement,
    OwnAnnouncement,
)
from bot.news.content import Content, require_complete
from bot.news.readers import reach
from bot.storage.database import Database
from bot.storage.models import Announcement, AnnouncementDelivery, AuditRow, Staff, now, row_id
from nlu.text.variety import Variety

_LISTED = 100

Figures = Mapping[tuple[str, str | None], int]


@dataclass(frozen=True)
class Announced:
    """An announcement, and the names of who wrote, changed and released it."""

    announcement: Announcement
    author: str
    editor: str | None
    releaser: str | None


class Announcements:
    """Reads and changes announcements.

    With `four_eyes` neither who wrote an announcement nor who changed it last releases it.
    """

    def __init__(self, database: Database, *, four_eyes: bool = True) -> None:
        self._database = database
        self._four_eyes = four_eyes

    async def newest(self) -> Sequence[Announced]:
        """The newest announcements."""
        async with self._database.reading() as session:
            found = await session.exec(
                _with_names().order_by(col(Announcement.id).desc()).limit(_LISTED)
            )
            return [Announced(*row) for row in found]

    async def look(self, number: int) -> Announced:
        """One announcement; raises NoSuchAnnouncement."""
        async with self._database.reading() as session:
            found = (await session.exec(_with_names().where(Announcement.id == number))).first()
        if found is None:
            raise NoSuchAnnouncement
        return Announced(*found)

    async def figures(self, numbers: Sequence[int]) -> Mapping[int, Figures]:
        """How many deliveries of each announcement stand where, by state and reason."""
        delivery = AnnouncementDelivery
        query = (
            select(delivery.announcement_id, delivery.state, delivery.reason, func.count())
            .where(col(delivery.announcement_id).in_(numbers))
            .group_by(col(delivery.announcement_id), col(delivery.state), col(delivery.reason))
        )
        figures: dict[int, Counter[tuple[str, str | None]]] = {each: Counter() for each in numbers}
        async with self._database.reading() as session:
            for number, state, reason, count in await session.exec(query):
                figures[number][state, reason] = count
        return figures

    async def reach(self, announcement: Announcement) -> Mapping[Variety, int]:
        """How many people would get each of its texts if it left now."""
        return await reach(self._database, announcement)

    def may_release(self, announcement: Announcement, staff_id: int) -> bool:
        """Whether somebody else than this member wrote it and changed it last."""
        hands = {announcement.created_by, announcement.edited_by}
        return not self._four_eyes or staff_id not in hands

    async def create(self, staff_id: int, content: Content) -> int:
        """A new draft; gives its number."""
        announcement = Announcement(created_by=staff_id, **content.fields())
        async with self._database.writing() as session:
            session.add(announcement)
            await session.flush()
            session.add(_audit("news.created", staff_id, announcement))
        return row_id(announcement)

    async def edit(self, number: int, staff_id: int, content: Content, seen: str) -> None:
        """Changes a draft as it was `seen`.

        Raises NoSuchAnnouncement, AnnouncementMoved, AnnouncementChanged.
        """
        async with self._database.writing() as session:
            announcement = await _in_state(session, number, "draft")
            _require_seen(announcement, seen)
            for name, value in content.fields().items():
                setattr(announcement, name, value)
            announcement.edited_by = staff_id
            announcement.updated_at = now()
            session.add(_audit("news.edited", staff_id, announcement))

    async def release(
        self, number: int, staff_id: int, seen: str, send_at: datetime | None = None
    ) -> None:
        """Lets a draft go out, now or at a moment.

        Raises NoSuchAnnouncement, AnnouncementMoved, AnnouncementChanged, OwnAnnouncement, and
        AnnouncementRefused where it is not complete.
        """
        async with self._database.writing() as session:
            announcement = await _in_state(session, number, "draft")
            _require_seen(announcement, seen)
            if not self.may_release(announcement, staff_id):
                raise OwnAnnouncement
            require_complete(announcement)
            announcement.state = "scheduled"
            announcement.send_at = send_at or now()
            announcement.released_by = staff_id
            announcement.updated_at = now()
            at = announcement.send_at.isoformat()
            session.add(_audit("news.released", staff_id, announcement, send_at=at))

    async def take_back(self, number: int, staff_id: int) -> None:
        """Makes a draft again of what has not begun to leave.

        Raises NoSuchAnnouncement, AnnouncementMoved.
        """
        async with self._database.writing() as session:
            announcement = await _in_state(session, number, "scheduled")
            # They may be made already; whoever is among the readers at the next release gets it.
            await session.exec(
                delete(AnnouncementDelivery).where(
                    col(AnnouncementDelivery.announcement_id) == number
                )
            )
            announcement.state = "draft"
            announcement.send_at = announcement.released_by = None
            announcement.updated_at = now()
            session.add(_audit("news.taken_back", staff_id, announcement))

    async def cancel(self, number: int, staff_id: int) -> None:
        """Ends it; what has not left yet stays here.

        Raises NoSuchAnnouncement, AnnouncementMoved.
        """
        async with self._database.writing() as session:
            announcement = await _in_state(session, number, "draft", "scheduled", "sending")
            await session.exec(
                update(AnnouncementDelivery)
                .where(
                    col(AnnouncementDelivery.announcement_id) == number,
                    col(AnnouncementDelivery.state) == "pending",
                )
                .values(state="stopped", reason="cancelled")
            )
            announcement.state = "cancelled"
            announcement.updated_at = now()
            session.add(_audit("news.cancelled", staff_id, announcement))


def seen_as(announcement: Announcement) -> str:
    """What a form says of the announcement that it was made from."""
    return announcement.updated_at.astimezone(UTC).isoformat()


def _with_names() -> Select[Announcement, str, str, str]:
    author, editor, releaser = aliased(Staff), aliased(Staff), aliased(Staff)
    return (
        select(Announcement, author.name, editor.name, releaser.name)
        .join(author, col(author.id) == col(Announcement.created_by))
        .outerjoin(editor, col(editor.id) == col(Announcement.edited_by))
        .outerjoin(releaser, col(releaser.id) == col(Announcement.released_by))
    )


async def _in_state(session: AsyncSession, number: int, *states: str) -> Announcement:
    query = select(Announcement).where(Announcement.id == number).with_for_update()
    announcement = (await session.exec(query)).first()
    if announcement is None:
        raise NoSuchAnnouncement
    if announcement.state not in states:
        raise AnnouncementMoved(current=announcement.state)
    return announcement


def _require_seen(announcement: Announcement, seen: str) -> None:
    if seen != seen_as(announcement):
        raise AnnouncementChanged


def _audit(event: str, staff_id: int, announcement: Announcement, **more: str) -> AuditRow:
    data = {"announcement": row_id(announcement), **more}
    return AuditRow(event=event, actor=f"staff:{staff_id}", data=data)
