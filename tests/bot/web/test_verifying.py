"""The page that tells whether a printed paper is ours."""

from __future__ import annotations

from datetime import date

import pytest
from aiohttp.test_utils import TestClient

from bot.papers.checking import check_code
from tests.bot.conftest import PAPERS_KEY

REFERENCE, DAY = "MDM-2026-000123", "2026-11-26"


async def _page(client: TestClient, **asked: str) -> str:
    response = await client.get("/verify", params=asked)
    assert response.status == 200
    return await response.text()


async def test_a_paper_of_ours_is_told_in_both_languages(client: TestClient) -> None:
    code = check_code(PAPERS_KEY, "receipt", REFERENCE, date.fromisoformat(DAY))
    page = await _page(client, reference=REFERENCE.lower(), date=DAY, code=code.lower())
    assert "a bien été établie" in page
    assert "صادرة فعلا" in page


@pytest.mark.parametrize("day", [DAY, "26/11/2026", "9999-99-99"])
async def test_any_other_is_not(client: TestClient, day: str) -> None:
    page = await _page(client, reference=REFERENCE, date=day, code="AAAA-BBBB-CCCC")
    assert "Aucune pièce" in page
    assert "a bien été établie" not in page


async def test_nothing_asked_is_a_form_and_what_was_typed_is_escaped(client: TestClient) -> None:
    page = await _page(client, reference='"><script>')
    assert "Aucune pièce" not in page
    assert "<script>" not in page


async def test_the_answer_is_neither_kept_nor_framed(client: TestClient) -> None:
    response = await client.get("/verify", params={"reference": REFERENCE})
    assert response.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/verify", "/healthz", "/api/chat/messages", "/nowhere"])
async def test_no_answer_names_the_versions_of_the_server(client: TestClient, path: str) -> None:
    assert (await client.get(path)).headers["Server"] == "jisr"
