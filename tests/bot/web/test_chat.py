"""The chat API: its shape, its errors in the citizen's language, its tokens."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from aiohttp.test_utils import TestClient
from sqlmodel import select, update

from bot.storage.database import Database
from bot.storage.models import Conversation, Turn, now
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.web.conftest import EMBEDDING_SITE


def body(message: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"conversation": None, "message": message, "client_id": str(uuid4()), **fields}


async def chat(client: TestClient, status: int = 200, **fields: Any) -> dict[str, Any]:
    answer = await client.post("/api/chat", json=body(**fields))
    assert answer.status == status
    return dict(await answer.json())


async def test_an_answer_has_every_part_that_the_design_names(client: TestClient) -> None:
    answer = await chat(client, message="bonjour")
    assert set(answer) == {
        *("conversation", "understood", "replies", "asks", "ticket", "offers", "progress"),
    }
    assert set(answer["understood"]) == {
        *("lang", "intent", "confidence", "topic", "topics", "facet"),
    }
    assert set(answer["replies"][0]) == {
        *("text", "lang", "dir", "choices", "topic", "facet", "sources"),
    }


async def test_a_programme_answer_shows_its_sources_with_their_dates(
    client: TestClient, rasa: RasaStandIn
) -> None:
    rasa.said = [
        {"say": "answer", "args": {"topic": "social/scholarships", "facet": "amount", "ranked": []}}
    ]
    reply = (await chat(client, message="combien pour la bourse ?"))["replies"][0]
    assert reply["topic"] == "social/scholarships"
    assert reply["sources"]
    assert set(reply["sources"][0]) == {"title", "section", "url", "as_of", "verified_on"}


async def test_a_facet_without_a_source_says_so_and_offers_a_person(
    client: TestClient, rasa: RasaStandIn
) -> None:
    rasa.said = [{"say": "answer", "args": {"topic": "culture", "facet": "deadline", "ranked": []}}]
    answer = await chat(client, message="quel délai pour le programme culture ?")
    assert "aucune information sûre" in answer["replies"][0]["text"]
    assert answer["replies"][0]["sources"]  # of the overview, which follows
    assert answer["offers"] == ["agent", "complaint"]


async def test_what_a_message_is_about_is_noted_whatever_its_intent(
    client: TestClient, rasa: RasaStandIn
) -> None:
    rasa.intent = "open_complaint"
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    answer = await chat(client, message="ma bourse d'études n'est pas arrivée")
    assert answer["understood"]["topic"] is None
    assert answer["understood"]["topics"][0][0] == "social/scholarships"


async def test_the_token_leads_back_to_the_conversation(
    client: TestClient, rasa: RasaStandIn
) -> None:
    first = await chat(client, message="bonjour")
    await chat(client, message="encore", conversation=first["conversation"])
    assert rasa.asked[0]["conversation"] == rasa.asked[1]["conversation"]


async def test_a_first_message_sent_twice_at_once_makes_one_conversation(
    client: TestClient, rasa: RasaStandIn
) -> None:
    same = body("bonjour")
    answers = await asyncio.gather(*(client.post("/api/chat", json=same) for _ in range(3)))
    first, *others = [await answer.json() for answer in answers]
    assert all(other == first for other in others)
    assert len(rasa.asked) == 1


async def test_an_id_that_was_used_for_another_text_opens_nothing(
    client: TestClient, rasa: RasaStandIn
) -> None:
    """Who came by an id does not know what was written under it."""
    same = body("je veux déposer une plainte")
    assert (await client.post("/api/chat", json=same)).status == 200
    refused = await client.post("/api/chat", json={**same, "message": "bonjour"})
    assert refused.status == 400
    assert (await refused.json())["error"]["fields"]["field"] == "client_id"
    assert len(rasa.asked) == 1


@pytest.mark.parametrize("token", ["nonsense", "a.b", "", "é.ü", "\ud800.x", "x.\ud800"])
async def test_an_unknown_token_is_refused(client: TestClient, token: str) -> None:
    answer = await chat(client, 404, message="bonjour", conversation=token)
    assert answer["error"]["code"] == "unknown_conversation"


async def test_a_choice_of_another_conversation_is_refused(
    client: TestClient, rasa: RasaStandIn
) -> None:
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    mine = await chat(client, message="je veux me plaindre")
    other = await chat(client, message="bonjour")
    payload = mine["replies"][-1]["choices"][0]["payload"]
    refused = await chat(
        client, 409, message=None, choice=payload, conversation=other["conversation"]
    )
    assert refused["error"]["code"] == "unknown_choice"
    assert await chat(client, message=None, choice=payload, conversation=mine["conversation"])


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [("fr", "x" * 10_000, "trop long"), ("ar", "سلام " * 2_000, "طويل")],
)
async def test_a_message_too_long_is_refused_in_the_citizens_language(
    client: TestClient, lang: str, text: str, told: str
) -> None:
    answer = await chat(client, 413, message=text, lang=lang)
    assert answer["error"]["code"] == "message_too_long"
    assert answer["error"]["fields"]["limit"] == 4000
    assert told in answer["error"]["message"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"message": None}, "message"),
        ({"message": "bonjour", "choice": "x"}, "message"),
        ({"message": 7}, "message"),
        ({"message": "bonjour", "lang": "de"}, "lang"),
        ({"message": "bonjour", "client_id": "no-uuid"}, "client_id"),
        ({"message": "bonjour", "conversation": []}, "conversation"),
    ],
)
async def test_a_malformed_request_names_its_field(
    client: TestClient, fields: dict[str, Any], field: str
) -> None:
    answer = await chat(client, 400, **fields)
    assert answer["error"]["code"] == "malformed_request"
    assert answer["error"]["fields"] == {"field": field}


@pytest.mark.parametrize(
    "raw",
    [b"{", b"[]", b'"text"', b"\xff\xfe", b"", b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"],
)
async def test_what_is_not_a_json_object_is_refused(client: TestClient, raw: bytes) -> None:
    answer = await client.post("/api/chat", data=raw)
    assert answer.status == 400
    assert (await answer.json())["error"]["code"] == "malformed_request"


async def test_a_body_in_no_charset_is_refused(client: TestClient) -> None:
    headers = {"Content-Type": "application/json; charset=none-such"}
    answer = await client.post("/api/chat", data=b"{}", headers=headers)
    assert answer.status == 400


@pytest.mark.parametrize("choice", ["", "none-such", "\ud800"])
async def test_a_choice_that_was_never_offered_is_refused_and_leaves_nothing(
    client: TestClient, database: Database, choice: str
) -> None:
    answer = await chat(client, 409, message=None, choice=choice)
    assert answer["error"]["code"] == "unknown_choice"
    async with database.reading() as session:
        assert (await session.exec(select(Conversation))).all() == []


@pytest.mark.parametrize("after", ["-1", "١", "9" * 30, "x"])
async def test_a_history_after_no_number_is_refused(client: TestClient, after: str) -> None:
    token = (await chat(client, message="bonjour"))["conversation"]
    headers = {"Authorization": f"Bearer {token}"}
    answer = await client.get("/api/chat/messages", params={"after": after}, headers=headers)
    assert (answer.status, (await answer.json())["error"]["fields"]) == (400, {"field": "after"})


async def test_a_client_id_used_in_two_conversations_is_two_turns(
    client: TestClient, rasa: RasaStandIn
) -> None:
    tokens = [(await chat(client, message="bonjour"))["conversation"] for _ in range(2)]
    same = str(uuid4())
    for token in tokens:
        await chat(client, message="encore", conversation=token, client_id=same)
    assert len(rasa.asked) == 4


async def test_signs_that_stand_for_many_letters_count_for_as_many(client: TestClient) -> None:
    answer = await chat(client, 413, message="\ufdfa" * 1000)
    assert answer["error"]["fields"]["length"] == 18_000


@pytest.mark.parametrize("text", ["", "  ", "\u200f"])
async def test_an_empty_message_is_refused(client: TestClient, text: str) -> None:
    assert (await chat(client, 400, message=text))["error"]["code"] == "empty_message"


async def test_a_wrong_method_and_an_unknown_address_get_the_error_shape(
    client: TestClient,
) -> None:
    wrong = await client.get("/api/chat", headers={"Accept-Language": "ar"})
    unknown = await client.get("/api/nothing")
    assert (wrong.status, unknown.status) == (405, 404)
    assert (await wrong.json())["error"]["code"] == "method_not_allowed"
    assert (await unknown.json())["error"]["code"] == "not_found"


async def test_the_history_comes_back_in_order(client: TestClient) -> None:
    first = await chat(client, message="bonjour")
    headers = {"Authorization": f"Bearer {first['conversation']}"}
    answer = await client.get("/api/chat/messages", headers=headers)
    shown = (await answer.json())["messages"]
    assert [message["from"] for message in shown[:2]] == ["citizen", "bot"]
    assert shown[0]["text"] == "bonjour"


async def test_the_history_stays_in_order_when_the_clock_is_set_back(
    client: TestClient, database: Database
) -> None:
    first = await chat(client, message="bonjour")
    async with database.writing() as session:
        await session.exec(update(Turn).values(created_at=now() + timedelta(hours=1)))
    await chat(client, message="salam", conversation=first["conversation"])
    headers = {"Authorization": f"Bearer {first['conversation']}"}
    answer = await client.get("/api/chat/messages", headers=headers)
    shown = (await answer.json())["messages"]
    assert [one["text"] for one in shown if one["from"] == "citizen"] == ["bonjour", "salam"]


async def test_the_history_names_the_message_that_each_line_belongs_to(client: TestClient) -> None:
    asked = body("bonjour")
    first = await (await client.post("/api/chat", json=asked)).json()
    headers = {"Authorization": f"Bearer {first['conversation']}"}
    shown = (await (await client.get("/api/chat/messages", headers=headers)).json())["messages"]
    assert len(shown) == 1 + len(first["replies"])
    assert {message["turn"] for message in shown} == {asked["client_id"]}


async def test_after_a_number_there_are_pushes_alone(client: TestClient) -> None:
    first = await chat(client, message="bonjour")
    headers = {"Authorization": f"Bearer {first['conversation']}"}
    answer = await client.get("/api/chat/messages?after=0", headers=headers)
    assert await answer.json() == {"messages": [], "last_event": 0}


async def test_a_form_says_how_far_it_is_and_the_history_says_so_too(
    client: TestClient, rasa: RasaStandIn
) -> None:
    rasa.status = 503
    asked = body("je veux déposer une réclamation")
    answer = await (await client.post("/api/chat", json=asked)).json()
    assert (answer["asks"], answer["progress"]) == ("consent", {"step": 1, "of": 6})
    line = (await history(client, answer["conversation"]))[-1]
    assert (line["turn"], line["asks"]) == (asked["client_id"], "consent")
    assert line["progress"] == {"step": 1, "of": 6}


async def test_an_answer_outside_a_form_has_no_progress(client: TestClient) -> None:
    assert (await chat(client, message="bonjour"))["progress"] is None


async def history(client: TestClient, conversation: str) -> list[dict[str, Any]]:
    headers = {"Authorization": f"Bearer {conversation}"}
    answer = await client.get("/api/chat/messages", headers=headers)
    return list((await answer.json())["messages"])


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer nonsense"}])
async def test_the_history_is_refused_without_the_token(
    client: TestClient, headers: dict[str, str]
) -> None:
    await chat(client, message="bonjour")
    answer = await client.get("/api/chat/messages", headers=headers)
    assert answer.status == 404


async def test_only_listed_sites_may_call_from_the_browser(client: TestClient) -> None:
    listed = await client.options("/api/chat", headers={"Origin": EMBEDDING_SITE})
    other = await client.options("/api/chat", headers={"Origin": "https://elsewhere.example"})
    assert listed.headers["Access-Control-Allow-Origin"] == EMBEDDING_SITE
    assert "Access-Control-Allow-Origin" not in other.headers
    assert listed.headers["Access-Control-Expose-Headers"] == "Date"


async def test_health_and_readiness_are_told_apart(client: TestClient, rasa: RasaStandIn) -> None:
    rasa.status = 503
    assert (await client.get("/healthz")).status == 200
    assert (await client.get("/readyz")).status == 503
    rasa.status = 200
    assert (await client.get("/readyz")).status == 200
