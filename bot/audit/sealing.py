"""Seals audit rows a moment after they are written, and proves that none was changed since.

The rows are written in many transactions at once; a chain made within them would have them wait
for each other. So one process seals what is committed, in the order in which it finds it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.audit.chain import BEGINNING, digest
from bot.storage.database import Database
from bot.storage.models import AuditRow, AuditSeal, row_id

_PAUSE_S = 2.0
_BATCH = 500
_LATEST = 10_000  # a row may be committed after so many that were numbered after it


@dataclass(frozen=True)
class Proof:
    """What a walk along the chain found; `faults` are sentences for the operator."""

    sealed: int
    unsealed: int
    head: str
    faults: Sequence[str]


class Seals:
    """The chain of one database, under one key."""

    def __init__(self, database: Database, key: str) -> None:
        self._database = database
        self._key = key.encode()

    async def keep_sealing(self) -> None:
        """Seals for ever what comes; cancelled from outside."""
        while True:
            if not await self.seal():
                await asyncio.sleep(_PAUSE_S)

    async def seal(self) -> int:
        """Seals the next rows, and gives how many."""
        async with self._database.writing() as session:
            number, before = await _last(session)
            rows = await _unsealed(session)
            for row in rows:
                number, before = number + 1, digest(before, row, self._key)
                session.add(AuditSeal(number=number, audit_id=row_id(row), digest=before))
        return len(rows)

    async def prove(self, known_head: str | None = None) -> Proof:
        """Walks the whole chain; a head that was noted earlier must still be in it."""
        before, number, met = BEGINNING, 0, known_head is None
        faults: list[str] = []
        async with self._database.reading() as session:
            while links := await _links(session, number):
                for seal, row in links:
                    if seal.number != number + 1:
                        faults.append(f"missing before seal {seal.number}: a seal or its audit row")
                    elif seal.digest != digest(before, row, self._key):
                        faults.append(f"changed: audit row {row.id}, or its seal {seal.number}")
                    number, before = seal.number, seal.digest
                    met = met or before == known_head
            kept = (await session.exec(select(func.count()).select_from(AuditRow))).one()
            sealed = (await session.exec(select(func.count()).select_from(AuditSeal))).one()
        if not met:
            faults.append("the head noted earlier is not in the chain: its end was cut or remade")
        return Proof(sealed, kept - sealed, before, faults)


async def _last(session: AsyncSession) -> tuple[int, str]:
    newest = select(AuditSeal).order_by(col(AuditSeal.number).desc()).limit(1)
    seal = (await session.exec(newest)).first()
    return (seal.number, seal.digest) if seal else (0, BEGINNING)


async def _unsealed(session: AsyncSession) -> Sequence[AuditRow]:
    newest = (await session.exec(select(func.max(AuditSeal.audit_id)))).one() or 0
    query = (
        select(AuditRow)
        .outerjoin(AuditSeal, col(AuditSeal.audit_id) == col(AuditRow.id))
        .where(col(AuditRow.id) > newest - _LATEST, col(AuditSeal.number).is_(None))
        .order_by(col(AuditRow.id))
        .limit(_BATCH)
    )
    return (await session.exec(query)).all()


async def _links(session: AsyncSession, after: int) -> Sequence[tuple[AuditSeal, AuditRow]]:
    query = (
        select(AuditSeal, AuditRow)
        .join(AuditRow, col(AuditRow.id) == col(AuditSeal.audit_id))
        .where(col(AuditSeal.number) > after)
        .order_by(col(AuditSeal.number))
        .limit(_BATCH)
    )
    return (await session.exec(query)).all()
