"""Confirmations of answers by members of staff: written, and read anew by every process."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import structlog
from sqlalchemy import func
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import DayRefused, NoSuchAnswer
from bot.insight.ageing import Showings, shown_answers
from bot.office import beginning, last_days, office_day
from bot.storage.database import Database
from bot.storage.models import AuditRow, FactCheck, Turn, now
from knowledge.base import Knowledge
from knowledge.verified import Verifications

log = structlog.get_logger(__name__)

SHOWN_DAYS = 30

_PAUSE_S = 60.0


@dataclass(frozen=True)
class Confirmer:
    """The member of staff who confirms, by name: it is told to colleagues."""

    staff_id: int
    name: str


class FactChecks:
    """The confirmations of answers. The newest of an answer counts; so one is undone by another."""

    def __init__(
        self, database: Database, knowledge: Knowledge, verifications: Verifications
    ) -> None:
        self._database = database
        self._knowledge = knowledge
        self._verifications = verifications

    async def confirm(self, topic: str, facet: str, day: str, by: Confirmer) -> None:
        """Keeps that an answer was right on a day; the bot tells so from now on.

        Raises NoSuchAnswer, or DayRefused for what is no day or to come.
        """
        known = self._knowledge.topics.get(topic)
        if known is None or facet not in known.answers:
            raise NoSuchAnswer
        verified_on = _day(day)
        async with self._database.writing() as session:
            session.add(
                FactCheck(
                    topic=topic,
                    facet=facet,
                    verified_on=verified_on,
                    staff_id=by.staff_id,
                    name=by.name,
                )
            )
            data = {"topic": topic, "facet": facet, "verified_on": verified_on.isoformat()}
            session.add(AuditRow(event="fact.confirmed", actor=f"staff:{by.staff_id}", data=data))
        await self.refresh()

    async def refresh(self) -> None:
        """Reads the confirmations anew."""
        newest = await self.newest()
        self._verifications.replace({answer: check.verified_on for answer, check in newest.items()})

    async def keep_fresh(self) -> None:
        """Reads them anew every minute, for ever: another process may have written one."""
        while True:
            await asyncio.sleep(_PAUSE_S)
            try:
                await self.refresh()
            except SQLAlchemyError:
                # What was read last still holds; the next minute tries again.
                log.exception("verifications.refresh.failed")

    async def newest(self) -> Mapping[tuple[str, str], FactCheck]:
        """The newest confirmation of each answer."""
        async with self._database.reading() as session:
            return await _newest(session)

    async def showings(self) -> Showings:
        """How often each answer was shown in the last days: one query."""
        since = beginning(last_days(SHOWN_DAYS, now())[0])
        query = (
            select(Turn.topic, Turn.facet, func.count())
            .where(col(Turn.created_at) >= since, col(Turn.topic).is_not(None))
            .group_by(col(Turn.topic), col(Turn.facet))
        )
        async with self._database.reading() as session:
            found = await session.exec(query)
            counts = {(topic, facet): count for topic, facet, count in found if topic}
        return shown_answers(self._knowledge, counts)


async def _newest(session: AsyncSession) -> Mapping[tuple[str, str], FactCheck]:
    last = select(func.max(FactCheck.id)).group_by(col(FactCheck.topic), col(FactCheck.facet))
    found = await session.exec(select(FactCheck).where(col(FactCheck.id).in_(last)))
    return {(check.topic, check.facet): check for check in found}


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise DayRefused from error
    if day > office_day(now()):
        raise DayRefused
    return day
