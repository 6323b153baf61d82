"""Audit rows are chained by digests: who changes one breaks the chain."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, update
from sqlmodel import col

from bot.audit.sealing import Seals
from bot.storage.database import Database
from bot.storage.models import AuditRow, AuditSeal

KEY = "a key that lies elsewhere"


@pytest.fixture
def seals(database: Database) -> Seals:
    return Seals(database, KEY)


async def write(database: Database, number: int) -> None:
    async with database.writing() as session:
        for each in range(number):
            session.add(
                AuditRow(event="ticket.opened", actor="citizen", data={"n": each, "é": "ع"})
            )


async def run(database: Database, statement: object) -> None:
    async with database.writing() as session:
        await session.exec(statement)  # type: ignore[call-overload]


async def test_an_untouched_chain_is_proved(database: Database, seals: Seals) -> None:
    await write(database, 3)
    assert await seals.seal() == 3
    await write(database, 2)
    assert await seals.seal() == 2
    proof = await seals.prove()
    assert (proof.sealed, proof.unsealed, list(proof.faults)) == (5, 0, [])


async def test_nothing_new_is_not_sealed_again(database: Database, seals: Seals) -> None:
    await write(database, 3)
    await seals.seal()
    assert await seals.seal() == 0


async def test_what_is_not_sealed_yet_is_counted(database: Database, seals: Seals) -> None:
    await write(database, 3)
    assert (await seals.prove()).unsealed == 3


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "staff:7"},
        {"event": "ticket.settled"},
        {"data": {"n": 1}},
        {"created_at": datetime(2020, 1, 1, tzinfo=UTC)},
    ],
    ids=["who", "what", "how", "when"],
)
async def test_a_changed_row_is_named(
    database: Database, seals: Seals, change: dict[str, object]
) -> None:
    await write(database, 5)
    await seals.seal()
    await run(database, update(AuditRow).where(col(AuditRow.id) == 3).values(**change))
    [fault] = (await seals.prove()).faults
    assert "audit row 3" in fault


async def test_a_row_taken_out_of_the_middle_is_noticed(database: Database, seals: Seals) -> None:
    await write(database, 5)
    await seals.seal()
    await run(database, delete(AuditSeal).where(col(AuditSeal.audit_id) == 3))
    await run(database, delete(AuditRow).where(col(AuditRow.id) == 3))
    [fault] = (await seals.prove()).faults
    assert "missing before seal 4" in fault


async def test_a_chain_cut_at_its_end_is_noticed_by_the_head_noted_earlier(
    database: Database, seals: Seals
) -> None:
    await write(database, 5)
    await seals.seal()
    noted = (await seals.prove()).head
    await write(database, 1)
    await seals.seal()
    assert not (await seals.prove(noted)).faults
    await run(database, delete(AuditSeal).where(col(AuditSeal.number) >= 5))
    assert not (await seals.prove()).faults
    assert (await seals.prove(noted)).faults


async def test_a_chain_made_anew_without_the_key_is_noticed(
    database: Database, seals: Seals
) -> None:
    await write(database, 5)
    await Seals(database, "some other key").seal()
    assert len((await seals.prove()).faults) == 5
