"""When Rasa is down, slow or fails, the citizen is still answered, and nothing is done twice."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlmodel import select

from actions.registry import action_executor
from actions.server import ActionServer
from bot.dialogue.conversations import Conversations
from bot.storage.database import Database
from bot.storage.models import Ticket
from bot.tickets.desk import Desk
from bot.tickets.reception import Reception
from bot.tickets.talking import TicketTalk
from bot.tickets.words import Words
from knowledge.base import Knowledge
from tests.bot.conftest import Citizen, texts
from tests.bot.rasa_stand_in import TOKEN, RasaStandIn

# A whole complaint in the order of the questions, in each variety.
COMPLAINTS = {
    "fr": [
        *("je veux déposer une plainte", "oui", "consulat", "Belgique"),
        *("mon passeport n'arrive pas depuis quatre mois", "aucun", "oui"),
    ],
    "ar": [
        *("أريد تقديم شكاية", "نعم أوافق", "القنصلية", "بلجيكا"),
        *("أنتظر جواز سفري منذ أربعة أشهر ولا أحد يجيب", "لا شيء", "نعم"),
    ],
    "ary": [
        *("بغيت ندير شكاية", "واخا", "القنصلية", "بلجيكا"),
        *("هادي ربع شهور وأنا كنتسنى الباسبور وما كاين والو", "والو", "واخا"),
    ],
    "ary-Latn": [
        *("bghit ndir chikaya", "wakha", "lconsulat", "belgika"),
        *("hadi rb3 chhor w ana kantsenna passport w walo", "walo", "iyeh"),
    ],
}


@pytest.fixture(params=[500, 503])
def rasa_is_down(rasa: RasaStandIn, request: pytest.FixtureRequest) -> None:
    rasa.status = request.param


async def tickets(database: Database) -> list[Ticket]:
    async with database.reading() as session:
        return list((await session.exec(select(Ticket))).all())


@pytest.mark.usefixtures("rasa_is_down")
async def test_knowledge_search_alone_answers_a_question_and_its_follow_up(
    citizen: Citizen,
) -> None:
    answer = await citizen.says("c'est quoi les bourses pour les enfants de MRE ?")
    assert answer.understood["topic"] == "social/scholarships"
    follow_up = await citizen.says("et les papiers ?")
    assert follow_up.understood["facet"] == "documents"
    assert follow_up.replies[-1]["topic"] == "social/scholarships"


@pytest.mark.parametrize("lang", COMPLAINTS)
async def test_a_complaint_is_taken_from_start_to_reference(
    citizen: Citizen, rasa: RasaStandIn, database: Database, lang: str
) -> None:
    rasa.status = 503
    asks = [(await citizen.says(text)).asks for text in COMPLAINTS[lang][:-1]]
    assert asks == ["consent", "category", "country", "description", "contact", "confirmation"]
    done = await citizen.says(COMPLAINTS[lang][-1])
    (ticket,) = await tickets(database)
    assert done.ticket == {
        "event": "opened",
        "reference": ticket.reference,
        "code": ticket.code,
    }
    assert (ticket.category, ticket.country, ticket.lang) == ("consular", "BE", lang)


@pytest.mark.usefixtures("rasa_is_down")
async def test_who_has_the_matter_before_a_court_is_told_once_and_the_form_goes_on(
    citizen: Citizen,
) -> None:
    for message in COMPLAINTS["fr"][:4]:
        await citizen.says(message)
    told = await citizen.says("mon terrain est occupé, le procès est en cours à Nador")
    assert "seul le tribunal le peut" in texts(told)
    assert told.asks == "contact"
    assert "seul le tribunal le peut" not in texts(await citizen.says("aucun"))


async def test_a_refused_consent_leaves_nothing_behind(
    citizen: Citizen, rasa: RasaStandIn, database: Database, conversations: Conversations
) -> None:
    rasa.status = 503
    await citizen.says("je veux me plaindre de la douane de Tanger Med, on m'a volé mes outils")
    answer = await citizen.says("non")
    assert answer.asks is None
    assert set(answer.offers) == {"agent", "complaint"}
    assert await tickets(database) == []
    kept = await conversations.get(citizen.conversation_id)
    left = {event["name"]: event["value"] for event in kept.rasa_state if "value" in event}
    assert set(left.values()) == {None}


async def test_two_messages_beside_the_consent_end_the_intake_and_are_answered(
    citizen: Citizen, rasa: RasaStandIn, database: Database
) -> None:
    rasa.status = 503
    await citizen.says("je veux déposer une plainte")
    assert (await citizen.says("je ne sais pas")).asks == "consent"
    answer = await citizen.says("c'est quoi les bourses pour les enfants de MRE ?")
    assert answer.understood["topic"] == "social/scholarships"
    assert (answer.asks, answer.ticket["event"]) == (None, "cancelled")
    assert await tickets(database) == []


async def test_consent_does_not_survive_a_cancel(citizen: Citizen, rasa: RasaStandIn) -> None:
    rasa.status = 503
    for text in ("je veux déposer une plainte", "oui", "douane"):
        await citizen.says(text)
    assert (await citizen.says("annuler")).ticket == {
        "event": "cancelled",
        "reference": None,
        "code": None,
    }
    assert (await citizen.says("je veux déposer une plainte")).asks == "consent"


async def test_an_unknown_question_gets_an_honest_answer_with_ways_out(
    citizen: Citizen, rasa: RasaStandIn
) -> None:
    rasa.status = 503
    answer = await citizen.says("combien de satellites tournent autour de Jupiter")
    assert answer.understood["topic"] is None
    assert set(answer.offers) == {"agent", "complaint"}


@pytest.mark.parametrize("said", [[], [{"say": "internal-error"}]])
async def test_an_action_that_failed_counts_as_degraded(
    citizen: Citizen, rasa: RasaStandIn, conversations: Conversations, said: list[dict[str, Any]]
) -> None:
    rasa.said = said
    answer = await citizen.says("c'est quoi la bourse pour les enfants de MRE")
    assert answer.understood["topic"] == "social/scholarships"
    (turn,) = await conversations.transcript(citizen.conversation_id)
    assert turn.degraded


async def test_a_slow_rasa_is_waited_for_and_one_too_slow_is_done_without(
    citizen: Citizen, rasa: RasaStandIn, conversations: Conversations
) -> None:
    asked = asyncio.Event()

    async def note(_body: Mapping[str, Any]) -> None:
        asked.set()

    rasa.meanwhile, rasa.hold = note, asyncio.Event()
    speaking = asyncio.create_task(citizen.says("bonjour"))
    await asked.wait()
    rasa.hold.set()  # late, within the time-out
    await speaking
    rasa.hold = asyncio.Event()
    await citizen.says("et les bourses ?")
    rasa.hold.set()
    turns = await conversations.transcript(citizen.conversation_id)
    assert [turn.degraded for turn in turns] == [False, True]


async def test_a_turn_that_timed_out_and_is_finished_by_rasa_later_opens_one_ticket(
    citizen: Citizen,
    rasa: RasaStandIn,
    database: Database,
    conversations: Conversations,
    knowledge: Knowledge,
    words: Words,
    desk: Desk,
    talk: TicketTalk,
) -> None:
    """Rasa goes on after the time-out and calls the action that concludes the form."""
    rasa.status = 503
    for text in COMPLAINTS["fr"][:-1]:
        await citizen.says(text)
    late: list[Mapping[str, Any]] = []

    async def keep(body: Mapping[str, Any]) -> None:
        late.append(body)

    rasa.status, rasa.meanwhile, rasa.hold = 200, keep, asyncio.Event()
    done = await citizen.says(COMPLAINTS["fr"][-1])
    rasa.hold.set()
    assert done.ticket is not None

    executor = action_executor(knowledge, words, desk, talk, Reception(database))
    server = ActionServer(executor, TOKEN, conversations.is_answered)
    async with TestClient(TestServer(server.app())) as internal:
        answer = await internal.post(
            "/webhook", json=_conclude(late[0]), headers={"Authorization": f"Bearer {TOKEN}"}
        )
        assert await answer.json() == {"events": [], "responses": []}
    assert [ticket.reference for ticket in await tickets(database)] == [done.ticket["reference"]]


def _conclude(turn: Mapping[str, Any]) -> dict[str, Any]:
    slots = {event["name"]: event["value"] for event in turn["state"] if "value" in event}
    return {
        "next_action": "action_open_complaint",
        "sender_id": turn["conversation"],
        "domain": {},
        "tracker": {
            "sender_id": turn["conversation"],
            "slots": {**slots, "confirmation": True},
            "latest_message": {
                "text": turn["text"],
                "intent": {"name": "affirm", "confidence": 0.99},
                "metadata": turn["metadata"],
            },
            "events": [],
            "paused": False,
            "active_loop": {},
            "latest_action_name": "open_complaint_form",
            "followup_action": None,
        },
    }
