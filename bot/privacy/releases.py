"""Requests to let something out: asked by one, decided by another, used once; all of it audited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from bot.errors import NoSuchRelease, NotAllowed, ReleaseRefused
from bot.office import office_day
from bot.privacy.approvals import (
    LIFE,
    MAY_DECIDE,
    MOST_ROWS,
    Kind,
    Standing,
    fingerprint,
    may_decide,
    require_askable,
    require_decidable,
    require_reason,
    require_size,
    require_usable,
    standing,
)
from bot.privacy.transcripts import Original, Transcripts
from bot.storage.database import Database
from bot.storage.models import AuditRow, ReleaseRequest, Staff, StaffNotice, Turn, now, row_id

Json = dict[str, Any]

_LISTED = 50
_SAMPLE = 3


class Source(Protocol):
    """Where the rows of one kind come from."""

    async def count(self, session: AsyncSession, asked: ReleaseRequest) -> int:
        """How many rows there are now."""

    async def lines(
        self, session: AsyncSession, asked: ReleaseRequest, most: int
    ) -> Sequence[Json]:
        """The first so many of them, masked."""


@dataclass(frozen=True)
class Asked:
    """What somebody asks for, as the form says it."""

    kind: str
    reason: str
    first_day: date | None = None
    last_day: date | None = None
    lang: str | None = None
    turn_id: int | None = None


@dataclass(frozen=True)
class Release:
    """A request, who asked and who decided, and how it stands."""

    request: ReleaseRequest
    asker: str
    decider: str | None
    standing: Standing


@dataclass(frozen=True)
class Look:
    """The same with what would leave now; `decides` is whether the reader may decide it."""

    release: Release
    rows: int
    sample: Sequence[Json]
    decides: bool
    mine: bool


class Releases:
    """Asks, decides and lets out. `reviews` is where labelled exchanges come from."""

    def __init__(
        self, database: Database, reviews: Source | None = None, life: timedelta = LIFE
    ) -> None:
        self._database = database
        self._life = life
        self._original = Original()
        self._sources: Mapping[str, Source] = {
            Kind.TRANSCRIPTS: Transcripts(),
            Kind.ORIGINAL: self._original,
            **({Kind.REVIEWS: reviews} if reviews else {}),
        }

    async def ask(self, staff_id: int, asked: Asked) -> int:
        """Keeps a request, tells who may decide it, and gives its number.

        Raises NotAllowed, ReasonMissing, ReleaseRefused(field).
        """
        reason = require_reason(asked.reason)
        if asked.kind not in self._sources:
            raise ReleaseRefused(field="kind")
        async with self._database.writing() as session:
            member = await _member(session, staff_id)
            moment = now()
            today = office_day(moment)
            require_askable(asked.kind, asked.first_day, asked.last_day, member, today)
            request = ReleaseRequest(
                **{**vars(asked), "reason": reason},
                rows=0,
                asked_by=staff_id,
                asked_at=moment,
                expires_at=moment + self._life,
            )
            request.rows = await self._sources[asked.kind].count(session, request)
            require_size(request.rows)
            session.add(request)
            await session.flush()
            _audit(session, "release.asked", staff_id, request, sha256=fingerprint(request))
            await _tell_deciders(session, request)
        return row_id(request)

    async def listed(self, staff_id: int) -> Sequence[Release]:
        """The newest that the member may see: their own, and all for who may decide."""
        async with self._database.reading() as session:
            member = await _member(session, staff_id)
            query = _with_names().order_by(col(ReleaseRequest.id).desc()).limit(_LISTED)
            if member.role not in MAY_DECIDE:
                query = query.where(ReleaseRequest.asked_by == staff_id)
            return [_release(*row) for row in await session.exec(query)]

    async def look(self, number: int, staff_id: int) -> Look:
        """One request with what would leave now; raises NoSuchRelease."""
        async with self._database.reading() as session:
            member = await _member(session, staff_id)
            found = (await session.exec(_with_names().where(ReleaseRequest.id == number))).first()
            if found is None or not _sees(found[0], member):
                raise NoSuchRelease
            release = _release(*found)
            source = self._sources[release.request.kind]
            return Look(
                release,
                await source.count(session, release.request),
                await source.lines(session, release.request, _SAMPLE),
                release.standing is Standing.ASKED and may_decide(release.request, member),
                release.request.asked_by == staff_id,
            )

    async def approve(self, number: int, staff_id: int) -> None:
        """Lets it leave, once, until it expires; of two who decide at once the first counts.

        Raises NoSuchRelease, OwnRelease, NotAllowed, ReleaseMoved.
        """
        async with self._database.writing() as session:
            request = await self._decided(session, number, staff_id, approved=True)
            request.expires_at = now() + self._life
            _audit(session, "release.approved", staff_id, request, sha256=fingerprint(request))

    async def refuse(self, number: int, staff_id: int, reason: str) -> None:
        """Raises as `approve` does, and ReasonMissing, ReleaseRefused(field)."""
        reason = require_reason(reason)
        async with self._database.writing() as session:
            request = await self._decided(session, number, staff_id, approved=False)
            request.refusal = reason
            _audit(session, "release.refused", staff_id, request)

    async def take(self, number: int, staff_id: int) -> Sequence[Json]:
        """The rows that were approved and are there still, for who asked; there is no second time.

        Raises NoSuchRelease, NotAllowed, ReleaseMoved.
        """
        async with self._database.reading() as session:
            request = await _usable(session, number, staff_id)
            if request.kind == Kind.ORIGINAL:
                raise NotAllowed
            lines = await self._sources[request.kind].lines(session, request, MOST_ROWS)
        content = hashlib.sha256(json.dumps(lines, ensure_ascii=False).encode()).hexdigest()
        await self._use(number, staff_id, rows=len(lines), content=content)
        return lines

    async def unmask(self, number: int, staff_id: int) -> Turn:
        """The exchange as it was written; raises as `take` does, NoSuchRelease once forgotten."""
        async with self._database.reading() as session:
            request = await _usable(session, number, staff_id)
            if request.kind != Kind.ORIGINAL:
                raise NotAllowed
            turn = await self._original.written(session, request)
        if turn is None:
            raise NoSuchRelease
        await self._use(number, staff_id, turn=row_id(turn))
        return turn

    async def _decided(
        self, session: AsyncSession, number: int, staff_id: int, *, approved: bool
    ) -> ReleaseRequest:
        member = await _member(session, staff_id, alone=True)
        request = await _request(session, number, alone=True)
        require_decidable(request, member, now())
        request.approved = approved
        request.decided_by, request.decided_at = staff_id, now()
        session.add(StaffNotice(staff_id=request.asked_by, kind="release_decided"))
        return request

    async def _use(self, number: int, staff_id: int, **told: object) -> None:
        """Notes that it was used, before anything leaves; of two at once one comes to nothing."""
        async with self._database.writing() as session:
            request = await _usable(session, number, staff_id, alone=True)
            request.used_at = now()
            _audit(session, "release.used", staff_id, request, **told)


async def _member(session: AsyncSession, staff_id: int, *, alone: bool = False) -> Staff:
    """The account as it is now; nobody demotes or closes it while `alone`. Raises NotAllowed."""
    query = select(Staff).where(Staff.id == staff_id)
    found = (await session.exec(query.with_for_update() if alone else query)).first()
    if found is None or not found.active:
        raise NotAllowed
    return found


async def _request(session: AsyncSession, number: int, *, alone: bool = False) -> ReleaseRequest:
    query = select(ReleaseRequest).where(ReleaseRequest.id == number)
    found = (await session.exec(query.with_for_update() if alone else query)).first()
    if found is None:
        raise NoSuchRelease
    return found


async def _usable(
    session: AsyncSession, number: int, staff_id: int, *, alone: bool = False
) -> ReleaseRequest:
    member = await _member(session, staff_id, alone=alone)
    request = await _request(session, number, alone=alone)
    require_usable(request, member, now())
    return request


async def _tell_deciders(session: AsyncSession, request: ReleaseRequest) -> None:
    query = select(Staff).where(col(Staff.active).is_(True), col(Staff.role).in_(MAY_DECIDE))
    for member in (await session.exec(query)).all():
        if may_decide(request, member):
            session.add(StaffNotice(staff_id=row_id(member), kind="release_asked"))


def _sees(request: ReleaseRequest, member: Staff) -> bool:
    return request.asked_by == member.id or member.role in MAY_DECIDE


def _with_names() -> Select[ReleaseRequest, str, str | None]:
    asker, decider = aliased(Staff), aliased(Staff)
    return (
        select(ReleaseRequest, asker.name, decider.name)
        .join(asker, col(asker.id) == col(ReleaseRequest.asked_by))
        .outerjoin(decider, col(decider.id) == col(ReleaseRequest.decided_by))
    )


def _release(request: ReleaseRequest, asker: str, decider: str | None) -> Release:
    return Release(request, asker, decider, standing(request, now()))


def _audit(
    session: AsyncSession, event: str, staff_id: int, request: ReleaseRequest, **more: object
) -> None:
    data = {"release": row_id(request), "kind": request.kind, "rows": request.rows, **more}
    session.add(AuditRow(event=event, actor=f"staff:{staff_id}", data=data))
