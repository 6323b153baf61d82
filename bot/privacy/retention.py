"""Deletes and anonymises what is due, once a day or when it is asked for, and keeps what it did."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import String, cast, literal
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, func, select, update

from bot.errors import RetentionUnderWay
from bot.privacy.ending import key_of
from bot.privacy.policy import DataClass, Rule, Terms, policy
from bot.storage.database import Database
from bot.storage.leases import Leases
from bot.storage.models import AuditRow, RetentionRun, Staff, now, row_id

log = structlog.get_logger(__name__)

LEASE = "retention-run"

_EVERY = timedelta(days=1)
_BATCH = 500
_BREATH_S = 0.02  # between batches: others want to write, too
_PAUSE_S = 5.0
_LISTED = 30


@dataclass(frozen=True)
class Done:
    """A run, and the name of the member of staff who asked for it, if one did."""

    run: RetentionRun
    name: str | None


class Retention:
    """The policy of one database, its dry run and its runs."""

    def __init__(self, database: Database, terms: Terms, batch: int = _BATCH) -> None:
        self._database = database
        self._leases = Leases(database)
        self._batch = batch
        self.policy: Sequence[DataClass] = policy(terms)

    async def due(self, at: datetime | None = None) -> Mapping[str, int]:
        """How many rows of each class a run would deal with; changes nothing."""
        moment = at or now()
        return {each.name: await self._count(each, moment) for each in self.policy}

    async def last(self) -> Sequence[Done]:
        """The latest runs, the newest first."""
        member = literal("staff:") + cast(Staff.id, String)
        query = (
            select(RetentionRun, Staff.name)
            .outerjoin(Staff, member == col(RetentionRun.actor))
            .order_by(col(RetentionRun.id).desc())
            .limit(_LISTED)
        )
        async with self._database.reading() as session:
            return [Done(*row) for row in await session.exec(query)]

    async def ask(self, staff_id: int) -> None:
        """Has the job run soon; asked again before that, it is one run."""
        actor = f"staff:{staff_id}"
        async with self._database.writing() as session:
            waiting = select(RetentionRun.id).where(RetentionRun.state == "asked")
            if (await session.exec(waiting)).first() is not None:
                return
            session.add(RetentionRun(actor=actor))
            session.add(AuditRow(event="retention.asked", actor=actor))

    async def count(self, actor: str) -> RetentionRun:
        """The dry run: kept like a run, and nothing else is done."""
        begun = now()
        counts = {name: count for name, count in (await self.due(begun)).items() if count}
        run = RetentionRun(
            actor=actor, dry=True, state="done", counts=counts, begun_at=begun, ended_at=now()
        )
        async with self._database.writing() as session:
            session.add(run)
        return run

    async def run(self, actor: str) -> RetentionRun:
        """Deals with what is due now; raises RetentionUnderWay where another process does."""
        run = RetentionRun(actor=actor)
        async with self._database.writing() as session:
            session.add(run)
        await self._alone(run)
        return run

    async def keep(self) -> None:
        """Once a day, and soon after it was asked for, for ever; cancelled from outside."""
        while True:
            await self.run_if_wanted()
            await asyncio.sleep(_PAUSE_S)

    async def run_if_wanted(self) -> None:
        """One look: what was asked for first, else what the day wants."""
        asked = await self._asked()
        if asked is None and await self._ran_today():
            return
        try:
            if asked:
                await self._alone(asked)
            else:
                await self.run("bot")
        except RetentionUnderWay:
            log.info("retention.under_way")

    async def _asked(self) -> RetentionRun | None:
        query = select(RetentionRun).where(RetentionRun.state == "asked").order_by("id").limit(1)
        async with self._database.reading() as session:
            return (await session.exec(query)).first()

    async def _ran_today(self) -> bool:
        query = select(RetentionRun.id).where(
            col(RetentionRun.dry).is_(False),
            RetentionRun.actor == "bot",
            col(RetentionRun.begun_at) > now() - _EVERY,
        )
        async with self._database.reading() as session:
            return (await session.exec(query.limit(1))).first() is not None

    async def _alone(self, run: RetentionRun) -> None:
        async def work() -> None:
            await self._deal_with_all(run)

        if not await self._leases.try_alone(LEASE, work):
            raise RetentionUnderWay

    async def _deal_with_all(self, run: RetentionRun) -> None:
        begun = now()
        await self._note_interrupted()
        await self._note(run, state="running", begun_at=begun)
        try:
            for each in self.policy:
                if ended := await self._deal_with(each, begun):
                    await self._note(run, counts={**run.counts, each.name: ended})
        except SQLAlchemyError as error:
            await self._note(run, state="failed", error=type(error).__name__, ended_at=now())
            log.error("retention.failed", error=type(error).__name__)
            return
        await self._note(run, state="done", ended_at=now())
        async with self._database.writing() as session:
            data = {"run": row_id(run), "counts": run.counts}
            session.add(AuditRow(event="retention.ran", actor=run.actor, data=data))
        log.info("retention.ran", **run.counts)

    async def _deal_with(self, each: DataClass, begun: datetime) -> int:
        return sum([await self._end(rule) for rule in each.rules(begun)])

    async def _end(self, rule: Rule) -> int:
        """Batch after batch, each for itself: a kill loses nothing, and nobody waits for long."""
        key, ended = key_of(rule.table), 0
        async with self._database.reading() as session:
            found = await session.stream_scalars(
                select(key).where(rule.due).execution_options(yield_per=self._batch)
            )
            async for keys in found.partitions():
                ended += await self._end_batch(rule, keys)
                await asyncio.sleep(_BREATH_S)
        return ended

    async def _end_batch(self, rule: Rule, keys: Sequence[object]) -> int:
        """Those of them that are due still: a ticket may have been reopened meanwhile."""
        key = key_of(rule.table)
        query = select(key).where(key.in_(keys), rule.due).with_for_update(of=rule.table)
        async with self._database.writing() as session:
            still = (await session.exec(query)).all()
            await rule.end(session, still)
        return len(still)

    async def _count(self, each: DataClass, moment: datetime) -> int:
        count = 0
        async with self._database.reading() as session:
            for rule in each.rules(moment):
                query = select(func.count()).select_from(rule.table).where(rule.due)
                count += (await session.exec(query)).one()
        return count

    async def _note(self, run: RetentionRun, **values: object) -> None:
        for name, value in values.items():
            setattr(run, name, value)
        async with self._database.writing() as session:
            await session.exec(
                update(RetentionRun).where(col(RetentionRun.id) == run.id).values(**values)
            )

    async def _note_interrupted(self) -> None:
        """Runs that ended without a word were killed; the lease says that none goes on."""
        async with self._database.writing() as session:
            await session.exec(
                update(RetentionRun)
                .where(col(RetentionRun.state) == "running")
                .values(state="failed", error="interrupted", ended_at=now())
            )
