"""The actions as Rasa calls them: over HTTP, with a token, saying keys and never words."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from actions.registry import action_executor
from actions.server import ActionServer
from bot.storage.database import Database
from bot.storage.models import Conversation
from bot.tickets.desk import Desk, Filing
from bot.tickets.following import FollowUp
from bot.tickets.form import Draft
from bot.tickets.kinds import Category, Kind
from bot.tickets.reception import Reception
from bot.tickets.talking import TicketTalk
from bot.tickets.words import FOLDER, load_words
from knowledge.base import Knowledge
from knowledge.loading import load

TOKEN = "token-of-the-tests-only"
AUTHORIZED = {"Authorization": f"Bearer {TOKEN}"}

COMPLETE = {
    "draft_kind": "complaint",
    "consent": True,
    "category": "customs",
    "country": "ES",
    "description": "deux fois la même taxe",
    "contact": "",
    "confirmation": True,
}


class Rasa:
    """Calls actions as Rasa does, and reads what they say."""

    def __init__(self, client: TestClient) -> None:
        self._client = client

    async def call(self, action: str, text: str = "", **given: Any) -> dict[str, Any]:
        answer = await self._client.post(
            "/webhook", json=call(action, text, **given), headers=AUTHORIZED
        )
        assert answer.status == 200
        return dict(await answer.json())

    async def said(self, action: str, text: str = "", **given: Any) -> list[dict[str, Any]]:
        answer = await self.call(action, text, **given)
        return [response["custom"] for response in answer["responses"]]

    async def post(self, body: dict[str, Any], **headers: str) -> int:
        return (await self._client.post("/webhook", json=body, headers=headers)).status


def call(action: str, text: str = "", **given: Any) -> dict[str, Any]:
    metadata = {
        "turn_id": "web:1",
        "conversation": "c1",
        "channel": "web",
        "lang": "fr",
        "reply_lang": "fr",
        "asked": None,
        "topic": None,
        "choice": None,
        "minted": False,
        **given.pop("metadata", {}),
    }
    intent = given.pop("intent", "ask_programme")
    return {
        "next_action": action,
        "sender_id": "c1",
        "domain": {},
        "tracker": {
            "sender_id": "c1",
            "slots": given.pop("slots", {}),
            "latest_message": {
                "text": text,
                "intent": {"name": intent, "confidence": 0.9},
                "facet": {"name": None, "confidence": 0.0},
                "metadata": metadata,
            },
            "events": given.pop("events", []),
            "paused": False,
            "active_loop": {},
            "latest_action_name": None,
            "followup_action": None,
        },
    }


async def never(_turn_id: str) -> bool:
    return False


async def always(_turn_id: str) -> bool:
    return True


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture
def reception(database: Database) -> Reception:
    return Reception(database, "mon-sun 00:00-23:59")


@pytest.fixture
async def desk(database: Database) -> Desk:
    async with database.writing() as session:
        session.add(Conversation(id="c1", channel="web"))
    return Desk(database, acknowledge_days=15, answer_days=60, words=load_words(FOLDER))


@pytest.fixture
def talk(database: Database) -> TicketTalk:
    return TicketTalk(FollowUp(database), load_words(FOLDER))


@pytest.fixture
async def rasa(
    desk: Desk, talk: TicketTalk, reception: Reception, knowledge: Knowledge
) -> AsyncIterator[Rasa]:
    executor = action_executor(knowledge, load_words(FOLDER), desk, talk, reception)
    async with TestClient(TestServer(ActionServer(executor, TOKEN, never).app())) as client:
        yield Rasa(client)


def slots_set(answer: dict[str, Any]) -> dict[str, Any]:
    return {event["name"]: event["value"] for event in answer["events"]}


async def test_a_call_without_the_token_is_refused(rasa: Rasa, logged: io.StringIO) -> None:
    body = call("action_ask_programme", "la bourse")
    assert await rasa.post(body) == 401
    assert await rasa.post(body, Authorization="Bearer not-ours") == 401
    assert logged.getvalue().count('"actions.token-refused"') == 2
    assert "not-ours" not in logged.getvalue()
    assert await rasa.post(body, **AUTHORIZED) == 200
    assert logged.getvalue().count('"actions.token-refused"') == 2


async def test_an_action_that_does_not_exist_is_told_to_rasa(rasa: Rasa) -> None:
    assert await rasa.post(call("action_no_such"), **AUTHORIZED) == 404


async def test_an_action_that_fails_says_so_and_answers_200(rasa: Rasa) -> None:
    said = await rasa.said("action_ask_programme", metadata={"choice": {"topic": "no/such"}})
    assert said == [{"say": "internal-error", "args": {}}]


async def test_an_action_whose_turn_was_answered_does_nothing(
    desk: Desk, talk: TicketTalk, reception: Reception, knowledge: Knowledge
) -> None:
    executor = action_executor(knowledge, load_words(FOLDER), desk, talk, reception)
    async with TestClient(TestServer(ActionServer(executor, TOKEN, always).app())) as client:
        answer = await Rasa(client).call("action_open_complaint", slots=COMPLETE)
    assert answer == {"events": [], "responses": []}


async def test_a_question_is_routed_to_its_topic_and_facet(rasa: Rasa) -> None:
    (said,) = await rasa.said("action_ask_programme", "quels papiers pour la bourse ?")
    assert said["say"] == "answer"
    assert (said["args"]["topic"], said["args"]["facet"]) == ("social/scholarships", "documents")


async def test_a_follow_up_stays_with_the_topic_on_the_table(rasa: Rasa) -> None:
    (said,) = await rasa.said(
        "action_ask_programme", "w ch7al?", metadata={"topic": "social/ramed"}
    )
    assert (said["args"]["topic"], said["args"]["facet"]) == ("social/ramed", "amount")


async def test_a_choice_names_its_topic_outright(rasa: Rasa) -> None:
    choice = {"topic": "culture", "facet": None}
    (said,) = await rasa.said("action_ask_programme", metadata={"choice": choice, "minted": True})
    assert (said["args"]["topic"], said["args"]["facet"]) == ("culture", "overview")


async def test_not_understanding_twice_offers_a_person(rasa: Rasa) -> None:
    first = await rasa.call("action_not_understood", "blorp")
    again = await rasa.said("action_not_understood", "blorp", slots=slots_set(first))
    assert first["responses"][0]["custom"]["say"] == "not-understood"
    assert again[0]["say"] == "not-understood-again"


INSULTS = [
    "vous êtes tous des voleurs bande d'incapables",
    "أنتم كذابون ولصوص",
    "انت غير روبو مكلخ ما كتفهم والو",
    "tfou 3lik a wa7d l7mar",
]


@pytest.mark.parametrize("text", INSULTS)
async def test_an_insult_is_met_with_calm_once(rasa: Rasa, text: str) -> None:
    first = await rasa.call("action_out_of_scope", text)
    assert first["responses"][0]["custom"]["say"] == "insulted"
    slots = {event["name"]: event["value"] for event in first["events"]}
    assert await rasa.said("action_out_of_scope", text, slots=slots) == [
        {"say": "insulted-again", "args": {}}
    ]


@pytest.mark.parametrize("text", ["quel temps fait-il", "شكون ربح الماتش", "3tini wa7d nokta"])
async def test_what_is_merely_out_of_scope_is_said_to_be(rasa: Rasa, text: str) -> None:
    assert await rasa.said("action_out_of_scope", text) == [{"say": "out-of-scope", "args": {}}]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("parle en arabe", "ar"),
        ("بالفرنسية عافاك", "fr"),
        ("بالدارجة", "ary"),
        ("hder m3aya b darija", "ary-Latn"),
    ],
)
async def test_a_language_is_taken_by_its_name(rasa: Rasa, text: str, lang: str) -> None:
    assert await rasa.said("action_change_language", text) == [
        {"say": "language-changed", "args": {"lang": lang}}
    ]


async def test_a_wish_for_another_language_without_a_name_is_asked_which(rasa: Rasa) -> None:
    (said,) = await rasa.said("action_change_language", "change de langue")
    assert said["say"] == "which-language"


class TestCheckingATicket:
    async def opened(self, desk: Desk) -> dict[str, Any]:
        draft = Draft(
            Kind.COMPLAINT,
            "web",
            consent=True,
            category=Category.CUSTOMS,
            country="ES",
            description="deux fois la même taxe",
            contact="",
            confirmed=True,
        )
        return (await desk.conclude(draft, Filing("web:0", "c1", "fr")))[1]

    async def test_reference_and_code_in_one_message_find_it(self, rasa: Rasa, desk: Desk) -> None:
        keys = await self.opened(desk)
        text = f"où en est {keys['reference']} {keys['code']}"
        (said,) = await rasa.said("action_check_complaint", text)
        assert said["say"] == "ticket-found"
        assert (said["args"]["reference"], said["args"]["state"]) == (keys["reference"], "new")

    async def test_reference_first_and_code_when_asked_find_it(
        self, rasa: Rasa, desk: Desk
    ) -> None:
        keys = await self.opened(desk)
        first = await rasa.call("action_check_complaint", f"suivi {keys['reference']}")
        assert first["responses"][0]["custom"]["asks"] == "code"
        (said,) = await rasa.said(
            "action_check_complaint",
            keys["code"].lower(),
            slots=slots_set(first),
            metadata={"asked": "code"},
        )
        assert said["say"] == "ticket-found"

    async def test_a_wrong_code_and_an_unknown_reference_get_one_answer(
        self, rasa: Rasa, desk: Desk
    ) -> None:
        keys = await self.opened(desk)
        wrong = await rasa.said("action_check_complaint", f"{keys['reference']} code K7M2QX")
        unknown = await rasa.said("action_check_complaint", "MDM-2026-999999 code K7M2QX")
        assert wrong == unknown == [{"say": "ticket-not-found", "args": {}, "asks": "code"}]

    async def test_after_a_wrong_code_the_right_one_alone_will_do(
        self, rasa: Rasa, desk: Desk
    ) -> None:
        keys = await self.opened(desk)
        wrong = await rasa.call("action_check_complaint", f"{keys['reference']} code K7M2QX")
        (said,) = await rasa.said(
            "action_check_complaint",
            keys["code"],
            slots=slots_set(wrong),
            metadata={"asked": "code"},
        )
        assert said["say"] == "ticket-found"

    async def test_nothing_given_asks_for_the_reference(self, rasa: Rasa) -> None:
        (said,) = await rasa.said("action_check_complaint", "où en est mon dossier")
        assert said["asks"] == "reference"


class TestTheComplaintForm:
    async def test_a_message_at_its_start_fills_what_it_tells(self, rasa: Rasa) -> None:
        answer = await rasa.call(
            "validate_open_complaint_form",
            "la douane à Algésiras, Espagne, m'a fait payer deux fois pour ma voiture",
            intent="open_complaint",
        )
        slots = slots_set(answer)
        assert (slots["category"], slots["country"]) == ("customs", "ES")
        assert slots["requested_slot"] == "consent"

    async def test_a_matter_before_a_court_is_told_once(self, rasa: Rasa) -> None:
        slots = {"draft_kind": "complaint", "consent": True, "category": "customs"}
        slots |= {"country": "ES", "requested_slot": "description"}
        answer = await rasa.call(
            "validate_open_complaint_form",
            "la douane garde ma voiture, l'affaire est devant le tribunal de Tanger",
            slots=dict(slots),
        )
        said = [response["custom"]["say"] for response in answer["responses"]]
        assert said == ["in-court"]
        assert slots_set(answer)["requested_slot"] == "contact"
        after = await rasa.call(
            "validate_open_complaint_form", "aucun", slots={**slots, **slots_set(answer)}
        )
        assert after["responses"] == []

    async def test_a_question_in_the_middle_is_given_away(self, rasa: Rasa) -> None:
        slots = {"draft_kind": "complaint", "consent": True, "requested_slot": "category"}
        body = call(
            "validate_open_complaint_form",
            "quels papiers faut-il pour la bourse ?",
            intent="ask_programme",
            slots=slots,
        )
        assert await rasa.post(body, **AUTHORIZED) == 400

    async def test_after_a_digression_nothing_is_taken_from_its_text(self, rasa: Rasa) -> None:
        slots = {"draft_kind": "complaint", "consent": True, "requested_slot": "description"}
        events = [
            {"event": "user"},
            {"event": "action_execution_rejected", "name": "open_complaint_form"},
        ]
        answer = await rasa.call(
            "validate_open_complaint_form",
            "quels papiers faut-il pour la bourse ?",
            intent="ask_programme",
            slots=slots,
            events=events,
        )
        assert slots_set(answer) == {"requested_slot": "description"}

    async def test_two_digressions_at_the_consent_drop_the_draft(self, rasa: Rasa) -> None:
        slots = {"draft_kind": "complaint", "requested_slot": "consent"}
        events = [
            {"event": "user"},
            {"event": "action_execution_rejected", "name": "open_complaint_form"},
        ]
        question = ("validate_open_complaint_form", "quels papiers pour la bourse ?")
        first = slots_set(await rasa.call(*question, slots=dict(slots), events=events))
        assert (first["draft_waited"], first["requested_slot"]) == (1, "consent")
        second = slots_set(await rasa.call(*question, slots={**slots, **first}, events=events))
        assert (second["confirmation"], second["requested_slot"]) == ("cancelled", None)
        (said,) = await rasa.said("action_open_complaint", slots={**slots, **second})
        assert said["say"] == "ticket-cancelled"

    async def test_a_complaint_given_away_to_a_person_keeps_consent_and_description(
        self, rasa: Rasa
    ) -> None:
        slots = {
            **{"draft_kind": "complaint", "consent": True, "category": "customs"},
            **{"description": "voiture bloquée", "requested_slot": "country"},
        }
        given_away = [
            {"event": "user"},
            {"event": "action_execution_rejected", "name": "open_complaint_form"},
        ]
        answer = await rasa.call(
            "validate_talk_to_agent_form",
            "je veux parler à quelqu'un",
            intent="talk_to_agent",
            slots=slots,
            events=given_away,
        )
        kept = slots_set(answer)
        assert (kept["draft_kind"], kept["consent"]) == ("question", True)
        assert (kept["description"], kept["category"]) == ("voiture bloquée", None)
        assert kept["requested_slot"] == "contact"

    async def test_a_draft_of_another_kind_brings_no_consent_along(self, rasa: Rasa) -> None:
        answer = await rasa.call(
            "validate_talk_to_agent_form",
            "je veux parler à quelqu'un",
            intent="talk_to_agent",
            slots={"draft_kind": "complaint", "consent": True, "country": "FR"},
        )
        slots = slots_set(answer)
        assert (slots["consent"], slots["requested_slot"]) == (None, "consent")

    async def test_a_complete_draft_opens_one_ticket_however_often_it_is_concluded(
        self, rasa: Rasa
    ) -> None:
        first = await rasa.call("action_open_complaint", slots=COMPLETE)
        again = await rasa.call("action_open_complaint", slots=COMPLETE)
        assert first == again
        assert first["responses"][0]["custom"]["say"] == "ticket-opened"
        assert set(slots_set(first).values()) == {None}

    async def test_a_form_that_ended_empty_opens_nothing(self, rasa: Rasa) -> None:
        (said,) = await rasa.said("action_open_complaint", slots={"draft_kind": "complaint"})
        assert said["say"] == "internal-error"


@pytest.mark.parametrize(
    ("text", "key"), [("w lwra9?", "answer"), ("blorp blarp", "not-understood")]
)
async def test_what_was_not_understood_stays_with_the_topic_only_if_it_asks_for_something(
    rasa: Rasa, text: str, key: str
) -> None:
    (said,) = await rasa.said(
        "action_not_understood", text, metadata={"topic": "social/scholarships"}
    )
    assert said["say"] == key


def said(answer: dict[str, Any]) -> list[str]:
    return [response["custom"]["say"] for response in answer["responses"]]


async def test_who_asks_for_a_person_learns_what_to_expect_once(rasa: Rasa) -> None:
    form, wish = "validate_talk_to_agent_form", "je veux parler à quelqu'un"
    first = await rasa.call(form, wish, intent="talk_to_agent")
    assert said(first) == ["agent-expect"]
    slots = slots_set(first)
    second = await rasa.call(form, "oui", intent="affirm", slots=slots)
    assert slots_set(second)["consent"] is True
    assert said(second) == []


async def test_a_complaint_is_no_wait_for_a_person(rasa: Rasa) -> None:
    answer = await rasa.call(
        "validate_open_complaint_form", "je veux déposer une plainte", intent="open_complaint"
    )
    assert "agent-expect" not in said(answer)


@pytest.mark.parametrize(
    ("contact", "told"), [("", ["ticket-how-to-follow"]), ("amina@example.org", [])]
)
async def test_who_cannot_be_told_learns_how_to_look(
    rasa: Rasa, contact: str, told: list[str]
) -> None:
    answer = await rasa.call("action_open_complaint", slots={**COMPLETE, "contact": contact})
    assert said(answer) == ["ticket-opened", *told]
