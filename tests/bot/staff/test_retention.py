"""The policy as staff see it: what it says, what a run would do, who may have it run."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.privacy.policy import Terms
from bot.privacy.retention import Retention
from bot.storage.models import Conversation, Turn, now
from tests.bot.staff.conftest import Office
from tests.bot.staff.people import plain

PATH = "/staff/retention"


async def _an_old_turn(office: Office) -> None:
    at = now() - timedelta(days=31)
    turn = {"turn_id": "t", "conversation_id": "c", "text": "", "understood": {}, "answer": {}}
    async with office.database.writing() as session:
        session.add(Conversation(id="c", channel="web"))
        await session.flush()
        session.add(Turn(**turn, created_at=at))


async def test_a_supervisor_reads_what_is_due_and_does_not_have_it_run(office: Office) -> None:
    await _an_old_turn(office)
    browser = await office.signed_in("amal", "supervisor")
    assert (await browser.open(PATH)).status == 200
    page = plain(browser.page)
    assert "Échanges avec l'assistant" in page.replace("&#39;", "'")
    assert "30 jours" in page
    assert "5 ans" in page
    assert '<td class="number" data-label="À traiter aujourd&#39;hui">1</td>' in page
    assert f"{PATH}/run" not in page
    assert (await browser.send(f"{PATH}/run")).status == 403


async def test_an_agent_does_not_see_it(office: Office) -> None:
    browser = await office.signed_in("hind")
    assert (await browser.open("/staff")).status == 200
    assert PATH not in browser.page
    assert (await browser.open(PATH)).status == 403


@pytest.mark.parametrize("lang", ["fr", "ar"])
async def test_an_administrator_has_it_run_and_reads_what_it_did(office: Office, lang: str) -> None:
    await _an_old_turn(office)
    browser = await office.signed_in("zineb", "admin", lang=lang)
    await browser.open(PATH)
    assert (await browser.send(f"{PATH}/run")).status == 200
    assert {"fr": "C&#39;est demandé", "ar": "سُجل الطلب"}[lang] in browser.page
    await Retention(office.database, Terms()).run_if_wanted()
    await browser.open(PATH)
    assert {"fr": "Terminé", "ar": "تمت"}[lang] in browser.page
    assert "Zineb" in browser.page
    events = [(row.event, row.actor.partition(":")[0]) for row in await office.audit()]
    assert events[-2:] == [("retention.asked", "staff"), ("retention.ran", "staff")]
