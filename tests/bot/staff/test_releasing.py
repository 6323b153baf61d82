"""The console's pages of what leaves: asked by one member, decided by another, taken once."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from bot.office import office_day
from bot.storage.models import Conversation, Turn, now
from tests.bot.staff.conftest import Browser, Office
from tests.bot.staff.people import plain

SECRET = "Je m'appelle Salma Bennani"
PATH = "/staff/releases"


@pytest.fixture
async def asker(office: Office) -> Browser:
    """A supervisor in front of two exchanges, with a colleague who may decide."""
    at = now() - timedelta(days=2)
    understood = {"lang": "fr", "intent": "greet"}
    async with office.database.writing() as session:
        session.add(Conversation(id="c", channel="web"))
        await session.flush()
        for number, text in ((1, SECRET), (2, "la bourse")):
            turn = {"id": number, "turn_id": f"t{number}", "text": text, "lang": "fr"}
            rest = {"understood": understood, "answer": {"replies": []}, "created_at": at}
            session.add(Turn(conversation_id="c", **turn, **rest))
    await office.member("badr", "supervisor", name="Badr")
    return await office.signed_in("amal", "supervisor")


async def ask(browser: Browser, **fields: str) -> int:
    """The status of the page after asking, a week of transcripts unless told."""
    yesterday = office_day(now()) - timedelta(days=1)
    days = {"from": (yesterday - timedelta(days=5)).isoformat(), "to": yesterday.isoformat()}
    await browser.open(f"{PATH}/new")
    form = {"kind": "transcripts", "reason": "Entraîner le modèle", **days, **fields}
    return (await browser.send(f"{PATH}/new", **form)).status


async def test_one_asks_another_approves_and_the_first_downloads_once(
    office: Office, asker: Browser
) -> None:
    assert await ask(asker) == 200
    assert f"{PATH}/1/approve" not in asker.page
    decider = await office.enters("badr")
    await decider.open("/staff/notices")
    assert "attend votre décision" in decider.page
    await decider.open(PATH)
    assert "Entraîner le modèle" in decider.page
    await decider.open(f"{PATH}/1")
    assert "Bennani" not in decider.page
    assert "2 à la demande, 2 maintenant" in plain(decider.page)
    assert (await decider.send(f"{PATH}/1/approve")).status == 200
    assert "Accordée" in decider.page
    assert (await decider.send(f"{PATH}/1/take")).status == 403
    await asker.open(f"{PATH}/1")
    file = await asker.send(f"{PATH}/1/take")
    assert file.headers["Content-Disposition"] == 'attachment; filename="jisr-transcripts-1.jsonl"'
    assert file.headers["Cache-Control"] == "no-store"
    lines = [json.loads(line) for line in asker.page.splitlines()]
    assert [line["text"] for line in lines] == ["Je m'appelle [NAME]", "la bourse"]
    await asker.open(f"{PATH}/1")
    assert (await asker.send(f"{PATH}/1/take")).status == 409
    assert "Utilisée" in asker.page


async def test_a_refusal_says_why(office: Office, asker: Browser) -> None:
    await ask(asker)
    decider = await office.enters("badr")
    await decider.open(f"{PATH}/1")
    assert (await decider.send(f"{PATH}/1/refuse", reason=" ")).status == 400
    assert (await decider.send(f"{PATH}/1/refuse", reason="Période trop longue")).status == 200
    await asker.open("/staff/notices")
    assert "est traitée" in asker.page
    await asker.open(f"{PATH}/1")
    assert "Période trop longue" in asker.page
    assert (await asker.send(f"{PATH}/1/take")).status == 409


async def test_who_asked_cannot_approve_by_hand(asker: Browser) -> None:
    await ask(asker)
    assert (await asker.send(f"{PATH}/1/approve")).status == 409
    assert "Qui demande ne décide pas" in asker.page


async def test_an_agent_asks_for_an_original_reads_it_once_and_decides_nothing(
    office: Office, asker: Browser
) -> None:
    await ask(asker)
    agent = await office.signed_in("hind")
    assert await ask(agent) == 403
    await agent.open(f"{PATH}/new?kind=original&turn=1")
    assert (await agent.send(f"{PATH}/new", kind="original", turn="1", reason="Sens")).status == 200
    assert (await agent.open(f"{PATH}/1")).status == 404
    await agent.open(f"{PATH}/2")
    assert (await agent.send(f"{PATH}/1/approve")).status == 403
    await asker.open(f"{PATH}/2")
    assert "Bennani" not in asker.page
    await asker.send(f"{PATH}/2/approve")
    await agent.open(f"{PATH}/2")
    await agent.send(f"{PATH}/2/take")
    assert "Salma Bennani" in agent.page
    await agent.open(f"{PATH}/2")
    assert "Bennani" not in agent.page
    assert (await agent.send(f"{PATH}/2/take")).status == 409


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"reason": ""}, "Écrivez un motif"),
        ({"to": "2099-01-01"}, "tous deux passés"),
        ({"from": "never"}, "tous deux passés"),
        ({"kind": "tickets"}, "Choisissez ce que vous demandez"),
        ({"variety": "ary"}, "Il n&#39;y a rien à sortir"),
        ({"kind": "original", "turn": "999999999"}, "Il n&#39;y a rien à sortir"),
    ],
)
async def test_what_cannot_be_asked_for_comes_back_with_why_and_what_was_typed(
    asker: Browser, fields: dict[str, str], told: str
) -> None:
    assert await ask(asker, **fields) == 400
    assert told in asker.page
    if "reason" not in fields:
        assert "Entraîner le modèle" in asker.page


async def test_a_reason_is_shown_as_text_and_not_as_markup(asker: Browser) -> None:
    await ask(asker, reason="<script>alert(1)</script>")
    assert "<script>alert" not in asker.page
    assert "&lt;script&gt;alert" in asker.page


async def test_nobody_reads_or_decides_without_a_session_or_the_forms_token(
    office: Office, asker: Browser
) -> None:
    await ask(asker)
    stranger = await office.browser()
    await stranger.open(f"{PATH}/1")
    assert "Entraîner" not in stranger.page
    decider = await office.enters("badr")
    await decider.open(f"{PATH}/1")
    assert (await decider.send(f"{PATH}/1/approve", csrf=False)).status == 403
    await decider.open(f"{PATH}/1")
    assert "En attente" in decider.page
