"""Tickets are found by words in any script, by number and by person; never by their code."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlmodel import col, delete, select, update

from bot.storage.database import Database
from bot.storage.models import Ticket, now
from bot.storage.search import matching, search_text


async def keep(database: Database, *descriptions: str, **changes: str | None) -> None:
    async with database.writing() as session:
        for number, description in enumerate(descriptions, 1):
            ticket = Ticket(
                **{
                    "reference": f"MDM-2026-{number:06}",
                    "code": "KLM234",
                    "kind": "complaint",
                    "description": description,
                    "lang": "fr",
                    "opened_by_turn": f"web:{number}",
                    "acknowledge_by": now(),
                    "answer_by": now(),
                    **changes,
                }
            )
            ticket.search_text = search_text(ticket)
            session.add(ticket)
            await session.flush()


async def found(database: Database, query: str) -> Sequence[int]:
    async with database.reading() as session:
        numbers = select(col(Ticket.id)).where(matching(session, query)).order_by(col(Ticket.id))
        return [number or 0 for number in await session.exec(numbers)]


SPELLINGS = ("n9l ljotman", "na9l ljoutman", "نقل الجثمان")


@pytest.mark.parametrize("query", SPELLINGS)
async def test_scripts_and_spellings_find_each_other(database: Database, query: str):
    await keep(database, *SPELLINGS, "wra9 dyal tomobil")
    assert await found(database, query) == [1, 2, 3]


async def test_accents_case_and_endings_do_not_matter(database: Database):
    await keep(database, "Mon PASSEPORT a été égaré", "passer à la douane")
    assert await found(database, "egare Passep") == [1]
    assert await found(database, "ÉGARÉ") == [1]
    assert await found(database, "égaré douane") == []


async def test_number_contact_country_and_category_are_found(database: Database):
    await keep(
        database,
        "...",
        contact="+212 6 12-34-56-78",
        country="NL",
        category="social_security",
    )
    for query in (
        "MDM-2026-000001",
        "000001",
        "1",
        "0612345678",
        "+212 612 345 678",
        "Pays-Bas",
        "هولندا",
        "social security",
    ):
        assert await found(database, query) == [1], query
    assert await found(database, "0612345679") == []
    assert await found(database, "10") == []


async def test_a_name_and_an_address_are_found(database: Database):
    await keep(database, "...", contact="Fatima Zahra <fz.alami@example.org>")
    assert await found(database, "fz.alami@example.org") == [1]
    assert await found(database, "fatima") == [1]


async def test_the_secret_code_is_never_found(database: Database):
    await keep(database, "Bonjour")
    for query in ("KLM234", "klm", "KLM 234", "k l m 2 3 4"):
        assert await found(database, query) == []


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        '" OR "1',
        "passeport OR secret",
        "NOT passeport",
        "passeport AND NOT douane",
        "search_text:passeport",
        "NEAR(passeport douane, 3)",
        "pass*",
        "^passeport",
        "a & b | !c <-> d:*",
        "'); DROP TABLE ticket; --",
        "\\' \\\\",
        "{passeport} - + ( )",
        "\0",
        "\ud800",
        "zz",
        "%",
        "_",
        "🙂",
        "ⵜⴰⵎⴰⵣⵉⵖⵜ",
        "𞤀𞤣𞤤𞤢𞤥 १२३",
        "x" * 5000,
        "mot " * 500,
    ],
)
async def test_what_is_typed_is_never_an_operator(database: Database, query: str):
    await keep(database, "passeport et secret", "or not and near")
    assert set(await found(database, query)) <= {1, 2}
    assert await found(database, "passeport") == [1]


async def test_operators_are_words(database: Database):
    await keep(database, "passeport", "near not passeport")
    assert await found(database, "NOT passeport") == [2]
    assert await found(database, "passeport OR nothing") == []


async def test_without_words_nothing_is_found(database: Database):
    await keep(database, "passeport")
    assert await found(database, "") == []
    assert await found(database, "  ?! ") == []


async def test_the_index_follows_the_ticket(database: Database):
    await keep(database, "passeport", "douane")
    async with database.writing() as session:
        await session.exec(update(Ticket).where(col(Ticket.id) == 1).values(search_text="visa"))
        await session.exec(delete(Ticket).where(col(Ticket.id) == 2))
    assert await found(database, "passeport") == []
    assert await found(database, "visa") == [1]
    assert await found(database, "douane") == []
