"""The papers of a ticket in the console."""

from __future__ import annotations

import pytest

from bot.storage.database import Database
from tests.bot.staff.conftest import Browser
from tests.bot.staff.seeding import seed


@pytest.mark.parametrize("paper", ["receipt", "dossier"])
async def test_a_paper_is_a_pdf_named_like_its_ticket(
    browser: Browser, database: Database, paper: str
) -> None:
    (reference,) = await seed(database, 1)
    response = await browser.client.get(f"/staff/tickets/{reference}/{paper}.pdf")
    assert response.content_type == "application/pdf"
    assert f'filename="{reference}.pdf"' in response.headers["Content-Disposition"]
    assert (await response.read()).startswith(b"%PDF-")


@pytest.mark.parametrize("paper", ["receipt", "dossier"])
async def test_a_paper_of_no_ticket_is_refused(browser: Browser, paper: str) -> None:
    assert (await browser.open(f"/staff/tickets/MDM-2026-999999/{paper}.pdf")).status == 404


async def test_a_paper_needs_a_session(visitor: Browser, database: Database) -> None:
    (reference,) = await seed(database, 1)
    response = await visitor.client.get(
        f"/staff/tickets/{reference}/receipt.pdf", allow_redirects=False
    )
    assert response.status == 303
