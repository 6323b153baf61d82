"""The figures: what is counted, what is hidden, who may see them, and as a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.insight.dashboard import Dashboard, Figures
from bot.insight.parts import Insight
from bot.insight.suppression import Hidden
from bot.storage.database import Database
from bot.storage.models import Ticket, now
from tests.bot.staff.conftest import Browser
from tests.bot.staff.test_queue import counted_queries
from tests.bot.staff.test_unanswered import miss, promote

TABLES = (
    *("days", "ages", "breaches", "category", "country", "lang", "kind"),
    *("ratings", "solved", "fallback"),
)


async def file(database: Database, count: int = 1, *, days_ago: float = 1, **fields: Any) -> None:
    """Writes tickets opened so many days ago."""
    opened = now() - timedelta(days=days_ago)
    async with database.writing() as session:
        for number in range(count):
            key = f"{days_ago}-{number}-{sorted(fields.items())}"
            session.add(
                Ticket(
                    **{
                        "reference": f"MDM-{key}",
                        "code": "ABC234",
                        "kind": "complaint",
                        "category": "consular",
                        "country": "FR",
                        "description": "Secret de Karim",
                        "lang": "fr",
                        "opened_by_turn": key,
                        "created_at": opened,
                        "acknowledged_at": opened,
                        "acknowledge_by": opened + timedelta(days=15),
                        "answer_by": opened + timedelta(days=60),
                        **fields,
                    }
                )
            )


def figures_of(figures: Figures, name: str) -> dict[Any, list[Any]]:
    table = figures.table(name)
    assert table is not None
    return {row.head: list(row.cells) for row in table.all_rows}


@pytest.fixture
def dashboard(insight: Insight) -> Dashboard:
    return insight.dashboard


async def test_in_and_out_by_day(database: Database, dashboard: Dashboard) -> None:
    settled = now() - timedelta(days=2)
    await file(database, 3, days_ago=2)
    await file(database, 2, days_ago=40, state="closed", settled_at=settled)
    await file(database, 1, days_ago=100)
    month = figures_of(await dashboard.figures(30), "days")
    assert len(month) == 31
    assert month["total"] == [3, 2]
    assert [3, 2] in [cells for head, cells in month.items() if head != "total"]
    assert figures_of(await dashboard.figures(90), "days")["total"] == [5, 2]


async def test_ages_and_breaches_of_open_tickets(database: Database, dashboard: Dashboard) -> None:
    late: datetime = now() - timedelta(days=5)
    await file(database, 2, days_ago=3)
    await file(database, 1, days_ago=20, acknowledged_at=None)
    await file(database, 1, days_ago=70)
    await file(database, 1, days_ago=71, stopped_at=now() - timedelta(days=20))
    await file(database, 1, days_ago=72, kind="suggestion", category=None)
    await file(database, 1, days_ago=80, state="closed", settled_at=late)
    await file(database, 2, days_ago=10, state="resolved", settled_at=late)
    figures = await dashboard.figures(30)
    assert figures_of(figures, "ages") == {
        "under-7": [2],
        "under-15": [0],
        "under-30": [1],
        "under-60": [0],
        "over-60": [3],
    }
    assert figures_of(figures, "breaches") == {
        "not-acknowledged": [1],
        "not-answered": [1],  # the stopped clock and the suggestion do not count
        "settled-late": [1],
        "settled-in-time": [2],
    }


async def test_a_country_with_few_tickets_is_neither_shown_nor_computed(
    database: Database, dashboard: Dashboard
) -> None:
    await file(database, 12, country="FR")
    await file(database, 9, country="ES")
    await file(database, 2, country="SE")
    countries = figures_of(await dashboard.figures(30), "country")
    assert countries["FR"][0] == 12
    assert countries["ES"][0] is Hidden.BESIDE
    assert countries["SE"][0] is Hidden.FEW
    assert countries["total"][0] == 23


async def test_satisfaction_needs_five_ratings_to_have_a_mean(
    database: Database, dashboard: Dashboard
) -> None:
    settled = {"state": "closed", "settled_at": now(), "solved": True}
    await file(database, 4, rating=5, **settled)
    assert (await dashboard.figures(30)).satisfaction.mean is None
    await file(database, 6, rating=2, **settled)
    figures = await dashboard.figures(30)
    assert figures.satisfaction.mean == 3.2
    assert figures.satisfaction.ratings == 10
    assert figures_of(figures, "ratings")["5"] == [Hidden.FEW]
    assert figures_of(figures, "solved")["yes"] == [10]


async def test_conversations_that_the_bot_answered_alone(
    database: Database, dashboard: Dashboard
) -> None:
    for number in range(20):
        unanswered = "unknown" if number < 6 else None
        await miss(database, conversation=f"c{number}", unanswered=unanswered)
    for number in range(10, 15):
        await file(database, conversation_id=f"c{number}", opened_by_turn=f"t{number}")
    await miss(database, conversation="old", unanswered=None, days_ago=45)
    alone = (await dashboard.figures(30)).alone
    assert (alone.conversations, alone.alone, alone.percent) == (20, 9, 45.0)


async def test_turns_are_counted_for_as_long_as_they_are_kept(
    database: Database,
) -> None:
    await miss(database, conversation="old", unanswered=None, days_ago=45)
    figures = await Dashboard(database, turn_days=30).figures(90)
    assert figures.turn_days == 30
    assert figures.alone.conversations == 0


async def test_fallback_by_variety(database: Database, dashboard: Dashboard) -> None:
    for number in range(20):
        unanswered = "unknown" if number % 4 == 0 else None
        await miss(database, lang="ary", unanswered=unanswered)
    for _ in range(8):
        await miss(database, lang="fr", unanswered=None)
    rates = figures_of(await dashboard.figures(30), "fallback")
    assert rates["ary"] == [20, 5, 25.0]
    assert rates["fr"] == [8, 0, 0.0]


async def test_the_page_shows_every_table_and_no_text_of_a_citizen(
    browser: Browser, database: Database
) -> None:
    await promote(database, "supervisor")
    await file(database, 7)
    assert (await browser.open("/staff/dashboard?days=90")).status == 200
    for name in TABLES:
        assert f'id="figure-{name}"' in browser.page
    assert "Karim" not in browser.page
    assert "ABC234" not in browser.page
    assert "MDM-" not in browser.page
    assert " style=" not in browser.page
    assert not re.findall(r"<script(?! src=)", browser.page)


async def test_a_chart_knows_nothing_that_the_table_hides(
    browser: Browser, database: Database
) -> None:
    await promote(database, "supervisor")
    await file(database, 12, country="FR")
    await file(database, 3, country="SE")
    await browser.open("/staff/dashboard")
    table = browser.page.split('id="figure-country"')[1].split("</table>")[0]
    assert "&lt;5" in table
    assert 'data-value="3"' not in table
    assert 'data-value="12"' not in table


async def test_as_many_queries_for_one_ticket_as_for_many(
    browser: Browser, database: Database
) -> None:
    await promote(database, "supervisor")
    await file(database, 1)
    with counted_queries() as for_one:
        await browser.open("/staff/dashboard")
    for country in ("FR", "ES", "BE", "SE"):
        await file(database, 6, country=country)
    with counted_queries() as for_many:
        await browser.open("/staff/dashboard")
    assert len(for_one) == len(for_many) == 12


async def test_a_table_as_a_spreadsheet(browser: Browser, database: Database) -> None:
    await promote(database, "admin")
    await file(database, 12, country="FR")
    await file(database, 9, country="ES")
    await file(database, 2, country="SE")
    response = await browser.client.get("/staff/dashboard/country.csv?days=30&lang=ar")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="jisr-country-30.csv"' in response.headers["Content-Disposition"]
    body = await response.read()
    assert body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert rows[0] == ["البلد", "واردة", "جارية", "خارج الأجل"]
    assert [row[1] for row in rows[1:]] == ["12", "…", "<5", "23"]


@pytest.mark.parametrize("name", TABLES)
async def test_every_table_can_be_saved(browser: Browser, database: Database, name: str) -> None:
    await promote(database, "supervisor")
    await file(database, 6, state="closed", settled_at=now(), rating=4, solved=True)
    response = await browser.open(f"/staff/dashboard/{name}.csv")
    assert response.status == 200
    assert (await browser.open("/staff/dashboard/nothing.csv")).status == 404


async def test_supervisors_see_figures_and_agents_do_not(
    browser: Browser, database: Database
) -> None:
    await file(database, 77)
    for path in ("/staff/dashboard", "/staff/dashboard/days.csv"):
        assert (await browser.open(path)).status == 403
        assert "77" not in browser.page
    await promote(database, "supervisor")
    for path in ("/staff/dashboard", "/staff/dashboard/days.csv"):
        assert (await browser.open(path)).status == 200
        assert "77" in browser.page


async def test_nobody_sees_figures_without_a_session(visitor: Browser, database: Database) -> None:
    await file(database, 77)
    await visitor.open("/staff/dashboard")
    assert "77" not in visitor.page
