"""Views that members of staff keep under names of their own; nobody else sees them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import NoSuchView, TooManyViews, ViewNameRefused
from bot.storage.database import Database
from bot.storage.models import SavedView
from bot.tickets.views import View

LONGEST_NAME = 60
MOST_VIEWS = 30


class SavedViews:
    """Keeps views. Each call is for one member of staff; a view of another's does not exist."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, staff_id: int) -> Sequence[SavedView]:
        """The member's views, by name."""
        query = select(SavedView).where(SavedView.staff_id == staff_id).order_by(SavedView.name)
        async with self._database.reading() as session:
            return (await session.exec(query)).all()

    async def save(self, staff_id: int, name: str, view: View) -> None:
        """Keeps the view; one of the same name is replaced.

        Raises ViewNameRefused, TooManyViews.
        """
        name = _checked(name)
        async with self._database.writing() as session:
            found = await session.exec(select(SavedView).where(SavedView.staff_id == staff_id))
            kept = {each.name: each for each in found}
            if name not in kept and len(kept) >= MOST_VIEWS:
                raise TooManyViews(limit=MOST_VIEWS)
            saved = kept.get(name) or SavedView(staff_id=staff_id, name=name)
            saved.query = view.written()
            session.add(saved)

    async def rename(self, staff_id: int, view_id: int, name: str) -> None:
        """Gives a view another name; raises NoSuchView, ViewNameRefused."""
        name = _checked(name)
        async with self._database.writing() as session:
            saved = await _own(session, staff_id, view_id)
            await session.exec(
                delete(SavedView).where(
                    col(SavedView.staff_id) == staff_id,
                    col(SavedView.name) == name,
                    col(SavedView.id) != view_id,
                )
            )
            saved.name = name

    async def delete(self, staff_id: int, view_id: int) -> None:
        """Forgets a view; raises NoSuchView."""
        async with self._database.writing() as session:
            await session.delete(await _own(session, staff_id, view_id))


async def _own(session: AsyncSession, staff_id: int, view_id: int) -> SavedView:
    saved = await session.get(SavedView, view_id)
    if saved is None or saved.staff_id != staff_id:
        raise NoSuchView
    return saved


def _checked(name: str) -> str:
    name = " ".join(name.replace("\0", "").split())
    if not name or len(name) > LONGEST_NAME:
        raise ViewNameRefused(limit=LONGEST_NAME)
    return name
