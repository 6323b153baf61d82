"""Answers that age: shown with their sources, confirmed by name, and told to citizens."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlmodel import select

from bot.insight.ageing import ageing
from bot.insight.fact_checks import Confirmer, FactChecks
from bot.insight.parts import Insight
from bot.replies.catalogue import load_catalogue
from bot.replies.render import Renderer
from bot.replies.said import Said
from bot.storage.database import Database
from bot.storage.models import AuditRow, FactCheck, now
from knowledge.base import Knowledge
from knowledge.verified import Verifications
from tests.bot.staff.conftest import Browser
from tests.bot.staff.test_queue import counted_queries
from tests.bot.staff.test_unanswered import miss, promote

TOPIC, FACET = "social/ramed", "overview"
SAID = Said("answer", {"topic": TOPIC, "facet": FACET})


@pytest.fixture
def citizen_sees(insight: Insight) -> Renderer:
    """What the bot of the same process tells citizens."""
    return Renderer(load_catalogue(), insight.knowledge, verifications=insight.verifications)


def verified(renderer: Renderer) -> set[str | None]:
    return {source.verified_on for source in renderer.render(SAID, "fr").sources}


def today() -> str:
    return now().date().isoformat()


async def confirm(browser: Browser, day: str, topic: str = TOPIC, facet: str = FACET) -> int:
    await browser.open("/staff/knowledge")
    response = await browser.send("/staff/knowledge/confirm", topic=topic, facet=facet, day=day)
    return response.status


async def checks(database: Database) -> list[FactCheck]:
    async with database.reading() as session:
        return list(await session.exec(select(FactCheck)))


def count(page: str, shown: str) -> int:
    found = re.search(rf'href="[^"]*{shown}"[^>]*>[^<]*<span class="count">(\d+)<', page)
    assert found
    return int(found[1])


async def test_what_is_shown_most_comes_first_with_its_sources(
    browser: Browser, database: Database, knowledge: Knowledge
) -> None:
    last = ageing(knowledge, Verifications(), {}, now().date())[-1]
    topic, facet = last.topic.id, last.facet
    for _ in range(3):
        await miss(database, unanswered=None, topic=topic, facet=facet)
    await miss(database, unanswered=None, topic=topic, facet=facet, days_ago=40)
    await browser.open("/staff/knowledge")
    first = unescape(browser.page.split("<article")[1])
    assert last.topic.title["fr"] in first
    assert "montrée 3 fois" in first.replace("\u2068", "").replace("\u2069", "")
    assert last.sources
    for source in last.sources:
        assert source.title in first


async def test_a_confirmation_is_told_to_citizens_with_its_date(
    browser: Browser, database: Database, citizen_sees: Renderer
) -> None:
    await promote(database, "supervisor")
    assert verified(citizen_sees) == {None}
    assert await confirm(browser, today()) == 200
    assert verified(citizen_sees) == {today()}
    [check] = await checks(database)
    assert (check.topic, check.facet, check.name) == (TOPIC, FACET, "Salma B.")
    await browser.open("/staff/knowledge?show=confirmed")
    assert count(browser.page, "confirmed") == 1
    assert "Salma B." in browser.page
    async with database.reading() as session:
        [row] = await session.exec(select(AuditRow).where(AuditRow.event == "fact.confirmed"))
    assert row.data == {"topic": TOPIC, "facet": FACET, "verified_on": today()}


async def test_another_facet_is_not_confirmed_with_it(
    browser: Browser, database: Database, citizen_sees: Renderer
) -> None:
    await promote(database, "supervisor")
    await confirm(browser, today())
    other = Said("answer", {"topic": TOPIC, "facet": "eligibility"})
    assert {source.verified_on for source in citizen_sees.render(other, "fr").sources} == {None}


async def test_the_newest_confirmation_counts_even_with_an_older_date(
    browser: Browser, database: Database, citizen_sees: Renderer
) -> None:
    await promote(database, "supervisor")
    await confirm(browser, today())
    await confirm(browser, "2026-03-01")
    assert verified(citizen_sees) == {"2026-03-01"}
    assert len(await checks(database)) == 2


async def test_other_processes_see_it_when_they_read_anew(
    database: Database, knowledge: Knowledge, browser: Browser
) -> None:
    await promote(database, "supervisor")
    await confirm(browser, today())
    elsewhere = Verifications()
    renderer = Renderer(load_catalogue(), knowledge, verifications=elsewhere)
    assert verified(renderer) == {None}
    await FactChecks(database, knowledge, elsewhere).refresh()
    assert verified(renderer) == {today()}


def test_a_confirmed_answer_is_no_longer_told_as_past_its_review(knowledge: Knowledge) -> None:
    review_by = knowledge.topic(TOPIC).review_by
    assert review_by is not None
    verifications, late = Verifications(), review_by + timedelta(days=1)
    renderer = Renderer(
        load_catalogue(), knowledge, today=lambda: late, verifications=verifications
    )
    assert review_by.isoformat() in renderer.render(SAID, "fr").text
    verifications.replace({(TOPIC, FACET): review_by})
    assert "À reconfirmer" not in renderer.render(SAID, "fr").text


@pytest.mark.parametrize("day", ["", "yesterday", "2026-02-30", "9999-12-31"])
async def test_a_day_that_is_none_or_to_come_is_refused(
    browser: Browser, database: Database, citizen_sees: Renderer, day: str
) -> None:
    await promote(database, "supervisor")
    assert await confirm(browser, day) == 400
    assert "Donnez une date valable" in browser.page
    assert await checks(database) == []
    assert verified(citizen_sees) == {None}


@pytest.mark.parametrize(("topic", "facet"), [("no/such", FACET), (TOPIC, "nonsense")])
async def test_an_answer_that_is_not_there_is_refused(
    browser: Browser, database: Database, topic: str, facet: str
) -> None:
    await promote(database, "supervisor")
    assert await confirm(browser, today(), topic, facet) == 404
    assert await checks(database) == []


async def test_agents_read_but_do_not_confirm(
    browser: Browser, database: Database, citizen_sees: Renderer
) -> None:
    assert (await browser.open("/staff/knowledge")).status == 200
    assert "/staff/knowledge/confirm" not in browser.page
    assert await confirm(browser, today()) == 403
    assert await checks(database) == []
    assert verified(citizen_sees) == {None}
    await promote(database, "admin")
    assert await confirm(browser, today()) == 200
    assert len(await checks(database)) == 1


async def test_nobody_confirms_without_a_session(visitor: Browser, database: Database) -> None:
    await visitor.send(
        "/staff/knowledge/confirm", csrf=False, topic=TOPIC, facet=FACET, day=today()
    )
    assert await checks(database) == []
    await visitor.open("/staff/knowledge")
    assert 'class="panel fact"' not in visitor.page


async def test_as_many_queries_however_often_answers_were_shown(
    browser: Browser, database: Database, insight: Insight
) -> None:
    with counted_queries() as for_none:
        await browser.open("/staff/knowledge")
    for topic in ("culture", "social/ramed"):
        await miss(database, unanswered=None, topic=topic)
        await insight.fact_checks.confirm(topic, "overview", today(), Confirmer(1, "Salma B."))
    with counted_queries() as for_some:
        await browser.open("/staff/knowledge?page=2")
    assert len(for_none) == len(for_some) == 4  # session, notices, confirmations, turns


@pytest.mark.parametrize("query", ["show=x", "page=0", "page=x", "page=99999", "page=²"])
async def test_a_malformed_address_is_the_plain_page(browser: Browser, query: str) -> None:
    assert (await browser.open(f"/staff/knowledge?{query}")).status == 200
    assert 'class="panel fact"' in browser.page
